package org.liuhen.core.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.liuhen.core.cases.CaseSpec.day;
import static org.liuhen.core.cases.CaseSpec.digest;
import static org.liuhen.core.cases.CaseSpec.under;
import static org.liuhen.core.cases.TestPapers.RECORD;
import static org.liuhen.core.cases.TestPapers.and;
import static org.liuhen.core.cases.TestPapers.draft;
import static org.liuhen.core.cases.TestPapers.finalise;
import static org.liuhen.core.cases.TestPapers.lock;
import static org.liuhen.core.cases.TestPapers.refuses;
import static org.liuhen.core.cases.TestPapers.sign;
import static org.liuhen.core.cases.TestPapers.signature;
import static org.liuhen.core.cases.TestPapers.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FieldType;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;

/**
 * What each agency's articles ask of papers that are no evidence: seal and date, opinions, a hearing's signatures, rights, kinds.
 */
class OtherRequirementsTest {

    private static void expect(String expected, CaseSpec.Answer answer) {
        if (expected.equals("final")) assertInstanceOf(DocumentEvent.DocumentFinalised.class, answer.events().getFirst());
        else answer.thenMissing(expected.split(" "));
    }

    @ParameterizedTest(name = "{0}: seal {1}, date {2}: {3}")
    @CsvSource(textBlock = """
        SQ, none,   none,  SQ-M-11 SQ-M-11
        SQ, none,   field, SQ-M-11
        SQ, file,   none,  final
        SQ, paper,  none,  SQ-M-11
        SQ, scan,   none,  final
        LX, none,   none,  LX-13 LX-13
        LX, file,   field, final
        CL, none,   none,  final
        WD, none,   none,  final
        """)
    void what_goes_out_bears_seal_and_date(String agency, String seal, String date, String expected) {
        Map<String, FieldValue> values = Map.of("order", text("立即改正"));
        if (date.equals("field")) values = and(values, "issuedOn", new FieldValue.Day(day("04-10")));
        var spec = under(agency).library(TestPapers.ORDER).done(draft(RECORD, TestPapers.ORDER, values), lock(RECORD, 1));
        if (seal.equals("file")) spec.done(new DocumentCommand.AffixSeal(RECORD, day("04-10"), false, Optional.of(digest(3))));
        if (seal.equals("paper") || seal.equals("scan")) spec
                .done(new DocumentCommand.AffixSeal(RECORD, day("04-10"), true, Optional.empty()));
        if (seal.equals("scan")) spec.done(new DocumentCommand.AttachScan(RECORD, digest(5), 1));
        expect(expected, spec.when(finalise(RECORD)));
    }

    @ParameterizedTest(name = "{0}: blocks {1}, reason {2}: {3}")
    @CsvSource(textBlock = """
        SQ, HANDLER REVIEWER APPROVER, true,  final
        SQ, HANDLER REVIEWER APPROVER, false, SQ-M-13
        SQ, HANDLER REVIEWER,          true,  SQ-M-13 SQ-M-13
        SQ, none,                      false, SQ-M-13 SQ-M-13 SQ-M-13 SQ-M-13 SQ-M-13 SQ-M-13 SQ-M-13
        LX, HANDLER APPROVER,          true,  LX-15 LX-15
        LX, HANDLER REVIEWER APPROVER, true,  final
        CL, HANDLER REVIEWER APPROVER, true,  final
        """)
    void an_internal_approval_holds_three_dated_opinions(String agency, String blocks, boolean reason, String expected) {
        expect(expected, opinions(agency, blocks, reason).when(finalise(RECORD)));
    }

    private static CaseSpec opinions(String agency, String blocks, boolean reason) {
        var spec = under(agency).library(TestPapers.APPROVAL_FORM).done(draft(RECORD, TestPapers.APPROVAL_FORM, Map.of()),
                lock(RECORD, 1));
        for (var block : OpinionBlock.values()) {
            if (blocks.contains(block.name())) {
                spec.by(TestPeople.HEAD).done(new DocumentCommand.WriteOpinion(RECORD, block, "同意", reason ? Optional.of("事实清楚") : Optional.empty(),
                        TestPeople.HEAD, day("04-02")));
            }
        }
        return spec;
    }

    @Test
    void where_no_article_asks_for_opinions_the_form_still_does() {
        opinions("CL", "HANDLER", true).when(finalise(RECORD)).thenRefused("bad-fields");
    }

    @Test
    void an_opinion_stands_where_its_block_is() {
        var spec = opinions("SQ", "HANDLER", true);
        var again = new DocumentCommand.WriteOpinion(RECORD, OpinionBlock.HANDLER, "同意", Optional.of("事实清楚"), TestPeople.HEAD,
                day("04-02"));
        spec.when(again).thenNothing();
        spec.when(new DocumentCommand.WriteOpinion(RECORD, OpinionBlock.REVIEWER, " ", Optional.empty(), TestPeople.HEAD,
                day("04-02"))).thenRefused("empty");
        spec.when(new DocumentCommand.WriteOpinion(RECORD, OpinionBlock.REVIEWER, "同意", Optional.empty(), TestPeople.HEAD,
                day("04-21"))).thenRefused("in-the-future");
        under("SQ").library(TestPapers.ORDER).done(draft(RECORD, TestPapers.ORDER, Map.of("order", text("立即改正"))))
                .when(again).thenRefused("no-opinion-here");
        assertEquals(new FieldValue.Day(day("04-02")), spec.begun().document(RECORD).orElseThrow().filled().get("handledOn"));
    }

    @ParameterizedTest(name = "{0}: signed by {1} with {2}, refused by {3}: {4}")
    @CsvSource(textBlock = """
        SQ, 甲 乙, SIGNATURE,   none, final
        SQ, 甲 乙, SEAL,        none, final
        SQ, 甲,    SIGNATURE,   none, SQ-M-14
        SQ, none,  SIGNATURE,   none, SQ-M-14 SQ-M-14
        SQ, 甲 乙, FINGERPRINT, none, SQ-M-14 SQ-M-14
        SQ, 甲,    SIGNATURE,   乙,   final
        SQ, 甲 丙, SIGNATURE,   none, SQ-M-14
        LX, 甲,    SIGNATURE,   none, LX-16
        CL, 甲,    SIGNATURE,   none, CL-11a CL-11a.4
        CL, 甲 乙, SIGNATURE,   none, final
        WD, none,  SIGNATURE,   none, final
        """)
    void everyone_at_a_hearing_signs_its_record(String agency, String signing, SignKind kind, String refusing, String expected) {
        var people = new FieldValue.Rows(List.of(Map.of("name", text("甲"), "role", text("当事人")),
                Map.of("name", text("乙"), "role", text("证人"))));
        var spec = under(agency).library(TestPapers.HEARING)
                .done(draft(RECORD, TestPapers.HEARING, Map.of("participants", people)), lock(RECORD, 1));
        for (var name : signing.split(" ")) {
            if (!name.equals("none")) spec.done(sign(RECORD, signature(Capacity.PARTICIPANT, name, kind)));
        }
        if (!refusing.equals("none")) spec.done(refuses(RECORD, Capacity.PARTICIPANT, refusing, TestPeople.ZHANG, TestPeople.LI));
        expect(expected, spec.when(finalise(RECORD)));
    }

    @ParameterizedTest(name = "{0}: manner {1}: {2}")
    @CsvSource(textBlock = """
        CL, '',       CL-10
        CL, 现场口头, final
        SQ, '',       final
        """)
    void a_notice_of_rights_says_how_the_party_was_told(String agency, String manner, String expected) {
        Map<String, FieldValue> values = Map.of("manner", text(manner), "issuedOn", new FieldValue.Day(day("04-10")));
        var spec = under(agency).library(TestPapers.RIGHTS).done(draft(RECORD, TestPapers.RIGHTS, values), lock(RECORD, 1),
                new DocumentCommand.AffixSeal(RECORD, day("04-10"), false, Optional.of(digest(3))));
        expect(expected, spec.when(finalise(RECORD)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        EVIDENCE,       SQ-M-10
        TEST_APPRAISAL, SQ-M-10
        WORK_RECORD,    final
        """)
    void a_document_is_of_a_kind_that_the_agency_has(DocumentKind kind, String expected) {
        var template = new TestPapers.Sheet("other", kind).field("text", new FieldType.Text(), true).template();
        var law = TestLaw.like("SQ").with("textRecord.kinds", "words | SQ-M-10 | issued, hearing").law();
        expect(expected, under(law).library(template).done(draft(RECORD, template, Map.of("text", text("x"))), lock(RECORD, 1))
                .when(finalise(RECORD)));
        expect("final", under("SQ").library(template).done(draft(RECORD, template, Map.of("text", text("x"))), lock(RECORD, 1))
                .when(finalise(RECORD)));
    }

    @Test
    void reviewer_and_approver_write_their_opinions_themselves() {
        var spec = under("SQ").library(TestPapers.APPROVAL_FORM).done(draft(RECORD, TestPapers.APPROVAL_FORM, Map.of()), lock(RECORD, 1));
        spec.when(opinion(OpinionBlock.APPROVER, TestPeople.HEAD)).thenRefused("writes-for-another");
        spec.when(opinion(OpinionBlock.REVIEWER, TestPeople.UNIT_HEAD)).thenRefused("writes-for-another");
        spec.by(TestPeople.UNIT_HEAD).when(opinion(OpinionBlock.APPROVER, TestPeople.UNIT_HEAD)).thenRefused("not-your-step");
        spec.by(TestPeople.ZHANG).done(new DocumentCommand.AttachScan(RECORD, digest(3), 1), opinion(OpinionBlock.APPROVER, TestPeople.HEAD));
        var handles = new LifeEvent.HandlersChanged(List.of(new Officer(TestPeople.HEAD, "吴局", "007", day("01-01"), day("12-31"), TestPeople.UNIT)), "自办");
        under("SQ").library(TestPapers.APPROVAL_FORM).given(handles).by(TestPeople.HEAD).done(draft(RECORD, TestPapers.APPROVAL_FORM, Map.of()))
                .when(opinion(OpinionBlock.APPROVER, TestPeople.HEAD)).thenRefused("own-request");
    }

    private static CaseCommand opinion(OpinionBlock block, PersonId by) {
        return new DocumentCommand.WriteOpinion(RECORD, block, "同意", Optional.of("事实清楚"), by, day("04-02"));
    }

    @Test
    void only_a_person_in_charge_signs_as_approver() {
        var spec = under("SQ").library(TestPapers.APPROVAL_FORM).done(draft(RECORD, TestPapers.APPROVAL_FORM, Map.of()), lock(RECORD, 1));
        spec.when(approves(Optional.empty(), "04-10")).thenRefused("not-your-step");
        spec.when(approves(Optional.of(TestPeople.ZHANG), "04-10")).thenRefused("not-your-step");
        spec.when(approves(Optional.of(TestPeople.DEPUTY), "04-11")).thenRefused("not-your-step");
        spec.done(approves(Optional.of(TestPeople.DEPUTY), "04-10"), approves(Optional.of(TestPeople.HEAD), "04-11"));
    }

    private static CaseCommand approves(Optional<PersonId> person, String on) {
        return sign(RECORD, new Signed(Capacity.APPROVER, "某局长", person, SignKind.SIGNATURE, day(on), true, Optional.of(digest(7))));
    }
}
