/** Tests of the collection station. */
@NullMarked
package org.liuhen.cli.collect;

import org.jspecify.annotations.NullMarked;
