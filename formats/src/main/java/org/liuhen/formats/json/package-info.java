/** Canonical JSON: docs/formats.md, section 1. The only writer and reader of JSON that is hashed or kept. */
@NullMarked
package org.liuhen.formats.json;

import org.jspecify.annotations.NullMarked;
