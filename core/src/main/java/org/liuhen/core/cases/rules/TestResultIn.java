package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.DueDay;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Bilingual;

/**
 * 检测、检验、鉴定意见: a test was commissioned and its result is not in by the day that the commission names; where it names none, by
 * the decision (CL-11a.5). The law of the day of the commission counts.
 */
@Duty("record.investigation.required")
public final class TestResultIn implements Rule<Begun> {

    private static final Key TABLE = new Key("record.investigation.required");
    private static final TemplateId COMMISSION = new TemplateId("test-commission");
    private static final Set<TemplateId> RESULTS = Set.of(new TemplateId("test-report"), new TemplateId("test-result-notice"));

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        var commissions = Moments.finals(begun, COMMISSION).toList();
        var results = begun.documents().values().stream()
                .filter(document -> document.isFinal() && RESULTS.contains(document.form().template())).toList();
        return commissions.stream()
                .filter(commission -> results.stream().noneMatch(result -> answers(result, commission, commissions.size())))
                .flatMap(commission -> Alerts.element(law.on(commissionedOn(commission, begun, law)), TABLE, "testing").stream()
                        .map(authority -> judge(begun, commission, authority, law, now)))
                .collect(Assessment.all());
    }

    /** A result names its commission; of a single commission it need not. */
    private static boolean answers(CaseDocument result, CaseDocument commission, int commissions) {
        if (!(result.values().get("commission") instanceof FieldValue.Refs(var refs)) || refs.isEmpty()) return commissions == 1;
        return refs.contains(commission.id().toString());
    }

    private static LocalDate commissionedOn(CaseDocument commission, Begun begun, Law law) {
        return Moments.day(commission, "commissionedOn").or(() -> Moments.issuedOn(commission, law))
                .orElseGet(() -> Moments.day(begun.life().opened().at(), law));
    }

    private static Assessment judge(Begun begun, CaseDocument commission, Authority authority, Law law, Instant now) {
        var due = Moments.day(commission, "dueOn").map(day -> new DueDay(day, false).last(law.zone()));
        var decided = Moments.endedOn(begun).isPresent() || begun.documents().values().stream().anyMatch(Moments::decidesCase);
        if (!decided && (due.isEmpty() || !now.isAfter(due.get()))) return due.map(Assessment::quietUntil)
                .orElse(Assessment.quiet());
        var what = decided
                ? new Bilingual("案件已经作出决定或者办结，委托的检测、检验、鉴定没有意见。", "The case is decided, and a commissioned test has no result.")
                : new Bilingual("委托的检测、检验、鉴定逾期没有意见。", "A commissioned test is past its day without a result.");
        return Assessment.of(new Finding(new FindingKey(TABLE.value(), commission.id().toString(), "result"), Severity.ALERT,
                authority, what,
                new Bilingual("请归入检验报告或者鉴定意见；不再需要的，写明原因。",
                        "File the report or opinion; if it is not needed any more, say why."), due));
    }
}
