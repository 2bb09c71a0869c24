package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 陈述、申辩复核: no decision on execution while a statement is logged that nobody reviewed (CL-16). */
@Duty("coercion.statementReview.required")
public final class StatementsReviewed implements Requirement<ExecutionStep> {

    private static final Key KEY = new Key("coercion.statementReview.required");

    @Override
    public List<Missing> missing(ExecutionStep step, Rules rules) {
        var authority = rules.authority(KEY);
        if (authority.isEmpty()) return List.of();
        return step.begun().execution().statements().values().stream()
                .filter(statement -> statement.review().isEmpty())
                .map(_ -> new Missing(KEY.value(), authority.get(),
                        new Bilingual("当事人的陈述、申辩没有复核意见。", "A statement of the party was not reviewed."),
                        new Bilingual("请登记复核的事实、理由、证据和意见。", "Take down facts, reasons, evidence and opinion of the review.")))
                .toList();
    }
}
