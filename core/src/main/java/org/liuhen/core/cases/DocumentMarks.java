package org.liuhen.core.cases;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.DocumentCommand.AffixSeal;
import org.liuhen.core.cases.DocumentCommand.AttachScan;
import org.liuhen.core.cases.DocumentCommand.MarkAcrossPages;
import org.liuhen.core.cases.DocumentCommand.MarkAlteration;
import org.liuhen.core.cases.DocumentCommand.NoteRefusal;
import org.liuhen.core.cases.DocumentCommand.SignDocument;
import org.liuhen.core.cases.DocumentCommand.WriteOpinion;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;

/** Decides: what is put on the text of a document: signatures, marks, opinions, seal and scan. */
final class DocumentMarks {

    private DocumentMarks() {}

    /** @param document neither final nor void */
    static Decision<CaseEvent, CaseRefusal> decide(Begun begun, CaseDocument document, DocumentCommand command,
            CaseContext context) {
        if (command instanceof WriteOpinion c) return opinion(begun, document, c, context);
        var text = document.text();
        if (text.isEmpty()) return refuse(DocumentRefusals.notLocked());
        var marks = document.marks();
        var pages = text.get().pages();
        return switch (command) {
            case SignDocument c -> sign(begun, document, c, context);
            case MarkAlteration c -> {
                var marked = new DocumentEvent.AlterationMarked(c.document(), c.place(), c.kind(), c.picture());
                if (marks.alterations().stream().noneMatch(place -> place.place() == c.place())) {
                    yield refuse(DocumentRefusals.noSuchPlace(c.place()));
                }
                yield marks.alterationMarks().contains(marked) ? nothing() : accept(marked);
            }
            case MarkAcrossPages c -> {
                var marked = new DocumentEvent.PagesMarked(c.document(), c.kind(), c.fromPage(), c.toPage(), c.picture());
                if (c.fromPage() < 1 || c.toPage() <= c.fromPage() || c.toPage() > pages) {
                    yield refuse(DocumentRefusals.noSuchPages(pages));
                }
                yield marks.acrossPages().contains(marked) ? nothing() : accept(marked);
            }
            case NoteRefusal c -> refusal(begun, document, c, context);
            case AffixSeal c -> seal(document, c, context);
            case AttachScan c -> {
                if (c.pages() < pages) yield refuse(DocumentRefusals.scanIncomplete(c.pages(), pages));
                var attached = new DocumentEvent.ScanAttached(c.document(), c.scan(), c.pages());
                yield marks.scan().equals(Optional.of(attached)) ? nothing() : accept(attached);
            }
            case DocumentCommand _ -> throw new IllegalArgumentException("decided elsewhere: " + command);
        };
    }

    private static Decision<CaseEvent, CaseRefusal> sign(Begun begun, CaseDocument document, SignDocument c,
            CaseContext context) {
        var signed = c.signature();
        if (document.marks().signatures().contains(signed)) return nothing();
        if (signed.name().isBlank()) return refuse(Refusals.empty("签名人姓名", "who signs"));
        if (signed.on().isAfter(context.today())) return refuse(Refusals.dayInFuture(signed.on()));
        if (signed.officer().isPresent()) {
            var person = signed.officer().get();
            if (context.register().name(person).isEmpty()) return refuse(DocumentRefusals.notRegistered());
            if (begun.life().recused().contains(person)) return refuse(Refusals.recused(signed.name()));
            if (signed.kind() == SignKind.ELECTRONIC && !person.equals(context.person())) {
                return refuse(DocumentRefusals.signsForAnother());
            }
        }
        if (signed.as() == Capacity.APPROVER) {
            var approves = approves(begun, signed.officer(), signed.on(), context);
            if (approves.isPresent()) return refuse(approves.get());
        }
        var officer = signed.officer().flatMap(context.register()::officer);
        if (signed.as() == Capacity.OFFICER && officer.isEmpty()) return refuse(Refusals.noOfficer());
        return accept(new DocumentEvent.DocumentSigned(c.document(), signed));
    }

    /** Why this person does not approve on that day: it takes a person in charge of the agency, who does not handle the case. */
    private static Optional<CaseRefusal> approves(Begun begun, Optional<PersonId> person, LocalDate on, CaseContext context) {
        if (person.isEmpty() || !context.register().roles(person.get(), on).contains(Role.PERSON_IN_CHARGE)) {
            return Optional.of(ApprovalRefusals.notYours(ApprovalStep.AGENCY_HEAD));
        }
        return begun.life().isHandler(person.get()) ? Optional.of(ApprovalRefusals.ownRequest()) : Optional.empty();
    }

    private static Decision<CaseEvent, CaseRefusal> refusal(Begun begun, CaseDocument document, NoteRefusal c,
            CaseContext context) {
        if (c.note().isBlank() || c.name().isBlank()) {
            return refuse(Refusals.empty("拒绝签字的人和情况", "who refuses, and the note of it"));
        }
        if (context.inFuture(c.at())) return refuse(Refusals.inFuture(c.at()));
        var officers = new ArrayList<Officer>();
        for (var person : c.officers()) {
            var officer = context.register().officer(person);
            if (officer.isEmpty()) return refuse(Refusals.noOfficer());
            if (begun.life().recused().contains(person)) return refuse(Refusals.recused(officer.get().name()));
            if (!officers.contains(officer.get())) officers.add(officer.get());
        }
        if (officers.isEmpty()) return refuse(Refusals.noOfficer());
        var noted = new DocumentEvent.RefusalNoted(c.document(), c.as(), c.name(), c.note(), c.at(), officers);
        return document.marks().refusals().contains(noted) ? nothing() : accept(noted);
    }

    /** Written on a draft, or later on the locked text; each with its own date. */
    private static Decision<CaseEvent, CaseRefusal> opinion(Begun begun, CaseDocument document, WriteOpinion c,
            CaseContext context) {
        if (!document.form().fields().contains(c.block().opinionField())) return refuse(DocumentRefusals.noOpinionHere());
        if (c.opinion().isBlank()) return refuse(Refusals.empty("意见", "the opinion"));
        if (c.on().isAfter(context.today())) return refuse(Refusals.dayInFuture(c.on()));
        var name = context.register().name(c.by());
        if (name.isEmpty()) return refuse(DocumentRefusals.notRegistered());
        if (begun.life().recused().contains(c.by())) return refuse(Refusals.recused(name.get()));
        if (c.block() != OpinionBlock.HANDLER && !c.by().equals(context.person()) && document.marks().scan().isEmpty()) {
            return refuse(DocumentRefusals.writesForAnother());
        }
        if (c.block() == OpinionBlock.APPROVER) {
            var approves = approves(begun, Optional.of(c.by()), c.on(), context);
            if (approves.isPresent()) return refuse(approves.get());
        }
        var written = new DocumentEvent.OpinionWritten(c.document(), c.block(), c.opinion(), c.reason(), c.by(), c.on());
        return document.opinions().contains(written) ? nothing() : accept(written);
    }

    /** The paper has one date of issue. */
    private static Decision<CaseEvent, CaseRefusal> seal(CaseDocument document, AffixSeal c, CaseContext context) {
        if (!document.form().agencySeal()) return refuse(DocumentRefusals.noSealHere());
        if (c.issuedOn().isAfter(context.today())) return refuse(Refusals.dayInFuture(c.issuedOn()));
        if (document.values().get("issuedOn") instanceof FieldValue.Day(var printed) && !printed.equals(c.issuedOn())) {
            return refuse(Refusals.contradictory("盖章的签发日期与文书上的签发日期不同",
                    "the seal's date of issue is not the one on the document"));
        }
        var sealed = new DocumentEvent.SealAffixed(c.document(), c.issuedOn(), c.onPaper(), c.sealed(), context.person());
        return document.marks().seal().equals(Optional.of(sealed)) ? nothing() : accept(sealed);
    }
}
