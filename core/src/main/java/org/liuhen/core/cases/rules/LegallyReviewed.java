package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.ApprovalStep;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.cases.Verdict;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/** 法制审核: a decision that needs a legal review has its opinion, and says whether it follows an objection (SQ-M-8.3). */
@Duty("record.decision.required")
public final class LegallyReviewed implements Requirement<DocumentStep> {

    private static final Key TABLE = new Key("record.decision.required");

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        if (!step.document().form().isDecision() || !step.begun().life().flags().legalReview() || reviewed(step)) {
            return List.of();
        }
        return List.of(Demand.missing(TABLE, Demand.element(rules, TABLE, RecordedContent.LEGAL_REVIEW.word()),
                "本案须经法制审核，尚无审核意见，或者没有写明不采纳的理由。",
                "The case needs a legal review; there is no opinion, or no reason for not following it."));
    }

    private static boolean reviewed(DocumentStep step) {
        var begun = step.begun();
        return begun.approvals().values().stream().anyMatch(approval -> approval.withdrawn().isEmpty()
                        && approval.opinions().stream().anyMatch(opinion -> opinion.step() == ApprovalStep.LEGAL_REVIEW
                                && (opinion.verdict() == Verdict.AGREED || approval.adopted().isPresent())))
                || begun.documents().values().stream().anyMatch(document -> document.isFinal()
                        && document.form().records().contains(RecordedContent.LEGAL_REVIEW)
                        && document.marks().signatures().stream().noneMatch(signed -> signed.as() == Capacity.REVIEWER
                                && signed.officer().filter(begun.life()::isHandler).isPresent()));
    }
}
