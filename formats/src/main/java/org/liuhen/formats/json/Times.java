package org.liuhen.formats.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;

/** Instants and legal days in their only spelling. Years 0 to 9999. */
public final class Times {

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int INSTANT_LENGTH = "2026-03-02T07:04:00.000Z".length();
    private static final int DAY_LENGTH = "2026-03-02".length();

    private Times() {}

    /**
     * UTC, cut to milliseconds.
     *
     * @throws IllegalArgumentException if the year has more than four digits
     */
    public static String write(Instant instant) {
        if (instant.isBefore(Instant.parse("0000-01-01T00:00:00Z"))
                || !instant.isBefore(Instant.parse("+10000-01-01T00:00:00Z"))) {
            throw new IllegalArgumentException("a year beyond four digits: " + instant);
        }
        return INSTANT.format(instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
    }

    /**
     * Reads what {@link #write(Instant)} wrote.
     *
     * @throws Malformed if it is anything else
     */
    public static Instant instant(String text) {
        if (text.length() != INSTANT_LENGTH) throw new Malformed("not an instant: " + StrictText.shown(text));
        try {
            return LocalDateTime.parse(text, INSTANT).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new Malformed("not an instant: " + StrictText.shown(text), e);
        }
    }

    /**
     * A legal day.
     *
     * @throws IllegalArgumentException if the year has more than four digits
     */
    public static String write(LocalDate day) {
        if (day.getYear() < 0 || day.getYear() > 9999) throw new IllegalArgumentException("a year beyond four digits: " + day);
        return DAY.format(day);
    }

    /**
     * Reads what {@link #write(LocalDate)} wrote.
     *
     * @throws Malformed if it is anything else
     */
    public static LocalDate day(String text) {
        if (text.length() != DAY_LENGTH) throw new Malformed("not a day: " + StrictText.shown(text));
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeParseException e) {
            throw new Malformed("not a day: " + StrictText.shown(text), e);
        }
    }
}
