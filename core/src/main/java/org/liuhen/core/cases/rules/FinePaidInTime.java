package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 罚款缴纳期限: a fine is paid within fifteen days of receiving the decision (Penalty Law, article 67). Any entry of the party's
 * performance answers it, also that nothing was paid. The law of the day of the service counts.
 */
@Duty("national.penalty.payWithin")
public final class FinePaidInTime implements Rule<Begun> {

    private static final Key KEY = new Key("national.penalty.payWithin");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        if (!begun.execution().performances().isEmpty()) return Assessment.quiet();
        return Moments.finals(begun, Moments.PENALTY_DECISION)
                .filter(decision -> decision.values().get("fine") instanceof FieldValue.Money)
                .flatMap(decision -> Moments.servedOn(begun, decision.id()).flatMap(on -> Deadline.from(law, KEY, on)).stream()
                        .map(deadline -> deadline.judge(Optional.empty(), Moments.endedOn(begun), law, now,
                                () -> deadline.finding(decision.id().toString(), law,
                                        new Bilingual("罚款缴纳期限已过，没有履行记录。",
                                                "The time to pay the fine has passed, and nothing is entered."),
                                        new Bilingual("请登记缴纳情况；没有缴纳的，登记未履行，可以催告。",
                                                "Enter the payment; if there was none, enter that, and a demand notice may follow.")))))
                .collect(Assessment.all());
    }
}
