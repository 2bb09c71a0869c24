package org.liuhen.core.cases.rules;

import java.util.Arrays;
import java.util.List;
import org.liuhen.core.cases.OpinionBlock;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 审批签字日期: each opinion of an internal approval has a date of its own (SQ-M-13). */
@Duty("textRecord.approval.dateEach")
public final class OpinionsDated implements Requirement<DocumentStep> {

    private static final Key DATE_EACH = new Key("textRecord.approval.dateEach");

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        var authority = rules.flagCited(DATE_EACH).filter(each -> each.value());
        if (step.document().form().kind() != DocumentKind.INTERNAL_APPROVAL || authority.isEmpty()) return List.of();
        return Arrays.stream(OpinionBlock.values())
                .filter(block -> step.document().form().fields().contains(block.dayField()) && !step.filled(block.dayField()))
                .map(block -> Demand.missing(DATE_EACH, authority.get().authority(), name(block).zh() + "没有签字日期。",
                        name(block).en() + " has no date of signing."))
                .toList();
    }

    private static Bilingual name(OpinionBlock block) {
        return switch (block) {
            case HANDLER -> new Bilingual("承办人意见", "The handler's opinion");
            case REVIEWER -> new Bilingual("审核人意见", "The reviewer's opinion");
            case APPROVER -> new Bilingual("批准人意见", "The approver's opinion");
        };
    }
}
