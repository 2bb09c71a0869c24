/** The regular hand-over of recordings to the office, month by month. */
@NullMarked
package org.liuhen.server.recordings.handover;

import org.jspecify.annotations.NullMarked;
