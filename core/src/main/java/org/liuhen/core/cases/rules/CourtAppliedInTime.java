package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 申请法院强制执行的期限: within three months of the end of the time for reconsideration and action (Compulsion Law, article 53). That end
 * is what the application itself states; where it states none, nothing can be judged. The law of that day counts.
 */
@Duty("national.compulsion.courtApplicationWithin")
public final class CourtAppliedInTime implements Rule<Begun> {

    private static final Key KEY = new Key("national.compulsion.courtApplicationWithin");

    /** 复议、诉讼期限届满之日, a field of the application. */
    static final String TIME_ENDED_ON = "actionPeriodEndedOn";

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return begun.execution().court().stream()
                .flatMap(court -> begun.document(court.document())
                        .flatMap(application -> Moments.day(application, TIME_ENDED_ON))
                        .flatMap(ended -> Deadline.from(law, KEY, ended)).stream()
                        .map(deadline -> deadline.judge(Optional.of(court.on()), Optional.empty(), law, now,
                                () -> deadline.finding(court.document().toString(), law,
                                        new Bilingual(court.on() + " 才申请法院强制执行，超过法定期限。",
                                                "The court was applied to on " + court.on() + " only, past the limit."),
                                        new Bilingual("请核对期限届满之日；有正当理由的，写明情况。",
                                                "Check the day on which the time ended; explain where there was good cause.")))))
                .collect(Assessment.all());
    }
}
