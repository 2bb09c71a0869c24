package org.liuhen.core.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The working days (工作日): Monday to Friday without the statutory holidays, and the make-up days. In a year whose holidays are not
 * announced yet, Monday to Friday.
 */
public final class WorkDays {

    private final Set<Integer> years;
    private final Set<LocalDate> holidays;
    private final Set<LocalDate> makeUpDays;

    /**
     * A calendar.
     *
     * @param years that are announced
     * @param holidays free days that may be weekdays or not
     * @param makeUpDays weekend days that are worked
     * @throws IllegalArgumentException if a day is both, or in a year that is not announced, or a make-up day is no weekend day
     */
    public WorkDays(Set<Integer> years, Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {
        this.years = Set.copyOf(years);
        this.holidays = Set.copyOf(holidays);
        this.makeUpDays = Set.copyOf(makeUpDays);
        for (var day : holidays) {
            if (!years.contains(day.getYear())) throw new IllegalArgumentException("its year is not announced: " + day);
            if (makeUpDays.contains(day)) throw new IllegalArgumentException("both a holiday and a make-up day: " + day);
        }
        for (var day : makeUpDays) {
            if (!years.contains(day.getYear())) throw new IllegalArgumentException("its year is not announced: " + day);
            if (!weekend(day)) throw new IllegalArgumentException("a make-up day on a weekday: " + day);
        }
    }

    /** Whether it is a Saturday or a Sunday. */
    public static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Whether the day is worked. */
    public boolean isWorkingDay(LocalDate day) {
        return makeUpDays.contains(day) || (!weekend(day) && !holidays.contains(day));
    }

    /** Whether the holidays of the day's year are announced. */
    public boolean announced(LocalDate day) {
        return years.contains(day.getYear());
    }

    /** Whether the holidays of all years between are announced. */
    public boolean announced(LocalDate first, LocalDate last) {
        for (var year = first.getYear(); year <= last.getYear(); year++) {
            if (!years.contains(year)) return false;
        }
        return true;
    }

    /**
     * The last of so many working days; the day itself is not counted.
     *
     * @throws IllegalArgumentException if there are fewer than one
     */
    public LocalDate after(LocalDate day, int workingDays) {
        return step(day, workingDays, 1);
    }

    /**
     * The first of so many working days before; the day itself is not counted.
     *
     * @throws IllegalArgumentException if there are fewer than one
     */
    public LocalDate before(LocalDate day, int workingDays) {
        return step(day, workingDays, -1);
    }

    private LocalDate step(LocalDate day, int workingDays, int direction) {
        if (workingDays < 1) throw new IllegalArgumentException("at least one working day: " + workingDays);
        var at = day;
        for (var counted = 0; counted < workingDays; ) {
            at = at.plusDays(direction);
            if (isWorkingDay(at)) counted++;
        }
        return at;
    }
}
