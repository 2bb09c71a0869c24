package org.liuhen.core.recordings.rules;

import java.time.Instant;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 有必要记录的事项: of an act that the officers found necessary to record they say why (SQ-L-10). Found after the day of the act. The law of
 * the day of the act counts.
 */
@Duty("avRecord.itemsList.officerJudgement")
public final class NecessityTold implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.itemsList.officerJudgement");
    private static final String ACT = "officerJudgement";

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> activity.opened().item().id().equals(ACT) && activity.details().necessity().isEmpty()
                        && !act.answered(KEY))
                .flatMap(act -> act.rules().authority(KEY).stream().map(authority -> now.isAfter(act.endOfDay())
                        ? Assessment.of(act.alert(KEY, "", authority,
                                new Bilingual("没有写明为什么认为有必要记录。", "Nobody says why it was found necessary to record."),
                                new Bilingual("请写明记录的必要。", "Say why it was recorded.")))
                        : Assessment.quietUntil(act.endOfDay())))
                .collect(Assessment.all());
    }
}
