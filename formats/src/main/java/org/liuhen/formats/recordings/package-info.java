/** The exported bundle: docs/formats.md, section 5. */
@NullMarked
package org.liuhen.formats.recordings;

import org.jspecify.annotations.NullMarked;
