package org.liuhen.core.recordings.continuity;

import java.util.List;

/** How a check ended. It says what was seen, never what that means. */
public sealed interface Outcome {

    /**
     * 观察到.
     *
     * @param count of all
     * @param sightings the first ones
     */
    record Observed(long count, List<Sighting> sightings) implements Outcome {
        public Observed {
            if (count < 1 || count < sightings.size()) throw new IllegalArgumentException("count " + count);
            sightings = List.copyOf(sightings);
        }
    }

    /** 未观察到: looked for, and nothing found. */
    record NotObserved() implements Outcome {}

    /** 未执行: not looked for, or not to the end. */
    record NotPerformed(Hindrance hindrance, String detail) implements Outcome {}

    /** 不适用. */
    record NotApplicable(Ground ground) implements Outcome {}

    /** Observed, if there is something. */
    static Outcome of(List<Sighting> sightings) {
        return sightings.isEmpty() ? new NotObserved() : new Observed(sightings.size(), sightings);
    }
}
