package org.liuhen.core.recordings.custody;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.CustodyEvent.HandedToCustodian;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 当日移交保管人: a second clock beside the one of storing, and the lesser of the two: the custodian of the unit has the recording by the end
 * of the day, or after the return where the text has that exception (SQ-D-9, SQ-I-15). The law of the day on which it ended counts.
 */
@Duty("recording.handOver.due")
public final class HandedToCustodianInTime implements Rule<HandedIn> {

    private static final Key KEY = new Key("recording.handOver.due");
    private static final Key EXCEPTION_WITHIN = new Key("recording.handOver.exceptionWithin");
    private static final Key EXCEPTION_GROUNDS = new Key("recording.handOver.exceptionReasons");
    private static final Key ONE_LIST = new Key("reading.SQ.2");

    @Override
    public Assessment check(HandedIn recording, Law law, Instant now) {
        return Completed.of(recording, law).flatMap(of -> due(of).map(due -> check(of, due, now))).orElseGet(Assessment::quiet);
    }

    static Optional<Cited<Instant>> due(Completed of) {
        return of.rules().word(KEY).map(cited ->
                excepted(of).orElseGet(() -> new Cited<>(of.endOfDay(), cited.authority())));
    }

    /**
     * Until when, by an exception on a ground that this text names too; where it is read so that storing and handing over share one list
     * (SQ/2), on any ground of storing, by its article.
     */
    static Optional<Cited<Instant>> excepted(Completed of) {
        return of.exception(EXCEPTION_GROUNDS, EXCEPTION_WITHIN).or(() -> of.rules().word(ONE_LIST).flatMap(_ -> of.storeException()));
    }

    private static Assessment check(Completed of, Cited<Instant> due, Instant now) {
        var last = due.value();
        var handed = of.custody().handed().map(HandedToCustodian::at);
        if (handed.isEmpty() && !now.isAfter(last)) return Assessment.quietUntil(last);
        if (handed.filter(at -> !at.isAfter(last)).isPresent()) return Assessment.quiet();
        return Assessment.of(of.alert(KEY, due.authority(), of.withExcuse(what(of, last, handed)),
                new Bilingual("请保管人接收并登记；当日不能移交的，说明原因。",
                        "Have the custodian take it over; where that could not be on the day, explain why."), Optional.of(last)));
    }

    private static Bilingual what(Completed of, Instant last, Optional<Instant> handed) {
        return handed
                .map(at -> new Bilingual("应在 " + of.zh(last) + " 前移交保管人，实际移交于 " + of.zh(at) + "。",
                        "The custodian was to have it by " + of.en(last) + " and has it since " + of.en(at) + "."))
                .orElseGet(() -> new Bilingual("应在 " + of.zh(last) + " 前移交保管人，至今没有移交。",
                        "The custodian was to have it by " + of.en(last) + " and does not have it."));
    }
}
