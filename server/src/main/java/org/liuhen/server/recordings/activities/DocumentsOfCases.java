package org.liuhen.server.recordings.activities;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseEvent;
import org.liuhen.core.cases.CaseState;
import org.liuhen.core.cases.Cases;
import org.liuhen.core.cases.DocumentPhase;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.recordings.activities.LinkedDocument;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.values.CaseId;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.server.http.Problem;
import org.liuhen.server.journal.Journal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** A document that a person links to an activity: the person names it, its case says what it is and which times stand in it. */
@Component
class DocumentsOfCases {

    private final Journal journal;

    DocumentsOfCases(Journal journal) {
        this.journal = journal;
    }

    /** @throws Problem if the agency has no such document, or it does not count any more */
    LinkedDocument of(String agency, CaseId inCase, DocumentId id) {
        var document = begun(agency, inCase).document(id).orElseThrow(DocumentsOfCases::unknown);
        if (document.phase() instanceof DocumentPhase.Voided) {
            throw Problem.of(HttpStatus.CONFLICT, "document-voided", "文书已作废", "The document does not count any more")
                    .next("请关联替代它的文书。", "Link the one that took its place.");
        }
        return new LinkedDocument(id, inCase, document.form().title().zh(), time(document));
    }

    private static Optional<Interval> time(CaseDocument document) {
        var began = time(document, "beganAt");
        return time(document, "endedAt").flatMap(end -> began.filter(begin -> !begin.isAfter(end)).map(begin -> new Interval(begin, end)));
    }

    private static Optional<Instant> time(CaseDocument document, String field) {
        return document.values().get(field) instanceof FieldValue.Time(var at) ? Optional.of(at) : Optional.empty();
    }

    private CaseState.Begun begun(String agency, CaseId id) {
        CaseState state = new CaseState.Absent();
        for (var recorded : journal.read(id.value())) {
            if (!recorded.agency().equals(agency)) throw unknown();
            if (recorded.fact() instanceof Event event && !(event instanceof CaseEvent) && !(event instanceof FindingEvent)
                    && !(event instanceof PayloadDestroyed)) {
                throw unknown(); // an id of something else
            }
            state = Cases.evolve(state, recorded.fact(), recorded.recordedAt());
        }
        if (state instanceof CaseState.Begun begun) return begun;
        throw unknown();
    }

    private static Problem unknown() {
        return Problem.notFound("没有这份文书", "There is no such document").next("请从案件的文书中选择。", "Choose it among the documents of a case.");
    }
}
