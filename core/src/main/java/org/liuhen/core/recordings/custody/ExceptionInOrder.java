package org.liuhen.core.recordings.custody;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.Custody;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 返回后储存: an exception to storing in time that was entered only after the ordinary time had passed, or whose return is later than the
 * check-in of the device, is a question (SQ-M-21.p3, LX-23.p3). The law of the day on which the recording ended counts.
 */
@Duty("recording.storeException.from")
public final class ExceptionInOrder implements Rule<HandedIn> {

    private static final Key KEY = new Key("recording.storeException.from");
    private static final Bilingual WAY_OUT = new Bilingual("请核对返回时间，并说明为什么没有及时登记。",
            "Check the time of the return, and explain why it was entered late.");

    @Override
    public Assessment check(HandedIn recording, Law law, Instant now) {
        return Completed.of(recording, law)
                .flatMap(of -> of.custody().exception().flatMap(entered -> of.rules().word(KEY)
                        .flatMap(cited -> doubt(of, entered, cited.authority()))))
                .map(Assessment::of).orElseGet(Assessment::quiet);
    }

    private static Optional<Finding> doubt(Completed of, Custody.Excepted entered, Authority authority) {
        var checkedIn = entered.checkedInAt().filter(at -> entered.returned() && entered.returnedAt().isAfter(at));
        if (checkedIn.isPresent()) {
            return Optional.of(of.alert(KEY, authority, new Bilingual(
                    "登记的返回时间 " + of.zh(entered.returnedAt()) + " 晚于设备归还的时间 " + of.zh(checkedIn.get()) + "。",
                    "The return, " + of.en(entered.returnedAt()) + ", is later than the check-in of the device, "
                            + of.en(checkedIn.get()) + "."), WAY_OUT, Optional.empty()));
        }
        return of.ordinarilyStoredBy().map(cited -> cited.value()).filter(due -> entered.enteredAt().isAfter(due.plus(of.slack())))
                .map(due -> enteredLate(of, entered, due, authority));
    }

    /** A terminal without a network tells later what was written down in time; by its own clock, so it is shown and not raised. */
    private static Finding enteredLate(Completed of, Custody.Excepted entered, Instant due, Authority authority) {
        var what = new Bilingual("例外情形登记于 " + of.zh(entered.enteredAt()) + "，晚于通常的储存时限 " + of.zh(due) + "。",
                "The exception was entered at " + of.en(entered.enteredAt()) + ", after the ordinary time, " + of.en(due) + ".");
        return entered.statedAt().filter(at -> !at.isAfter(due))
                .map(at -> of.report(KEY, authority, new Bilingual(what.zh() + "终端上写于 " + of.zh(at) + "，之后才连上网络。",
                        what.en() + " It was written on the terminal at " + of.en(at) + " and sent when there was a network."), WAY_OUT, Optional.empty()))
                .orElseGet(() -> of.alert(KEY, authority, what, WAY_OUT, Optional.empty()));
    }
}
