package org.liuhen.core.law;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.liuhen.core.values.AgencyCode;

/** An agency's rules over time, with the national layer under them. Immutable. */
public final class Law {

    private final AgencyCode agency;
    private final String digest;
    private final WorkDays workDays;
    private final ZoneId zone;
    private final NavigableMap<LocalDate, Rules> byDay = new TreeMap<>();
    private final Rules before;

    /**
     * Law out of entries.
     *
     * @param digest of the canonical profile, {@code sha256:…}
     * @param entries each key's entries, the oldest first
     * @param activation the first day of entries whose text does not print it
     * @param zone that legal days are days in
     * @throws IllegalArgumentException if two entries of a key begin on one day, or one needs the day of activation
     */
    public Law(AgencyCode agency, String digest, Map<Key, List<Entry>> entries, Optional<LocalDate> activation, WorkDays workDays,
            ZoneId zone) {
        this.agency = agency;
        this.digest = digest;
        this.workDays = workDays;
        this.zone = zone;
        var dated = new HashMap<Key, NavigableMap<LocalDate, Answer>>();
        entries.forEach((key, list) -> dated.put(key, dated(key, list, activation)));
        before = rules(dated, LocalDate.MIN);
        for (var answers : dated.values()) {
            for (var day : answers.keySet()) byDay.computeIfAbsent(day, since -> rules(dated, since));
        }
    }

    private static NavigableMap<LocalDate, Answer> dated(Key key, List<Entry> entries, Optional<LocalDate> activation) {
        var dated = new TreeMap<LocalDate, Answer>();
        for (var entry : entries) {
            var from = entry.from().or(() -> activation)
                    .orElseThrow(() -> new IllegalArgumentException(key + " needs the day of activation"));
            if (!dated.isEmpty() && !from.isAfter(dated.lastKey())) {
                throw new IllegalArgumentException(key + " has an entry from " + from + " after one from " + dated.lastKey());
            }
            dated.put(from, entry.answer());
        }
        return dated;
    }

    private static Rules rules(Map<Key, NavigableMap<LocalDate, Answer>> dated, LocalDate day) {
        var answers = new HashMap<Key, Answer>();
        dated.forEach((key, since) -> {
            var entry = since.floorEntry(day);
            answers.put(key, entry == null ? new Answer.NotStated(Optional.empty()) : entry.getValue());
        });
        return new Rules(answers);
    }

    /** Whose it is. */
    public AgencyCode agency() {
        return agency;
    }

    /** The law of a day; before a key's first entry nothing is stated. */
    public Rules on(LocalDate day) {
        var entry = byDay.floorEntry(day);
        return entry == null ? before : entry.getValue();
    }

    /** Names these rules, {@code sha256:…}: of the canonical profile, docs/formats.md section 9. */
    public String digest() {
        return digest;
    }

    /** The working days. */
    public WorkDays workDays() {
        return workDays;
    }

    /** Legal days are days of this zone. */
    public ZoneId zone() {
        return zone;
    }
}
