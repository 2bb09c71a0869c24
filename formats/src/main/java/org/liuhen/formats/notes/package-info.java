/** Signed notes, keys and trust files: docs/formats.md, section 3.1, and C2SP signed-note. */
@NullMarked
package org.liuhen.formats.notes;

import org.jspecify.annotations.NullMarked;
