package org.liuhen.formats.law.cases;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.liuhen.formats.law.WorkCalendar;

/** How a lawyer writes times: local ones of Asia/Shanghai. */
final class Moments {

    private Moments() {}

    /** {@code 2026-03-02T15:00}, seconds may follow. @throws IllegalArgumentException if it is anything else */
    static Instant instant(String text) {
        try {
            return LocalDateTime.parse(text).atZone(WorkCalendar.ZONE).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a local time is expected, for example 2026-03-02T15:00", e);
        }
    }

    /** {@code 2026-03-02}. @throws IllegalArgumentException if it is anything else */
    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a day is expected, for example 2026-03-02", e);
        }
    }

    /** {@code true} or {@code false}. @throws IllegalArgumentException if it is anything else */
    static boolean yes(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false is expected");
        };
    }
}
