package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
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
 * question for a person, not a refusal; so is a decision that does not wait for them. The law of the day of the telling counts.
 */
@Duty("national.penalty.hearingRequestWithin")
public final class HearingAskedInTime implements Rule<Begun> {

    private static final Key KEY = new Key("national.penalty.hearingRequestWithin");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        var right = begun.process().right(Right.HEARING);
        if (begun.life().opened().kind() != CaseKind.PENALTY) return Assessment.quiet();
        return right.told().flatMap(told -> Deadline.from(law, KEY, Moments.day(told.at(), law)))
                .map(deadline -> Stream.concat(askedLate(begun, deadline, law, now), decidedEarly(begun, deadline, law))
                        .collect(Assessment.all()))
                .orElse(Assessment.quiet());
    }

    private static Stream<Assessment> askedLate(Begun begun, Deadline deadline, Law law, Instant now) {
        return begun.process().right(Right.HEARING).answered().stream()
                .filter(answered -> answered.response() == RightResponse.EXERCISED)
                .map(answered -> Moments.day(answered.at(), law))
                .map(asked -> deadline.judge(Optional.of(asked), Optional.empty(), law, now, () ->
                        deadline.finding(begun.id().toString(), law,
                                new Bilingual("当事人 " + asked + " 要求听证，已经超过期限。", "The party asked for a hearing on " + asked
                                        + ", past the limit."),
                                new Bilingual("请决定是否举行听证，并写明理由。", "Decide whether to hold the hearing, with the reasons."))));
    }

    /** A party that neither asked nor waived may still ask: a decision does not come before its last day is over. */
    private static Stream<Assessment> decidedEarly(Begun begun, Deadline deadline, Law law) {
        var open = begun.process().right(Right.HEARING).answered()
                .map(answered -> answered.response() == RightResponse.SILENT)
                .orElse(true);
        if (!open) return Stream.empty();
        return Moments.finals(begun, Moments.PENALTY_DECISION)
                .flatMap(decision -> Moments.issuedOn(decision, law).filter(on -> !on.isAfter(deadline.due().day())).stream()
                        .map(on -> Assessment.of(deadline.finding(decision.id().toString(), law,
                                new Bilingual("处罚决定 " + on + " 作出，当事人要求听证的期限还没有届满，也没有放弃听证的记录。",
                                        "The penalty was decided on " + on
                                                + ", before the time to ask for a hearing was over, and no waiver is entered."),
                                new Bilingual("当事人放弃听证的，请登记；没有放弃的，说明情况。",
                                        "Enter the waiver if there was one; otherwise explain.")))));
    }
}
