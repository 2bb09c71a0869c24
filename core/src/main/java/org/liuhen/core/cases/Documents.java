package org.liuhen.core.cases;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.DocumentCommand.AlterText;
import org.liuhen.core.cases.DocumentCommand.DraftDocument;
import org.liuhen.core.cases.DocumentCommand.LockText;
import org.liuhen.core.cases.DocumentPhase.Draft;
import org.liuhen.core.cases.DocumentPhase.Locked;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FieldFault;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.cases.rules.DocumentRequirements;
import org.liuhen.core.cases.rules.DocumentStep;
import org.liuhen.core.cases.rules.FieldsAsked;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;

/** Decides: documents (文书), from draft to text to final, one way. What is put on the text is decided in {@link DocumentMarks}. */
final class Documents {

    private static final Key LIBRARY = new Key("textRecord.format.sources");

    private Documents() {}

    static Decision<CaseEvent, CaseRefusal> decide(Begun begun, DocumentCommand command, CaseContext context) {
        if (begun.life().status() instanceof LifeStatus.Ended(_, var on)) return refuse(Refusals.ended(on));
        if (command instanceof DraftDocument c) return draft(begun, c, context);
        var document = begun.documents().get(id(command));
        if (document == null) return refuse(Refusals.noSuchDocument());
        if (document.phase() instanceof DocumentPhase.Voided(var reason)) {
            return command instanceof DocumentCommand.VoidDocument c && c.reason().equals(reason)
                    ? nothing() : refuse(DocumentRefusals.voided(reason));
        }
        if (command instanceof DocumentCommand.VoidDocument c) return voided(begun, c);
        if (document.isFinal()) {
            return command instanceof DocumentCommand.FinaliseDocument ? nothing() : refuse(DocumentRefusals.isFinal());
        }
        return switch (command) {
            case DraftDocument c -> draft(begun, c, context);
            case DocumentCommand.SaveDraft c -> save(begun, document, c, context);
            case LockText c -> lock(begun, document, c, context);
            case DocumentCommand.UnlockText c -> document.phase() instanceof Draft ? nothing()
                    : touched(document) ? refuse(DocumentRefusals.signedAlready())
                            : accept(new DocumentEvent.TextUnlocked(c.document()));
            case AlterText c -> alter(begun, document, c, context);
            case DocumentCommand.NumberDocument c -> number(document, c);
            case DocumentCommand.FinaliseDocument _ -> finalise(begun, document, context);
            case DocumentCommand.VoidDocument c -> voided(begun, c);
            case DocumentCommand.SignDocument _, DocumentCommand.MarkAlteration _, DocumentCommand.MarkAcrossPages _,
                    DocumentCommand.NoteRefusal _, DocumentCommand.WriteOpinion _, DocumentCommand.AffixSeal _,
                    DocumentCommand.AttachScan _ -> DocumentMarks.decide(begun, document, command, context);
        };
    }

    private static Decision<CaseEvent, CaseRefusal> draft(Begun begun, DraftDocument c, CaseContext context) {
        var earlier = begun.document(c.document());
        if (earlier.isPresent()) {
            return earlier.get().form().template().equals(c.template()) && earlier.get().values().equals(c.values())
                    ? nothing() : refuse(DocumentRefusals.alreadyDrafted());
        }
        var template = context.templates().template(c.template());
        if (template.isEmpty()) return refuse(outsideLibrary(c, context.rules()));
        if (!template.get().cases().contains(begun.life().opened().kind())) {
            return refuse(DocumentRefusals.notForThisKind(template.get().title()));
        }
        var faults = template.get().checkDraft(c.values());
        return faults.isEmpty()
                ? accept(new DocumentEvent.DocumentDrafted(c.document(), Form.of(template.get()), c.values()))
                : refuse(CaseRefusal.badFields(faults, DocumentRefusals.CORRECT_FIELDS));
    }

    /** Where an article keeps the agency to its library, it is named. */
    private static CaseRefusal outsideLibrary(DraftDocument c, Rules rules) {
        var refusal = DocumentRefusals.noSuchTemplate(c.template());
        return rules.words(LIBRARY)
                .map(sources -> CaseRefusal.incomplete(List.of(
                        new Missing(LIBRARY.value(), sources.authority(), refusal.what(), refusal.next()))))
                .orElse(refusal);
    }

    private static Decision<CaseEvent, CaseRefusal> save(Begun begun, CaseDocument document, DocumentCommand.SaveDraft c,
            CaseContext context) {
        if (document.values().equals(c.values())) return nothing();
        if (!(document.phase() instanceof Draft)) return refuse(DocumentRefusals.locked());
        return faulty(begun, document, template -> template.checkDraft(c.values()), context)
                .orElseGet(() -> accept(new DocumentEvent.DraftSaved(c.document(), c.values())));
    }

    /** Complete but for the opinions, which may be written on the locked text. */
    private static Decision<CaseEvent, CaseRefusal> lock(Begun begun, CaseDocument document, LockText c, CaseContext context) {
        if (document.phase() instanceof Locked text) {
            return text.digest().equals(c.digest()) && text.pages() == c.pages() ? nothing() : refuse(DocumentRefusals.locked());
        }
        if (c.pages() < 1) return refuse(DocumentRefusals.noPages());
        var version = document.phase() instanceof Draft(var versions) ? versions + 1 : 1;
        return faulty(begun, document, template -> withoutOpinions(template.check(document.filled())), context)
                .or(() -> wrongTimes(document.form(), document.values(), context))
                .orElseGet(() -> accept(new DocumentEvent.TextLocked(c.document(), version, c.digest(), c.pages(),
                        c.sizeBytes())));
    }

    /** Only a text that somebody signed; every changed field is among the places, every place is of a changed field. */
    private static Decision<CaseEvent, CaseRefusal> alter(Begun begun, CaseDocument document, AlterText c, CaseContext context) {
        if (!(document.phase() instanceof Locked(var version, var digest, _, _))) return refuse(DocumentRefusals.notLocked());
        if (digest.equals(c.digest()) && document.values().equals(c.values())) return nothing();
        if (!touched(document)) return refuse(DocumentRefusals.notSigned());
        if (c.pages() < 1) return refuse(DocumentRefusals.noPages());
        var changed = new TreeSet<String>();
        var fields = new TreeSet<>(document.values().keySet()); // and not those of its form alone: a newer one may have others
        fields.addAll(c.values().keySet());
        for (var field : fields) {
            if (!Objects.equals(document.values().get(field), c.values().get(field))) changed.add(field);
        }
        var next = document.marks().alterations().size();
        var places = new TreeSet<String>();
        for (var place : c.places()) {
            var field = place.field().split("[\\[.]", 2)[0];
            places.add(field);
            if (place.place() != ++next || !changed.contains(field)) return refuse(DocumentRefusals.unmarkedChange(field));
        }
        changed.removeAll(places);
        if (!changed.isEmpty()) return refuse(DocumentRefusals.unmarkedChange(changed.first()));
        return faulty(begun, document, template -> withoutOpinions(template.check(c.values())), context)
                .or(() -> wrongTimes(document.form(), c.values(), context))
                .orElseGet(() -> accept(new DocumentEvent.TextAltered(c.document(), version + 1, c.values(), c.places(),
                        c.digest(),
                        c.pages(), c.sizeBytes())));
    }

    private static Decision<CaseEvent, CaseRefusal> number(CaseDocument document, DocumentCommand.NumberDocument c) {
        if (document.number().isPresent()) {
            return document.number().get().equals(c.number()) ? nothing()
                    : refuse(DocumentRefusals.alreadyNumbered(document.number().get()));
        }
        if (!document.form().numbered()) return refuse(DocumentRefusals.noNumberHere());
        return c.number().isBlank() ? refuse(Refusals.empty("文号", "the number"))
                : accept(new DocumentEvent.DocumentNumbered(c.document(), c.number()));
    }

    /** A final document may turn out not to count; what was served is undone by another document only. */
    private static Decision<CaseEvent, CaseRefusal> voided(Begun begun, DocumentCommand.VoidDocument c) {
        if (c.reason().isBlank()) return refuse(Refusals.empty("作废的理由", "the reason"));
        var served = begun.services().values().stream()
                .anyMatch(service -> service.outcome() instanceof ServiceOutcome.Served(var documents, _, _)
                        && documents.contains(c.document()));
        return served ? refuse(DocumentRefusals.served()) : accept(new DocumentEvent.DocumentVoided(c.document(), c.reason()));
    }

    /** Everything that the law of the day of the act asks for is there, or a defect statement stands in. */
    private static Decision<CaseEvent, CaseRefusal> finalise(Begun begun, CaseDocument document, CaseContext context) {
        var faulty = faulty(begun, document, template -> ofOpinionsOnlyWhere(context, template.check(document.filled())), context);
        if (faulty.isPresent()) return faulty.get();
        if (!(document.phase() instanceof Locked(_, var digest, var pages, _))) return refuse(DocumentRefusals.notLocked());
        if (document.form().numbered() && document.number().isEmpty()) return refuse(DocumentRefusals.notNumbered());
        var step = step(begun, document, context);
        var on = step.on();
        if (document.form().isDecision()) {
            if (begun.life().status() instanceof LifeStatus.Suspended) return refuse(Refusals.suspended());
            if (on.isBefore(context.day(begun.life().opened().at()))) return refuse(Refusals.beforeOpening(on));
        }
        var rules = context.law().on(on);
        var all = new ArrayList<>(DocumentRequirements.missing(step, rules));
        if (document.form().isDecision()) all.addAll(Checklist.beforeDecision(begun, rules));
        var left = all.stream().filter(item -> !begun.process().defectStated(document.id().toString(), item.duty())).toList();
        if (left.stream().anyMatch(Missing::blocks)) return refuse(CaseRefusal.incomplete(left));
        var bytes = document.marks().seal().flatMap(DocumentEvent.SealAffixed::sealed)
                .or(() -> document.marks().scan().map(DocumentEvent.ScanAttached::scan))
                .orElse(digest);
        return accept(new DocumentEvent.DocumentFinalised(document.id(), bytes, pages, left.size() < all.size()));
    }

    /** On the day of the act. */
    private static DocumentStep step(Begun begun, CaseDocument document, CaseContext context) {
        var on = document.actedOn(context.law().zone()).filter(day -> !day.isAfter(context.today())).orElseGet(context::today);
        return new DocumentStep(begun, document, context.templates().template(document.form().template()),
                officers(document, on, context), on);
    }

    private static Map<PersonId, Officer> officers(CaseDocument document, LocalDate on, CaseContext context) {
        var officers = new HashMap<PersonId, Officer>();
        for (var person : DocumentStep.acting(document)) {
            context.register().officer(person, on).ifPresent(officer -> officers.put(person, officer));
        }
        return officers;
    }

    /** What is wrong with the fields under the template in force; one that the library has no more has no fields to compare. */
    private static Optional<Decision<CaseEvent, CaseRefusal>> faulty(Begun begun, CaseDocument document,
            Function<Template, List<FieldFault>> check, CaseContext context) {
        var template = context.templates().template(document.form().template());
        return template.map(check)
                .filter(faults -> !faults.isEmpty())
                .map(faults -> refuse(DocumentRefusals.badFields(faults,
                        FieldsAsked.missing(step(begun, document, context), faults, context.rules()), document.form(),
                        template.orElseThrow())));
    }

    private static List<FieldFault> withoutOpinions(List<FieldFault> faults) {
        return faults.stream()
                .filter(fault -> fault.problem() != FieldFault.Problem.MISSING || !OpinionBlock.holds(fault.place()))
                .toList();
    }

    /** Where an article asks for the opinions, its requirement says so, and a defect statement may answer it. */
    private static List<FieldFault> ofOpinionsOnlyWhere(CaseContext context, List<FieldFault> faults) {
        return context.rules().words(new Key("textRecord.approval.opinions")).isPresent() ? withoutOpinions(faults) : faults;
    }

    private static Optional<Decision<CaseEvent, CaseRefusal>> wrongTimes(Form form, Map<String, FieldValue> values,
            CaseContext context) {
        if (!(values.get("beganAt") instanceof FieldValue.Time(var began))) return Optional.empty();
        if (form.kind() != DocumentKind.ISSUED && context.inFuture(began)) return Optional.of(refuse(Refusals.inFuture(began)));
        if (!(values.get("endedAt") instanceof FieldValue.Time(var ended))) return Optional.empty();
        if (ended.isBefore(began)) return Optional.of(refuse(Refusals.contradictory("结束早于开始", "it ends before it begins")));
        return form.kind() != DocumentKind.ISSUED && context.inFuture(ended) ? Optional.of(refuse(Refusals.inFuture(ended)))
                : Optional.empty();
    }

    /** Whether somebody signed, marked, sealed or refused. */
    private static boolean touched(CaseDocument document) {
        var marks = document.marks();
        return !marks.signatures().isEmpty() || !marks.alterations().isEmpty() || !marks.acrossPages().isEmpty()
                || !marks.refusals().isEmpty() || marks.seal().isPresent() || marks.scan().isPresent();
    }

    private static DocumentId id(DocumentCommand command) {
        return switch (command) {
            case DraftDocument c -> c.document();
            case DocumentCommand.SaveDraft c -> c.document();
            case LockText c -> c.document();
            case DocumentCommand.UnlockText c -> c.document();
            case AlterText c -> c.document();
            case DocumentCommand.SignDocument c -> c.document();
            case DocumentCommand.MarkAlteration c -> c.document();
            case DocumentCommand.MarkAcrossPages c -> c.document();
            case DocumentCommand.NoteRefusal c -> c.document();
            case DocumentCommand.WriteOpinion c -> c.document();
            case DocumentCommand.NumberDocument c -> c.document();
            case DocumentCommand.AffixSeal c -> c.document();
            case DocumentCommand.AttachScan c -> c.document();
            case DocumentCommand.FinaliseDocument c -> c.document();
            case DocumentCommand.VoidDocument c -> c.document();
        };
    }

    static Begun evolve(Begun begun, DocumentEvent event, Instant recordedAt) {
        if (event instanceof DocumentEvent.DocumentDrafted e) return begun.with(CaseDocument.drafted(e, recordedAt));
        // unknown only where the payload of its drafting was destroyed
        return begun.document(event.document()).map(document -> begun.with(document.with(event, recordedAt))).orElse(begun);
    }
}
