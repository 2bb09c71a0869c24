/** An agency's profile: docs/formats.md, section 9. */
@NullMarked
package org.liuhen.formats.law;

import org.jspecify.annotations.NullMarked;
