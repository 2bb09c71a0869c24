package org.liuhen.core.cases.rules;

import java.time.Instant;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 处罚决定书送达期限: a penalty decision is served within seven working days of its day (Penalty Law, article 61); a public notice
 * counts from its publication. The law of the day of the decision counts.
 */
@Duty("national.penalty.serveWithin")
public final class PenaltyServedInTime implements Rule<Begun> {

    private static final Key KEY = new Key("national.penalty.serveWithin");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return Moments.finals(begun, Moments.PENALTY_DECISION)
                .flatMap(decision -> Moments.issuedOn(decision, law).stream()
                        .flatMap(on -> Deadline.from(law, KEY, on).stream())
                        .map(deadline -> check(begun, decision, deadline, law, now)))
                .collect(Assessment.all());
    }

    private static Assessment check(Begun begun, CaseDocument decision, Deadline deadline, Law law, Instant now) {
        var served = Moments.actOfService(begun, decision.id());
        return deadline.judge(served, Moments.endedOn(begun), law, now, () -> deadline.finding(decision.id().toString(), law,
                served.map(on -> new Bilingual("处罚决定书 " + on + " 才送达。", "The penalty decision was served on " + on + " only."))
                        .orElse(new Bilingual("处罚决定书逾期没有送达。", "The penalty decision is not served, and the limit has passed.")),
                new Bilingual("请送达并登记送达回证；有正当理由的，写明情况。",
                        "Serve it and take down the proof; explain where there was good cause.")));
    }
}
