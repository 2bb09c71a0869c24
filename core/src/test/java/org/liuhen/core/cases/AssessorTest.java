package org.liuhen.core.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.core.cases.CaseSpec.at;
import static org.liuhen.core.cases.CaseSpec.day;
import static org.liuhen.core.cases.TestActs.DOCUMENT;
import static org.liuhen.core.cases.TestActs.document;
import static org.liuhen.core.cases.TestActs.issued;
import static org.liuhen.core.cases.TestActs.paper;
import static org.liuhen.core.cases.TestActs.record;
import static org.liuhen.core.cases.TestActs.taken;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.rules.CaseRules;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.findings.RaisedFinding;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Event;

/** All rules over one case, and what the journal is told. */
class AssessorTest {

    private static final String PROFILE = "sha256:" + "0".repeat(64);

    /** A case in which a good deal is late. */
    private static CaseSpec neglected(String agency) {
        return CaseSpec.under(agency).now("04-02T09:00")
                .given(taken(MeasureKind.PRESERVATION, "04-01T10:00", Optional.empty()),
                        new ExecutionEvent.PerformanceDueSet(day("05-20"), "缴纳罚款"),
                        new MeasureEvent.CorrectionOrdered(TestActs.ACT, document(3), day("04-20"), "停止销售"))
                .given(record(document(2), "inquiry-record", "04-10T09:00", "04-10T10:00", RecordedContent.INQUIRY))
                .given(paper(DOCUMENT, "penalty-decision", DocumentKind.ISSUED,
                        Map.of("issuedOn", TestActs.day("07-05"), "facts", new FieldValue.Text("过期奶粉 20 袋。"))));
    }

    private static List<String> duties(List<Finding> findings) {
        return findings.stream().map(finding -> finding.key().duty() + " " + finding.authority().cited()).toList();
    }

    @Test
    void all_findings_of_a_case_stand_in_the_order_of_their_keys() {
        var spec = neglected("SQ");
        assertEquals(List.of("avRecord.required.events SQ-M-17", "avRecord.required.events SQ-M-17",
                        "national.penalty.decideWithin CN-penalty-60", "national.penalty.registrationDecideWithin CN-penalty-56",
                        "national.penalty.serveWithin CN-penalty-61", "record.decision.required SQ-M-8.1",
                        "record.investigation.required SQ-M-7.7", "record.service.required SQ-M-9.2"),
                duties(Assessor.assess(spec.begun(), TestLaw.of("SQ"), at("08-01T09:00")).findings()));
    }

    @Test
    void a_statement_of_a_defect_stands_in_the_place_of_what_it_answers() {
        var spec = neglected("SQ").given(new ProcessEvent.DefectStated(TestActs.ACT.toString(),
                List.of("national.penalty.registrationDecideWithin"), "处理决定", "物品灭失", List.of(TestPeople.ZHANG), day("04-20")));
        var found = duties(Assessor.assess(spec.begun(), TestLaw.of("SQ"), at("08-01T09:00")).findings());
        assertFalse(found.contains("national.penalty.registrationDecideWithin CN-penalty-56"), found::toString);
        assertTrue(found.contains("record.traceability CN-penalty-56"), found::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQ", "CL", "LX", "WD", "AJ"})
    void between_two_changes_nothing_changes(String agency) {
        var law = TestLaw.of(agency);
        var begun = neglected(agency).begun();
        var now = at("04-02T09:00");
        var seen = 0;
        for (var next = Assessor.assess(begun, law, now).nextChangeAt(); next.isPresent(); seen++) {
            var before = Assessor.assess(begun, law, now).findings();
            assertEquals(before, Assessor.assess(begun, law, next.get().minusNanos(1)).findings());
            assertTrue(next.get().isAfter(now), "time goes on");
            now = next.get();
            assertFalse(before.equals(Assessor.assess(begun, law, now).findings()), "a change that is announced comes: " + now);
            next = Assessor.assess(begun, law, now).nextChangeAt();
        }
        assertTrue(seen > 1, "changes: " + seen);
        assertEquals(Assessor.assess(begun, law, now).findings(), Assessor.assess(begun, law, now.plus(Duration.ofDays(4000)))
                .findings());
    }

    @Test
    void changes_bring_the_case_in_line_and_then_there_are_none() {
        var spec = neglected("SQ");
        var law = TestLaw.of("SQ");
        var assessment = Assessor.assess(spec.begun(), law, at("08-01T09:00"));
        var note = spec.begun().findings().changes(assessment, PROFILE).orElseThrow();
        assertEquals(assessment.findings().stream().map(Finding::key).toList(), note.raised().stream().map(RaisedFinding::key)
                .toList());
        assertEquals(List.of(), note.cleared());
        note(spec, note);
        assertEquals(Optional.empty(), spec.begun().findings().changes(assessment, PROFILE));
        spec.given(new ExecutionEvent.PerformanceRecorded(day("08-01"), "罚款", Optional.empty(), PerformanceStatus.FULL,
                Optional.empty()));
        var after = spec.begun().findings().changes(Assessor.assess(spec.begun(), law, at("08-01T09:00")), PROFILE).orElseThrow();
        assertEquals(List.of(new FindingKey("record.service.required", CaseSpec.CASE.toString(), "2026-05-20")), after.cleared());
        assertEquals(List.of(), after.raised());
    }

    private static void note(CaseSpec spec, FindingCommand.NoteAssessment note) {
        var context = spec.context();
        var job = new CaseContext(context.law(), Actor.system("clock"), context.now(), context.register(), context.templates());
        spec.given(new CaseSpec.Answer(Cases.decide(spec.begun(), note, job)).events().toArray(Event[]::new));
    }

    @Test
    void what_is_only_shown_is_not_raised() {
        var spec = CaseSpec.under("CL").now("04-12T09:00")
                .given(record(DOCUMENT, "sampling-record", "04-10T09:00", "04-10T10:00", RecordedContent.SAMPLING));
        var assessment = Assessor.assess(spec.begun(), TestLaw.of("CL"), at("04-12T09:00"));
        assertEquals(List.of("avRecord.synchronous CL-3"), duties(assessment.findings()));
        assertEquals(Optional.empty(), spec.begun().findings().changes(assessment, PROFILE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQ", "CL", "LX", "WD", "AJ"})
    void a_rule_of_the_product_or_of_the_nation_never_blocks(String agency) {
        Assessor.assess(neglected(agency).begun(), TestLaw.of(agency), at("12-30T09:00")).findings().forEach(finding ->
                assertTrue(finding.severity() != Severity.BLOCK, finding::toString));
    }

    @Test
    void every_rule_has_a_key_that_the_law_knows() {
        var rules = TestLaw.of("SQ").on(day("04-01"));
        for (var rule : CaseRules.ALL) assertTrue(rules.knows(rule.getClass().getAnnotation(Duty.class).value()), rule::toString);
        assertEquals(CaseRules.ALL.size(), new HashSet<>(CaseRules.ALL.stream().map(Object::getClass).toList()).size());
    }

    @Test
    void one_case_is_assessed_far_below_a_millisecond() {
        var law = TestLaw.of("SQ");
        var spec = neglected("SQ");
        for (var number = 10; number < 30; number++) spec.given(issued(document(number), "correction-order", "04-10"));
        var begun = spec.begun();
        var now = at("08-01T09:00");
        for (var warm = 0; warm < 2000; warm++) Assessor.assess(begun, law, now);
        var times = new long[501];
        for (var i = 0; i < times.length; i++) {
            var start = System.nanoTime();
            Assessor.assess(begun, law, now);
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        assertTrue(times[250] < 1_000_000, "median of one case: " + times[250] + " ns");
    }
}
