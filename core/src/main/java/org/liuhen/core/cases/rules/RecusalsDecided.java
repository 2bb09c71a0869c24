package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 回避未决: no decision and no end while a request for recusal is undecided; cited is the article on what the party did with its rights. */
@Duty("record.investigation.required")
public final class RecusalsDecided implements Requirement<CaseStep> {

    private static final Key TABLE = new Key("record.investigation.required");

    @Override
    public List<Missing> missing(CaseStep step, Rules rules) {
        if (step.begun().life().openRecusals().isEmpty()) return List.of();
        var authority = rules.elements(TABLE).stream()
                .filter(element -> element.word().equals("rightsResponse"))
                .map(Element::article)
                .<Authority>map(Authority.Article::new)
                .findFirst()
                .orElse(new Authority.ProductDefault());
        return List.of(new Missing(TABLE.value(), authority, new Bilingual("回避申请尚未决定。", "A request for recusal is not decided."),
                new Bilingual("请机关负责人作出是否回避的决定。", "Let a person in charge decide about the recusal.")));
    }
}
