package org.liuhen.server.ledger;

/** The steps of a pass of the sequencer, each a place where a power cut must do no harm. Tests stop the program at each of them. */
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

    /** Goes on, unless the system property {@code liuhen.fault} names a point: then the process ends there at once, as by kill -9. */
    public static final Hook BY_PROPERTY = point -> {
        if (point.name().equals(System.getProperty("liuhen.fault"))) Runtime.getRuntime().halt(137);
    };
}
