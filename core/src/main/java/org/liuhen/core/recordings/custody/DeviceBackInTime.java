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
 * hand-over (SQ-I-15.p2, beside SQ-D-9.p2). The law of the day on which the recording ended counts.
 */
@Duty("recording.handOver.exceptionObject")
public final class DeviceBackInTime implements Rule<HandedIn> {

    private static final Key KEY = new Key("recording.handOver.exceptionObject");

    @Override
    public Assessment check(HandedIn recording, Law law, Instant now) {
        return Completed.of(recording, law).flatMap(of -> of.rules().word(KEY).flatMap(cited -> late(of, cited))).orElseGet(Assessment::quiet);
    }

    private static Optional<Assessment> late(Completed of, Cited<String> object) {
        var checkedIn = of.custody().exception().flatMap(entered -> entered.facts().checkedInAt());
        return HandedToCustodianInTime.excepted(of).map(Cited::value)
                .filter(due -> checkedIn.filter(at -> at.isAfter(due)).isPresent())
                .map(due -> Assessment.of(of.alert(KEY, object.authority(),
                        new Bilingual("设备归还于 " + of.clock(checkedIn.orElseThrow()) + "，晚于 " + of.clock(due) + "。",
                                "The device was checked in at " + of.clock(checkedIn.orElseThrow()) + ", later than " + of.clock(due) + "."),
                        new Bilingual("请说明返回后没有及时交回设备的原因。", "Explain why the device was not handed in after the return."), Optional.of(due))));
    }
}
