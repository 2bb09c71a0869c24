package org.liuhen.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.cases.DocumentPhase.Draft;
import org.liuhen.core.cases.DocumentPhase.Locked;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.values.DocumentId;

/**
 * A document (文书) of the case as it stands.
 *
 * @param marks signatures and all that stands on the paper
 * @param draftedAt when the server first knew of it
 */
public record CaseDocument(
        DocumentId id, Form form, Map<String, FieldValue> values, DocumentPhase phase, Marks marks,
        List<DocumentEvent.OpinionWritten> opinions, Optional<String> number, Instant draftedAt) {

    /** Fields that tell when the act was, the first one that is there counts. */
    private static final List<String> ACT_TIMES = List.of("beganAt", "occurredAt", "takenAt", "sampledAt", "toldAt",
            "respondedAt");

    /**
     * What stands on the paper beside the text.
     *
     * @param signatures on this text; an altered text keeps those it had
     * @param alterations places where the text was altered after somebody had signed
     */
    public record Marks(
            List<Signed> signatures, List<Alteration> alterations, List<DocumentEvent.AlterationMarked> alterationMarks,
            List<DocumentEvent.PagesMarked> acrossPages, List<DocumentEvent.RefusalNoted> refusals,
            Optional<DocumentEvent.SealAffixed> seal, Optional<DocumentEvent.ScanAttached> scan) {
        public Marks {
            signatures = List.copyOf(signatures);
            alterations = List.copyOf(alterations);
            alterationMarks = List.copyOf(alterationMarks);
            acrossPages = List.copyOf(acrossPages);
            refusals = List.copyOf(refusals);
        }

        static Marks none() {
            return new Marks(List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
        }

        Marks with(Signed signed) {
            return new Marks(Copies.add(signatures, signed), alterations, alterationMarks, acrossPages, refusals, seal, scan);
        }

        Marks with(DocumentEvent event) {
            return switch (event) {
                case DocumentEvent.AlterationMarked e ->
                        new Marks(signatures, alterations, Copies.add(alterationMarks, e), acrossPages, refusals, seal, scan);
                case DocumentEvent.PagesMarked e ->
                        new Marks(signatures, alterations, alterationMarks, Copies.add(acrossPages, e), refusals, seal, scan);
                case DocumentEvent.RefusalNoted e ->
                        new Marks(signatures, alterations, alterationMarks, acrossPages, Copies.add(refusals, e), seal, scan);
                case DocumentEvent.SealAffixed e ->
                        new Marks(signatures, alterations, alterationMarks, acrossPages, refusals, Optional.of(e), scan);
                case DocumentEvent.ScanAttached e ->
                        new Marks(signatures, alterations, alterationMarks, acrossPages, refusals, seal, Optional.of(e));
                case DocumentEvent _ -> throw new IllegalArgumentException("no mark: " + event);
            };
        }

        Marks altered(List<Alteration> places) {
            var all = new ArrayList<>(alterations);
            all.addAll(places);
            return new Marks(signatures, all, alterationMarks, List.of(), refusals, Optional.empty(), Optional.empty());
        }
    }

    public CaseDocument {
        values = Copies.of(values);
        opinions = List.copyOf(opinions);
    }

    static CaseDocument drafted(DocumentEvent.DocumentDrafted e, Instant at) {
        return new CaseDocument(e.document(), e.form(), e.values(), new Draft(0), Marks.none(), List.of(),
                Optional.empty(), at);
    }

    CaseDocument with(DocumentEvent event, Instant recordedAt) {
        return switch (event) {
            case DocumentEvent.DraftSaved e -> with(e.values(), phase, marks);
            case DocumentEvent.TextLocked e -> with(values, new Locked(e.version(), e.digest(), e.pages(), e.sizeBytes()), marks);
            case DocumentEvent.TextUnlocked _ -> with(values, new Draft(text().map(Locked::version).orElse(0)), marks);
            case DocumentEvent.TextAltered e ->
                    with(e.values(), new Locked(e.version(), e.digest(), e.pages(), e.sizeBytes()), marks.altered(e.places()));
            case DocumentEvent.DocumentSigned e -> with(values, phase, marks.with(e.signature()));
            case DocumentEvent.OpinionWritten e ->
                    new CaseDocument(id, form, values, phase, marks, Copies.add(opinions, e), number, draftedAt);
            case DocumentEvent.DocumentNumbered e ->
                    new CaseDocument(id, form, values, phase, marks, opinions, Optional.of(e.number()), draftedAt);
            case DocumentEvent.DocumentFinalised e -> with(values, finalised(e, recordedAt), marks);
            case DocumentEvent.DocumentVoided e -> with(values, new DocumentPhase.Voided(e.reason()), marks);
            case DocumentEvent.AlterationMarked _, DocumentEvent.PagesMarked _, DocumentEvent.RefusalNoted _,
                    DocumentEvent.SealAffixed _, DocumentEvent.ScanAttached _ -> with(values, phase, marks.with(event));
            case DocumentEvent.DocumentDrafted _ -> throw new IllegalArgumentException("a document is drafted once");
        };
    }

    /** The text that is signed or was made final. */
    public Optional<Locked> text() {
        return switch (phase) {
            case Locked locked -> Optional.of(locked);
            case DocumentPhase.Final fin -> Optional.of(fin.text());
            case Draft _, DocumentPhase.Voided _ -> Optional.empty();
        };
    }

    /** What stands in the fields, with the opinions that were given one by one. */
    public Map<String, FieldValue> filled() {
        var all = new LinkedHashMap<>(values);
        for (var opinion : opinions) {
            all.put(opinion.block().opinionField(), new FieldValue.Text(opinion.opinion()));
            all.put(opinion.block().dayField(), new FieldValue.Day(opinion.on()));
            if (opinion.block() == OpinionBlock.HANDLER) {
                opinion.reason().ifPresent(reason -> all.put(OpinionBlock.HANDLER_REASON, new FieldValue.Text(reason)));
            }
        }
        return all;
    }

    /** The legal day of the act that it records, or of its issue; empty where neither its fields nor its marks tell. */
    public Optional<LocalDate> actedOn(ZoneId zone) {
        var issued = marks.seal().map(DocumentEvent.SealAffixed::issuedOn)
                .or(() -> values.get("issuedOn") instanceof FieldValue.Day(var day) ? Optional.of(day) : Optional.empty());
        if (form.kind() == DocumentKind.ISSUED && issued.isPresent()) return issued;
        return ACT_TIMES.stream()
                .map(values::get)
                .flatMap(value -> value instanceof FieldValue.Time(var at) ? Stream.of(LocalDate.ofInstant(at, zone))
                        : Stream.empty())
                .findFirst()
                .or(() -> issued)
                .or(() -> marks.signatures().stream().map(Signed::on).max(LocalDate::compareTo));
    }

    /** Whether it is final. */
    public boolean isFinal() {
        return phase instanceof DocumentPhase.Final;
    }

    private DocumentPhase finalised(DocumentEvent.DocumentFinalised e, Instant at) {
        var text = phase instanceof Locked locked ? locked : new Locked(1, e.digest(), e.pages(), 0); // its locking was destroyed
        return new DocumentPhase.Final(text, e.digest(), e.pages(), e.defective(), at);
    }

    private CaseDocument with(Map<String, FieldValue> nextValues, DocumentPhase nextPhase, Marks nextMarks) {
        return new CaseDocument(id, form, nextValues, nextPhase, nextMarks, opinions, number, draftedAt);
    }
}
