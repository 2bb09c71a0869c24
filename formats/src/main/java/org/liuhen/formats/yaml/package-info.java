/** Files that people write: YAML with nothing clever in it, and errors that say where. */
@NullMarked
package org.liuhen.formats.yaml;

import org.jspecify.annotations.NullMarked;
