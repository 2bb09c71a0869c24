package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/** 文书种类: a document is of one of the kinds that the article lists (SQ-M-10, CL-3.p2). */
@Duty("textRecord.kinds")
public final class KindKnown implements Requirement<DocumentStep> {

    private static final Key KINDS = new Key("textRecord.kinds");

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        var kind = step.document().form().kind();
        return rules.words(KINDS)
                .filter(kinds -> !listed(kind, kinds.value()))
                .map(kinds -> Demand.missing(KINDS, kinds.authority(), "本机关的制度没有这一种文书：" + kind.word() + "。",
                        "The agency's regulation does not list this kind of document: " + kind.word() + "."))
                .stream()
                .toList();
    }

    /**
     * Reports of laboratories and experts are evidence where they are no kind of their own; our work records are not regulated.
     */
    private static boolean listed(DocumentKind kind, List<String> kinds) {
        return switch (kind) {
            case WORK_RECORD -> true;
            case TEST_APPRAISAL, EXPERT_REPORT -> kinds.contains(kind.word()) || kinds.contains(DocumentKind.EVIDENCE.word());
            case ISSUED, EVIDENCE, INTERNAL_APPROVAL, HEARING, SERVICE -> kinds.contains(kind.word());
        };
    }
}
