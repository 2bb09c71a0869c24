package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/** 权利告知方式: whoever tells the party of its rights says how (CL-10). */
@Duty("record.investigation.required")
public final class RightsMannerStated implements Requirement<DocumentStep> {

    private static final Key TABLE = new Key("record.investigation.required");

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        if (!step.records(RecordedContent.RIGHTS_NOTICE) || mannerTold(step)) return List.of();
        return rules.elements(TABLE).stream()
                .filter(element -> element.word().equals(RecordedContent.RIGHTS_NOTICE.word()) && element.contents()
                        .contains("manner"))
                .map(element -> Demand.missing(TABLE, new Authority.Article(element.article()), "没有写明告知权利的方式。",
                        "It does not say how the party was told of its rights."))
                .toList();
    }

    /** In the document's field, or at each right that the case says was told by it. */
    private static boolean mannerTold(DocumentStep step) {
        if (step.document().form().fields().contains("manner")) return step.filled("manner");
        return step.begun().process().rights().values().stream()
                .flatMap(right -> right.told().stream())
                .filter(told -> told.document().filter(step.document().id()::equals).isPresent())
                .allMatch(told -> told.manner().filter(manner -> !manner.isBlank()).isPresent());
    }
}
