package org.liuhen.core.cases.rules;

import java.time.Instant;
import org.liuhen.core.cases.CaseKind;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 处罚决定期限: a penalty is decided within ninety days of the opening of the case (Penalty Law, article 60). An interruption stops
 * the count; its last day counts again. The law of the day of the opening counts.
 */
@Duty("national.penalty.decideWithin")
public final class PenaltyDecidedInTime implements Rule<Begun> {

    private static final Key KEY = new Key("national.penalty.decideWithin");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        if (begun.life().opened().kind() != CaseKind.PENALTY) return Assessment.quiet();
        var decided = Moments.first(begun.documents().values().stream().filter(Moments::decidesPenalty), law);
        return Deadline.from(law, KEY, Moments.filedOn(begun, law))
                .flatMap(deadline -> Moments.afterPauses(begun, deadline, law))
                .map(deadline -> deadline.judge(decided, Moments.endedOn(begun), law, now, () -> deadline.finding(begun.id()
                        .toString(), law,
                        decided.map(on -> new Bilingual("处罚决定 " + on + " 作出，超过法定期限。", "The penalty was decided on " + on
                                + ", past the limit."))
                                .orElse(new Bilingual("超过法定期限没有作出处罚决定。", "No penalty is decided, and the limit has passed.")),
                        new Bilingual("请尽快作出决定；法律、法规、规章另有规定或者依法延长的，写明依据。",
                                "Decide soon; where another provision applies or the time was extended, give the basis."))))
                .orElse(Assessment.quiet());
    }
}
