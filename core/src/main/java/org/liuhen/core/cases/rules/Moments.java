package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.liuhen.core.cases.ApprovalStep;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.DocumentEvent;
import org.liuhen.core.cases.DocumentPhase;
import org.liuhen.core.cases.LifeStatus;
import org.liuhen.core.cases.ServiceOutcome;
import org.liuhen.core.cases.Verdict;
import org.liuhen.core.cases.documents.ApprovalMatter;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.law.Law;
import org.liuhen.core.values.DocumentId;

/** When things happened in a case, as days of the law. */
final class Moments {

    /** 行政处罚决定书. */
    static final TemplateId PENALTY_DECISION = new TemplateId("penalty-decision");

    private static final Set<TemplateId> PENALTY_DECISIONS =
            Set.of(PENALTY_DECISION, new TemplateId("summary-decision"), new TemplateId("no-penalty-decision"));

    private Moments() {}

    static LocalDate day(Instant at, Law law) {
        return LocalDate.ofInstant(at, law.zone());
    }

    /** What stands in a field for a day. */
    static Optional<LocalDate> day(CaseDocument document, String field) {
        return document.values().get(field) instanceof FieldValue.Day(var day) ? Optional.of(day) : Optional.empty();
    }

    /** What stands in a field for a time. */
    static Optional<Instant> time(CaseDocument document, String field) {
        return document.values().get(field) instanceof FieldValue.Time(var at) ? Optional.of(at) : Optional.empty();
    }

    /** The final documents of a template. */
    static Stream<CaseDocument> finals(Begun begun, TemplateId template) {
        return begun.documents().values().stream()
                .filter(document -> document.isFinal() && document.form().template().equals(template));
    }

    /** The day on a document: of its seal, else its issue date, else the day on which it became final. */
    static Optional<LocalDate> issuedOn(CaseDocument document, Law law) {
        return document.marks().seal().map(DocumentEvent.SealAffixed::issuedOn)
                .or(() -> day(document, "issuedOn"))
                .or(() -> document.phase() instanceof DocumentPhase.Final fin ? Optional.of(day(fin.at(), law))
                        : Optional.empty());
    }

    /** Whether it decides about a penalty, or that there is none. */
    static boolean decidesPenalty(CaseDocument document) {
        return document.isFinal() && PENALTY_DECISIONS.contains(document.form().template());
    }

    /** Whether it decides the case. */
    static boolean decidesCase(CaseDocument document) {
        return document.isFinal() && document.form().isDecision();
    }

    /** The first day on which these documents were issued. */
    static Optional<LocalDate> first(Stream<CaseDocument> documents, Law law) {
        return documents.flatMap(document -> issuedOn(document, law).stream()).min(LocalDate::compareTo);
    }

    /** The day from which the document is served. */
    static Optional<LocalDate> servedOn(Begun begun, DocumentId document) {
        return begun.services().values().stream()
                .flatMap(service -> service.outcome() instanceof ServiceOutcome.Served(var documents, var on, _)
                        && documents.contains(document)
                        ? Stream.of(on) : Stream.empty())
                .min(LocalDate::compareTo);
    }

    /** The day on which somebody served the document; of a public notice the day on which it was published. */
    static Optional<LocalDate> actOfService(Begun begun, DocumentId document) {
        return begun.services().values().stream()
                .flatMap(service -> service.outcome() instanceof ServiceOutcome.Served(var documents, var on, _)
                        && documents.contains(document)
                        ? Stream.of(service.facts().noticeFrom().orElse(on)) : Stream.empty())
                .min(LocalDate::compareTo);
    }

    /** The day on which the case ended; empty while it goes on. */
    static Optional<LocalDate> endedOn(Begun begun) {
        return begun.life().status() instanceof LifeStatus.Ended(_, var on) ? Optional.of(on) : Optional.empty();
    }

    /** The day on which the head approved the opening of the case (立案), else the day of its registration. */
    static LocalDate filedOn(Begun begun, Law law) {
        return begun.approvals().values().stream()
                .filter(approval -> approval.requested().matter() == ApprovalMatter.CASE_OPENING && approval.withdrawn()
                        .isEmpty())
                .flatMap(approval -> approval.opinions().stream())
                .filter(opinion -> opinion.step() == ApprovalStep.AGENCY_HEAD && opinion.verdict() == Verdict.AGREED)
                .map(opinion -> opinion.signedOn())
                .min(LocalDate::compareTo)
                .orElseGet(() -> day(begun.life().opened().at(), law));
    }

    /** The limit as the interruptions of the case move it; empty while the case is interrupted. */
    static Optional<Deadline> afterPauses(Begun begun, Deadline deadline, Law law) {
        var moved = deadline;
        for (var pause : begun.life().pauses()) {
            if (!pause.from().isAfter(moved.due().day())) moved = moved.later(pause.from(), pause.to(), law);
        }
        var interrupted = begun.life().status() instanceof LifeStatus.Suspended(var since, _) && !since.isAfter(moved.due()
                .day());
        return interrupted ? Optional.empty() : Optional.of(moved);
    }
}
