package org.liuhen.core.law;

import java.time.Duration;
import java.time.Period;

/** How long a limit is. */
public sealed interface Span {

    /** Hours and minutes, counted from an instant: {@code PT24H}. */
    record Exact(Duration time) implements Span {
        public Exact {
            if (!time.isPositive()) throw new IllegalArgumentException("not a positive time: " + time);
        }
    }

    /** Whole days, months or years, counted from the day after: {@code P30D}. Its last day counts to the end. */
    record Calendar(Period days) implements Span {
        public Calendar {
            if (days.isZero() || days.isNegative()) throw new IllegalArgumentException("not a positive period: " + days);
        }
    }
}
