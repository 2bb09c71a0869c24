package org.liuhen.server.journal;

import java.util.UUID;

/** A stream has moved on since the writer read it. Nothing was written; read again and decide again. */
public final class VersionConflict extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final UUID stream;
    private final long expected;
    private final long found;

    /** The stream has {@code found} events where the writer expected {@code expected}. */
    public VersionConflict(UUID stream, long expected, long found) {
        super("stream " + stream + ": expected version " + expected + ", found " + found);
        this.stream = stream;
        this.expected = expected;
        this.found = found;
    }

    public UUID stream() {
        return stream;
    }

    public long expected() {
        return expected;
    }

    public long found() {
        return found;
    }
}
