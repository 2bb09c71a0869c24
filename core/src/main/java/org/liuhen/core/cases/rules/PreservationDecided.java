package org.liuhen.core.cases.rules;

import java.time.Instant;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.Measure;
import org.liuhen.core.cases.MeasureKind;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 先行登记保存的处理期限: within seven working days of its beginning everything that was registered is dealt with (Penalty Law, article
 * 56). The law of the day of the beginning counts; dealt with late stays late.
 */
@Duty("national.penalty.registrationDecideWithin")
public final class PreservationDecided implements Rule<Begun> {

    private static final Key KEY = new Key("national.penalty.registrationDecideWithin");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return begun.measures().values().stream()
                .filter(measure -> measure.taken().kind() == MeasureKind.PRESERVATION)
                .map(measure -> check(measure, begun, law, now))
                .collect(Assessment.all());
    }

    private static Assessment check(Measure measure, Begun begun, Law law, Instant now) {
        var done = measure.endedAt().map(at -> Moments.day(at, law));
        return Deadline.from(law, KEY, Moments.day(measure.taken().beganAt(), law))
                .map(deadline -> deadline.judge(done, Moments.endedOn(begun), law, now, () -> deadline.finding(measure.taken()
                        .measure().toString(),
                        law,
                        done.map(on -> new Bilingual("先行登记保存的证据 " + on + " 才处理完毕。", "Preserved evidence was dealt with on "
                                + on + " only."))
                                .orElse(new Bilingual("先行登记保存的证据逾期没有处理决定。",
                                        "Preserved evidence is past its limit without a decision.")),
                        new Bilingual("请作出并登记处理决定，或者说明情况。", "Decide and take down what becomes of it, or explain."))))
                .orElse(Assessment.quiet());
    }
}
