package org.liuhen.formats.law;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.liuhen.core.law.WorkDays;
import org.liuhen.formats.yaml.YamlValue;

/** Reads law/calendars. docs/formats.md, section 9. */
public final class WorkCalendar {

    /** The most bytes a calendar may have. */
    public static final int BYTES_MAX = 256 * 1024;

    /** Legal days are days of this zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int HOLIDAY_DAYS_MAX = 31;

    private static final Pattern YEAR = Pattern.compile("[1-9][0-9]{3}");

    private WorkCalendar() {}

    private static final class Shipped {
        private static final WorkDays CN = parse(LawFile.read("calendars/CN.yaml", BYTES_MAX));
    }

    /** The working days that this version knows. */
    public static WorkDays shipped() {
        return Shipped.CN;
    }

    /**
     * Reads a calendar.
     *
     * @throws org.liuhen.formats.Malformed with line and column, in Chinese and English
     */
    public static WorkDays parse(byte[] yaml) {
        var in = YamlValue.parse(yaml, BYTES_MAX).object();
        in.get("source").text();
        var years = new HashSet<Integer>();
        for (var year : in.get("announced").list()) {
            if (!years.add(year.text(WorkCalendar::year))) throw year.wrong("年份重复", "a year stands twice");
        }
        var holidays = new HashSet<LocalDate>();
        for (var holiday : in.get("holidays").list()) holiday(holiday, years, holidays);
        var makeUpDays = new HashSet<LocalDate>();
        for (var value : in.get("makeUpDays").list()) {
            var day = day(value, years);
            if (holidays.contains(day) || !makeUpDays.add(day)) {
                throw value.wrong("这一天已经列出", "this day stands here already");
            }
            if (!WorkDays.weekend(day)) throw value.wrong("调休上班日应是周六或周日", "a make-up day is a Saturday or a Sunday");
        }
        in.end();
        return new WorkDays(years, holidays, makeUpDays);
    }

    private static void holiday(YamlValue value, Set<Integer> years, Set<LocalDate> holidays) {
        var in = value.object();
        in.get("name").text();
        var first = day(in.get("first"), years);
        var last = day(in.get("last"), years);
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= HOLIDAY_DAYS_MAX) {
            throw value.wrong("last 早于 first 或假期过长", "last is before first, or the holiday is too long");
        }
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (!holidays.add(day)) throw value.wrong(day + " 重复", day + " stands twice");
        }
        in.end();
    }

    private static LocalDate day(YamlValue value, Set<Integer> years) {
        var day = value.text(ValueReader::day);
        if (!years.contains(day.getYear())) throw value.wrong("announced 中没有这一年", "its year is not in announced");
        return day;
    }

    private static int year(String text) {
        if (!YEAR.matcher(text).matches()) throw new IllegalArgumentException("not a year");
        return Integer.parseInt(text);
    }
}
