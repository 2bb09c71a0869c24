package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.law.DueDay;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Officer;

/**
 * 执法证有效期: the certificate of a handler ends while the case goes on. Its last day is in time. The law of the day after counts;
 * where the text is silent the product asks.
 */
@Duty("record.investigation.required")
public final class CertificatesValid implements Rule<Begun> {

    private static final Key TABLE = new Key("record.investigation.required");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return begun.life().handlers().stream().map(officer -> check(officer, begun, law, now)).collect(Assessment.all());
    }

    private static Assessment check(Officer officer, Begun begun, Law law, Instant now) {
        var to = officer.certificateTo();
        if (Moments.endedOn(begun).filter(on -> !on.isAfter(to)).isPresent()) return Assessment.quiet();
        var last = new DueDay(to, false).last(law.zone());
        if (!now.isAfter(last)) return Assessment.quietUntil(last);
        var authority = Alerts.orProduct(Alerts.element(law.on(to.plusDays(1)), TABLE, "officerIdentity"));
        return Assessment.of(new Finding(new FindingKey(TABLE.value(), officer.id().toString(), "certificate"), Severity.ALERT,
                authority,
                new Bilingual("承办人" + officer.name() + "的执法证（" + officer.certificate() + "）已于 " + to + " 到期。",
                        "The certificate " + officer.certificate() + " of the handler " + officer.name() + " ended on " + to
                                + "."),
                new Bilingual("请更换承办人，或者登记新证并重新指派；到期后的行为作出情况说明。",
                        "Change the handler, or register the new certificate and assign again; for acts since, make a defect statement."),
                Optional.of(last)));
    }
}
