/** Field activities (现场执法活动): what happened on site, what must be recorded of it, and what was. */
@NullMarked
package org.liuhen.core.recordings.activities;

import org.jspecify.annotations.NullMarked;

