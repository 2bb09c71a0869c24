package org.liuhen.core.recordings.coverage;

import java.time.Duration;
import java.time.Instant;

/** From a moment to a moment, both counted in; they may be the same (a photo). */
public record Interval(Instant from, Instant to) {

    public Interval {
        if (to.isBefore(from)) throw new IllegalArgumentException("ends " + to + " before it begins " + from);
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** Whether they have a moment in common. */
    public boolean meets(Interval other) {
        return !other.to.isBefore(from) && !other.from.isAfter(to);
    }

    /** The same, longer by so much on both sides. */
    public Interval widened(Duration by) {
        return new Interval(from.minus(by), to.plus(by));
    }
}
