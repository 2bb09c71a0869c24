/** What the tests of the station and of the verifier share. */
@NullMarked
package org.liuhen.cli;

import org.jspecify.annotations.NullMarked;
