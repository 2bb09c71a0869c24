/** Recordings (音像记录): handed in once, probed, classified, viewed, exported. Command, event, state, refusal, decider. */
@NullMarked
package org.liuhen.core.recordings;

import org.jspecify.annotations.NullMarked;
