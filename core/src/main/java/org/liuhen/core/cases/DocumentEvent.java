package org.liuhen.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;

/** Documents: draft, text, marks, final. */
public sealed interface DocumentEvent extends CaseEvent {

    /** Which one. */
    DocumentId document();

    /** A document is begun. */
    record DocumentDrafted(
            DocumentId document, Form form, Map<String, FieldValue> values)
            implements DocumentEvent {
        public DocumentDrafted {
            values = Map.copyOf(values);
        }
    }

    /** The draft is kept as it is. */
    record DraftSaved(DocumentId document, Map<String, FieldValue> values) implements DocumentEvent {
        public DraftSaved {
            values = Map.copyOf(values);
        }
    }

    /** The text is locked. */
    record TextLocked(DocumentId document, int version, Digest digest, int pages, long sizeBytes) implements DocumentEvent {}

    /** The text is a draft again. */
    record TextUnlocked(DocumentId document) implements DocumentEvent {}

    /** The text was altered at these places. */
    record TextAltered(
            DocumentId document, int version, Map<String, FieldValue> values, List<Alteration> places, Digest digest,
            int pages, long sizeBytes)
            implements DocumentEvent {
        public TextAltered {
            values = Map.copyOf(values);
            places = List.copyOf(places);
        }
    }

    /** Somebody signed or sealed. */
    record DocumentSigned(DocumentId document, Signed signature) implements DocumentEvent {}

    /** An altered place is marked. */
    record AlterationMarked(
            DocumentId document, int place, SignKind kind, Optional<Digest> picture)
            implements DocumentEvent {}

    /** Pages are marked across their edges. */
    record PagesMarked(
            DocumentId document, SignKind kind, int fromPage, int toPage, Optional<Digest> picture)
            implements DocumentEvent {}

    /**
     * Refusal to sign is noted, and signed by these officers.
     *
     * @param name who refuses
     */
    record RefusalNoted(
            DocumentId document, Capacity as, String name, String note, Instant at, List<Officer> officers)
            implements DocumentEvent {
        public RefusalNoted {
            officers = List.copyOf(officers);
        }
    }

    /** An opinion stands in the document. */
    record OpinionWritten(
            DocumentId document, OpinionBlock block, String opinion, Optional<String> reason, PersonId by, LocalDate on)
            implements DocumentEvent {}

    /** The document has its number. */
    record DocumentNumbered(DocumentId document, String number) implements DocumentEvent {}

    /** The seal and the issue date are on it. */
    record SealAffixed(
            DocumentId document, LocalDate issuedOn, boolean onPaper, Optional<Digest> sealed, PersonId by)
            implements DocumentEvent {}

    /** The signed paper is scanned in. */
    record ScanAttached(DocumentId document, Digest scan, int pages) implements DocumentEvent {}

    /**
     * The document is final.
     *
     * @param defective a defect statement stands in for something
     */
    record DocumentFinalised(DocumentId document, Digest digest, int pages, boolean defective) implements DocumentEvent {}

    /** The document does not count. */
    record DocumentVoided(DocumentId document, String reason) implements DocumentEvent {}
}
