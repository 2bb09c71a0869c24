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
 * 不得补录: a file that was made after the act, or before it, whatever the clock's error, is not a recording of it (SQ-I-11.p4, WD-8).
 * Photographs count too. The law of the day of the act counts.
 */
@Duty("avRecord.backfill.forbidden")
public final class NotBackfilled implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.backfill.forbidden");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> !act.answered(KEY))
                .flatMap(act -> act.rules().flagCited(KEY).filter(cited -> cited.value()).stream()
                        .flatMap(cited -> activity.evidence().filed().stream()
                                .filter(filed -> !filed.segment().time().widened(filed.segment().uncertainty().plus(act.gap())).meets(act.time()))
                                .map(filed -> act.alert(KEY, filed.segment().recording().toString(), cited.authority(),
                                        new Bilingual("有一份音像记录（" + act.span(filed.segment().time()).zh() + "）不在活动时间内，可能是事后补录或者归错。",
                                                "A recording (" + act.span(filed.segment().time()).en()
                                                        + ") lies outside the activity: made afterwards, or filed by mistake."),
                                        new Bilingual("请核对；归错的移出，确属活动内容的写明原因。",
                                                "Check it: take it out if it was filed by mistake, else give the reason.")))))
                .map(Assessment::of)
                .collect(Assessment.all());
    }
}
