package org.liuhen.core.cases.rules;

import java.time.Instant;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 施行日期: the agency's rules are not in force, neither on the day of the opening nor now, so that nothing of them is checked: their
 * day of activation is missing or wrong. The product asks. A case that is older than rules which are in force by now is none of
 * theirs, and that is no finding.
 */
@Duty("agency.effectiveFrom")
public final class RulesInForce implements Rule<Begun> {

    private static final Key KEY = new Key("agency.effectiveFrom");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        var opened = Moments.day(begun.life().opened().at(), law);
        if (law.on(opened).authority(KEY).isPresent() || law.on(Moments.day(now, law)).authority(KEY).isPresent()) {
            return Assessment.quiet();
        }
        return Assessment.of(Alerts.of(KEY, begun.id().toString(), "", new Authority.ProductDefault(),
                new Bilingual("案件 " + opened + " 登记时，本机关的制度尚未施行，或者没有登记施行日期。",
                        "When the case was opened on " + opened
                                + ", the agency's rules were not in force, or their day is not entered."),
                new Bilingual("请核对制度的施行日期。", "Check the day from which the rules are in force.")));
    }
}
