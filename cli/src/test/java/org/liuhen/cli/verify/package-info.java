/** Tests of the verifier. */
@NullMarked
package org.liuhen.cli.verify;

import org.jspecify.annotations.NullMarked;
