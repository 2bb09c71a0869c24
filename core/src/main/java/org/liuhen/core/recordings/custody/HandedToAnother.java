package org.liuhen.core.recordings.custody;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/** 保管人不得是录制人: the custodian who takes a recording over did not make it (SQ-D-9, SQ-I-15). The law of the day on which it ended counts. */
@Duty("recording.handOver.to")
public final class HandedToAnother implements Rule<HandedIn> {

    private static final Key KEY = new Key("recording.handOver.to");

    @Override
    public Assessment check(HandedIn recording, Law law, Instant now) {
        return Completed.of(recording, law)
                .flatMap(of -> of.custody().handed()
                        .filter(handed -> handed.from().filter(handed.custodian()::equals).isPresent())
                        .flatMap(_ -> of.rules().word(KEY))
                        .map(cited -> Assessment.of(of.alert(KEY, cited.authority(),
                                new Bilingual("接收移交的保管人就是使用设备的执法人员。", "The custodian who took it over is the officer who used the device."),
                                new Bilingual("请由另一名保管人核对接收；确实无法另派的，说明原因。",
                                        "Let another custodian check it; where there is none, explain why."), Optional.empty()))))
                .orElseGet(Assessment::quiet);
    }
}
