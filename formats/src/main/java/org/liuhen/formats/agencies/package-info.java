/** The registry file: docs/formats.md, section 7. */
@NullMarked
package org.liuhen.formats.agencies;

import org.jspecify.annotations.NullMarked;
