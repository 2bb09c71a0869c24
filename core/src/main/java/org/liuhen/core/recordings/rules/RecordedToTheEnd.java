package org.liuhen.core.recordings.rules;

import java.time.Instant;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.RecordedItem;
import org.liuhen.core.recordings.coverage.Hole;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 至执法结束: the recording ends with the act (SQ-I-9). The clocks' uncertainty counts for the officer. A point that the agency's list
 * leaves to the officers is free (SQ-L-10). The law of the day of the act counts.
 */
@Duty("avRecord.span.end")
public final class RecordedToTheEnd implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.span.end");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> act.recorded() && !act.free(RecordedItem::endPoint) && !act.answered(KEY))
                .flatMap(act -> act.rules().word(KEY).stream()
                        .flatMap(cited -> act.unexplained(Hole.Edge.END).stream().map(hole -> act.alert(KEY, "", cited.authority(),
                                new Bilingual("录音录像 " + act.clock(hole.time().from()) + " 已经结束，活动 " + act.clock(hole.time().to()) + " 才结束。",
                                        "The recording ends at " + act.clock(hole.time().from()) + ", the act ended at "
                                                + act.clock(hole.time().to()) + "."),
                                new Bilingual("请归入此后的录音录像，或者登记无法继续记录的情况并由两名执法人员签名。",
                                        "File what was recorded later, or record that recording could not go on, signed by two officers.")))))
                .map(Assessment::of)
                .collect(Assessment.all());
    }
}
