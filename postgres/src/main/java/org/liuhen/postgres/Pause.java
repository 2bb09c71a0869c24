package org.liuhen.postgres;

import java.io.InterruptedIOException;
import java.time.Duration;

/** Waiting that reports an interruption as the I/O fault that it is for callers here. */
final class Pause {

    private Pause() {}

    static void of(Duration time) throws InterruptedIOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The fault to throw; the thread stays marked as interrupted. */
    static InterruptedIOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        var fault = new InterruptedIOException("interrupted while waiting for PostgreSQL");
        fault.initCause(cause);
        return fault;
    }
}
