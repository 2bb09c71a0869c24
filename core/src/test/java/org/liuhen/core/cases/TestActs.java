package org.liuhen.core.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.core.cases.CaseSpec.at;
import static org.liuhen.core.cases.CaseSpec.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.FormSource;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.cases.documents.VolumeSide;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.RecordingId;

/** What happened in a case, and what a rule says to it. */
final class TestActs {

    static final DocumentId DOCUMENT = document(1);
    static final ActId ACT = new ActId(new UUID(0, 0x40));
    static final Thing GOODS = new Thing("奶粉", "20 袋", "完好", Optional.empty());

    private TestActs() {}

    static DocumentId document(int number) {
        return new DocumentId(new UUID(0, 0x30 + number));
    }

    /** A final document of that form. */
    static CaseEvent[] paper(DocumentId id, String template, DocumentKind kind, Map<String, FieldValue> values,
            RecordedContent... records) {
        return new CaseEvent[] {drafted(id, template, kind, FormSource.LAW, values, records),
            new DocumentEvent.DocumentFinalised(id, digest(1), 1, false)};
    }

    static DocumentEvent.DocumentDrafted drafted(
            DocumentId id, String template, DocumentKind kind, FormSource source, Map<String, FieldValue> values,
                    RecordedContent... records) {
        var stage = template.endsWith("decision") ? Stage.REVIEW_DECISION : Stage.INVESTIGATION;
        return new DocumentEvent.DocumentDrafted(id, new Form(new TemplateId(template), new Bilingual(template, template), kind,
                Optional.of(stage), VolumeSide.MAIN, List.of(records), List.copyOf(values.keySet()), List.of(), false, false,
                Optional.empty(), false, source), values);
    }

    /** A final document that goes out on that day. */
    static CaseEvent[] issued(DocumentId id, String template, String on) {
        return paper(id, template, DocumentKind.ISSUED, Map.of("issuedOn", day(on)));
    }

    /** A final record of an act. */
    static CaseEvent[] record(DocumentId id, String template, String beganAt, String endedAt, RecordedContent... records) {
        return paper(id, template, DocumentKind.EVIDENCE, Map.of("beganAt", time(beganAt), "endedAt", time(endedAt)), records);
    }

    static FieldValue day(String monthDay) {
        return new FieldValue.Day(CaseSpec.day(monthDay));
    }

    static FieldValue time(String monthDayTime) {
        return new FieldValue.Time(at(monthDayTime));
    }

    /** A service of that document that counts from that day. */
    static CaseEvent[] served(DocumentId document, ServiceMethod method, String on, String words) {
        var id = new ServiceId(new UUID(0, 0x50));
        return new CaseEvent[] {new ServiceEvent.ServiceRecorded(id, TestServices.facts(method, List.of(document), words)),
            new ServiceEvent.DocumentsServed(id, List.of(document), CaseSpec.day(on), false)};
    }

    static MeasureEvent.MeasureTaken taken(MeasureKind kind, String beganAt, Optional<String> until) {
        return new MeasureEvent.MeasureTaken(ACT, kind, document(9), at(beganAt), until.map(CaseSpec::day), List.of(GOODS),
                "仓库", "张三");
    }

    static MeasureEvent.MeasureLifted lifted(String at) {
        return new MeasureEvent.MeasureLifted(ACT, CaseSpec.at(at), LiftManner.RETURNED, document(8), List.of());
    }

    static FiledRecording recording(String beganAt, String endedAt, int uncertainSeconds) {
        return new FiledRecording(new RecordingId(new UUID(0, 0x60)), at(beganAt), at(endedAt),
                Duration.ofSeconds(uncertainSeconds), "video",
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static FiledRecording about(FiledRecording recording, RecordedContent content) {
        return new FiledRecording(recording.recording(), recording.beganAt(), recording.endedAt(), recording.uncertainty(),
                recording.mediaKind(), recording.document(), recording.act(), Optional.of(content), recording.remark());
    }

    static FiledRecording about(FiledRecording recording, DocumentId document) {
        return new FiledRecording(recording.recording(), recording.beganAt(), recording.endedAt(), recording.uncertainty(),
                recording.mediaKind(), Optional.of(document), recording.act(), recording.content(), recording.remark());
    }

    /** What a rule says: {@code quiet}, or the articles that its findings cite, one after the other. */
    static String says(Rule<Begun> rule, CaseSpec spec, Law law, Instant now) {
        var assessment = rule.check(spec.begun(), law, now);
        assessment.findings().forEach(finding -> assertFalse(finding.what().zh().contains("null"), finding::toString));
        return assessment.findings().isEmpty()
                ? "quiet"
                : assessment.findings().stream().map(finding -> finding.authority().cited())
                        .collect(Collectors.joining(" "));
    }

    /** It is quiet up to and with this moment, and says so; from the next instant on it cites this article. */
    static void turns(Rule<Begun> rule, CaseSpec spec, Law law, String lastInTime, String article) {
        var last = at(lastInTime);
        assertEquals("quiet", says(rule, spec, law, last), () -> "at " + lastInTime);
        assertEquals(Optional.of(last.plusNanos(1)), rule.check(spec.begun(), law, last).nextChangeAt());
        assertEquals(article, says(rule, spec, law, last.plusNanos(1)));
        var found = rule.check(spec.begun(), law, last.plusNanos(1)).findings();
        assertTrue(found.stream().allMatch(finding -> finding.due().isEmpty() || finding.due().get().equals(last)),
                found::toString);
    }
}
