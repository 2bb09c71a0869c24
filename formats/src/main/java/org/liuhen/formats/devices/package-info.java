/** The listing of a source: docs/formats.md, section 6.3. */
@NullMarked
package org.liuhen.formats.devices;

import org.jspecify.annotations.NullMarked;
