package org.liuhen.core.cases.rules;

import java.time.Instant;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 按告知的时间核查: the time of verification that the applicant was told has passed, and there is no verification record (CL-6.2). The
 * law of the day of the acceptance counts.
 */
@Duty("licence.acceptance.outcomes")
public final class VerificationDone implements Rule<Begun> {

    private static final Key OUTCOMES = new Key("licence.acceptance.outcomes");
    private static final TemplateId VERIFICATION_RECORD = new TemplateId("verification-record");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        var settled = Moments.endedOn(begun).isPresent() || begun.licensing().withdrawn().isPresent()
                || Moments.finals(begun, VERIFICATION_RECORD).findAny().isPresent();
        if (settled) return Assessment.quiet();
        return begun.licensing().outcomes().stream()
                .flatMap(outcome -> outcome.verificationAt().stream()
                        .flatMap(at -> Alerts.element(law.on(Moments.day(outcome.at(), law)), OUTCOMES,
                                "acceptWithVerification").stream()
                                .map(authority -> judge(at, authority, law, now))))
                .collect(Assessment.all());
    }

    private static Assessment judge(Instant at, Authority authority, Law law, Instant now) {
        if (!now.isAfter(at)) return Assessment.quietUntil(at);
        var day = Moments.day(at, law);
        return Assessment.of(Alerts.of(OUTCOMES, Applications.SUBJECT, "verification", authority,
                new Bilingual("告知的核查时间（" + day + "）已过，没有现场核查笔录。", "The time of verification (" + day
                        + ") has passed without a record of it."),
                new Bilingual("请制作核查笔录；改期的，告知申请人并写明原因。", "Make the record; if it was put off, tell the applicant and say why.")));
    }
}
