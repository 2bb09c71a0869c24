package org.liuhen.core.cases;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.core.cases.CaseSpec.at;
import static org.liuhen.core.cases.CaseSpec.day;
import static org.liuhen.core.cases.CaseSpec.digest;
import static org.liuhen.core.cases.CaseSpec.under;
import static org.liuhen.core.cases.TestPapers.RECORD;
import static org.liuhen.core.cases.TestPapers.and;
import static org.liuhen.core.cases.TestPapers.but;
import static org.liuhen.core.cases.TestPapers.draft;
import static org.liuhen.core.cases.TestPapers.finalise;
import static org.liuhen.core.cases.TestPapers.inquiry;
import static org.liuhen.core.cases.TestPapers.inspection;
import static org.liuhen.core.cases.TestPapers.lock;
import static org.liuhen.core.cases.TestPapers.officer;
import static org.liuhen.core.cases.TestPapers.onSite;
import static org.liuhen.core.cases.TestPapers.refuses;
import static org.liuhen.core.cases.TestPapers.sign;
import static org.liuhen.core.cases.TestPapers.signature;
import static org.liuhen.core.cases.TestPapers.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.cases.documents.Capacity;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.values.PersonId;

/** What each agency's articles ask for before a document is final: both sides of each edge. */
class DocumentRequirementsTest {

    private static final Signed OFFICER_1 = officer(TestPeople.ZHANG);
    private static final Signed OFFICER_2 = officer(TestPeople.LI);

    private static CaseSpec record(CaseSpec spec, Template template, Map<String, FieldValue> values, int pages) {
        return spec.library(template).done(draft(RECORD, template, values), lock(RECORD, pages),
                sign(RECORD, OFFICER_1), sign(RECORD, OFFICER_2));
    }

    private static CaseSpec inspected(String agency, int pages) {
        return record(under(agency), TestPapers.INSPECTION, inspection(), pages);
    }

    private static CaseSpec signedByParty(String agency, int pages) {
        return inspected(agency, pages).done(sign(RECORD, signature(Capacity.PARTY, "钱某", SignKind.SIGNATURE)));
    }

    /** {@code final}, {@code defective}, or the articles that it waits for. */
    private static void expect(String expected, CaseSpec.Answer answer) {
        switch (expected) {
            case "final", "defective" -> {
                var event = answer.events().getFirst();
                assertTrue(event instanceof DocumentEvent.DocumentFinalised(_, _, _, var defective)
                        && defective == expected.equals("defective"), event::toString);
            }
            default -> answer.thenMissing(expected.split(" "));
        }
    }

    @ParameterizedTest(name = "{0}: signed as {1} with {2}: {3}")
    @CsvSource(textBlock = """
        SQ, none,          SIGNATURE,   SQ-M-12
        SQ, PARTY,         SIGNATURE,   final
        SQ, PARTY,         SEAL,        final
        SQ, PARTY,         ELECTRONIC,  final
        SQ, PERSON_PRESENT, SIGNATURE,  SQ-M-12
        SQ, OFFICER_NONE,  SIGNATURE,   SQ-M-12
        LX, none,          SIGNATURE,   LX-14
        LX, PARTY,         SIGNATURE,   final
        CL, none,          SIGNATURE,   CL-11a CL-11a.2 CL-9
        CL, PARTY,         SIGNATURE,   final
        CL, PARTY,         SEAL,        final
        CL, PARTY,         FINGERPRINT, CL-11a CL-11a.2 CL-9
        CL, PERSON_PRESENT, SIGNATURE,  final
        CL, PERSON_PRESENT, SEAL,       final
        WD, none,          SIGNATURE,   final
        AJ, none,          SIGNATURE,   final
        """)
    void evidence_is_signed_by_the_party(String agency, String as, SignKind kind, String expected) {
        var spec = inspected(agency, 1);
        if (!as.equals("none") && !as.equals("OFFICER_NONE")) spec
                .done(sign(RECORD, signature(Capacity.valueOf(as), "钱某", kind)));
        expect(expected, spec.when(finalise(RECORD)));
    }

    @Test
    void a_signature_on_paper_counts_when_the_paper_is_scanned() {
        var onPaper = new Signed(Capacity.PARTY, "钱某", Optional.empty(), SignKind.SIGNATURE, day("04-10"), true,
                Optional.empty());
        var spec = inspected("SQ", 1).done(sign(RECORD, onPaper));
        spec.when(finalise(RECORD)).thenMissing("SQ-M-12");
        spec.done(new DocumentCommand.AttachScan(RECORD, digest(5), 1));
        spec.when(finalise(RECORD)).then(new DocumentEvent.DocumentFinalised(RECORD, digest(5), 1, false));
    }

    @ParameterizedTest(name = "{0}: officers {1}: {2}")
    @CsvSource(textBlock = """
        CL, ZHANG,    CL-11a CL-11a.2
        CL, ZHANG LI, final
        SQ, ZHANG,    final
        """)
    void officers_sign_where_the_article_lists_them(String agency, String officers, String expected) {
        var spec = under(agency).library(TestPapers.INSPECTION).done(draft(RECORD, TestPapers.INSPECTION, inspection()),
                lock(RECORD, 1),
                sign(RECORD, signature(Capacity.PARTY, "钱某", SignKind.SIGNATURE)));
        if (officers.contains("ZHANG")) spec.done(sign(RECORD, OFFICER_1));
        if (officers.contains("LI")) spec.done(sign(RECORD, OFFICER_2));
        expect(expected, spec.when(finalise(RECORD)));
    }

    @ParameterizedTest(name = "{0}: refused, noted by {1}: {2}")
    @CsvSource(textBlock = """
        SQ, ZHANG LI,      final
        SQ, ZHANG,         SQ-M-12.p4
        SQ, ZHANG ZHANG,   SQ-M-12.p4
        SQ, ZHANG EXPIRED, SQ-M-12.p4
        SQ, WANG LI,       final
        LX, ZHANG LI,      final
        LX, ZHANG,         LX-14.p4
        CL, ZHANG LI,      CL-11a CL-11a.2 CL-9
        WD, ZHANG,         final
        AJ, ZHANG,         final
        """)
    void a_refusal_is_signed_by_two_different_officers(String agency, String officers, String expected) {
        var people = Arrays.stream(officers.split(" ")).map(DocumentRequirementsTest::person).toArray(PersonId[]::new);
        expect(expected, inspected(agency, 1).done(refuses(RECORD, Capacity.PARTY, "钱某", people)).when(finalise(RECORD)));
    }

    private static PersonId person(String name) {
        return switch (name) {
            case "ZHANG" -> TestPeople.ZHANG;
            case "LI" -> TestPeople.LI;
            case "WANG" -> TestPeople.WANG;
            case "EXPIRED" -> TestPeople.EXPIRED;
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Test
    void a_second_officer_may_sign_a_refusal_later() {
        inspected("SQ", 1).done(refuses(RECORD, Capacity.PARTY, "钱某", TestPeople.ZHANG),
                refuses(RECORD, Capacity.PARTY, "钱某", TestPeople.LI))
                .when(finalise(RECORD)).then(new DocumentEvent.DocumentFinalised(RECORD, digest(1), 1, false));
    }

    @Test
    void a_refusal_has_a_note_a_name_and_an_officer() {
        var spec = inspected("SQ", 1);
        spec.when(new DocumentCommand.NoteRefusal(RECORD, Capacity.PARTY, "钱某", " ", at("04-10T10:00"),
                List.of(TestPeople.ZHANG))).thenRefused("empty");
        spec.when(new DocumentCommand.NoteRefusal(RECORD, Capacity.PARTY, "钱某", "拒签", at("04-20T12:06"),
                List.of(TestPeople.ZHANG))).thenRefused("in-the-future");
        spec.when(refuses(RECORD, Capacity.PARTY, "钱某")).thenRefused("no-officer");
        spec.when(refuses(RECORD, Capacity.PARTY, "钱某", TestPeople.CLERK)).thenRefused("no-officer");
    }

    @ParameterizedTest(name = "{0}: place {1} marked with {2}: {3}")
    @CsvSource(textBlock = """
        SQ, 0, SEAL,        SQ-M-12.p2 SQ-M-12.p2
        SQ, 1, SEAL,        SQ-M-12.p2
        SQ, 2, SEAL,        final
        SQ, 2, FINGERPRINT, final
        SQ, 2, SIGNATURE,   SQ-M-12.p2 SQ-M-12.p2
        SQ, 2, ELECTRONIC,  SQ-M-12.p2 SQ-M-12.p2
        LX, 1, FINGERPRINT, LX-14.p2
        LX, 2, FINGERPRINT, final
        CL, 0, SEAL,        final
        WD, 0, SEAL,        final
        """)
    void every_altered_place_bears_a_mark(String agency, int marked, SignKind kind, String expected) {
        var values = and(and(inspection(), "result", text("甲")), "siteConditions", text("乙"));
        var spec = signedByParty(agency, 1).done(new DocumentCommand.AlterText(RECORD, values,
                List.of(new Alteration(1, "result", "未见异常", "甲"), new Alteration(2, "siteConditions", "货架 3 个", "乙")), digest(2),
                        1, 1000));
        for (var place = 1; place <= marked; place++) {
            spec.done(new DocumentCommand.MarkAlteration(RECORD, place, kind, Optional.of(digest(8))));
        }
        expect(expected, spec.when(finalise(RECORD)));
    }

    @ParameterizedTest(name = "{0}: {1} pages, marked {2} with {3}: {4}")
    @CsvSource(textBlock = """
        SQ, 1, none,    SEAL,        final
        SQ, 2, none,    SEAL,        SQ-M-12.p3
        SQ, 2, 1-2,     SEAL,        final
        SQ, 2, 1-2,     FINGERPRINT, final
        SQ, 2, 1-2,     SIGNATURE,   SQ-M-12.p3
        SQ, 3, 1-2,     SEAL,        SQ-M-12.p3
        SQ, 3, 1-3,     SEAL,        final
        SQ, 3, 1-2 2-3, SEAL,        final
        SQ, 4, 1-2 3-4, SEAL,        SQ-M-12.p3
        LX, 2, none,    SEAL,        LX-14.p3
        LX, 2, 1-2,     SEAL,        final
        CL, 9, none,    SEAL,        final
        AJ, 9, none,    SEAL,        final
        """)
    void several_pages_are_marked_across_all_edges(String agency, int pages, String marks, SignKind kind, String expected) {
        var spec = signedByParty(agency, pages);
        for (var range : marks.split(" ")) {
            if (range.equals("none")) continue;
            var ends = range.split("-");
            spec.done(new DocumentCommand.MarkAcrossPages(RECORD, kind, Integer.parseInt(ends[0]), Integer.parseInt(ends[1]),
                    Optional.of(digest(8))));
        }
        expect(expected, spec.when(finalise(RECORD)));
    }

    @Test
    void a_refusal_stands_in_for_the_marks_too() {
        var spec = inspected("SQ", 3).done(refuses(RECORD, Capacity.PARTY, "钱某", TestPeople.ZHANG, TestPeople.LI),
                new DocumentCommand.AlterText(RECORD, and(inspection(), "result", text("甲")),
                        List.of(new Alteration(1, "result", "未见异常", "甲")),
                        digest(2), 3, 1000));
        spec.when(finalise(RECORD)).then(new DocumentEvent.DocumentFinalised(RECORD, digest(2), 3, false));
    }

    @ParameterizedTest(name = "{0} without {1}: {2}")
    @CsvSource(textBlock = """
        SQ, nothing,          final
        SQ, officers,         final
        SQ, certificateShown, SQ-M-7.1
        SQ, officerCount,     final
        LX, certificateShown, LX-8.1
        CL, certificateShown, CL-9 CL-18
        CL, officerCount,     CL-9 CL-18
        CL, objectBasics,     CL-18
        CL, siteConditions,   CL-18
        CL, result,           CL-18
        SQ, result,           final
        WD, certificateShown, final
        """)
    void a_record_on_site_holds_what_the_articles_list(String agency, String without, String expected) {
        var spec = record(under(agency), TestPapers.INSPECTION, but(inspection(), without), 1)
                .done(sign(RECORD, signature(Capacity.PARTY, "钱某", SignKind.SIGNATURE)));
        expect(expected, spec.when(finalise(RECORD)));
    }

    @Test
    void certificates_that_were_shown_in_the_case_need_not_stand_in_the_record() {
        var shown = new ProcessEvent.CertificatesShown(List.of(TestPeople.officerOf(TestPeople.ZHANG),
                TestPeople.officerOf(TestPeople.LI)), "钱某",
                at("04-10T09:00"), "口头说明");
        record(under("SQ"), TestPapers.INSPECTION, but(inspection(), "certificateShown"), 1).given(shown)
                .done(sign(RECORD, signature(Capacity.PARTY, "钱某", SignKind.SIGNATURE)))
                .when(finalise(RECORD)).then(new DocumentEvent.DocumentFinalised(RECORD, digest(1), 1, false));
    }

    @ParameterizedTest(name = "{0}, {1}: act on {2} by {3}: {4}")   // certificate 004 ended on 31 March
    @CsvSource(textBlock = """
        SQ, PENALTY, 04-10, ZHANG LI,      final
        SQ, PENALTY, 04-10, ZHANG EXPIRED, SQ-M-7.1
        SQ, PENALTY, 03-31, ZHANG EXPIRED, final
        SQ, PENALTY, 04-10, ZHANG,         final
        LX, PENALTY, 04-10, ZHANG,         LX-6
        LX, PENALTY, 04-10, ZHANG LI,      final
        LX, PENALTY, 04-10, ZHANG EXPIRED, LX-6 LX-8.1
        LX, PENALTY, 03-31, ZHANG EXPIRED, final
        CL, PENALTY, 04-10, ZHANG LI,      final
        CL, LICENCE, 04-10, ZHANG,         CL-7
        CL, LICENCE, 04-10, ZHANG LI,      final
        CL, LICENCE, 03-31, ZHANG EXPIRED, final
        CL, LICENCE, 04-01, ZHANG EXPIRED, CL-7 CL-9
        WD, PENALTY, 04-10, EXPIRED,       final
        """)
    void officers_are_enough_and_valid_on_the_day_of_the_act(String agency, CaseKind kind, String on, String officers,
            String expected) {
        var people = Arrays.stream(officers.split(" ")).map(DocumentRequirementsTest::person).toArray(PersonId[]::new);
        var values = and(and(and(onSite(people), "questions", text("问答")), "beganAt", new FieldValue.Time(at(on + "T09:00"))),
                "endedAt", new FieldValue.Time(at(on + "T10:00")));
        var spec = CaseSpec.unopened(TestLaw.of(agency)).given(CaseSpec.opened(kind, Procedure.ORDINARY, Origin.EX_OFFICIO))
                .library(TestPapers.INQUIRY).done(draft(RECORD, TestPapers.INQUIRY, values), lock(RECORD, 1),
                        sign(RECORD, signature(Capacity.PERSON_CONCERNED, "钱某", SignKind.SIGNATURE)));
        for (var person : people) spec.done(sign(RECORD, officer(person)));
        expect(expected, spec.when(finalise(RECORD)));
    }

    @ParameterizedTest(name = "stated for {0} about {1}: {2}")
    @CsvSource(textBlock = """
        textRecord.partySignature.required, document, defective
        textRecord.multiPage.ridingMark,    document, SQ-M-12
        textRecord.partySignature.required, other,    SQ-M-12
        """)
    void a_defect_statement_answers_its_duty_of_its_document(String duty, String subject, String expected) {
        var about = subject.equals("document") ? RECORD.toString() : TestPapers.OTHER.toString();
        var spec = inspected("SQ", 1).done(new ProcessCommand.StateDefect(about, List.of(duty), "当事人签名", "当事人已搬离",
                List.of(TestPeople.ZHANG)));
        expect(expected, spec.when(finalise(RECORD)));
    }

    @Test
    void the_law_of_the_day_of_the_act_counts() {
        var law = TestLaw.like("WD").with("textRecord.partySignature.required", day("04-11"), "flag | WD-2 | true").law();
        expect("final", record(under(law), TestPapers.INSPECTION, inspection(), 1).when(finalise(RECORD)));
        var since = TestLaw.like("WD").with("textRecord.partySignature.required", day("04-10"), "flag | WD-2 | true").law();
        expect("WD-2", record(under(since), TestPapers.INSPECTION, inspection(), 1).when(finalise(RECORD)));
    }

    @Test
    void the_person_asked_signs_an_inquiry() {
        var spec = record(under("SQ"), TestPapers.INQUIRY, inquiry(), 1)
                .done(sign(RECORD, signature(Capacity.PARTY, "钱某", SignKind.SIGNATURE)));
        expect("SQ-M-12", spec.when(finalise(RECORD)));
        expect("final", spec.done(sign(RECORD, signature(Capacity.PERSON_CONCERNED, "孙某", SignKind.SIGNATURE)))
                .when(finalise(RECORD)));
    }
}
