package org.liuhen.core.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.liuhen.core.cases.CaseSpec.at;
import static org.liuhen.core.cases.CaseSpec.day;
import static org.liuhen.core.cases.CaseSpec.under;
import static org.liuhen.core.cases.TestPapers.RECORD;
import static org.liuhen.core.cases.TestPapers.draft;
import static org.liuhen.core.cases.TestPapers.finalise;
import static org.liuhen.core.cases.TestPapers.lock;
import static org.liuhen.core.cases.TestPapers.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FieldType;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.Template;
import org.liuhen.core.law.Law;

class ServicesTest {

    private static final ServiceId ID = new ServiceId(new UUID(0, 0x50));
    private static final Template NOTICE = new TestPapers.Sheet("notice", DocumentKind.WORK_RECORD)
            .field("text", new FieldType.Text(), true).template();
    private static final CaseCommand COMPLETE = new ServiceCommand.CompleteService(ID);

    private static CaseSpec withDocument(Law law) {
        return under(law).library(NOTICE).done(draft(RECORD, NOTICE, Map.of("text", text("x"))), lock(RECORD, 1),
                finalise(RECORD));
    }

    private static CaseCommand record(ServiceFacts facts) {
        return new ServiceCommand.RecordService(ID, facts);
    }

    @ParameterizedTest(name = "{0}, {1} with {2}: {3}")
    @CsvSource(textBlock = """
        SQ, DIRECT,        recipient place at serverSignature recipientSignature,                      served
        SQ, DIRECT,        recipient place at serverSignature,                                         SQ-M-15
        SQ, DIRECT,        recipient at serverSignature recipientSignature,                            SQ-M-15
        LX, DIRECT,        recipient place at recipientSignature,                                      LX-17
        CL, DIRECT,        at serverSignature recipientSignature,                                      served
        CL, DIRECT,        at serverSignature,                                                         CL-14
        CL, DIRECT,        at serverSignature recipientFingerprint,                                    CL-14
        SQ, DIRECT,        recipient place at serverSignature recipientFingerprint,                    served
        WD, DIRECT,        at,                                                                         served
        SQ, MAIL,          recipient place at serverSignature trackingNumber postalReceipt,            served
        SQ, MAIL,          recipient place at serverSignature postalReceipt,                           SQ-M-15.p3
        SQ, MAIL,          recipient place at serverSignature trackingNumber,                          SQ-M-15.p3
        CL, MAIL,          at serverSignature directFailed trackingNumber expressMailReceipt,          served
        CL, MAIL,          at serverSignature trackingNumber registeredMailReceipt,                    CL-14.p2
        CL, MAIL,          at serverSignature directFailed trackingNumber postalReceipt,               CL-14.p2
        SQ, ENTRUSTED,     recipient place at serverSignature recipientSignature reason body,          served
        SQ, ENTRUSTED,     recipient place at serverSignature recipientSignature body,                 SQ-M-15.p2
        CL, ENTRUSTED,     at serverSignature recipientSignature reason body,                          CL-14
        CL, ENTRUSTED,     at serverSignature recipientSignature reason body basis,                    served
        SQ, PUBLIC_NOTICE, recipient noticeFrom noticeTo medium noticeDocument,                        served
        SQ, PUBLIC_NOTICE, recipient noticeFrom noticeTo medium,                                       SQ-M-15.p3
        LX, PUBLIC_NOTICE, recipient noticeFrom noticeTo noticeDocument,                               LX-17.p3
        SQ, LEAVE_BEHIND,  recipient place at situation serverSignature witness witnessSignature,      served
        SQ, LEAVE_BEHIND,  recipient place at situation serverSignature witness,                       SQ-M-15.p4
        LX, LEAVE_BEHIND,  recipient place at serverSignature witness witnessSignature,                LX-17.p4
        CL, LEAVE_BEHIND,  at refusalReason refusedOn serverSignature witness witnessSignature atDomicile otherMeans, served
        CL, LEAVE_BEHIND,  at refusalReason refusedOn serverSignature witness witnessSignature atDomicile,            CL-14.p3
        CL, LEAVE_BEHIND,  at refusalReason refusedOn serverSignature witness witnessSignature otherMeans,            CL-14.p3
        SQ, ELECTRONIC,    recipient place arrivedAt addressConfirmation,                              SQ-M-15
        """)
    void each_method_has_its_proof(String agency, ServiceMethod method, String parts, String expected) {
        var spec = withDocument(TestLaw.of(agency)).done(record(TestServices.facts(method, List.of(RECORD), parts)));
        if (expected.equals("served")) spec.when(COMPLETE)
                .then(new ServiceEvent.DocumentsServed(ID, List.of(RECORD), day("04-11"), false));
        else spec.when(COMPLETE).thenMissing(expected.split(" "));
    }

    @Test
    void electronic_service_counts_where_it_is_switched_on() {
        var law = TestLaw.like("SQ").with("service.electronic.allowed", "flag | SQ-M-15 | true").law();
        var parts = "recipient place arrivedAt addressConfirmation";
        withDocument(law).done(record(TestServices.facts(ServiceMethod.ELECTRONIC, List.of(RECORD), parts)))
                .when(COMPLETE).then(new ServiceEvent.DocumentsServed(ID, List.of(RECORD), day("04-11"), false));
        withDocument(law).done(record(TestServices.facts(ServiceMethod.ELECTRONIC, List.of(RECORD),
                parts.replace(" addressConfirmation", ""))))
                .when(COMPLETE).thenMissing("SQ-M-15");
    }

    @Test
    void a_defect_statement_stands_in_and_marks_the_service() {
        withDocument(TestLaw.of("SQ"))
                .done(record(TestServices.facts(ServiceMethod.DIRECT, List.of(RECORD), "recipient place at serverSignature")),
                        new ProcessCommand.StateDefect(ID.toString(), List.of("service.receipt.required"), "签名", "回证遗失",
                                List.of(TestPeople.ZHANG)))
                .when(COMPLETE).then(new ServiceEvent.DocumentsServed(ID, List.of(RECORD), day("04-11"), true));
    }

    @Test
    void only_final_documents_of_the_case_are_served() {
        under("SQ").when(record(TestServices.direct(RECORD))).thenRefused("no-such-document");
        under("SQ").when(record(TestServices.facts(ServiceMethod.DIRECT, List.of(), "at"))).thenRefused("empty");
        under("SQ").library(NOTICE).done(draft(RECORD, NOTICE, Map.of())).when(record(TestServices.direct(RECORD)))
                .thenRefused("not-final");
    }

    @Test
    void a_service_has_one_outcome() {
        var spec = withDocument(TestLaw.of("SQ"));
        spec.when(COMPLETE).thenRefused("no-such-service");
        spec.done(record(TestServices.direct(RECORD))).when(record(TestServices.direct(RECORD))).thenNothing();
        spec.when(new ServiceCommand.FailService(ID, " ")).thenRefused("empty");
        spec.done(COMPLETE).when(COMPLETE).thenNothing();
        spec.when(new ServiceCommand.FailService(ID, "查无此人")).thenRefused("service-ended");
        spec.when(record(TestServices.direct(RECORD))).thenRefused("service-ended");
        var failed = withDocument(TestLaw.of("SQ")).done(record(TestServices.direct(RECORD)),
                new ServiceCommand.FailService(ID, "查无此人"));
        failed.when(COMPLETE).thenRefused("service-ended");
    }

    @Test
    void nothing_is_served_before_its_day() {
        var facts = TestServices.facts(ServiceMethod.PUBLIC_NOTICE, List.of(RECORD),
                "recipient noticeFrom noticeTo medium noticeDocument");
        withDocument(TestLaw.of("SQ")).done(record(facts)).now("04-10T12:00").when(COMPLETE).thenRefused("in-the-future");
        assertEquals(1, withDocument(TestLaw.of("SQ")).done(record(facts)).now("04-11T12:00").when(COMPLETE).events().size());
        withDocument(TestLaw.of("SQ")).now("04-11T09:54").when(record(TestServices.direct(RECORD))).thenRefused("in-the-future");
        withDocument(TestLaw.of("SQ")).now("04-11T09:55").done(record(TestServices.direct(RECORD)));
        withDocument(TestLaw.of("SQ")).done(record(TestServices.facts(ServiceMethod.DIRECT, List.of(RECORD), "place")))
                .when(COMPLETE).thenMissing("SQ-M-15", "SQ-M-15", "SQ-M-15", "SQ-M-15");
    }

    @Test
    void a_service_without_a_time_has_no_day_even_where_no_article_asks_for_it() {
        var facts = TestServices.facts(ServiceMethod.DIRECT, List.of(RECORD), "serverSignature recipientSignature");
        withDocument(TestLaw.of("CL")).done(record(facts)).when(COMPLETE).thenRefused("empty");
    }

    @Test
    void what_stands_in_the_secondary_volume_never_reaches_a_party() {
        under("SQ").library(TestPapers.MINUTES).done(draft(RECORD, TestPapers.MINUTES, Map.of())).when(record(TestServices.direct(RECORD)))
                .thenRefused("secondary-volume");
    }

    @Test
    void nothing_is_served_before_the_case_or_before_it_was_issued() {
        var facts = TestServices.facts(ServiceMethod.PUBLIC_NOTICE, List.of(RECORD), "recipient noticeFrom medium noticeDocument");
        var early = new ServiceFacts(facts.method(), facts.documents(), facts.recipient(), facts.relation(), facts.place(), facts.at(),
                facts.signatures(), facts.server(), facts.reason(), facts.body(), facts.directFailed(), facts.trackingNumber(),
                facts.receipts(), facts.medium(), facts.noticeFrom(), Optional.of(day("03-31")), facts.situation(), facts.refusalReason(),
                facts.refusedOn(), facts.atDomicile(), facts.witness(), facts.otherMeans(), facts.addressConfirmation(),
                facts.arrivedAt(), facts.basis());
        withDocument(TestLaw.of("SQ")).done(record(early)).when(COMPLETE).thenRefused("before-opening");
        var issued = under("SQ").library(TestPapers.ORDER).done(draft(RECORD, TestPapers.ORDER, Map.of("order", text("立即改正"), "issuedOn", new FieldValue.Day(day("04-12")))),
                lock(RECORD, 1), new DocumentCommand.AffixSeal(RECORD, day("04-12"), false, Optional.of(CaseSpec.digest(2))), finalise(RECORD));
        issued.done(record(TestServices.direct(RECORD))).when(COMPLETE).thenRefused("contradictory");
    }
}
