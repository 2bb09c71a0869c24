/** The regular hand-over (每月移交) of recordings to the office: one stream for each month and specialist. */
@NullMarked
package org.liuhen.core.recordings.handover;

import org.jspecify.annotations.NullMarked;
