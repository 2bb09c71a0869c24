package org.liuhen.server.recordings.activities;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseEvent;
import org.liuhen.core.cases.CaseState;
import org.liuhen.core.cases.Cases;
import org.liuhen.core.cases.DocumentEvent;
import org.liuhen.core.cases.DocumentPhase;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.recordings.activities.ActivityCommand;
import org.liuhen.core.recordings.activities.LinkedDocument;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.values.CaseId;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.server.http.Problem;
import org.liuhen.server.journal.Journal;
import org.liuhen.server.journal.Recorded;
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
    ActivityCommand.LinkDocument of(String agency, CaseId inCase, DocumentId id) {
        var document = begun(agency, inCase).document(id).orElseThrow(DocumentsOfCases::unknown);
        if (document.phase() instanceof DocumentPhase.Voided) {
            throw Problem.of(HttpStatus.CONFLICT, "document-voided", "文书已作废", "The document does not count any more")
                    .next("请关联替代它的文书。", "Link the one that took its place.");
        }
        return new ActivityCommand.LinkDocument(new LinkedDocument(id, inCase, document.form().title().zh(), time(document)),
                signed(inCase, id));
    }

    /** An article of a list. */
    record Article(String name, Optional<String> quantity, Optional<String> state) {}

    /** The articles of the document's table, where it is a list of things; none where it is not. */
    List<Article> articles(String agency, CaseId inCase, DocumentId id) {
        return begun(agency, inCase).document(id).stream()
                .flatMap(document -> document.values().get("items") instanceof FieldValue.Rows(var rows) ? rows.stream()
                        : Stream.empty())
                .flatMap(row -> cell(row, "name").map(name -> new Article(name, cell(row, "quantity"), cell(row, "condition")))
                        .stream())
                .toList();
    }

    private static Optional<String> cell(Map<String, FieldValue> row, String column) {
        return row.get(column) instanceof FieldValue.Text(var text) && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /** When the party signed on the screen. Paper tells the day and no time. */
    private Set<Instant> signed(CaseId inCase, DocumentId id) {
        return journal.read(inCase.value()).stream()
                .filter(recorded -> recorded.fact() instanceof DocumentEvent.DocumentSigned(var document, var signature)
                        && document.equals(id) && signature.as() == Capacity.PARTY && !signature.onPaper())
                .map(Recorded::recordedAt).collect(Collectors.toUnmodifiableSet());
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
