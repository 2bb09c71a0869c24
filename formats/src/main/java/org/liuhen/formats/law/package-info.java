/** Keys, profiles, the national layer, the calendar of working days: docs/formats.md, section 9. */
@NullMarked
package org.liuhen.formats.law;

import org.jspecify.annotations.NullMarked;
