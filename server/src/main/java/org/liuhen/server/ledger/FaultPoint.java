package org.liuhen.server.ledger;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The steps of a pass of the sequencer, each a place where a power cut must do no harm. Tests stop the program at each of them.
 */
public enum FaultPoint {
    ENTRIES_INSERTED,
    ENTRIES_COMMITTED,
    TILES_WRITTEN,
    SIGNED,
    CHECKPOINT_KEPT,
    CHECKPOINT_PUBLISHED,
    CHECKPOINT_INSERTED;

    /** Called when a step is done. */
    @FunctionalInterface
    public interface Hook {
        void reached(FaultPoint point);
    }

    /**
     * Goes on, unless the system property {@code liuhen.fault} names a point, {@code SIGNED} or {@code SIGNED:3} for the third
     * time: then the process ends there at once, as by kill -9.
     */
    public static final Hook BY_PROPERTY = byProperty(System.getProperty("liuhen.fault", ""));

    private static Hook byProperty(String wanted) {
        var parts = wanted.split(":", 2);
        var left = new AtomicInteger(parts.length == 2 ? Integer.parseInt(parts[1]) : 1);
        return point -> {
            if (point.name().equals(parts[0]) && left.decrementAndGet() == 0) Runtime.getRuntime().halt(137);
        };
    }
}
