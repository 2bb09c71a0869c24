package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.liuhen.core.cases.ApprovalStanding;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.ExecutionEvent;
import org.liuhen.core.cases.PerformanceStatus;
import org.liuhen.core.cases.documents.ApprovalMatter;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 罚款缴纳期限: a fine is paid in full within fifteen days of receiving the decision (Penalty Law, article 67), or by the day to which
 * the agency put it off. An entry after that day that it is not paid, or not all of it, answers the question: what follows is the
 * demand. The law of the day of the service counts.
 */
@Duty("national.penalty.payWithin")
public final class FinePaidInTime implements Rule<Begun> {

    private static final TemplateId PAYMENT_NOTICE = new TemplateId("payment-extension-notice");
    private static final Key KEY = new Key("national.penalty.payWithin");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return begun.documents().values().stream()
                .filter(document -> Moments.decidesPenalty(document) && fined(document))
                .flatMap(decision -> Moments.servedOn(begun, decision.id()).flatMap(on -> Deadline.from(law, KEY, on)).stream()
                        .map(statutory -> deferred(begun).map(statutory::until).orElse(statutory))
                        .map(deadline -> check(begun, decision, deadline, law, now)))
                .collect(Assessment.all());
    }

    private static boolean fined(CaseDocument decision) {
        return decision.values().get("fine") instanceof FieldValue.Money(var yuan)
                && yuan.chars().anyMatch(c -> c >= '1' && c <= '9');
    }

    /** The day that the agency set instead, where it allowed to pay later or by instalments (Penalty Law, article 66). */
    private static Optional<LocalDate> deferred(Begun begun) {
        var allowed = Moments.finals(begun, PAYMENT_NOTICE).findAny().isPresent() || begun.approvals().values().stream()
                .anyMatch(approval -> approval.requested().matter() == ApprovalMatter.PAYMENT
                        && approval.standing() instanceof ApprovalStanding.Approved);
        var dues = begun.execution().dues();
        return allowed && !dues.isEmpty() ? Optional.of(dues.getLast().due()) : Optional.empty();
    }

    private static Assessment check(Begun begun, CaseDocument decision, Deadline deadline, Law law, Instant now) {
        var performances = begun.execution().performances();
        var paid = performances.stream()
                .filter(performance -> performance.status() == PerformanceStatus.FULL)
                .map(ExecutionEvent.PerformanceRecorded::on)
                .min(LocalDate::compareTo);
        var noted = performances.stream()
                .anyMatch(performance -> performance.status() != PerformanceStatus.FULL
                        && performance.on().isAfter(deadline.due().day()));
        if (noted) return Assessment.quiet();
        return deadline.judge(paid, Moments.endedOn(begun), law, now, () -> deadline.finding(decision.id().toString(), law,
                paid.map(on -> new Bilingual("罚款 " + on + " 才缴清。", "The fine was paid on " + on + " only."))
                        .orElse(new Bilingual("罚款缴纳期限已过，没有缴清的记录。",
                                "The time to pay the fine has passed, and it is not entered as paid.")),
                new Bilingual("请登记缴纳情况；没有缴纳的，登记未履行，可以催告；准许延期、分期的，登记审批和新的期限。",
                        "Enter the payment; if there was none, enter that, and a demand notice may follow; where it may be paid"
                                + " later, enter the approval and the new day.")));
    }
}
