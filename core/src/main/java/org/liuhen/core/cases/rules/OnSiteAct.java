package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.cases.ActId;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.FiledRecording;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.DocumentId;

/**
 * An act that an agency may want recorded.
 *
 * @param subject id of what shows it: a document, a service or an act
 * @param words of the agencies' lists of events that it can come under, the closest first
 * @param otherMeans whether a note says by what other means it was recorded
 */
record OnSiteAct(
        String subject, Bilingual name, List<String> words, Instant beganAt, Instant endedAt, Set<DocumentId> documents,
        Optional<ActId> act, Optional<RecordedContent> content, boolean otherMeans) {

    private static final Set<TemplateId> STATEMENTS = Set.of(new TemplateId("inability-statement"),
            new TemplateId("recording-exemption"),
            new TemplateId("interruption-statement"));

    OnSiteAct {
        words = List.copyOf(words);
        documents = Set.copyOf(documents);
    }

    /** Whether a recording is linked to its document or to itself, or records such a content at that time. */
    boolean recorded(Begun begun) {
        return begun.process().recordings().values().stream().anyMatch(this::by);
    }

    private boolean by(FiledRecording recording) {
        if (recording.document().filter(documents::contains).isPresent()) return true;
        var named = (recording.act().isPresent() && recording.act().equals(act))
                || (recording.content().isPresent() && recording.content().equals(content));
        return named && !recording.beganAt().minus(recording.uncertainty()).isAfter(endedAt)
                && !recording.endedAt().plus(recording.uncertainty()).isBefore(beganAt);
    }

    /** Whether a final statement says why it is not recorded: it names the act, or a moment of it. */
    boolean excused(Begun begun) {
        return begun.documents().values().stream()
                .filter(document -> document.isFinal() && STATEMENTS.contains(document.form().template()))
                .anyMatch(statement -> names(statement) || at(statement, "occurredAt") || at(statement, "stoppedAt"));
    }

    private boolean names(CaseDocument statement) {
        return statement.values().values().stream()
                .anyMatch(value -> value instanceof FieldValue.Refs(var refs)
                        && (refs.contains(subject) || documents.stream().anyMatch(document ->
                                refs.contains(document.toString()))));
    }

    private boolean at(CaseDocument statement, String field) {
        return Moments.time(statement, field).filter(at -> !at.isBefore(beganAt) && !at.isAfter(endedAt)).isPresent();
    }
}
