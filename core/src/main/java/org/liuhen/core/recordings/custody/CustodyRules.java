package org.liuhen.core.recordings.custody;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Rules;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Rule;

/** All rules over the custody of one recording. */
public final class CustodyRules {

    /** In no order of importance. */
    public static final List<Rule<HandedIn>> ALL = List.of(
            new StoredInTime(),
            new HandedToCustodianInTime(),
            new DeviceBackInTime(),
            new HandedToAnother(),
            new ExceptionInOrder(),
            new FiledByKeys(),
            new FiledWithMetadata(),
            new FileUnbroken(),
            new FileUnedited(),
            new NothingInserted(),
            new SeenAndHeard());

    private CustodyRules() {}

    /** What is to be raised at this moment, each key once, in the order of the keys, and when that can next change by itself. */
    public static Assessment assess(HandedIn recording, Law law, Instant now) {
        return FindingBook.assess(ALL, recording, law, now);
    }

    /** Until when the recording is or was to be stored, and which article says so; absent where its end is not known or nothing is said. */
    public static Optional<Cited<Instant>> storedBy(HandedIn recording, Law law) {
        return Completed.of(recording, law).flatMap(Completed::storedBy);
    }

    /** Until when the custodian is to have it, where the text says so. */
    public static Optional<Cited<Instant>> handedBy(HandedIn recording, Law law) {
        return Completed.of(recording, law).flatMap(HandedToCustodianInTime::due);
    }

    /** What is still missing before it is filed (归类入库), as words of the agency's keys. */
    public static List<String> unfiled(HandedIn recording, Rules rules) {
        var missing = new LinkedHashSet<>(Filed.missing(recording, rules, FiledByKeys.KEY));
        missing.addAll(Filed.missing(recording, rules, FiledWithMetadata.KEY));
        return List.copyOf(missing);
    }
}
