/** Field activities: their acts, lists and pages, what of them was recorded, and the clock that watches them. */
@NullMarked
package org.liuhen.server.recordings.activities;

import org.jspecify.annotations.NullMarked;
