/** Recordings: taking files in (tus), lists, custody, viewing, classification, export, and the jobs that probe them. */
@NullMarked
package org.liuhen.server.recordings;

import org.jspecify.annotations.NullMarked;
