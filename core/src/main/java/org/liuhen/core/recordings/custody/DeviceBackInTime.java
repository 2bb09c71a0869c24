package org.liuhen.core.recordings.custody;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 返回后交设备: where the text says that under the exception the device itself is handed over, its check-in lies within the same hours as the
 * hand-over (SQ-I-15.p2, beside SQ-D-9.p2); told when the time is over and it is not back, and when it comes back late. The law of the day on which
 * the recording ended counts.
 */
@Duty("recording.handOver.exceptionObject")
public final class DeviceBackInTime implements Rule<HandedIn> {

    private static final Key KEY = new Key("recording.handOver.exceptionObject");

    @Override
    public Assessment check(HandedIn recording, Law law, Instant now) {
        return Completed.of(recording, law).flatMap(of -> of.rules().word(KEY).flatMap(object ->
                HandedToCustodianInTime.excepted(of).map(due -> check(of, object, due.value(), now)))).orElseGet(Assessment::quiet);
    }

    private static Assessment check(Completed of, Cited<String> object, Instant due, Instant now) {
        var back = of.custody().exception().flatMap(entered -> entered.checkedInAt());
        if (back.isPresent()) {
            return back.get().isAfter(due) ? late(of, object, due, new Bilingual(
                    "设备归还于 " + of.zh(back.get()) + "，晚于 " + of.zh(due) + "。",
                    "The device was checked in at " + of.en(back.get()) + ", later than " + of.en(due) + ".")) : Assessment.quiet();
        }
        if (!of.custody().deviceOut()) return Assessment.quiet();
        return now.isAfter(due) ? late(of, object, due, new Bilingual("应在 " + of.zh(due) + " 前交回设备，至今没有归还。",
                "The device was to be checked in by " + of.en(due) + " and is not back.")) : Assessment.quietUntil(due);
    }

    private static Assessment late(Completed of, Cited<String> object, Instant due, Bilingual what) {
        return Assessment.of(of.alert(KEY, object.authority(), of.withExcuse(what),
                new Bilingual("请交回设备，并说明返回后没有及时交回的原因。", "Hand the device in, and explain why that was not done after the return."),
                Optional.of(due)));
    }
}
