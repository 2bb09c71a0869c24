/** Tests of the way from article to code. */
@NullMarked
package org.liuhen.cli.trace;

import org.jspecify.annotations.NullMarked;
