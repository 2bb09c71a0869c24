package org.liuhen.formats.law.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.cases.ApprovalId;
import org.liuhen.core.cases.Proposal;
import org.liuhen.core.cases.ServiceId;
import org.liuhen.core.cases.documents.ApprovalMatter;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.values.DocumentId;

/** Words for what takes several commands, so that a worked case tells its point and nothing else. {@link Steps} spells them out. */
public sealed interface Shortcut {

    /** Steps of a document that are no signatures, as {@code without} names them. */
    List<String> STEPS = List.of("opinions", "acrossPages", "number", "seal", "supports", "final");

    /**
     * A document from its draft to its end.
     *
     * @param without steps that are left out: signatures by capacity ({@code party}), {@code acrossPages}, {@code number},
     *     {@code seal}, {@code opinions}, {@code supports}, {@code final}
     */
    record MakeDocument(
            DocumentId document, TemplateId template, Map<String, FieldValue> values, boolean filled, int pages, List<String> without)
            implements Shortcut {
        public MakeDocument {
            values = Map.copyOf(values);
            without = List.copyOf(without);
        }
    }

    /** An approval to which everybody on the agency's route agrees. */
    record Approve(ApprovalId approval, ApprovalMatter matter, Optional<DocumentId> document, Proposal proposal) implements Shortcut {}

    /** Documents served on the party in person. */
    record Serve(ServiceId service, List<DocumentId> documents) implements Shortcut {
        public Serve {
            documents = List.copyOf(documents);
        }
    }
}
