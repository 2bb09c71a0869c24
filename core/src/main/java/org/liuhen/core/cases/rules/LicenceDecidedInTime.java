package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 许可决定期限: a licence is decided within twenty working days of its acceptance (Licence Law, article 42); {@link
 * LicenceExtensionInTime} looks at those whose time was extended. An interruption stops the count. The law of the day of the
 * acceptance counts.
 */
@Duty("national.licence.decideWithin")
public final class LicenceDecidedInTime implements Rule<Begun> {

    static final Key KEY = new Key("national.licence.decideWithin");
    private static final TemplateId EXTENSION_NOTICE = new TemplateId("licence-extension-notice");

    private static final Set<TemplateId> DECISIONS = Set.of(new TemplateId("licence-decision"),
            new TemplateId("licence-refusal"));

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        if (extended(begun, law)) return Assessment.quiet();
        return accepted(begun, law).flatMap(on -> Deadline.from(law, KEY, on))
                .map(deadline -> judge(begun, deadline, law, now))
                .orElse(Assessment.quiet());
    }

    /** Whether the applicant was told of an extension while there was still time to extend. */
    static boolean extended(Begun begun, Law law) {
        var last = accepted(begun, law).flatMap(on -> Deadline.from(law, KEY, on))
                .flatMap(deadline -> Moments.afterPauses(begun, deadline, law))
                .map(deadline -> deadline.due().day());
        return Moments.first(Moments.finals(begun, EXTENSION_NOTICE), law)
                .filter(on -> last.map(day -> !on.isAfter(day)).orElse(true))
                .isPresent();
    }

    static Optional<LocalDate> accepted(Begun begun, Law law) {
        return DeemedAccepted.from(begun, law).or(() -> Applications.accepted(begun, law));
    }

    static Assessment judge(Begun begun, Deadline statutory, Law law, Instant now) {
        var decided = Moments.first(begun.documents().values().stream()
                .filter(document -> document.isFinal() && DECISIONS.contains(document.form().template())), law);
        var ended = begun.licensing().withdrawn().map(withdrawn -> withdrawn.on()).or(() -> Moments.endedOn(begun));
        return Moments.afterPauses(begun, statutory, law)
                .map(deadline -> deadline.judge(decided, ended, law, now, () -> deadline.finding(begun.id().toString(), law,
                        decided.map(on -> new Bilingual("许可决定 " + on + " 作出，超过法定期限。", "The licence was decided on " + on
                                + ", past the limit."))
                                .orElse(new Bilingual("超过法定期限没有作出许可决定。",
                                        "The licence is not decided, and the limit has passed.")),
                        new Bilingual("请尽快作出决定；听证、检验、检测、检疫、鉴定、专家评审的时间不计入的，写明起止日期。",
                                "Decide soon; where the time of a hearing, test or expert review does not count, say from when to when."))))
                .orElse(Assessment.quiet());
    }
}
