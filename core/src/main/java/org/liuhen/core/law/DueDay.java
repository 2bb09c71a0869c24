package org.liuhen.core.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The last day (届满日) of a limit.
 *
 * @param day what is done on this day is in time
 * @param provisional the holidays of a year on the way are not announced yet; the day can still move
 */
public record DueDay(LocalDate day, boolean provisional) {

    /** The last instant of the day. It is in time. */
    public Instant last(ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
    }
}
