package org.liuhen.core.recordings.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Rules;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.values.Bilingual;

/**
 * A recording has all that its agency files recordings by. What follows from the device, its unit and the times is always there; what
 * belongs to a case is not asked for where somebody has said that there is none, and nothing is asked for of an accidental recording.
 */
final class Filed {

    /** What the program knows of every recording, without anybody saying so. */
    private static final Set<String> KNOWN = Set.of("enforcementUnit", "deviceNo", "recordingDate", "storingDate", "useTime");

    private static final Set<String> OF_CASE = Set.of("cause", "party", "caseName", "partyOrUnitName");

    private Filed() {}

    /** What is still missing, as words of the key; in the order of the text. */
    static List<String> missing(HandedIn recording, Rules rules, Key key) {
        if (recording.custody().accidental()) return List.of();
        var missing = new LinkedHashSet<>(rules.words(key).map(Cited::value).orElse(List.of()));
        missing.removeAll(KNOWN);
        missing.removeAll(recording.keys().keySet());
        if (recording.custody().withoutCase().isPresent()) missing.removeAll(OF_CASE);
        return List.copyOf(missing);
    }

    /** What is to be raised of the words of a key at this moment. */
    static Assessment check(HandedIn recording, Law law, Key key, Instant now) {
        return Completed.of(recording, law).map(of -> check(of, key, now)).orElseGet(Assessment::quiet);
    }

    /** Storing is complete when the recording is filed; so both have one time. */
    private static Assessment check(Completed of, Key key, Instant now) {
        var missing = missing(of.recording(), of.rules(), key);
        if (missing.isEmpty()) return Assessment.quiet();
        var due = of.storedBy().map(Cited::value).map(last -> last.plus(of.daily() ? Duration.ZERO : of.slack()));
        if (due.filter(last -> !now.isAfter(last)).isPresent()) return Assessment.quietUntil(due.get());
        return of.rules().authority(key).map(authority -> Assessment.of(unfiled(of, key, authority, missing.size(), due)))
                .orElseGet(Assessment::quiet);
    }

    private static Finding unfiled(Completed of, Key key, Authority authority, int missing, Optional<Instant> due) {
        return of.alert(key, authority,
                new Bilingual("没有归类入库：还缺 " + missing + " 项。", "It is not filed: " + missing + " things are missing."),
                new Bilingual("请补填归类项，或者登记它不属于任何案件、属于误录。",
                        "Fill in what it is filed by, or enter that it belongs to no case or was recorded by accident."), due);
    }
}
