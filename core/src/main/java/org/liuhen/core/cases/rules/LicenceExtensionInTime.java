package org.liuhen.core.cases.rules;

import java.time.Instant;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;

/**
 * 许可决定延长期限: where the applicant was told of an extension within the first twenty, a licence is decided within ten more
 * working days (Licence Law, article 42). The law of the day of the acceptance counts.
 */
@Duty("national.licence.decideExtension")
public final class LicenceExtensionInTime implements Rule<Begun> {

    private static final Key KEY = new Key("national.licence.decideExtension");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        if (!LicenceDecidedInTime.extended(begun, law)) return Assessment.quiet();
        return LicenceDecidedInTime.accepted(begun, law)
                .flatMap(on -> Deadline.from(law, LicenceDecidedInTime.KEY, on).flatMap(first -> Deadline.from(law, KEY, on)
                        .map(more -> new Deadline(KEY, on, more.limit(), first.andAgain(more.limit(), law).due(),
                                more.authority()))))
                .map(deadline -> LicenceDecidedInTime.judge(begun, deadline, law, now))
                .orElse(Assessment.quiet());
    }
}
