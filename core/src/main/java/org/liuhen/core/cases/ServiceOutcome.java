package org.liuhen.core.cases;

import java.time.LocalDate;
import java.util.List;
import org.liuhen.core.values.DocumentId;

/** What became of a service of documents. */
public sealed interface ServiceOutcome {

    /** Not complete yet. */
    record Pending() implements ServiceOutcome {}

    /** Served on this day. */
    record Served(List<DocumentId> documents, LocalDate on, boolean defective) implements ServiceOutcome {
        public Served {
            documents = List.copyOf(documents);
        }
    }

    /** It did not succeed. */
    record Failed(String reason) implements ServiceOutcome {}
}
