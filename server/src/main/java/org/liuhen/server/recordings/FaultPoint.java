package org.liuhen.server.recordings;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The moments of an upload at which a crash is most interesting. Tests start the server with {@code -Dliuhen.fault=after-seal}
 * (or {@code after-seal:3} for the third time), and the process is gone at that moment as in a power cut. Without the property
 * nothing happens.
 */
enum FaultPoint {
    AFTER_CREATE,
    AFTER_WRITE,
    BEFORE_SYNC,
    AFTER_SYNC,
    AFTER_SEAL,
    BEFORE_APPEND,
    AFTER_APPEND,
    BEFORE_ANSWER;

    /** The exit code of a process that ended here. */
    static final int EXIT = 86;

    private static final String WANTED = System.getProperty("liuhen.fault", "");
    private static final AtomicInteger PASSED = new AtomicInteger();

    /** The name in the property. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Ends the process if this is the point and the time that the test wants. */
    void pass() {
        if (WANTED.isEmpty()) return;
        var colon = WANTED.indexOf(':');
        var point = colon < 0 ? WANTED : WANTED.substring(0, colon);
        if (!point.equals(label())) return;
        var time = colon < 0 ? 1 : Integer.parseInt(WANTED.substring(colon + 1));
        if (PASSED.incrementAndGet() == time) Runtime.getRuntime().halt(EXIT);
    }
}
