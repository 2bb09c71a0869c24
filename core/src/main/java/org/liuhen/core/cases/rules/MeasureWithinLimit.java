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
 * 查封、扣押期限: sealing and seizure last no longer than their decision says, and not over thirty days where they are not extended
 * (Compulsion Law, article 25); {@link MeasureExtensionWithinLimit} looks at those that are. The law of the day of the
 * beginning counts; the earlier of the two last days is the last one.
 */
@Duty("national.compulsion.sealingWithin")
public final class MeasureWithinLimit implements Rule<Begun> {

    static final Key KEY = new Key("national.compulsion.sealingWithin");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return begun.measures().values().stream()
                .filter(measure -> limited(measure) && measure.extensions().isEmpty())
                .flatMap(measure -> Deadline.from(law, KEY, Moments.day(measure.taken().beganAt(), law)).stream()
                        .map(deadline -> judge(measure, deadline, begun, law, now)))
                .collect(Assessment.all());
    }

    static boolean limited(Measure measure) {
        return measure.taken().kind() == MeasureKind.SEALING || measure.taken().kind() == MeasureKind.SEIZURE;
    }

    static Assessment judge(Measure measure, Deadline statutory, Begun begun, Law law, Instant now) {
        var own = measure.until().filter(until -> until.isBefore(statutory.due().day()));
        var deadline = own.map(statutory::until).orElse(statutory);
        var done = measure.endedAt().map(at -> Moments.day(at, law));
        var both = measure.until()
                .map(until -> new Bilingual("决定书载明至 " + until + "，法定至 " + statutory.due().day(),
                        "decided until " + until + ", by law until " + statutory.due().day()))
                .orElse(new Bilingual("决定书没有载明期限，法定至 " + statutory.due().day(), "no limit decided, by law until "
                        + statutory.due().day()));
        return deadline.judge(done, Moments.endedOn(begun), law, now, () -> statutory.finding(measure.taken().measure()
                .toString(), law,
                done.map(on -> new Bilingual("查封、扣押逾期，" + on + " 才解除或者处理；" + both.zh() + "。",
                                "Sealing or seizure was lifted late, on " + on + "; " + both.en() + "."))
                        .orElse(new Bilingual("查封、扣押已经到期，没有解除或者处理；" + both.zh() + "。",
                                "Sealing or seizure is past its limit and neither lifted nor disposed of; " + both.en() + ".")),
                new Bilingual("请解除或者处理；检测、检验、检疫、鉴定的期间不计入的，写明起止日期。",
                        "Lift or dispose of it; where the time of a test does not count, say from when to when.")));
    }
}
