/** Events as bytes: payload, leaf, and the fields of each type. docs/formats.md, section 2. */
@NullMarked
package org.liuhen.formats.events;

import org.jspecify.annotations.NullMarked;
