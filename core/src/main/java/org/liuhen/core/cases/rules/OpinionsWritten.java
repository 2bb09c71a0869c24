package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 内部审批意见: an internal approval holds the handler's opinion and reasons, the reviewer's opinion and the approver's (SQ-M-13). */
@Duty("textRecord.approval.opinions")
public final class OpinionsWritten implements Requirement<DocumentStep> {

    private static final Key OPINIONS = new Key("textRecord.approval.opinions");

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        if (step.document().form().kind() != DocumentKind.INTERNAL_APPROVAL) return List.of();
        return rules.words(OPINIONS)
                .map(opinions -> opinions.value().stream()
                        .filter(field -> step.document().form().fields().contains(field) && !step.filled(field))
                        .map(field -> Demand.missing(OPINIONS, opinions.authority(), "缺少" + name(field).zh() + "。",
                                "Missing: " + name(field).en() + "."))
                        .toList())
                .orElse(List.of());
    }

    private static Bilingual name(String field) {
        return switch (field) {
            case "handlerOpinion" -> new Bilingual("承办人意见", "the handler's opinion");
            case "handlerReason" -> new Bilingual("承办人的理由", "the handler's reasons");
            case "reviewerOpinion" -> new Bilingual("审核人意见", "the reviewer's opinion");
            case "approverOpinion" -> new Bilingual("批准人意见", "the approver's opinion");
            default -> throw new IllegalArgumentException("law/keys.yaml has an opinion that no document knows: " + field);
        };
    }
}
