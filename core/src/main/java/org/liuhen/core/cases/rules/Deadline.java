package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.DayKind;
import org.liuhen.core.law.DueDay;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Limit;
import org.liuhen.core.law.Span;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Bilingual;

/**
 * A limit at work: from a day, to a last day. The last instant of the last day is in time.
 *
 * @param duty key of the limit
 * @param start from which it is counted; not counted itself
 */
record Deadline(Key duty, LocalDate start, Limit.Within limit, DueDay due, Authority authority) {

    /** The limit that the law of the first day gives; empty where it gives none, or no number. */
    static Optional<Deadline> from(Law law, Key duty, LocalDate start) {
        return law.on(start).limit(duty).flatMap(cited -> switch (cited.value()) {
            case Limit.Within within ->
                    Optional.of(new Deadline(duty, start, within, within.dueDay(start, law.workDays()), cited.authority()));
            case Limit.Promptly _ -> Optional.empty();
        });
    }

    /** The same limit with another last day. */
    Deadline until(LocalDate last) {
        return new Deadline(duty, start, limit, new DueDay(last, due.provisional()), authority);
    }

    /** The same limit, where the days from one day to the day before another did not count. */
    Deadline later(LocalDate from, LocalDate to, Law law) {
        var days = from.datesUntil(to.isBefore(from) ? from : to)
                .filter(day -> limit.days() == DayKind.NATURAL || law.workDays().isWorkingDay(day))
                .count();
        return days == 0 ? this
                : andAgain(new Limit.Within(new Span.Calendar(Period.ofDays(Math.toIntExact(days))), limit.days()), law);
    }

    /** The same limit, another time over in the days of this law. */
    Deadline andAgain(Limit.Within more, Law law) {
        var next = more.dueDay(due.day(), law.workDays());
        return new Deadline(duty, start, limit, new DueDay(next.day(), next.provisional() || due.provisional()), authority);
    }

    /**
     * Nothing while it is in time; a finding from the first instant that is not.
     *
     * @param done when it was done, if it was
     * @param ended when it could no longer be asked for, if so: the case has ended
     */
    Assessment judge(Optional<LocalDate> done, Optional<LocalDate> ended, Law law, Instant now, Supplier<Finding> late) {
        var settled = done.or(() -> ended);
        if (settled.isPresent()) return settled.get().isAfter(due.day()) ? Assessment.of(late.get()) : Assessment.quiet();
        var last = last(law);
        return now.isAfter(last) ? Assessment.of(late.get()) : Assessment.quietUntil(last);
    }

    /** The last instant that is in time. */
    Instant last(Law law) {
        return due.last(law.zone());
    }

    /** A finding about this limit, with the limit in words behind the first sentence. */
    Finding finding(String subject, Law law, Bilingual what, Bilingual wayOut) {
        return new Finding(new FindingKey(duty.value(), subject, ""), Severity.ALERT, authority,
                new Bilingual(what.zh() + "（" + zh() + "）", what.en() + " (" + en() + ")"), wayOut, Optional.of(last(law)));
    }

    /** 自 2026-04-01 起 7 个工作日，2026-04-13 届满. */
    String zh() {
        return "自 " + start + " 起 " + amount().zh() + "，" + due.day() + " 届满" + (due.provisional() ? "；期间有年份的节假日安排尚未公布，届满日为暂定"
                : "");
    }

    /** 7 working days from 2026-04-01, until 2026-04-13. */
    String en() {
        return amount().en() + " from " + start + ", until " + due.day()
                + (due.provisional() ? "; provisional, the holidays of a year on the way are not announced yet" : "");
    }

    private Bilingual amount() {
        return switch (limit.span()) {
            case Span.Exact(var time) -> new Bilingual(time.toHours() + " 小时", time.toHours() + " hours");
            case Span.Calendar(var period) when period.toTotalMonths() > 0 ->
                    new Bilingual(period.toTotalMonths() + " 个月", period.toTotalMonths() + " months");
            case Span.Calendar(var period) -> {
                var days = ChronoUnit.DAYS.between(start, start.plus(period));
                yield switch (limit.days()) {
                    case NATURAL -> new Bilingual(days + " 日", days + " days");
                    case WORKING -> new Bilingual(days + " 个工作日", days + " working days");
                };
            }
        };
    }
}
