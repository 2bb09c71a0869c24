package org.liuhen.formats.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.formats.Hostile;
import org.liuhen.formats.Malformed;

class WorkCalendarTest {

    private static final String GOOD = """
            source: 通知
            announced: [2026]
            holidays:
              - {first: 2026-02-15, last: 2026-02-23, name: 春节}
              - {first: 2026-10-01, last: 2026-10-07, name: 国庆节}
            makeUpDays:
              - 2026-02-14
              - 2026-02-28
            """;

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /**
     * Counts of the notices of the State Council's General Office: weekdays that are free, weekend days that are worked, and the
     * working days of the year that follow.
     */
    @ParameterizedTest
    @CsvSource(textBlock = """
        2023, 18, 7, 249
        2024, 19, 8, 251
        2025, 18, 5, 248
        2026, 19, 6, 248
        """)
    void the_days_of_each_year_are_those_of_its_notice(int year, int freeWeekdays, int workedWeekendDays, int workingDays) {
        var calendar = WorkCalendar.shipped();
        var free = 0;
        var worked = 0;
        var working = 0;
        for (var day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            assertTrue(calendar.announced(day));
            if (calendar.isWorkingDay(day)) working++;
            if (!calendar.isWorkingDay(day) && !weekend(day)) free++;
            if (calendar.isWorkingDay(day) && weekend(day)) worked++;
        }
        assertEquals(freeWeekdays, free);
        assertEquals(workedWeekendDays, worked);
        assertEquals(workingDays, working);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        2023-01-27, false
        2023-01-28, true
        2023-10-06, false
        2023-10-07, true
        2024-02-09, true
        2024-02-10, false
        2024-02-18, true
        2024-10-12, true
        2025-01-27, true
        2025-01-28, false
        2025-10-08, false
        2025-10-11, true
        2026-01-04, true
        2026-02-14, true
        2026-02-23, false
        2026-02-24, true
        2026-09-20, true
        2026-09-25, false
        2026-10-10, true
        """)
    void the_edges_of_the_long_holidays(LocalDate day, boolean working) {
        assertEquals(working, WorkCalendar.shipped().isWorkingDay(day));
    }

    @Test
    void a_year_that_is_not_announced_has_weekends_only() {
        var calendar = WorkCalendar.shipped();
        for (var year : new int[] {2022, 2027}) {
            for (var day = Year.of(year).atDay(1); day.getYear() == year; day = day.plusDays(1)) {
                assertFalse(calendar.announced(day));
                assertEquals(!weekend(day), calendar.isWorkingDay(day));
            }
        }
    }

    @ParameterizedTest(name = "{0} → {1}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
        source: 通知                     | colour: red              | 1 | 1  | source is missing
        [2026]                           | [2026, 2026]             | 2 | 19 | twice
        [2026]                           | [26]                     | 2 | 13 | not a year
        [2026]                           | [2025]                   | 4 | 13 | not in announced
        last: 2026-02-23                 | last: 2026-02-14         | 4 | 5  | last is before first
        last: 2026-02-23                 | last: 2026-03-23         | 4 | 5  | too long
        last: 2026-02-23                 | last: 2026-02-30         | 4 | 31 | not a day
        first: 2026-10-01, last: 2026-10-07 | first: 2026-02-23, last: 2026-02-24 | 5 | 5 | stands twice
        - 2026-02-28                     | - 2026-02-14             | 8 | 5  | stands here already
        - 2026-02-28                     | - 2026-02-22             | 8 | 5  | stands here already
        - 2026-02-28                     | - 2026-02-27             | 8 | 5  | a Saturday or a Sunday
        """)
    void an_error_has_line_and_column(String before, String after, int line, int column, String message) {
        assertTrue(GOOD.contains(before), before);
        var bad = GOOD.replace(before, after).getBytes(UTF_8);
        var found = String.valueOf(assertThrows(Malformed.class, () -> WorkCalendar.parse(bad)).getMessage());
        assertTrue(found.contains(message), found);
        assertTrue(found.contains("line " + line + ", column " + column + ":"), found);
    }

    @Test
    void no_flipped_bit_throws_anything_else() {
        Hostile.attack(GOOD.getBytes(UTF_8), WorkCalendar::parse);
    }
}
