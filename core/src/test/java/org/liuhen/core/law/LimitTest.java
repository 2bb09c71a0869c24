package org.liuhen.core.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Around the spring festival of 2026: free from Sunday 15 to Monday 23 February, worked on the Saturdays 14 and 28. */
    private static final WorkDays FESTIVAL = new WorkDays(Set.of(2026), days("2026-02-15", 9),
            Set.of(LocalDate.parse("2026-02-14"), LocalDate.parse("2026-02-28")));

    private static Set<LocalDate> days(String first, int count) {
        var days = new HashSet<LocalDate>();
        for (var i = 0; i < count; i++) days.add(LocalDate.parse(first).plusDays(i));
        return days;
    }

    @ParameterizedTest(name = "{1} working days from {0}: {2}")
    @CsvSource(textBlock = """
        2026-03-02, 1, 2026-03-03
        2026-03-02, 5, 2026-03-09
        2026-03-06, 1, 2026-03-09
        2026-03-07, 1, 2026-03-09
        2026-02-13, 1, 2026-02-14
        2026-02-13, 2, 2026-02-24
        2026-02-18, 1, 2026-02-24
        2026-02-24, 5, 2026-03-02
        """)
    void working_days_skip_weekends_and_holidays_but_not_make_up_days(LocalDate start, int count, LocalDate last) {
        assertEquals(last, FESTIVAL.after(start, count));
        var limit = new Limit.Within(new Span.Calendar(Period.ofDays(count)), DayKind.WORKING);
        assertEquals(new DueDay(last, false), limit.dueDay(start, FESTIVAL));
    }

    @ParameterizedTest(name = "{1} working days before {0}: {2}")
    @CsvSource(textBlock = """
        2026-03-03, 1, 2026-03-02
        2026-02-24, 1, 2026-02-14
        2026-02-24, 2, 2026-02-13
        """)
    void working_days_count_backwards_too(LocalDate day, int count, LocalDate first) {
        assertEquals(first, FESTIVAL.before(day, count));
    }

    @ParameterizedTest(name = "{1} from {0}: {2}")
    @CsvSource(textBlock = """
        2026-03-02, P30D, 2026-04-01
        2026-01-16, P30D, 2026-02-15
        2026-01-31, P1M,  2026-02-28
        2028-02-29, P1Y,  2029-02-28
        2026-08-31, P6M,  2027-02-28
        """)
    void natural_days_end_where_they_end_even_on_a_holiday(LocalDate start, Period span, LocalDate last) {
        var limit = new Limit.Within(new Span.Calendar(span), DayKind.NATURAL);
        assertEquals(new DueDay(last, false), limit.dueDay(start, FESTIVAL));
    }

    @Test
    void the_last_instant_of_the_last_day_is_in_time() {
        var limit = new Limit.Within(new Span.Calendar(Period.ofDays(30)), DayKind.NATURAL);
        // 2 March in Shanghai, to the last second
        var last = limit.last(Instant.parse("2026-03-02T15:59:59Z"), FESTIVAL, SHANGHAI);
        assertEquals(Instant.parse("2026-04-01T15:59:59.999999999Z"), last);
        // a second later it is 3 March there
        var next = limit.last(Instant.parse("2026-03-02T16:00:00Z"), FESTIVAL, SHANGHAI);
        assertEquals(Instant.parse("2026-04-02T15:59:59.999999999Z"), next);
    }

    @Test
    void hours_run_on_through_nights_and_holidays_to_the_very_instant() {
        var limit = new Limit.Within(new Span.Exact(Duration.ofHours(24)), DayKind.NATURAL);
        var start = Instant.parse("2026-02-15T07:00:00.5Z");
        assertEquals(Instant.parse("2026-02-16T07:00:00.5Z"), limit.last(start, FESTIVAL, SHANGHAI));
    }

    @ParameterizedTest(name = "{1} working days from {0}: {2}, provisional {3}")
    @CsvSource(textBlock = """
        2026-12-30, 1, 2026-12-31, false
        2026-12-30, 2, 2027-01-01, true
        2026-12-31, 1, 2027-01-01, true
        2025-12-31, 1, 2026-01-01, false
        2025-12-30, 2, 2026-01-01, true
        """)
    void a_year_that_is_not_announced_makes_the_day_provisional(LocalDate start, int count, LocalDate last, boolean provisional) {
        var limit = new Limit.Within(new Span.Calendar(Period.ofDays(count)), DayKind.WORKING);
        assertEquals(new DueDay(last, provisional), limit.dueDay(start, FESTIVAL));
    }

    @Test
    void natural_days_are_never_provisional() {
        var limit = new Limit.Within(new Span.Calendar(Period.ofDays(90)), DayKind.NATURAL);
        assertFalse(limit.dueDay(LocalDate.parse("2029-01-01"), FESTIVAL).provisional());
    }

    @Test
    void only_days_can_be_working_days() {
        for (var span : new Span[] {new Span.Exact(Duration.ofHours(24)), new Span.Calendar(Period.ofMonths(1))}) {
            assertThrows(IllegalArgumentException.class, () -> new Limit.Within(span, DayKind.WORKING));
        }
        assertThrows(IllegalArgumentException.class, () -> new Span.Calendar(Period.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new Span.Calendar(Period.ofDays(-1)));
        assertThrows(IllegalArgumentException.class, () -> new Span.Exact(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> FESTIVAL.after(LocalDate.parse("2026-03-02"), 0));
    }

    @Test
    void a_calendar_that_contradicts_itself_is_refused() {
        var monday = LocalDate.parse("2026-03-02");
        var sunday = LocalDate.parse("2026-03-01");
        assertThrows(IllegalArgumentException.class, () -> new WorkDays(Set.of(2026), Set.of(sunday), Set.of(sunday)));
        assertThrows(IllegalArgumentException.class, () -> new WorkDays(Set.of(2026), Set.of(), Set.of(monday)));
        assertThrows(IllegalArgumentException.class, () -> new WorkDays(Set.of(2025), Set.of(monday), Set.of()));
        assertThrows(IllegalArgumentException.class, () -> new WorkDays(Set.of(2025), Set.of(), Set.of(sunday)));
        assertTrue(new WorkDays(Set.of(2026), Set.of(monday), Set.of(sunday)).isWorkingDay(sunday));
    }
}
