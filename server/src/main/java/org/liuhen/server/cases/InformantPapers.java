package org.liuhen.server.cases;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.liuhen.core.cases.DocumentEvent;
import org.liuhen.core.cases.LifeEvent;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.Fact;
import org.liuhen.server.http.Problem;
import org.liuhen.server.journal.Recorded;
import org.springframework.http.HttpStatus;

/** The papers of a case that tell, or once told, who reported the matter: only the handlers open them. Everybody else is given what is left without it. */
final class InformantPapers {

    /** The field of a form that names the informant. */
    static final String FIELD = "informant";

    private final Set<DocumentId> documents = new HashSet<>();

    InformantPapers(List<Recorded> history) {
        for (var recorded : history) {
            if (recorded.fact() instanceof DocumentEvent event && values(event).containsKey(FIELD)) documents.add(event.document());
        }
    }

    private static Map<String, FieldValue> values(DocumentEvent event) {
        return switch (event) {
            case DocumentEvent.DocumentDrafted e -> e.values();
            case DocumentEvent.DraftSaved e -> e.values();
            case DocumentEvent.TextAltered e -> e.values();
            default -> Map.of(); // only these three bring text
        };
    }

    boolean has(DocumentId document) {
        return documents.contains(document);
    }

    /** Whether a picture, scan or attachment that this fact names may show it. */
    boolean tells(Fact fact) {
        return switch (fact) {
            case DocumentEvent event -> has(event.document());
            case LifeEvent.SourceStated event -> event.source().informant().isPresent();
            default -> false; // nothing else is made of it
        };
    }

    /** The same text without it. */
    static Map<String, FieldValue> without(Map<String, FieldValue> values) {
        var left = new TreeMap<>(values);
        left.computeIfPresent(FIELD, (_, _) -> new FieldValue.Text(Masked.INFORMANT));
        return left;
    }

    static Problem closed() {
        return Problem.of(HttpStatus.FORBIDDEN, "informant-protected", "这份材料载有举报人信息，只向承办人开放", "This shows who reported the matter and opens for the handlers only")
                .next("请查看隐去举报人的文书预览，或者请承办人办理。", "Look at the preview without the informant, or ask a handler of the case.");
    }
}
