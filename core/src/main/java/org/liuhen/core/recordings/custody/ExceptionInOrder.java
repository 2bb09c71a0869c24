package org.liuhen.core.recordings.custody;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.Custody;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 返回后储存: an exception to storing in time that was entered only after the ordinary time had passed, or whose return is later than the
 * check-in of the device, is a question (SQ-M-21.p3, LX-23.p3). The law of the day on which the recording ended counts.
 */
@Duty("recording.storeException.from")
public final class ExceptionInOrder implements Rule<HandedIn> {

    private static final Key KEY = new Key("recording.storeException.from");

    @Override
    public Assessment check(HandedIn recording, Law law, Instant now) {
        return Completed.of(recording, law)
                .flatMap(of -> of.custody().exception().flatMap(entered -> of.rules().word(KEY)
                        .flatMap(cited -> doubt(of, entered).map(what -> Assessment.of(of.alert(KEY, cited.authority(), what,
                                new Bilingual("请核对返回时间，并说明为什么没有及时登记。", "Check the time of the return, and explain why it was entered late."),
                                Optional.empty()))))))
                .orElseGet(Assessment::quiet);
    }

    private static Optional<Bilingual> doubt(Completed of, Custody.Excepted entered) {
        var checkedIn = entered.facts().checkedInAt().filter(at -> entered.facts().returnedAt().isAfter(at));
        if (checkedIn.isPresent()) {
            return Optional.of(new Bilingual(
                    "登记的返回时间 " + of.clock(entered.facts().returnedAt()) + " 晚于设备归还的时间 " + of.clock(checkedIn.get()) + "。",
                    "The return, " + of.clock(entered.facts().returnedAt()) + ", is later than the check-in of the device, "
                            + of.clock(checkedIn.get()) + "."));
        }
        return of.ordinarilyStoredBy().map(cited -> cited.value()).filter(due -> entered.enteredAt().isAfter(due.plus(of.slack())))
                .map(due -> new Bilingual("例外情形登记于 " + of.clock(entered.enteredAt()) + "，晚于通常的储存时限 " + of.clock(due) + "。",
                        "The exception was entered at " + of.clock(entered.enteredAt()) + ", after the ordinary time, " + of.clock(due) + "."));
    }

}
