package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.Set;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 物品详情: of a sealing, a seizure or their lifting it is said when each article of the list is to be seen in the recording (SQ-L-5).
 * Found when the time to hand in is over, where none is. The law of the day of the act counts.
 */
@Duty("avRecord.itemsList.sealSeizure")
public final class ArticlesTied implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.itemsList.sealSeizure");
    private static final Set<String> ACTS = Set.of("coerciveMeasureTaken", "coerciveMeasureLifted");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> ACTS.contains(activity.opened().item().id()) && act.moving()
                        && activity.details().articles().isEmpty())
                .filter(act -> !act.answered(KEY))
                .flatMap(act -> act.rules().authority(KEY).stream().map(authority -> now.isAfter(act.handedInBy())
                        ? Assessment.of(act.alert(KEY, "", authority,
                                new Bilingual("清单上的物品没有对应到录像的时间点。", "No article of the list is tied to a moment of the recording."),
                                new Bilingual("请回放后逐件标记时间；没有物品的，写明理由。",
                                        "Tie each article to its moment while watching; if there are none, give the reason.")))
                        : Assessment.quietUntil(act.handedInBy())))
                .collect(Assessment.all());
    }
}
