package org.liuhen.core.recordings.rules;

import java.time.Instant;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 客观原因: a break has one of the causes that the text names (SQ-M-20, SQ-I-11.p2, LX-22, WD-8.p2); another cause is a question
 * for a person. The law of the day of the act counts.
 */
@Duty("avRecord.interruption.causes")
public final class CauseNamed implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.interruption.causes");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> !act.answered(KEY) && !act.rules().elements(KEY).isEmpty())
                .flatMap(act -> activity.course().interruptions().stream()
                        .filter(interruption -> act.rules().elements(KEY).stream().noneMatch(element -> element.word().equals(interruption.cause())))
                        .map(interruption -> act.alert(KEY, interruption.time().from().toString(),
                                new Authority.Article(act.rules().elements(KEY).getFirst().article()),
                                new Bilingual("中断（" + act.span(interruption.time()).zh() + "）的原因不在制度列明的客观原因之内。",
                                        "The cause of the break (" + act.span(interruption.time()).en()
                                                + ") is none of those that the regulation names."),
                                new Bilingual("请核对原因；确有其他原因的，写明理由。", "Check the cause; if there was another one, give the reason."))))
                .map(Assessment::of)
                .collect(Assessment.all());
    }
}
