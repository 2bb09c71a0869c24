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
 * 用语指引: when the act began, a guide to what is said was in force that the agency has confirmed (SQ-M-18, LX-20,
 * WD-7.p3). What the
 * product proposes is none until then. The law of the day of the act counts.
 */
@Duty("avRecord.phraseGuide.required")
public final class GuideInForce implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.phraseGuide.required");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> activity.details().guide().isEmpty() && !act.answered(KEY))
                .flatMap(act -> act.rules().flagCited(KEY).filter(cited -> cited.value()).stream()
                        .map(cited -> act.alert(KEY, "", cited.authority(),
                                new Bilingual("活动开始时，没有经本机关确认的用语指引。", "When the act began, the agency had confirmed no guide to what is said."),
                                new Bilingual("请法制机构确认用语指引；本次活动可以写明理由。",
                                        "Let the legal section confirm the guide; for this act a reason can be given."))))
                .map(Assessment::of)
                .collect(Assessment.all());
    }
}
