/** What a recording's own file tells of its continuity (连续性): observations, each with a closed outcome, and never a verdict. */
@NullMarked
package org.liuhen.core.recordings.continuity;

import org.jspecify.annotations.NullMarked;
