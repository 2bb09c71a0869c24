/** Storing, handing over and filing of recordings over HTTP: acts, boards, and what is suggested. */
@NullMarked
package org.liuhen.server.recordings.custody;

import org.jspecify.annotations.NullMarked;
