package org.liuhen.server.recordings.media;

import org.liuhen.core.recordings.MediaFault;

/** How a confined child process ended. */
public sealed interface Outcome<T> {

    /**
     * By itself, within its limits.
     *
     * @param exit 0 when it says that all went well
     * @param output what was made of its standard output
     * @param errors its standard error, cut
     */
    record Ended<T>(int exit, T output, String errors) implements Outcome<T> {}

    /** It hit a limit and is gone. */
    record Stopped<T>(MediaFault fault, String detail) implements Outcome<T> {}
}
