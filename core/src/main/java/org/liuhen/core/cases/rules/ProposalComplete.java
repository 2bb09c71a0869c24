package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.Proposal;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 承办人处理意见: proposal, facts, evidence, legal basis and discretion, each in a field of its own (SQ-M-8.1). */
@Duty("record.decision.required")
public final class ProposalComplete implements Requirement<ProposalStep> {

    private static final Key TABLE = new Key("record.decision.required");

    @Override
    public List<Missing> missing(ProposalStep step, Rules rules) {
        return rules.elements(TABLE).stream()
                .filter(element -> element.word().equals(RecordedContent.HANDLER_PROPOSAL.word()))
                .flatMap(element -> element.contents().stream()
                        .filter(content -> text(step.proposal(), content).isBlank())
                        .map(content -> missing(content, new Authority.Article(element.article()))))
                .toList();
    }

    private static Missing missing(String content, Authority authority) {
        var name = name(content);
        return new Missing(TABLE.value(), authority, new Bilingual("处理意见缺少" + name.zh() + "。", "The proposal lacks " + name.en()
                + "."),
                new Bilingual("请补充后再提交审核。", "Add it, then hand the proposal in."));
    }

    private static String text(Proposal proposal, String content) {
        return switch (content) {
            case "proposal" -> proposal.proposal();
            case "facts" -> proposal.facts();
            case "evidence" -> proposal.evidence();
            case "basis" -> proposal.basis();
            case "discretion" -> proposal.discretion();
            default -> throw new IllegalArgumentException("law/keys.yaml has a content that no proposal knows: " + content);
        };
    }

    private static Bilingual name(String content) {
        return switch (content) {
            case "proposal" -> new Bilingual("处理建议", "what is proposed");
            case "facts" -> new Bilingual("事实", "the facts");
            case "evidence" -> new Bilingual("证据", "the evidence");
            case "basis" -> new Bilingual("法律依据", "the legal basis");
            default -> new Bilingual("裁量等级和理由", "the grade of discretion and its reasons");
        };
    }
}
