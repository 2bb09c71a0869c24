package org.liuhen.server.cases;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.cases.documents.FieldValue;

/** The bodies of the acts on documents that the server completes; public inside, so that their parts can be read by name. */
final class DocumentBodies {

    private DocumentBodies() {}

    /** What stands in the fields now. */
    public record Altered(Map<String, FieldValue> values) {
        public Altered {
            values = Map.copyOf(values);
        }
    }

    /** By a blank, where the number stands on one. */
    public record Numbered(Optional<Long> blank) {}

    /** The date of issue. */
    public record Issued(LocalDate issuedOn) {}
}
