package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseKind;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.DueDay;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Limit;
import org.liuhen.core.law.Span;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Bilingual;

/**
 * 听证通知: the party is told of time and place seven working days before the hearing (Penalty Law, article 64): so many lie
 * between, the day of the notice not counted. The law of the day of the hearing counts.
 */
@Duty("national.penalty.hearingNoticeBefore")
public final class HearingNotifiedInTime implements Rule<Begun> {

    private static final Key KEY = new Key("national.penalty.hearingNoticeBefore");
    private static final TemplateId HEARING_NOTICE = new TemplateId("hearing-notice");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        if (begun.life().opened().kind() != CaseKind.PENALTY) return Assessment.quiet();
        return Moments.finals(begun, HEARING_NOTICE)
                .flatMap(notice -> Moments.time(notice, "heldAt").stream().map(heldAt ->
                        check(begun, notice, Moments.day(heldAt, law), law, now)))
                .collect(Assessment.all());
    }

    private static Assessment check(Begun begun, CaseDocument notice, LocalDate held, Law law, Instant now) {
        return law.on(held).limit(KEY)
                .flatMap(cited -> lastDay(cited.value(), held, law).map(due -> {
                    var served = Moments.actOfService(begun, notice.id());
                    return new Deadline(KEY, held, (Limit.Within) cited.value(), due, cited.authority())
                            .judge(served, Moments.endedOn(begun), law, now, () -> finding(notice, held, served, due,
                                    cited.authority(), law));
                }))
                .orElse(Assessment.quiet());
    }

    private static Optional<DueDay> lastDay(Limit limit, LocalDate held, Law law) {
        if (!(limit instanceof Limit.Within(Span.Calendar(var period), var days))) return Optional.empty();
        return Optional.of(switch (days) {
            case NATURAL -> new DueDay(held.minus(period), false);
            case WORKING -> {
                var last = law.workDays().before(held, Math.toIntExact(ChronoUnit.DAYS.between(held.minus(period), held)));
                yield new DueDay(last, !law.workDays().announced(last, held));
            }
        });
    }

    private static Finding finding(
            CaseDocument notice, LocalDate held, Optional<LocalDate> served, DueDay due, Authority authority, Law law) {
        var provisional = due.provisional();
        var zh = served.map(on -> "听证通知书 " + on + " 送达，").orElse("听证通知书没有送达，") + "应当不晚于 " + due.day() + "（听证日期 " + held
                + (provisional ? "；节假日安排尚未公布，日期为暂定" : "") + "）。";
        var en = served.map(on -> "The hearing notice was served on " + on).orElse("The hearing notice is not served")
                + "; the last day was " + due.day() + " (hearing on " + held
                + (provisional ? "; provisional, the holidays are not announced yet" : "") + ").";
        return new Finding(new FindingKey(KEY.value(), notice.id().toString(), ""), Severity.ALERT, authority,
                new Bilingual(zh, en),
                new Bilingual("请另定听证日期并重新通知，或者说明当事人同意的情况。",
                        "Set another day and tell the party again, or explain that it agreed."),
                Optional.of(due.last(law.zone())));
    }
}
