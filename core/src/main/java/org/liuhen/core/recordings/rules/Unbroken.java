package org.liuhen.core.recordings.rules;

import java.time.Instant;
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
 * 不间断: between its first and its last picture the act has no break that nobody explained (SQ-I-9, SQ-I-11, WD-8). Files that a
 * device cut are one recording up to the technical gap; the clocks' uncertainty counts for the officer. The law of the day of the
 * act counts.
 */
@Duty("avRecord.continuous.required")
public final class Unbroken implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.continuous.required");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> act.recorded() && !act.answered(KEY))
                .flatMap(act -> act.rules().flagCited(KEY).filter(cited -> cited.value()).stream()
                        .flatMap(cited -> act.unexplained(Hole.Edge.MIDDLE).stream()
                                .map(hole -> Assessment.of(finding(act, hole, cited.authority())))))
                .collect(Assessment.all());
    }

    private static Finding finding(OnSite act, Hole hole, Authority authority) {
        var span = act.span(hole.time());
        return act.alert(KEY, hole.time().from().toString(), authority,
                new Bilingual("录音录像中断：" + span.zh() + "，没有说明原因。", "The recording breaks off from " + span.en() + ", and nobody says why."),
                new Bilingual("请登记中断原因并声明已语音说明；同一原因的可以一并说明；无法说明的，作出情况说明。",
                        "Record the cause and declare that it was spoken; one explanation can serve several breaks; else make a defect statement."));
    }
}
