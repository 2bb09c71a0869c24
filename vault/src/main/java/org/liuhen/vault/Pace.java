package org.liuhen.vault;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How fast checks may read, together. Safe for threads. */
public final class Pace {

    /** What may be read at once after a pause, as a part of a second. */
    private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final long bytesPerSecond;
    private long freeAtNanos = System.nanoTime();

    private Pace(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    /** As fast as the machine can. */
    public static Pace unlimited() {
        return new Pace(Long.MAX_VALUE);
    }

    /** At most so many bytes a second, averaged over more than a tenth of a second. */
    public static Pace bytesPerSecond(long bytesPerSecond) {
        if (bytesPerSecond <= 0) throw new IllegalArgumentException(bytesPerSecond + " bytes a second");
        return new Pace(bytesPerSecond);
    }

    /** Waits until so many bytes may be read. Returns early when interrupted; the thread stays interrupted. */
    void spend(int bytes) {
        if (bytesPerSecond == Long.MAX_VALUE) return;
        var wait = reserve(bytes);
        var until = System.nanoTime() + wait;
        while (wait > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(wait);
            wait = until - System.nanoTime();
        }
    }

    private synchronized long reserve(int bytes) {
        var now = System.nanoTime();
        if (freeAtNanos - now < -BURST_NANOS) freeAtNanos = now - BURST_NANOS;
        var wait = freeAtNanos - now;
        freeAtNanos += (long) (bytes * 1e9 / bytesPerSecond);
        return wait;
    }
}
