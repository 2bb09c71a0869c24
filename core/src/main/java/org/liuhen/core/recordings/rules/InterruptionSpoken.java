package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.stream.Stream;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.coverage.Hole;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 语音说明: after a break the cause is spoken into the recording at the restart (SQ-M-20, LX-22, WD-8.p2). The officer's
 * declaration suffices. Where the text does not demand unbroken recording in general, a break without cause is found here. The
 * law of the day of the act counts.
 */
@Duty("avRecord.interruption.voiceExplanation")
public final class InterruptionSpoken implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.interruption.voiceExplanation");
    private static final Key CONTINUOUS = new Key("avRecord.continuous.required");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> act.recorded() && !act.answered(KEY))
                .flatMap(act -> act.rules().flagCited(KEY).filter(cited -> cited.value()).stream()
                        .flatMap(cited -> findings(act, cited.authority())))
                .map(Assessment::of)
                .collect(Assessment.all());
    }

    private static Stream<Finding> findings(OnSite act, Authority authority) {
        var silent = act.activity().course().interruptions().stream()
                .filter(interruption -> !interruption.spoken())
                .map(interruption -> finding(act, interruption.time().from(), authority,
                        new Bilingual("中断（" + act.span(interruption.time()).zh() + "）后恢复记录时没有语音说明原因。",
                                "After the break (" + act.span(interruption.time()).en() + ") the cause was not spoken at the restart.")));
        var unexplained = act.rules().flag(CONTINUOUS)
                ? Stream.<Finding>empty()
                : act.unexplained(Hole.Edge.MIDDLE).stream().map(hole -> finding(act, hole.time().from(), authority,
                        new Bilingual("录音录像中断：" + act.span(hole.time()).zh() + "，没有说明原因。",
                                "The recording breaks off from " + act.span(hole.time()).en() + ", and nobody says why.")));
        return Stream.concat(silent, unexplained);
    }

    private static Finding finding(OnSite act, Instant at, Authority authority, Bilingual what) {
        return act.alert(KEY, at.toString(), authority, what,
                new Bilingual("请登记中断原因，并声明恢复记录时已语音说明；没有说明的，写明理由。",
                        "Record the cause, and declare that it was spoken at the restart; if it was not, give the reason."));
    }
}
