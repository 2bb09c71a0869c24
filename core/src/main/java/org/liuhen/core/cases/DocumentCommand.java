package org.liuhen.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.PersonId;

/** Documents: draft, text, marks, final. */
public sealed interface DocumentCommand extends CaseCommand {

    /** Begin a document. */
    record DraftDocument(DocumentId document, TemplateId template, Map<String, FieldValue> values) implements DocumentCommand {
        public DraftDocument {
            values = Map.copyOf(values);
        }
    }

    /** Keep a draft as it is now. */
    record SaveDraft(DocumentId document, Map<String, FieldValue> values) implements DocumentCommand {
        public SaveDraft {
            values = Map.copyOf(values);
        }
    }

    /**
     * The text is rendered and locked: what is signed is this.
     *
     * @param digest of the PDF
     * @param pages computed from the PDF
     */
    record LockText(DocumentId document, Digest digest, int pages, long sizeBytes) implements DocumentCommand {}

    /** Take a text that nobody has signed back to a draft. */
    record UnlockText(DocumentId document) implements DocumentCommand {}

    /** Alter a text that was signed: a new version with each altered place marked. */
    record AlterText(
            DocumentId document, Map<String, FieldValue> values, List<Alteration> places, Digest digest, int pages,
            long sizeBytes)
            implements DocumentCommand {
        public AlterText {
            values = Map.copyOf(values);
            places = List.copyOf(places);
        }
    }

    /** Sign or seal as somebody. */
    record SignDocument(DocumentId document, Signed signature) implements DocumentCommand {}

    /** Mark an altered place at that very place. */
    record MarkAlteration(
            DocumentId document, int place, SignKind kind, Optional<Digest> picture)
            implements DocumentCommand {}

    /** Mark across the edges of pages (骑缝). */
    record MarkAcrossPages(
            DocumentId document, SignKind kind, int fromPage, int toPage, Optional<Digest> picture)
            implements DocumentCommand {}

    /**
     * Somebody refuses to sign; officers note and sign it.
     *
     * @param name who refuses
     */
    record NoteRefusal(
            DocumentId document, Capacity as, String name, String note, Instant at, List<PersonId> officers)
            implements DocumentCommand {
        public NoteRefusal {
            officers = List.copyOf(officers);
        }
    }

    /** Write one of the opinions of an internal approval document, each with its own date. */
    record WriteOpinion(
            DocumentId document, OpinionBlock block, String opinion, Optional<String> reason, PersonId by, LocalDate on)
            implements DocumentCommand {}

    /** Give the document its number of the agency's series. */
    record NumberDocument(DocumentId document, String number) implements DocumentCommand {}

    /**
     * Affix the agency's seal and issue date.
     *
     * @param sealed digest of the sealed PDF or of the scan
     */
    record AffixSeal(
            DocumentId document, LocalDate issuedOn, boolean onPaper, Optional<Digest> sealed)
            implements DocumentCommand {}

    /** The signed paper, scanned in. */
    record AttachScan(DocumentId document, Digest scan, int pages) implements DocumentCommand {}

    /** Make the document final: one-way. */
    record FinaliseDocument(DocumentId document) implements DocumentCommand {}

    /** The document does not count; its number stays used. */
    record VoidDocument(DocumentId document, String reason) implements DocumentCommand {}
}
