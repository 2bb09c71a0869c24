package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 一次告知补正的期限: within five working days of the receipt (Licence Law, article 32). The agency's own, shorter limit is shown with
 * it. The law of the day of the receipt counts.
 */
@Duty("national.licence.supplementNoticeWithin")
public final class NationalSupplementNotice implements Rule<Begun> {

    static final Key KEY = new Key("national.licence.supplementNoticeWithin");
    private static final Key LOCAL = new Key("licence.supplementNotice.within");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        var told = Applications.firstSupplement(begun, law);
        if (told.isEmpty() && Applications.settled(begun)) return Assessment.quiet();
        return deadline(begun, law)
                .map(deadline -> deadline.judge(told, Optional.empty(), law, now, () -> deadline.finding(Applications.SUBJECT,
                        law,
                        told.map(on -> new Bilingual(on + " 才告知补正，超过法定期限" + local(deadline, law).zh() + "。",
                                        "The supplement notice came on " + on + ", past the limit by law" + local(deadline, law)
                                                .en() + "."))
                                .orElse(new Bilingual("收到申请后超过法定期限没有告知" + local(deadline, law).zh() + "。",
                                        "The applicant is not told, and the limit by law has passed" + local(deadline, law)
                                                .en() + ".")),
                        new Bilingual("逾期不告知的，自收到申请材料之日起即为受理；请按受理办理。",
                                "Without a notice in time the application is accepted from its receipt; go on accordingly."))))
                .orElse(Assessment.quiet());
    }

    static Optional<Deadline> deadline(Begun begun, Law law) {
        return begun.licensing().application()
                .flatMap(application -> Deadline.from(law, KEY, Moments.day(application.receivedAt(), law)));
    }

    private static Bilingual local(Deadline deadline, Law law) {
        return Deadline.from(law, LOCAL, deadline.start())
                .map(own -> new Bilingual("；本机关期限：" + own.zh(), "; the agency's own limit: " + own.en()))
                .orElse(new Bilingual("；本机关没有规定更短的期限", "; the agency has no limit of its own"));
    }
}
