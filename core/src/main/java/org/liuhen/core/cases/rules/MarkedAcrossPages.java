package org.liuhen.core.cases.rules;

import java.util.List;
import java.util.stream.IntStream;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/** 骑缝确认: evidence of several pages is marked across all their edges; a noted refusal stands in (SQ-M-12.p3, SQ/26). */
@Duty("textRecord.multiPage.ridingMark")
public final class MarkedAcrossPages implements Requirement<DocumentStep> {

    private static final Key KINDS = new Key("textRecord.multiPage.ridingMark");
    private static final Key FROM_PAGES = new Key("textRecord.multiPage.fromPages");

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        var document = step.document();
        var kinds = rules.words(KINDS);
        var fromPages = rules.count(FROM_PAGES);
        var pages = document.text().map(text -> text.pages()).orElse(0);
        if (kinds.isEmpty() || fromPages.isEmpty() || pages < Math.max(2, fromPages.get().value())
                || document.form().kind() != DocumentKind.EVIDENCE || Signing.partyPlace(document).isEmpty()
                || Signing.partyRefused(step, rules)) {
            return List.of();
        }
        var marks = document.marks().acrossPages().stream()
                .filter(mark -> Signing.accepted(mark.kind(), kinds))
                .filter(mark -> mark.picture().isPresent() || document.marks().scan().isPresent())
                .toList();
        var edges = IntStream.range(1, pages)
                .filter(page -> marks.stream().noneMatch(mark -> mark.fromPage() <= page && page < mark.toPage()))
                .count();
        if (edges == 0) return List.of();
        return List.of(Demand.missing(KINDS, kinds.get().authority(), "共 " + pages + " 页，有 " + edges + " 处页缝没有骑缝指印或者骑缝章。",
                "Of " + pages + " pages " + edges + " edges bear no mark across them."));
    }
}
