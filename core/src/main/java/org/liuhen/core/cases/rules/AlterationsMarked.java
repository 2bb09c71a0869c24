package org.liuhen.core.cases.rules;

import java.util.List;
import java.util.stream.Collectors;
import org.liuhen.core.cases.DocumentEvent.AlterationMarked;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/**
 * 更改处确认: every altered place of evidence bears a mark of its own, of a kind that the article accepts; a signature alone does not
 * do (SQ-M-12.p2). A noted refusal stands in (SQ/26).
 */
@Duty("textRecord.correction.confirmBy")
public final class AlterationsMarked implements Requirement<DocumentStep> {

    private static final Key CONFIRM_BY = new Key("textRecord.correction.confirmBy");
    private static final Key PER_PLACE = new Key("textRecord.correction.perPlace");

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        var document = step.document();
        var kinds = rules.words(CONFIRM_BY);
        if (kinds.isEmpty() || document.form().kind() != DocumentKind.EVIDENCE || Signing.partyPlace(document).isEmpty()
                || Signing.partyRefused(step, rules)) {
            return List.of();
        }
        var marked = document.marks().alterationMarks().stream()
                .filter(mark -> Signing.accepted(mark.kind(), kinds))
                .filter(mark -> mark.picture().isPresent() || document.marks().scan().isPresent())
                .map(AlterationMarked::place)
                .collect(Collectors.toSet());
        if (!rules.flag(PER_PLACE) && !marked.isEmpty()) return List.of();
        return document.marks().alterations().stream()
                .filter(alteration -> !marked.contains(alteration.place()))
                .map(alteration -> Demand.missing(CONFIRM_BY, kinds.get().authority(),
                        "第 " + alteration.place() + " 处更改没有当事人按制度要求的确认（捺指印、盖章等），只有签名不够。",
                        "Altered place " + alteration.place()
                                + " does not bear the party's mark of the kind asked for; a signature is not enough."))
                .toList();
    }
}
