package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.cases.CaseKind;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.Right;
import org.liuhen.core.cases.RightResponse;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 要求听证的期限: the party asks for a hearing within five working days of being told (Penalty Law, article 64). A later request is a
 * question for a person, not a refusal. The law of the day of the telling counts.
 */
@Duty("national.penalty.hearingRequestWithin")
public final class HearingAskedInTime implements Rule<Begun> {

    private static final Key KEY = new Key("national.penalty.hearingRequestWithin");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        var right = begun.process().right(Right.HEARING);
        var told = begun.life().opened().kind() == CaseKind.PENALTY && right.told().isPresent();
        if (!told || right.answered().isEmpty()) return Assessment.quiet();
        var answered = right.answered().get();
        if (answered.response() != RightResponse.EXERCISED) return Assessment.quiet();
        var asked = Moments.day(answered.at(), law);
        return Deadline.from(law, KEY, Moments.day(right.told().get().at(), law))
                .map(deadline -> deadline.judge(Optional.of(asked), Optional.empty(), law, now, () ->
                        deadline.finding(begun.id().toString(), law,
                                new Bilingual("当事人 " + asked + " 要求听证，已经超过期限。", "The party asked for a hearing on " + asked
                                        + ", past the limit."),
                                new Bilingual("请决定是否举行听证，并写明理由。", "Decide whether to hold the hearing, with the reasons."))))
                .orElse(Assessment.quiet());
    }
}
