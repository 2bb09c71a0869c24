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
 * 到达现场起: the recording begins with the act (SQ-I-9). The clocks' uncertainty counts for the officer. A point that the agency's
 * list leaves to the officers is free (SQ-L-10). The law of the day of the act counts.
 */
@Duty("avRecord.span.start")
public final class RecordedFromArrival implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.span.start");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> act.recorded() && !act.free(RecordedItem::startPoint) && !act.answered(KEY))
                .flatMap(act -> act.rules().word(KEY).stream()
                        .flatMap(cited -> act.unexplained(Hole.Edge.BEGIN).stream().map(hole -> act.alert(KEY, "", cited.authority(),
                                new Bilingual("录音录像 " + act.clock(hole.time().to()) + " 才开始，活动 " + act.clock(hole.time().from()) + " 已经开始。",
                                        "The recording begins at " + act.clock(hole.time().to()) + ", the act began at "
                                                + act.clock(hole.time().from()) + "."),
                                new Bilingual("请归入此前的录音录像，或者写明原因。", "File what was recorded before, or give the reason.")))))
                .map(Assessment::of)
                .collect(Assessment.all());
    }
}
