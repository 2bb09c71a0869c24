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
 * 与文字记录相衔接: a recorded act has a text record linked to it (SQ-M-16.p2, LX-18.p2). Found after the day of the act. The law of the
 * day of the act counts.
 */
@Duty("avRecord.linkToText.required")
public final class LinkedToText implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.linkToText.required");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> act.recorded() && activity.evidence().documents().isEmpty() && !act.answered(KEY))
                .flatMap(act -> act.rules().flagCited(KEY).filter(cited -> cited.value()).stream().map(cited -> now.isAfter(act.endOfDay())
                        ? Assessment.of(act.alert(KEY, "", cited.authority(),
                                new Bilingual("音像记录没有关联文字记录。", "The recordings are linked to no text record."),
                                new Bilingual("请关联相应的文书；没有文书的，写明理由。", "Link the document; if there is none, give the reason.")))
                        : Assessment.quietUntil(act.endOfDay())))
                .collect(Assessment.all());
    }
}
