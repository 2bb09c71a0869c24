package org.liuhen.core.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.core.cases.CaseSpec.at;
import static org.liuhen.core.cases.CaseSpec.day;
import static org.liuhen.core.cases.CaseSpec.digest;
import static org.liuhen.core.cases.CaseSpec.under;
import static org.liuhen.core.cases.TestPapers.OTHER;
import static org.liuhen.core.cases.TestPapers.RECORD;
import static org.liuhen.core.cases.TestPapers.and;
import static org.liuhen.core.cases.TestPapers.but;
import static org.liuhen.core.cases.TestPapers.draft;
import static org.liuhen.core.cases.TestPapers.finalise;
import static org.liuhen.core.cases.TestPapers.inquiry;
import static org.liuhen.core.cases.TestPapers.lock;
import static org.liuhen.core.cases.TestPapers.officer;
import static org.liuhen.core.cases.TestPapers.refuses;
import static org.liuhen.core.cases.TestPapers.sign;
import static org.liuhen.core.cases.TestPapers.signature;
import static org.liuhen.core.cases.TestPapers.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FieldType;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.values.PersonId;

/** The life of a document: draft, text, marks, final, void. */
class DocumentsTest {

    private static final CaseCommand SIGNED = sign(RECORD, signature(Capacity.PERSON_CONCERNED, "钱某", SignKind.SIGNATURE));

    private static CaseSpec drafted(String agency) {
        return under(agency).library(TestPapers.INQUIRY).done(draft(RECORD, TestPapers.INQUIRY, inquiry()));
    }

    private static CaseSpec locked(String agency) {
        return drafted(agency).done(lock(RECORD, 1));
    }

    private static CaseSpec signed(String agency) {
        return locked(agency).done(SIGNED, sign(RECORD, officer(TestPeople.ZHANG)), sign(RECORD, officer(TestPeople.LI)));
    }

    private static CaseCommand alter(String questions, Alteration... places) {
        return new DocumentCommand.AlterText(RECORD, and(inquiry(), "questions", text(questions)), List.of(places), digest(2), 1,
                1000);
    }

    @Test
    void a_document_goes_from_draft_to_final() {
        signed("SQ").when(finalise(RECORD)).then(new DocumentEvent.DocumentFinalised(RECORD, digest(1), 1, false));
    }

    @Test
    void the_draft_keeps_what_the_form_was() {
        under("SQ").library(TestPapers.INQUIRY)
                .when(draft(RECORD, TestPapers.INQUIRY, inquiry()))
                .then(new DocumentEvent.DocumentDrafted(RECORD, Form.of(TestPapers.INQUIRY), inquiry()));
    }

    @Test
    void final_is_for_ever() {
        var done = signed("SQ").done(finalise(RECORD));
        done.when(finalise(RECORD)).thenNothing();
        done.when(SIGNED).thenRefused("already-final");
        done.when(new DocumentCommand.UnlockText(RECORD)).thenRefused("already-final");
        done.when(new DocumentCommand.SaveDraft(RECORD, Map.of())).thenRefused("already-final");
        done.when(alter("改", new Alteration(1, "questions", "前", "改"))).thenRefused("already-final");
    }

    @Test
    void nothing_is_done_twice() {
        var spec = drafted("SQ");
        spec.when(draft(RECORD, TestPapers.INQUIRY, inquiry())).thenNothing();
        spec.when(draft(RECORD, TestPapers.INQUIRY, Map.of())).thenRefused("already-drafted");
        spec.when(new DocumentCommand.SaveDraft(RECORD, inquiry())).thenNothing();
        spec.when(new DocumentCommand.UnlockText(RECORD)).thenNothing();
        spec.done(lock(RECORD, 1)).when(lock(RECORD, 1)).thenNothing();
        spec.when(lock(RECORD, 2)).thenRefused("text-locked");
        spec.done(SIGNED).when(SIGNED).thenNothing();
    }

    @Test
    void a_draft_may_be_incomplete_and_a_text_not() {
        var spec = under("SQ").library(TestPapers.INQUIRY).done(draft(RECORD, TestPapers.INQUIRY, but(inquiry(), "questions")));
        assertEquals("questions", spec.when(lock(RECORD, 1)).refusal().faults().getFirst().place());
        spec.done(new DocumentCommand.SaveDraft(RECORD, inquiry())).done(lock(RECORD, 1));
    }

    @Test
    void a_draft_takes_no_hostile_text() {
        var hostile = and(inquiry(), "questions", text("a\u202Eb"));
        under("SQ").library(TestPapers.INQUIRY).when(draft(RECORD, TestPapers.INQUIRY, hostile)).thenRefused("bad-fields");
        drafted("SQ").when(new DocumentCommand.SaveDraft(RECORD, and(inquiry(), "nobody", text("x")))).thenRefused("bad-fields");
    }

    @Test
    void the_template_in_force_judges_a_draft_that_is_older() {
        var changed = new TestPapers.Sheet("inquiry-record", DocumentKind.EVIDENCE).onSite()
                .field("questions", new FieldType.LongText(), true).field("rightsTold", new FieldType.LongText(), true)
                .signed(Capacity.PERSON_CONCERNED, 1).template();
        var spec = drafted("SQ").library(changed);
        var refusal = spec.when(lock(RECORD, 1)).refusal();
        assertEquals("rightsTold", refusal.faults().getFirst().place());
        assertTrue(refusal.next().zh().contains("模板在起草之后已经更新"), refusal.next()::zh);
        spec.done(new DocumentCommand.SaveDraft(RECORD, and(inquiry(), "rightsTold", text("已告知"))), lock(RECORD, 1));
        assertEquals(Form.of(TestPapers.INQUIRY), spec.begun().document(RECORD).orElseThrow().form(),
                "the draft keeps its own form");
    }

    @Test
    void a_faulty_field_of_an_unchanged_template_is_only_a_faulty_field() {
        var refusal = under("SQ").library(TestPapers.INQUIRY).done(draft(RECORD, TestPapers.INQUIRY, Map.of()))
                .when(lock(RECORD, 1)).refusal();
        assertFalse(refusal.next().zh().contains("模板"), refusal.next()::zh);
        assertEquals(3, refusal.faults().size());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        SQ, no-such-template
        CL, no-such-template
        LX, LX-12
        WD, no-such-template
        """)
    void a_form_outside_the_library_is_refused(String agency, String expected) {
        var answer = under(agency).when(draft(RECORD, TestPapers.INQUIRY, Map.of()));
        if (expected.equals("no-such-template")) answer.thenRefused(expected);
        else answer.thenMissing(expected);
    }

    @Test
    void what_goes_out_is_of_the_library_still_when_it_is_final() {
        var order = Map.of("order", text("立即改正"), "issuedOn", new FieldValue.Day(day("04-10")));
        var spec = under("LX").library(TestPapers.ORDER).done(draft(RECORD, TestPapers.ORDER, order), lock(RECORD, 1),
                new DocumentCommand.AffixSeal(RECORD, day("04-10"), false, Optional.of(digest(3))));
        spec.without(TestPapers.ORDER.id()).when(finalise(RECORD)).thenMissing("LX-12");
        spec.library(TestPapers.ORDER).when(finalise(RECORD))
                .then(new DocumentEvent.DocumentFinalised(RECORD, digest(3), 1, false));
    }

    @Test
    void a_form_is_for_its_kinds_of_case() {
        CaseSpec.unopened(TestLaw.of("CL")).given(CaseSpec.opened(CaseKind.CHARGE, Procedure.ORDINARY, Origin.EX_OFFICIO))
                .library(TestPapers.INQUIRY).when(draft(RECORD, TestPapers.INQUIRY, Map.of())).thenRefused("not-for-this-kind");
    }

    @Test
    void only_a_text_is_signed_and_made_final() {
        drafted("SQ").when(SIGNED).thenRefused("not-locked");
        drafted("SQ").when(finalise(RECORD)).thenRefused("not-locked");
        drafted("SQ").when(finalise(OTHER)).thenRefused("no-such-document");
        drafted("SQ").when(lock(RECORD, 0)).thenRefused("no-pages");
        locked("SQ").when(new DocumentCommand.SaveDraft(RECORD, Map.of())).thenRefused("text-locked");
    }

    @Test
    void a_text_goes_back_to_a_draft_until_somebody_signs() {
        var back = locked("SQ").done(new DocumentCommand.UnlockText(RECORD));
        back.when(lock(RECORD, 1)).then(new DocumentEvent.TextLocked(RECORD, 2, digest(1), 1, 1000));
        locked("SQ").done(SIGNED).when(new DocumentCommand.UnlockText(RECORD)).thenRefused("signed-text");
        locked("SQ").done(refuses(RECORD, Capacity.PERSON_CONCERNED, "钱某", TestPeople.ZHANG))
                .when(new DocumentCommand.UnlockText(RECORD)).thenRefused("signed-text");
    }

    @Test
    void a_signed_text_is_altered_place_by_place() {
        var place = new Alteration(1, "questions", "前", "后");
        locked("SQ").when(alter("后", place)).thenRefused("unsigned-text");
        locked("SQ").done(SIGNED).when(alter("后")).thenRefused("unmarked-change");
        locked("SQ").done(SIGNED).when(alter("后", new Alteration(2, "questions", "前", "后"))).thenRefused("unmarked-change");
        locked("SQ").done(SIGNED).when(alter("后", place, new Alteration(2, "endedAt", "10", "11")))
                .thenRefused("unmarked-change");
        locked("SQ").done(SIGNED).when(alter("后", new Alteration(1, "questions[2].answer", "前", "后")))
                .then(new DocumentEvent.TextAltered(RECORD, 2, and(inquiry(), "questions", text("后")),
                        List.of(new Alteration(1, "questions[2].answer", "前", "后")), digest(2), 1, 1000));
        var altered = locked("SQ").done(SIGNED, alter("后", place));
        altered.when(alter("后", place)).thenNothing();
        altered.when(alter("再改", place)).thenRefused("unmarked-change");
        altered.done(new DocumentCommand.AlterText(RECORD, and(inquiry(), "questions", text("再改")),
                List.of(new Alteration(2, "questions", "后", "再改")), digest(3), 1, 1000));
    }

    @Test
    void an_alteration_takes_the_marks_off_that_were_for_the_old_pages() {
        var spec = drafted("SQ").done(lock(RECORD, 2), SIGNED,
                new DocumentCommand.MarkAcrossPages(RECORD, SignKind.SEAL, 1, 2, Optional.of(digest(4))),
                        alter("后", new Alteration(1, "questions", "前", "后")));
        var marks = spec.begun().document(RECORD).orElseThrow().marks();
        assertEquals(List.of(), marks.acrossPages());
        assertEquals(1, marks.signatures().size());
    }

    @ParameterizedTest(name = "began {0}, ended {1}: {2}")   // it is 20 April, noon
    @CsvSource(textBlock = """
        04-20T11:00, 04-20T12:00, taken
        04-20T11:00, 04-20T11:00, taken
        04-20T11:00, 04-20T12:05, taken
        04-20T11:00, 04-20T12:06, in-the-future
        04-20T12:06, 04-20T13:00, in-the-future
        04-20T11:00, 04-20T10:59, contradictory
        04-02T11:00, 04-02T12:00, taken
        """)
    void the_times_of_an_act_are_past_and_in_order(String began, String ended, String expected) {
        var values = and(and(inquiry(), "beganAt", new FieldValue.Time(at(began))), "endedAt", new FieldValue.Time(at(ended)));
        var answer = under("SQ").library(TestPapers.INQUIRY).done(draft(RECORD, TestPapers.INQUIRY, values))
                .when(lock(RECORD, 1));
        if (expected.equals("taken")) answer.then(new DocumentEvent.TextLocked(RECORD, 1, digest(1), 1, 1000));
        else answer.thenRefused(expected);
    }

    @Test
    void a_numbered_document_is_not_final_without_its_number() {
        var numbered = new TestPapers.Sheet("other", DocumentKind.WORK_RECORD).field("text", new FieldType.Text(), true)
                .numbered("记").template();
        var spec = under("SQ").library(numbered).done(draft(RECORD, numbered, Map.of("text", text("x"))), lock(RECORD, 1));
        spec.when(finalise(RECORD)).thenRefused("not-numbered");
        spec.when(new DocumentCommand.NumberDocument(RECORD, " ")).thenRefused("empty");
        var number = new DocumentCommand.NumberDocument(RECORD, "双市监记〔2026〕1号");
        spec.done(number).when(number).thenNothing();
        spec.when(new DocumentCommand.NumberDocument(RECORD, "双市监记〔2026〕2号")).thenRefused("already-numbered");
        spec.done(finalise(RECORD));
        locked("SQ").when(number).thenRefused("no-number-here");
    }

    @Test
    void a_void_document_stays_void() {
        var reason = new DocumentCommand.VoidDocument(RECORD, "当事人姓名有误");
        locked("SQ").when(new DocumentCommand.VoidDocument(RECORD, "")).thenRefused("empty");
        var gone = signed("SQ").done(finalise(RECORD)).done(reason);
        gone.when(reason).thenNothing();
        gone.when(new DocumentCommand.VoidDocument(RECORD, "别的")).thenRefused("document-voided");
        gone.when(SIGNED).thenRefused("document-voided");
        assertFalse(gone.begun().document(RECORD).orElseThrow().isFinal());
    }

    @Test
    void what_was_served_is_not_made_void() {
        var service = new ServiceId(new UUID(0, 9));
        var spec = signed("SQ").done(finalise(RECORD)).given(
                new ServiceEvent.ServiceRecorded(service, TestServices.direct(RECORD)),
                new ServiceEvent.DocumentsServed(service, List.of(RECORD), day("04-11"), false));
        spec.when(new DocumentCommand.VoidDocument(RECORD, "错")).thenRefused("already-served");
    }

    @Test
    void recused_officers_and_ended_cases_do_nothing() {
        var recused = drafted("SQ").given(new LifeEvent.RecusalDecided(TestPeople.ZHANG, true, "亲属", TestPeople.HEAD,
                day("04-12")));
        recused.when(lock(RECORD, 1)).thenRefused("recused");
        recused.by(TestPeople.LI).done(lock(RECORD, 1));
        recused.when(sign(RECORD, officer(TestPeople.ZHANG))).thenRefused("recused");
        recused.when(refuses(RECORD, Capacity.PERSON_CONCERNED, "钱某", TestPeople.ZHANG)).thenRefused("recused");
        drafted("SQ").given(new LifeEvent.CaseEnded(EndGround.PERFORMED, Optional.empty(), day("04-19")))
                .when(lock(RECORD, 1)).thenRefused("case-ended");
    }

    @Test
    void who_signs_as_an_officer_is_one_and_signs_for_nobody_else() {
        locked("SQ").when(sign(RECORD, officer(TestPeople.CLERK))).thenRefused("no-officer");
        locked("SQ").when(sign(RECORD, officer(new PersonId(new UUID(0, 0x999))))).thenRefused("no-such-person");
        var electronic = new Signed(Capacity.OFFICER, "李四", Optional.of(TestPeople.LI), SignKind.ELECTRONIC, day("04-10"), false,
                Optional.empty());
        locked("SQ").when(sign(RECORD, electronic)).thenRefused("signs-for-another");
        locked("SQ").by(TestPeople.LI).done(sign(RECORD, electronic));
        var tomorrow = new Signed(Capacity.PERSON_CONCERNED, "钱某", Optional.empty(), SignKind.SIGNATURE, day("04-21"), false,
                Optional.of(digest(7)));
        locked("SQ").when(sign(RECORD, tomorrow)).thenRefused("in-the-future");
        locked("SQ").when(sign(RECORD, signature(Capacity.PARTY, " ", SignKind.SIGNATURE))).thenRefused("empty");
    }

    @Test
    void a_scan_has_every_page_and_is_what_stays() {
        var spec = drafted("WD").done(lock(RECORD, 3));
        spec.when(new DocumentCommand.AttachScan(RECORD, digest(5), 2)).thenRefused("scan-incomplete");
        spec.done(new DocumentCommand.AttachScan(RECORD, digest(5), 3));
        spec.when(finalise(RECORD)).then(new DocumentEvent.DocumentFinalised(RECORD, digest(5), 3, false));
    }

    @Test
    void marks_are_where_there_is_a_page_or_a_place() {
        var spec = drafted("SQ").done(lock(RECORD, 3));
        spec.when(new DocumentCommand.MarkAcrossPages(RECORD, SignKind.SEAL, 1, 4, Optional.empty()))
                .thenRefused("no-such-pages");
        spec.when(new DocumentCommand.MarkAcrossPages(RECORD, SignKind.SEAL, 2, 2, Optional.empty()))
                .thenRefused("no-such-pages");
        spec.when(new DocumentCommand.MarkAcrossPages(RECORD, SignKind.SEAL, 0, 3, Optional.empty()))
                .thenRefused("no-such-pages");
        spec.when(new DocumentCommand.MarkAlteration(RECORD, 1, SignKind.SEAL, Optional.empty())).thenRefused("no-such-place");
    }

    @Test
    void the_seal_has_the_date_of_the_paper() {
        var order = Map.of("order", text("立即改正"), "issuedOn", new FieldValue.Day(day("04-10")));
        var spec = under("SQ").library(TestPapers.ORDER).done(draft(RECORD, TestPapers.ORDER, order), lock(RECORD, 1));
        spec.when(new DocumentCommand.AffixSeal(RECORD, day("04-11"), false, Optional.of(digest(3))))
                .thenRefused("contradictory");
        spec.when(new DocumentCommand.AffixSeal(RECORD, day("04-21"), false, Optional.of(digest(3))))
                .thenRefused("in-the-future");
        locked("SQ").when(new DocumentCommand.AffixSeal(RECORD, day("04-10"), false, Optional.of(digest(3))))
                .thenRefused("no-seal-here");
    }
}
