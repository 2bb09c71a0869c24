/** What of an act on site was recorded: interval arithmetic over the recordings of all devices. No rule, no law. */
@NullMarked
package org.liuhen.core.recordings.coverage;

import org.jspecify.annotations.NullMarked;
