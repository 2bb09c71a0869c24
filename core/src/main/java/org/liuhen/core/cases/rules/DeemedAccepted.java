package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 逾期视为受理: an application that was turned down for a supplement after the limit by law counts as accepted from its receipt
 * (Licence Law, article 32). The law of the day of the receipt counts.
 */
@Duty("national.licence.deemedAccepted")
public final class DeemedAccepted implements Rule<Begun> {

    private static final Key KEY = new Key("national.licence.deemedAccepted");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        var deemed = from(begun, law);
        var settled = Applications.accepted(begun, law).isPresent() || begun.licensing().withdrawn().isPresent();
        if (deemed.isEmpty() || settled) return Assessment.quiet();
        return law.on(deemed.get()).flagCited(KEY)
                .map(cited -> Assessment.of(Alerts.of(KEY, Applications.SUBJECT, "", cited.authority(),
                        new Bilingual("补正告知逾期，申请自 " + deemed.get() + " 收到之日起视为受理，不能按不予受理处理。",
                                "The supplement notice was late: the application counts as accepted from its receipt on "
                                        + deemed.get() + "."),
                        new Bilingual("请登记受理决定，许可期限自收到之日起算。",
                                "Take down its acceptance; the time to decide runs from the receipt."))))
                .orElse(Assessment.quiet());
    }

    /** The day of the receipt where the law deems the application accepted: a notice came late. */
    static Optional<LocalDate> from(Begun begun, Law law) {
        return NationalSupplementNotice.deadline(begun, law)
                .filter(deadline -> law.on(deadline.start()).flag(KEY))
                .filter(deadline -> Applications.firstSupplement(begun, law).filter(told -> told.isAfter(deadline.due().day()))
                        .isPresent())
                .map(Deadline::start);
    }
}
