package org.liuhen.core.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.core.cases.CaseSpec.at;
import static org.liuhen.core.cases.CaseSpec.day;
import static org.liuhen.core.cases.TestActs.DOCUMENT;
import static org.liuhen.core.cases.TestActs.about;
import static org.liuhen.core.cases.TestActs.document;
import static org.liuhen.core.cases.TestActs.drafted;
import static org.liuhen.core.cases.TestActs.issued;
import static org.liuhen.core.cases.TestActs.paper;
import static org.liuhen.core.cases.TestActs.record;
import static org.liuhen.core.cases.TestActs.recording;
import static org.liuhen.core.cases.TestActs.says;
import static org.liuhen.core.cases.TestActs.served;
import static org.liuhen.core.cases.TestActs.taken;
import static org.liuhen.core.cases.TestActs.time;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.cases.ProcessEvent.RecordingFiled;
import org.liuhen.core.cases.documents.ApprovalMatter;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.FormSource;
import org.liuhen.core.cases.rules.ActsRecorded;
import org.liuhen.core.cases.rules.ContentTableKept;
import org.liuhen.core.cases.rules.DefectsStand;
import org.liuhen.core.cases.rules.DiscussionAudioKept;
import org.liuhen.core.cases.rules.EnteredAtOnce;
import org.liuhen.core.cases.rules.FactsSupported;
import org.liuhen.core.cases.rules.FormSourced;
import org.liuhen.core.cases.rules.MethodHasBasis;
import org.liuhen.core.cases.rules.OpinionsByDifferentPeople;
import org.liuhen.core.cases.rules.OpinionsInOrder;
import org.liuhen.core.cases.rules.PreservationClosed;
import org.liuhen.core.cases.rules.RulesInForce;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.PersonId;

/** What is recorded, linked, signed and sourced, agency by agency. */
class RecordRulesTest {

    private static final Instant LATER = at("12-30T12:00");
    private static final Law SQ = TestLaw.of("SQ");

    private static CaseSpec ofKind(Law law, CaseKind kind) {
        return CaseSpec.unopened(law).given(CaseSpec.opened(kind, Procedure.ORDINARY, Origin.EX_OFFICIO));
    }

    private static CaseEvent[] inquiry() {
        return record(DOCUMENT, "inquiry-record", "04-10T09:00", "04-10T10:00", RecordedContent.INQUIRY);
    }

    @ParameterizedTest(name = "{0}, {1} in a case of {2}: {3}")
    @CsvSource(textBlock = """
        SQ, INQUIRY,         PENALTY,          SQ-M-17
        SQ, SITE_INSPECTION, PENALTY,          SQ-M-17
        SQ, SAMPLING,        PENALTY,          SQ-M-17
        CL, INQUIRY,         PENALTY,          CL-11b
        CL, INQUIRY,         LICENCE,          CL-7.p2
        CL, SITE_INSPECTION, PENALTY,          CL-11b
        CL, SITE_INSPECTION, INSPECTION,       CL-18.p2
        CL, SAMPLING,        PENALTY,          quiet
        LX, INQUIRY,         PENALTY,          LX-19
        LX, SITE_INSPECTION, PENALTY,          LX-19
        WD, INQUIRY,         PENALTY,          quiet
        AJ, INQUIRY,         PENALTY,          AJ-6
        AJ, SITE_INSPECTION, DAILY_INSPECTION, AJ-6
        """)
    void an_act_of_the_list_of_events_has_a_recording(String agency, RecordedContent content, CaseKind kind, String expected) {
        var law = TestLaw.of(agency);
        var spec = ofKind(law, kind).given(record(DOCUMENT, "some-record", "04-10T09:00", "04-10T10:00", content));
        assertEquals(expected, says(new ActsRecorded(), spec, law, LATER));
        spec.given(new RecordingFiled(about(recording("04-10T09:00", "04-10T10:00", 0), DOCUMENT)));
        assertEquals("quiet", says(new ActsRecorded(), spec, law, LATER));
    }

    @Test
    void a_recording_is_asked_for_when_the_time_to_store_it_is_over() {
        var spec = CaseSpec.under(SQ).given(inquiry());
        TestActs.turns(new ActsRecorded(), spec, SQ, "04-11T10:00", "SQ-M-17");
    }

    @ParameterizedTest(name = "recorded from {0} to {1}, uncertain by {2} s: {3}")
    @CsvSource(textBlock = """
        04-10T09:00, 04-10T10:00, 0,  quiet
        04-10T10:00, 04-10T11:00, 0,  quiet
        04-10T10:01, 04-10T11:00, 59, SQ-M-17
        04-10T10:01, 04-10T11:00, 60, quiet
        04-10T07:00, 04-10T08:59, 59, SQ-M-17
        04-10T07:00, 04-10T08:59, 60, quiet
        04-11T09:00, 04-11T10:00, 0,  SQ-M-17
        """)
    void a_recording_of_such_a_content_counts_for_the_act_at_that_time(String began, String ended, int uncertain,
            String expected) {
        var spec = CaseSpec.under(SQ).given(inquiry())
                .given(new RecordingFiled(about(recording(began, ended, uncertain), RecordedContent.INQUIRY)));
        assertEquals(expected, says(new ActsRecorded(), spec, SQ, LATER));
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(textBlock = """
        recording-exemption, 04-10T09:30, quiet
        inability-statement, 04-10T10:00, quiet
        inability-statement, 04-10T10:01, SQ-M-17
        other-record,        04-10T09:30, SQ-M-17
        """)
    void a_statement_about_that_moment_is_a_reason(String statement, String at, String expected) {
        var spec = CaseSpec.under(SQ).given(inquiry())
                .given(paper(document(2), statement, DocumentKind.WORK_RECORD, Map.of("occurredAt", time(at))));
        assertEquals(expected, says(new ActsRecorded(), spec, SQ, LATER));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"SQ, SQ-M-17 SQ-M-17", "LX, LX-19", "CL, quiet", "AJ, AJ-6", "WD, quiet"})
    void measures_are_recorded_when_taken_and_when_lifted(String agency, String expected) {
        var law = TestLaw.of(agency);
        var spec = CaseSpec.under(law).given(taken(MeasureKind.SEIZURE, "04-01T10:00", Optional.empty()),
                TestActs.lifted("04-20T10:00"));
        assertEquals(expected, says(new ActsRecorded(), spec, law, LATER));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(textBlock = """
        SQ, recipient,            SQ-M-17
        LX, recipient,            LX-19
        CL, recipient,            CL-14.p3
        CL, recipient otherMeans, quiet
        AJ, recipient,            AJ-6
        WD, recipient,            quiet
        """)
    void leaving_a_document_behind_is_recorded(String agency, String facts, String expected) {
        var law = TestLaw.of(agency);
        var spec = CaseSpec.under(law).given(served(DOCUMENT, ServiceMethod.LEAVE_BEHIND, "04-11", facts));
        assertEquals(expected, says(new ActsRecorded(), spec, law, LATER));
    }

    @ParameterizedTest(name = "{0}, entered {1}: {2}")
    @CsvSource({"CL, 04-10T23:59, quiet", "CL, 04-11T00:00, CL-3", "WD, 04-11T00:00, quiet"})
    void a_record_that_is_entered_later_shows_both_times_and_alerts_nobody(String agency, String entered, String expected) {
        var law = TestLaw.of(agency);
        var spec = CaseSpec.under(law).now(entered).given(inquiry());
        assertEquals(expected, says(new EnteredAtOnce(), spec, law, LATER));
        new EnteredAtOnce().check(spec.begun(), law, LATER).findings().forEach(finding -> {
            assertEquals(Severity.REPORT, finding.severity());
            assertTrue(finding.what().zh().contains("2026-04-10T10:00") && finding.what().zh().contains("2026-04-11T00:00"),
                    finding::toString);
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"SQ, SQ-M-7.7", "LX, LX-8.7", "CL, quiet"})
    void a_preservation_is_not_left_open_behind_a_decision(String agency, String expected) {
        var law = TestLaw.of(agency);
        var spec = CaseSpec.under(law).given(taken(MeasureKind.PRESERVATION, "04-01T10:00", Optional.empty()));
        assertEquals("quiet", says(new PreservationClosed(), spec, law, LATER));
        spec.given(issued(DOCUMENT, "penalty-decision", "04-20"));
        assertEquals(expected, says(new PreservationClosed(), spec, law, LATER));
        spec.given(TestActs.lifted("04-21T10:00"));
        assertEquals("quiet", says(new PreservationClosed(), spec, law, LATER));
    }

    private static CaseSpec approved(Law law, PersonId unitHead, String unitOn, PersonId head, String headOn) {
        var id = new ApprovalId(new UUID(0, 0x70));
        return CaseSpec.under(law).given(
                new ApprovalEvent.ApprovalRequested(id, ApprovalMatter.CASE_OPENING, Optional.empty(),
                        new Proposal("立案", "事实", "证据", "依据", "裁量"), List.of(ApprovalStep.UNIT_HEAD, ApprovalStep.AGENCY_HEAD),
                                TestPeople.ZHANG),
                opinion(id, ApprovalStep.UNIT_HEAD, unitHead, unitOn), opinion(id, ApprovalStep.AGENCY_HEAD, head, headOn));
    }

    private static ApprovalEvent.OpinionGiven opinion(ApprovalId id, ApprovalStep step, PersonId by, String on) {
        return new ApprovalEvent.OpinionGiven(id, step, Verdict.AGREED, "同意", Optional.empty(), by, TestPeople.nameOf(by),
                day(on), false,
                Optional.empty());
    }

    @ParameterizedTest(name = "{0}, unit {1}, agency {2}: {3}")
    @CsvSource(textBlock = """
        SQ, 04-02, 04-02, quiet
        SQ, 04-02, 04-03, quiet
        SQ, 04-03, 04-02, SQ-M-13
        LX, 04-03, 04-02, LX-15
        CL, 04-03, 04-02, quiet
        """)
    void opinions_are_dated_in_their_order(String agency, String unitOn, String headOn, String expected) {
        var law = TestLaw.of(agency);
        var spec = approved(law, TestPeople.UNIT_HEAD, unitOn, TestPeople.HEAD, headOn);
        assertEquals(expected, says(new OpinionsInOrder(), spec, law, LATER));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"SQ, SQ-M-13", "LX, LX-15", "AJ, quiet"})
    void nobody_writes_two_opinions(String agency, String expected) {
        var law = TestLaw.of(agency);
        assertEquals(expected,
                says(new OpinionsByDifferentPeople(), approved(law, TestPeople.DEPUTY, "04-02", TestPeople.DEPUTY, "04-02"),
                        law, LATER));
        assertEquals("quiet",
                says(new OpinionsByDifferentPeople(), approved(law, TestPeople.DEPUTY, "04-02", TestPeople.HEAD, "04-02"), law,
                        LATER));
    }

    @Test
    void the_opinions_of_a_document_are_seen_too() {
        var spec = CaseSpec.under(SQ)
                .given(drafted(DOCUMENT, "closing-approval", DocumentKind.INTERNAL_APPROVAL, FormSource.LAW, Map.of()),
                written(OpinionBlock.APPROVER, TestPeople.HEAD, "04-02"), written(OpinionBlock.HANDLER, TestPeople.HEAD,
                        "04-03"));
        assertEquals("SQ-M-13", says(new OpinionsInOrder(), spec, SQ, LATER));
        assertEquals("SQ-M-13", says(new OpinionsByDifferentPeople(), spec, SQ, LATER));
        spec.given(new DocumentEvent.DocumentVoided(DOCUMENT, "重做"));
        assertEquals("quiet", says(new OpinionsInOrder(), spec, SQ, LATER));
    }

    private static DocumentEvent.OpinionWritten written(OpinionBlock block, PersonId by, String on) {
        return new DocumentEvent.OpinionWritten(DOCUMENT, block, "同意", Optional.of("理由"), by, day(on));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"SQ, SQ-M-8.1", "LX, LX-9.1", "CL, product", "WD, product"})
    void each_fact_is_supported_before_anybody_signs(String agency, String expected) {
        var law = TestLaw.of(agency);
        var facts = Map.<String, FieldValue>of("facts", new FieldValue.Text("一、过期奶粉 20 袋。\n\n二、已售 3 袋。"));
        var spec = CaseSpec.under(law).given(drafted(DOCUMENT, "penalty-decision", DocumentKind.ISSUED, FormSource.LAW, facts));
        assertEquals("quiet", says(new FactsSupported(), spec, law, LATER));
        spec.given(new DocumentEvent.TextLocked(DOCUMENT, 1, CaseSpec.digest(1), 2, 1000));
        assertEquals(expected + " " + expected, says(new FactsSupported(), spec, law, LATER));
        spec.given(supported("一、过期奶粉 20 袋。"));
        assertEquals(expected, says(new FactsSupported(), spec, law, LATER));
        spec.given(supported("二、已售 3 袋。"));
        assertEquals("quiet", says(new FactsSupported(), spec, law, LATER));
    }

    private static ProcessEvent.FactSupported supported(String fact) {
        return new ProcessEvent.FactSupported(DOCUMENT, fact, List.of(
                new Support(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(document(2)),
                        Optional.of("第 3 行"))));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({"LX, PRODUCT, LX-12", "LX, PROVINCE, quiet", "SQ, PRODUCT, quiet"})
    void a_form_has_a_source(String agency, FormSource source, String expected) {
        var law = TestLaw.of(agency);
        var spec = CaseSpec.under(law).given(drafted(DOCUMENT, "work-record", DocumentKind.WORK_RECORD, source, Map.of()));
        assertEquals(expected, says(new FormSourced(), spec, law, LATER));
    }

    @Test
    void an_act_in_use_has_a_table_of_contents() {
        assertEquals("quiet", says(new ContentTableKept(), CaseSpec.under("LX"), TestLaw.of("LX"), LATER));
        var bare = TestLaw.like("LX").with("record.initiation.required", "notStated | ").with("record.investigation.required",
                "notStated | ")
                .with("record.decision.required", "notStated | ").with("record.service.required", "notStated | ").law();
        assertEquals("LX-4", says(new ContentTableKept(), CaseSpec.under(bare), bare, LATER));
    }

    @ParameterizedTest(name = "{0}, recorded as {1}: {2}")
    @CsvSource({"CL, none, CL-12", "CL, audio, quiet", "CL, photo, CL-12", "SQ, none, quiet"})
    void a_collective_discussion_is_heard(String agency, String media, String expected) {
        var law = TestLaw.of(agency);
        var spec = CaseSpec.under(law).given(
                new ApprovalEvent.CollectivelyDiscussed(day("04-15"), "吴局", List.of(), "同意处罚", Optional.empty(),
                        Optional.empty()));
        if (!media.equals("none")) {
            var base = recording("04-15T09:00", "04-15T10:00", 0);
            spec.given(new RecordingFiled(new FiledRecording(base.recording(), base.beganAt(), base.endedAt(),
                    base.uncertainty(), media,
                    Optional.empty(), Optional.empty(), Optional.of(RecordedContent.COLLECTIVE_DISCUSSION), Optional.empty())));
        }
        assertEquals("quiet", says(new DiscussionAudioKept(), spec, law, LATER)); // before the decision it is a requirement
        spec.given(issued(DOCUMENT, "penalty-decision", "04-20"));
        assertEquals(expected, says(new DiscussionAudioKept(), spec, law, LATER));
    }

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource({"CL, ENTRUSTED, CL-14", "CL, DIRECT, quiet", "SQ, ENTRUSTED, quiet", "WD, ENTRUSTED, quiet",
            "CL, ELECTRONIC, quiet"})
    void a_method_that_the_text_does_not_name_is_looked_at(String agency, ServiceMethod method, String expected) {
        var law = TestLaw.of(agency);
        var spec = CaseSpec.under(law).given(served(DOCUMENT, method, "04-11", "recipient basis"));
        assertEquals(expected, says(new MethodHasBasis(), spec, law, LATER));
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(textBlock = """
        SQ, textRecord.partySignature.required, SQ-M-12
        LX, textRecord.partySignature.required, LX-14
        WD, textRecord.partySignature.required, WD-2
        AJ, textRecord.partySignature.required, product
        SQ, no such duty,                       SQ-M-5
        """)
    void a_defect_statement_stands_for_ever_and_cites_what_was_not_met(String agency, String duty, String expected) {
        var law = TestLaw.of(agency);
        var spec = CaseSpec.under(law).given(
                new ProcessEvent.DefectStated(DOCUMENT.toString(), List.of(duty), "当事人签名", "当事人已离开", List.of(TestPeople.ZHANG),
                        day("04-11")),
                new LifeEvent.CaseEnded(EndGround.PERFORMED, Optional.empty(), day("05-01")));
        assertEquals(expected, says(new DefectsStand(), spec, law, LATER));
    }

    @Test
    void a_case_under_rules_that_are_not_in_force_is_said_to_be() {
        assertEquals("quiet", says(new RulesInForce(), CaseSpec.under(SQ), SQ, LATER));
        var notYet = TestLaw.like("SQ").with("agency.effectiveFrom", "notStated | ").law();
        assertEquals("product", says(new RulesInForce(), CaseSpec.under(notYet), notYet, LATER));
    }
}
