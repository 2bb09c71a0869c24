/** The collection station: what is on a camera, what was handed in, and the proof of it before a file may be cleared. */
@NullMarked
package org.liuhen.cli.collect;

import org.jspecify.annotations.NullMarked;
