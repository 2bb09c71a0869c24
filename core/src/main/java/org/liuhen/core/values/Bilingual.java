package org.liuhen.core.values;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** One sentence for people, in Chinese and in English. */
public record Bilingual(String zh, String en) {
    public Bilingual {
        if (zh.isBlank() || en.isBlank()) throw new IllegalArgumentException("both languages, please: " + zh + " / " + en);
    }

    /** Both, for a terminal or a log. */
    @Override
    public String toString() {
        return zh + " / " + en;
    }

    /** A moment to the minute, as people read it in that zone. */
    public static Bilingual moment(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        var time = local.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        return new Bilingual(local.getYear() + "年" + local.getMonthValue() + "月" + local.getDayOfMonth() + "日 " + time, local.toLocalDate() + " " + time);
    }
}
