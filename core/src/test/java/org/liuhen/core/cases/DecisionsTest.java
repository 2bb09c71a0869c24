package org.liuhen.core.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.core.cases.CaseSpec.at;
import static org.liuhen.core.cases.CaseSpec.day;
import static org.liuhen.core.cases.CaseSpec.digest;
import static org.liuhen.core.cases.CaseSpec.under;
import static org.liuhen.core.cases.TestPapers.OTHER;
import static org.liuhen.core.cases.TestPapers.RECORD;
import static org.liuhen.core.cases.TestPapers.draft;
import static org.liuhen.core.cases.TestPapers.finalise;
import static org.liuhen.core.cases.TestPapers.lock;
import static org.liuhen.core.cases.TestPapers.text;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.cases.documents.ApprovalMatter;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.law.Law;
import org.liuhen.core.values.RecordingId;

/** What a decision document waits for: its approval, review and discussion, and the tables of the stages before it. */
class DecisionsTest {

    private static final RecordingId SOUND = new RecordingId(new UUID(0, 0x40));

    /** The law of an agency without its tables of the stages, so that the decision's own duties are alone. */
    private static Law tablesOff(String agency) {
        return TestLaw.like(agency).with("record.investigation.required", "notStated | |")
                .with("case.stageChecklist.initiation", "notStated | |")
                .with("case.stageChecklist.reviewDecision", "notStated | |").law();
    }

    private static CaseSpec decided(Law law) {
        return under(law).library(TestPapers.DECISION, TestPapers.MINUTES).done(
                draft(RECORD, TestPapers.DECISION, Map.of("decision", text("罚款"), "issuedOn", new FieldValue.Day(day("04-18")))),
                new DocumentCommand.NumberDocument(RECORD, "双市监罚决〔2026〕1号"), lock(RECORD, 1),
                new DocumentCommand.AffixSeal(RECORD, day("04-18"), false, Optional.of(digest(3))));
    }

    private static CaseSpec approved(CaseSpec spec) {
        spec.done(ApprovalsTest.request(ApprovalMatter.DECISION)).by(TestPeople.UNIT_HEAD)
                .done(ApprovalsTest.opinion(Verdict.AGREED, "04-15"));
        if (spec.begun().life().flags().legalReview()) spec.by(TestPeople.REVIEWER)
                .done(ApprovalsTest.opinion(Verdict.AGREED, "04-15"));
        return spec.by(TestPeople.HEAD).done(ApprovalsTest.opinion(Verdict.AGREED, "04-16")).by(TestPeople.ZHANG);
    }

    private static void expect(String expected, CaseSpec spec) {
        if (expected.equals("final")) spec.when(finalise(RECORD))
                .then(new DocumentEvent.DocumentFinalised(RECORD, digest(3), 1, false));
        else spec.when(finalise(RECORD)).thenMissing(expected.split(" "));
    }

    @ParameterizedTest(name = "{0}: approved {1}: {2}")
    @CsvSource(textBlock = """
        SQ, false, SQ-M-8.5
        SQ, true,  final
        LX, false, LX-9.5
        LX, true,  final
        CL, false, final
        WD, false, final
        AJ, false, final
        """)
    void a_decision_is_approved(String agency, boolean approved, String expected) {
        var spec = decided(tablesOff(agency));
        expect(expected, approved ? approved(spec) : spec);
    }

    @Test
    void an_approval_of_something_else_does_not_do() {
        var spec = decided(tablesOff("SQ")).done(ApprovalsTest.request(ApprovalMatter.CASE_OPENING)).by(TestPeople.UNIT_HEAD)
                .done(ApprovalsTest.opinion(Verdict.AGREED, "04-15")).by(TestPeople.HEAD)
                        .done(ApprovalsTest.opinion(Verdict.AGREED, "04-16"))
                .by(TestPeople.ZHANG);
        expect("SQ-M-8.5", spec);
    }

    @Test
    void half_an_approval_does_not_do() {
        expect("SQ-M-8.5", decided(tablesOff("SQ")).done(ApprovalsTest.request(ApprovalMatter.DECISION)).by(TestPeople.UNIT_HEAD)
                .done(ApprovalsTest.opinion(Verdict.AGREED, "04-15")).by(TestPeople.ZHANG));
    }

    @ParameterizedTest(name = "{0}: flagged {1} after the approval: {2}")
    @CsvSource(textBlock = """
        SQ, true,  SQ-M-8.3
        SQ, false, final
        LX, true,  LX-9.3
        CL, true,  final
        """)
    void a_flagged_case_is_reviewed(String agency, boolean after, String expected) {
        var flagged = new LifeEvent.CaseFlagged(new Flags(true, false, false, false), "重大案件");
        var spec = decided(tablesOff(agency));
        expect(expected, after ? approved(spec).given(flagged) : approved(spec.given(flagged)));
    }

    @ParameterizedTest(name = "{0}: minutes {1}, recording {2}: {3}")
    @CsvSource(textBlock = """
        SQ, none,  none,  SQ-M-8.4
        SQ, draft, none,  SQ-M-8.4
        SQ, final, none,  final
        LX, none,  none,  LX-9.4
        CL, none,  none,  CL-12 CL-12
        CL, final, none,  CL-12
        CL, none,  audio, CL-12
        CL, final, photo, CL-12
        CL, final, audio, final
        CL, final, video, final
        WD, none,  none,  final
        """)
    void a_flagged_case_is_discussed_with_minutes_and_sound(String agency, String minutes, String recording, String expected) {
        var spec = approved(decided(tablesOff(agency))
                .given(new LifeEvent.CaseFlagged(new Flags(false, true, false, false), "重大案件")));
        if (!minutes.equals("none")) spec.done(draft(OTHER, TestPapers.MINUTES, Map.of("conclusion", text("罚款"))),
                lock(OTHER, 1));
        if (minutes.equals("final")) spec.done(finalise(OTHER));
        if (!recording.equals("none")) {
            spec.done(new ProcessCommand.FileRecording(new FiledRecording(SOUND, at("04-15T09:00"), at("04-15T10:00"),
                    Duration.ZERO, recording,
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
            spec.done(new ApprovalCommand.DiscussCollectively(day("04-15"), "吴局",
                    List.of(new Attendance(TestPeople.HEAD, "吴局", "同意")), "罚款",
                    Optional.empty(), Optional.of(SOUND)));
        }
        expect(expected, spec);
    }

    @Test
    void a_discussion_needs_a_recording_that_is_filed() {
        under("CL").when(new ApprovalCommand.DiscussCollectively(day("04-15"), "吴局",
                List.of(new Attendance(TestPeople.HEAD, "吴局", "同意")), "罚款",
                Optional.empty(), Optional.of(SOUND))).thenRefused("no-such-recording");
    }

    @Test
    void the_tables_of_the_stages_are_complete_before_a_decision() {
        var missing = approved(decided(TestLaw.of("SQ"))).when(finalise(RECORD)).refusal().missing();
        var cited = CaseSpec.Answer.cited(missing);
        assertTrue(cited.containsAll(List.of("SQ-M-6.1", "SQ-M-7.1", "SQ-M-7.2", "SQ-M-7.9", "SQ-M-8.4")), cited::toString);
        assertTrue(missing.stream().anyMatch(item -> item.duty().equals("case.stageChecklist.investigation")), missing::toString);
        var order = Map.of("order", text("立即改正"), "issuedOn", (FieldValue) new FieldValue.Day(day("04-18")));
        under("SQ").library(TestPapers.ORDER).done(draft(RECORD, TestPapers.ORDER, order), lock(RECORD, 1),
                new DocumentCommand.AffixSeal(RECORD, day("04-18"), false, Optional.of(digest(3)))).done(finalise(RECORD));
    }

    @Test
    void only_what_tells_the_decision_is_one() {
        assertEquals(List.of(true, false, false), List.of(TestPapers.DECISION, TestPapers.ORDER, TestPapers.MINUTES).stream()
                .map(template -> Form.of(template).isDecision()).toList());
    }

    @Test
    void no_decision_is_made_while_the_case_is_interrupted_or_dated_before_it() {
        var spec = approved(decided(tablesOff("CL")));
        spec.done(new LifeCommand.SuspendCase("等检验", day("04-19"))).when(finalise(RECORD)).thenRefused("case-suspended");
        spec.done(new LifeCommand.ResumeCase(day("04-20"))).done(finalise(RECORD));
        approved(under(tablesOff("CL")).library(TestPapers.DECISION).done(
                draft(RECORD, TestPapers.DECISION, Map.of("decision", text("罚款"), "issuedOn", new FieldValue.Day(day("03-18")))),
                new DocumentCommand.NumberDocument(RECORD, "双市监罚决〔2026〕1号"), lock(RECORD, 1),
                new DocumentCommand.AffixSeal(RECORD, day("03-18"), false, Optional.of(digest(3))))).when(finalise(RECORD)).thenRefused("before-opening");
    }
}
