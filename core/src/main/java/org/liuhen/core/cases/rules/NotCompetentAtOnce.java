package org.liuhen.core.cases.rules;

import java.time.Instant;
import org.liuhen.core.cases.AcceptanceOutcome;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 即时不予受理: that the agency is not competent is decided at once, on the day of the receipt (CL-6.5). The law of that day counts.
 */
@Duty("licence.rejectNotCompetent.when")
public final class NotCompetentAtOnce implements Rule<Begun> {

    private static final Key KEY = new Key("licence.rejectNotCompetent.when");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        var application = begun.licensing().application();
        if (application.isEmpty()) return Assessment.quiet();
        var received = Moments.day(application.get().receivedAt(), law);
        return begun.licensing().outcomes().stream()
                .filter(outcome -> outcome.outcome() == AcceptanceOutcome.NOT_COMPETENT && Moments.day(outcome.at(), law)
                        .isAfter(received))
                .flatMap(outcome -> law.on(received).word(KEY).stream()
                        .map(word -> Assessment.of(Alerts.of(KEY, Applications.SUBJECT, "", word.authority(),
                                new Bilingual("不属于本机关职权的申请应当即时决定：" + received + " 收到，" + Moments.day(outcome.at(), law) + " 才决定。",
                                        "An application outside the agency's competence is decided at once: received on "
                                                + received
                                                + ", decided on " + Moments.day(outcome.at(), law) + "."),
                                new Bilingual("请说明没有即时决定的原因。", "Explain why it was not decided at once.")))))
                .collect(Assessment.all());
    }
}
