package org.liuhen.core.cases;

import java.time.Instant;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.DocumentId;

/** Decides: Documents. */
final class Documents {

    private Documents() {}

    static Decision<CaseEvent, CaseRefusal> decide(Begun begun, DocumentCommand command, CaseContext context) {
        if (begun.life().isHandler(context.person())) return Decision.nothing();
        return Decision.refuse(CaseRefusal.impossible("not-decided", "尚未实现：" + command, "Not decided yet: " + command, "请稍后再试。",
                "Try again later."));
    }

    static Begun evolve(Begun begun, DocumentEvent event, Instant recordedAt) {
        if (event instanceof DocumentEvent.DocumentDrafted e) return begun.with(CaseDocument.drafted(e, recordedAt));
        return begun.document(id(event)).map(document -> begun.with(document.with(event, recordedAt))).orElse(begun);
    }

    /** A document is unknown only where the payload of its drafting was destroyed. */
    private static DocumentId id(DocumentEvent event) {
        return switch (event) {
            case DocumentEvent.DocumentDrafted e -> e.document();
            case DocumentEvent.DraftSaved e -> e.document();
            case DocumentEvent.TextLocked e -> e.document();
            case DocumentEvent.TextUnlocked e -> e.document();
            case DocumentEvent.TextAltered e -> e.document();
            case DocumentEvent.DocumentSigned e -> e.document();
            case DocumentEvent.AlterationMarked e -> e.document();
            case DocumentEvent.PagesMarked e -> e.document();
            case DocumentEvent.RefusalNoted e -> e.document();
            case DocumentEvent.OpinionWritten e -> e.document();
            case DocumentEvent.DocumentNumbered e -> e.document();
            case DocumentEvent.SealAffixed e -> e.document();
            case DocumentEvent.ScanAttached e -> e.document();
            case DocumentEvent.DocumentFinalised e -> e.document();
            case DocumentEvent.DocumentVoided e -> e.document();
        };
    }
}
