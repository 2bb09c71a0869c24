package org.liuhen.core.cases.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.cases.Approval;
import org.liuhen.core.cases.ApprovalStanding;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.cases.documents.ApprovalMatter;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/**
 * 审批: what needs an approval has one before it is final: in the system, on an approval form that is final, or signed by the
 * approver on the paper itself. A decision rests on the agency's article (SQ-M-8.5), a coercive measure on SQ-M-7.8; else on
 * the product.
 */
@Duty("record.decision.required")
public final class MatterApproved implements Requirement<DocumentStep> {

    private static final Key DECISION = new Key("record.decision.required");
    private static final Key INVESTIGATION = new Key("record.investigation.required");

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        var form = step.document().form();
        if (form.approval().isEmpty() || approved(step, form.approval().get())) return List.of();
        var authority = authority(rules, form.approval().get(), form.isDecision());
        return List.of(Demand.missing(DECISION, authority, "《" + form.title().zh() + "》须经审批，尚无批准的记录。",
                "“" + form.title().en() + "” needs an approval, and none is recorded."));
    }

    private static Authority authority(Rules rules, ApprovalMatter matter, boolean decision) {
        if (decision) return Demand.element(rules, DECISION, RecordedContent.HEAD_APPROVAL.word());
        var measure = EnumSet.of(ApprovalMatter.MEASURE, ApprovalMatter.MEASURE_EXTENSION, ApprovalMatter.MEASURE_LIFTING);
        return measure.contains(matter)
                ? Demand.element(rules, INVESTIGATION, RecordedContent.COERCIVE_MEASURE.word()) : new Authority.ProductDefault();
    }

    private static boolean approved(DocumentStep step, ApprovalMatter matter) {
        var document = step.document();
        return Signing.count(document, EnumSet.of(Capacity.APPROVER), Optional.empty()) > 0
                || step.begun().approvals().values().stream().anyMatch(approval -> approval.requested().matter() == matter
                        && approval.standing() instanceof ApprovalStanding.Approved && about(step, approval))
                || step.begun().documents().values().stream().anyMatch(form -> form.isFinal()
                        && form.form().kind() == DocumentKind.INTERNAL_APPROVAL && form.form().approval().filter(matter::equals)
                                .isPresent());
    }

    /** About this document, about none in particular, or about one that goes nowhere, such as the approval form. */
    private static boolean about(DocumentStep step, Approval approval) {
        return approval.requested().document()
                .filter(id -> !id.equals(step.document().id()))
                .flatMap(step.begun()::document)
                .filter(other -> other.form().kind() == DocumentKind.ISSUED)
                .isEmpty();
    }
}
