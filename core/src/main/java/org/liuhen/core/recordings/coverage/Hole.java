package org.liuhen.core.recordings.coverage;

import java.time.Duration;

/**
 * A part of an act that no device took.
 *
 * @param time by the corrected clocks
 * @param slack how much shorter it may really be, by the uncertainty of the clocks; none where one device has both edges, for its
 *     clock went on between them
 * @param edge where in the act it is
 */
public record Hole(Interval time, Duration slack, Edge edge) {

    /** Which part of the act it is. */
    public enum Edge {
        /** From the beginning of the act on. */
        BEGIN,
        /** In the middle. */
        MIDDLE,
        /** Up to the end of the act. */
        END,
        /** All of it. */
        WHOLE
    }

    /** How long it is at least, whatever the clocks' errors were. */
    public Duration atLeast() {
        var rest = time.length().minus(slack);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    /** Whether it is longer than that, whatever the clocks' errors were. The clocks' uncertainty counts for the officer. */
    public boolean longerThan(Duration tolerance) {
        return atLeast().compareTo(tolerance) > 0;
    }
}
