package org.liuhen.core.cases.rules;

import java.time.Instant;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.MeasureKind;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 先行登记保存有始有终: evidence that is preserved has a later decision. The agency's article gives no number, so it is asked for when
 * the case is decided or has ended; the seven days of the national law have their own rule. The law of the day of the beginning
 * counts.
 */
@Duty("record.investigation.required")
public final class PreservationClosed implements Rule<Begun> {

    private static final Key TABLE = new Key("record.investigation.required");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        var decided = Moments.endedOn(begun).isPresent() || begun.documents().values().stream().anyMatch(Moments::decidesCase);
        if (!decided) return Assessment.quiet();
        return begun.measures().values().stream()
                .filter(measure -> measure.taken().kind() == MeasureKind.PRESERVATION && !measure.ended())
                .flatMap(measure -> Alerts.element(law.on(Moments.day(measure.taken().beganAt(), law)), TABLE,
                        "evidencePreservation").stream()
                        .map(authority -> Assessment.of(Alerts.of(TABLE, measure.taken().measure().toString(), "", authority,
                                new Bilingual("案件已经作出决定或者办结，先行登记保存的证据（" + measure.taken().place() + "）还没有后续处理决定。",
                                        "The case is decided, and the preserved evidence (" + measure.taken().place()
                                                + ") has no later decision."),
                                new Bilingual("请登记解除、没收、移送等处理决定。",
                                        "Take down its return, confiscation, transfer or other disposal.")))))
                .collect(Assessment.all());
    }
}
