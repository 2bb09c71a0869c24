/**
 * What is in a recording, and copies for looking at: ffprobe and ffmpeg in a confined child process. Plain Java; originals are
 * opened for reading only, and whatever a hostile file does, the answer is a value.
 */
@NullMarked
package org.liuhen.server.recordings.media;

import org.jspecify.annotations.NullMarked;
