package org.liuhen.core.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** How soon (时限) something is to be done, as the text gives it. */
public sealed interface Limit {

    /**
     * Within a number of hours or days.
     *
     * @param days which days count; of no meaning for hours, which are {@link DayKind#NATURAL}
     */
    record Within(Span span, DayKind days) implements Limit {
        public Within {
            if (days == DayKind.WORKING && !(span instanceof Span.Calendar(var period) && period.toTotalMonths() == 0)) {
                throw new IllegalArgumentException("only days can be working days: " + span);
            }
        }

        /** The last day of the limit. The first day is not counted; hours run from the start of the first day. */
        public DueDay dueDay(LocalDate start, WorkDays workDays) {
            return switch (span) {
                case Span.Exact(var time) -> new DueDay(start.atStartOfDay().plus(time).toLocalDate(), false);
                case Span.Calendar(var period) when days == DayKind.NATURAL -> new DueDay(start.plus(period), false);
                case Span.Calendar(var period) -> {
                    var count = ChronoUnit.DAYS.between(start, start.plus(period)); // a working-day period has days only
                    var last = workDays.after(start, Math.toIntExact(count));
                    yield new DueDay(last, !workDays.announced(start.plusDays(1), last));
                }
            };
        }

        /** The last instant that is in time: of hours, exactly; of days, the end of the last day. */
        public Instant last(Instant start, WorkDays workDays, ZoneId zone) {
            return switch (span) {
                case Span.Exact(var time) -> start.plus(time);
                case Span.Calendar _ -> dueDay(LocalDate.ofInstant(start, zone), workDays).last(zone);
            };
        }
    }

    /** 及时: no number. Shown with the time taken; never late. */
    record Promptly() implements Limit {}
}
