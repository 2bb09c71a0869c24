/** A type for each meaning: digests, ids, times. A value checks itself once, at birth. */
@NullMarked
package org.liuhen.core.values;

import org.jspecify.annotations.NullMarked;
