package org.liuhen.core.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.liuhen.core.cases.CaseSpec.at;
import static org.liuhen.core.cases.CaseSpec.day;
import static org.liuhen.core.cases.CaseSpec.digest;
import static org.liuhen.core.cases.CaseSpec.under;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.RecordingId;

/** Stages, declarations, rights, recordings and defects; and what an application for a licence needs. */
class ProcessesTest {

    private static final ItemRef SAMPLING = new ItemRef(Stage.INVESTIGATION, RecordedContent.SAMPLING);
    private static final FiledRecording CLIP = new FiledRecording(new RecordingId(new UUID(0, 0x70)), at("04-10T09:00"),
            at("04-10T09:30"),
            Duration.ZERO, "video", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static CaseCommand declare(Declaration declaration, Optional<String> ground) {
        return new ProcessCommand.DeclareItem(SAMPLING, declaration, ground);
    }

    @Test
    void what_did_not_occur_needs_no_ground_and_everything_else_does() {
        under("SQ").when(declare(Declaration.DID_NOT_OCCUR, Optional.empty()))
                .then(new ProcessEvent.ItemDeclared(SAMPLING, Declaration.DID_NOT_OCCUR, Optional.empty(), TestPeople.ZHANG,
                        day("04-20")));
        under("SQ").when(declare(Declaration.NOT_APPLICABLE, Optional.empty())).thenMissing("SQ-M-7.5");
        under("SQ").when(declare(Declaration.NOT_REQUIRED, Optional.of(" "))).thenMissing("SQ-M-7.5");
        under("WD").when(declare(Declaration.NOT_REQUIRED, Optional.of(" "))).thenRefused("empty");
        var spec = under("SQ").done(declare(Declaration.NOT_APPLICABLE, Optional.of("书证案件")));
        spec.when(declare(Declaration.NOT_APPLICABLE, Optional.of("书证案件"))).thenNothing();
        spec.done(new ProcessCommand.WithdrawDeclaration(SAMPLING)).when(new ProcessCommand.WithdrawDeclaration(SAMPLING))
                .thenNothing();
    }

    @Test
    void a_declaration_takes_the_item_off_the_list() {
        var spec = under("SQ");
        var before = Checklist.atEnd(spec.begun(), TestLaw.of("SQ").on(day("04-20")), EndGround.PERFORMED).size();
        spec.done(declare(Declaration.DID_NOT_OCCUR, Optional.empty()));
        assertEquals(before - 1, Checklist.atEnd(spec.begun(), TestLaw.of("SQ").on(day("04-20")), EndGround.PERFORMED).size());
    }

    @Test
    void the_party_answers_after_it_was_told() {
        var told = under("SQ").done(new ProcessCommand.TellRight(Right.HEARING, at("04-10T09:00"), Optional.of("书面"),
                Optional.empty()));
        told.when(answer("04-10T08:59")).thenRefused("contradictory");
        told.when(answer("04-20T12:06")).thenRefused("in-the-future");
        told.done(answer("04-10T09:00")).when(answer("04-10T09:00")).thenNothing();
    }

    private static CaseCommand answer(String at) {
        return new ProcessCommand.RecordResponse(Right.HEARING, RightResponse.WAIVED, at(at), Optional.empty(), Optional.empty());
    }

    @Test
    void a_recording_is_filed_however_late() {
        var ended = under("CL").given(new LifeEvent.CaseEnded(EndGround.PERFORMED, Optional.empty(), day("04-19")));
        ended.done(new ProcessCommand.FileRecording(CLIP)).when(new ProcessCommand.FileRecording(CLIP)).thenNothing();
        ended.when(declare(Declaration.DID_NOT_OCCUR, Optional.empty())).thenRefused("case-ended");
        ended.when(new ProcessCommand.UnfileRecording(CLIP.recording(), "")).thenRefused("empty");
        ended.done(new ProcessCommand.UnfileRecording(CLIP.recording(), "归错案件"));
    }

    @Test
    void certificates_are_shown_by_officers_to_somebody() {
        under("SQ").when(show("钱某", TestPeople.ZHANG, TestPeople.CLERK)).thenRefused("no-officer");
        under("SQ").when(show(" ", TestPeople.ZHANG)).thenRefused("empty");
        under("SQ").done(show("钱某", TestPeople.ZHANG));
    }

    private static CaseCommand show(String to, PersonId... officers) {
        return new ProcessCommand.ShowCertificates(List.of(officers), to, at("04-10T09:00"), "口头说明");
    }

    @Test
    void a_defect_is_stated_by_those_who_sign_it() {
        var duties = List.of("service.receipt.required");
        under("SQ").when(new ProcessCommand.StateDefect("x", duties, "签名", "遗失", List.of(TestPeople.LI)))
                .thenRefused("not-by-oneself");
        under("SQ").when(new ProcessCommand.StateDefect("x", List.of(), "签名", "遗失", List.of(TestPeople.ZHANG)))
                .thenRefused("empty");
        under("SQ").when(new ProcessCommand.StateDefect("x", duties, "签名", " ", List.of(TestPeople.ZHANG))).thenRefused("empty");
        var stated = new ProcessCommand.StateDefect("x", duties, "签名", "遗失", List.of(TestPeople.ZHANG, TestPeople.LI));
        under("SQ").done(stated).when(stated).thenNothing();
    }

    @ParameterizedTest(name = "{0}, {1} with {2}: {3}")
    @CsvSource(textBlock = """
        CL, SUPPLEMENT,               list document receipt, decided
        CL, SUPPLEMENT,               document receipt,      CL-6.4
        CL, SUPPLEMENT,               list receipt,          CL-6.4
        CL, SUPPLEMENT,               list document,         CL-6.4
        CL, ACCEPT_WITH_VERIFICATION, matter reason time,    decided
        CL, ACCEPT_WITH_VERIFICATION, matter time,           CL-6.2
        CL, NOT_COMPETENT,            authority,             decided
        CL, NOT_COMPETENT,            none,                  CL-6.5
        CL, CORRECT_ON_SPOT,          none,                  CL-6.3
        CL, ACCEPT,                   none,                  CL-6.1
        SQ, ACCEPT,                   none,                  decided
        """)
    void an_outcome_of_an_application_holds_what_its_article_names(String agency, AcceptanceOutcome outcome, String parts,
            String expected) {
        var applied = applied(agency);
        var answer = applied.when(new LicenceCommand.DecideAcceptance(acceptance(outcome, parts, "04-10T10:00")));
        if (expected.equals("decided")) assertEquals(1, answer.events().size());
        else answer.thenMissing(expected);
    }

    private static CaseSpec applied(String agency) {
        return CaseSpec.unopened(TestLaw.of(agency))
                .given(CaseSpec.opened(CaseKind.LICENCE, Procedure.ORDINARY, Origin.ON_APPLICATION))
                .done(new LicenceCommand.ReceiveApplication(new Application(at("04-10T09:00"), "钱某", List.of("申请书"))));
    }

    private static Acceptance acceptance(AcceptanceOutcome outcome, String parts, String at) {
        var there = Set.of(parts.split(" "));
        return new Acceptance(outcome, at(at), there.contains("document") ? Optional.of(TestPapers.OTHER) : Optional.empty(),
                there.contains("matter") ? Optional.of("场地") : Optional.empty(), there.contains("reason") ? Optional.of("核对面积")
                        : Optional.empty(),
                there.contains("time") ? Optional.of(at("04-12T09:00")) : Optional.empty(), List.of(), there.contains("list")
                        ? List.of("身份证明") : List.of(),
                there.contains("receipt") ? Optional.of(digest(6)) : Optional.empty(), there.contains("authority")
                        ? Optional.of("市局") : Optional.empty(),
                Optional.empty());
    }

    @Test
    void an_application_has_one_outcome_after_it_was_received() {
        var decide = new LicenceCommand.DecideAcceptance(acceptance(AcceptanceOutcome.NOT_COMPETENT, "authority", "04-10T10:00"));
        applied("CL").when(new LicenceCommand.DecideAcceptance(acceptance(AcceptanceOutcome.NOT_COMPETENT, "authority",
                "04-10T08:59"))).thenRefused("contradictory");
        var decided = applied("CL").done(decide);
        decided.when(decide).thenNothing();
        decided.when(new LicenceCommand.DecideAcceptance(acceptance(AcceptanceOutcome.ACCEPT, "document", "04-10T10:00")))
                .thenRefused("outcome-decided");
        under("CL").when(decide).thenRefused("not-on-application");
    }

    @Test
    void a_second_supplement_notice_has_the_supervisors_reason() {
        var once = applied("CL").done(new LicenceCommand.DecideAcceptance(acceptance(AcceptanceOutcome.SUPPLEMENT,
                "list document receipt", "04-10T10:00")));
        once.when(new LicenceCommand.DecideAcceptance(acceptance(AcceptanceOutcome.SUPPLEMENT, "list document receipt",
                "04-12T10:00"))).thenMissing("CL-6.4");
    }

    @Test
    void decision_and_service_do_not_begin_before_the_case() {
        under("SQ").when(new ProcessCommand.EnterStage(Stage.REVIEW_DECISION, day("03-31"))).thenRefused("before-opening");
        under("SQ").when(new ProcessCommand.EnterStage(Stage.SERVICE_EXECUTION, day("03-31"))).thenRefused("before-opening");
        under("SQ").done(new ProcessCommand.EnterStage(Stage.INVESTIGATION, day("03-31")), new ProcessCommand.EnterStage(Stage.REVIEW_DECISION, day("04-01")));
    }
}
