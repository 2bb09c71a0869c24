/** What the agencies' texts demand of the storing, handing over and filing of each recording: one rule, one file. */
@NullMarked
package org.liuhen.core.recordings.custody;

import org.jspecify.annotations.NullMarked;
