package org.liuhen.core.cases.rules;

import java.time.Instant;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.ProcessEvent;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 情况说明留痕: what was made final with a defect statement stays a finding for ever, one for each duty that it answers. It cites the
 * article that was not met, by the law of the day of the statement.
 */
@Duty("record.traceability")
public final class DefectsStand implements Rule<Begun> {

    private static final Key KEY = new Key("record.traceability");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return begun.process().defects().stream()
                .flatMap(defect -> defect.duties().stream().distinct().map(duty -> Assessment.of(finding(defect, duty, law))))
                .collect(Assessment.all());
    }

    private static Finding finding(ProcessEvent.DefectStated defect, String duty, Law law) {
        var rules = law.on(defect.on());
        var authority = rules.knows(duty) ? rules.authority(new Key(duty)).or(() -> rules.authority(KEY)) : rules.authority(KEY);
        return Alerts.of(KEY, defect.subject(), duty, Alerts.orProduct(authority),
                new Bilingual("以情况说明代替（" + defect.on() + "）：缺少" + defect.missing() + "；原因：" + defect.why(),
                        "A defect statement of " + defect.on() + " stands in. Missing: " + defect.missing() + ". Why: "
                                + defect.why()),
                new Bilingual("请法制机构核查这份情况说明。", "The legal section looks at the statement."));
    }
}
