package org.liuhen.core.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.liuhen.core.cases.CaseSpec.CASE;
import static org.liuhen.core.cases.CaseSpec.at;
import static org.liuhen.core.cases.CaseSpec.day;
import static org.liuhen.core.cases.CaseSpec.under;
import static org.liuhen.core.cases.CaseSpec.unopened;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;

class LivesTest {

    private static LifeCommand open(CaseKind kind, String on, Optional<UnitCode> entrusted, PersonId... handlers) {
        return new LifeCommand.OpenCase(CASE, kind, Procedure.ORDINARY, Origin.EX_OFFICIO, "涉嫌销售不合格商品", TestPeople.UNIT,
                List.of(handlers),
                Optional.empty(), entrusted, at(on));
    }

    private static LifeCommand end(String on) {
        return new LifeCommand.EndCase(EndGround.PERFORMED, Optional.empty(), day(on));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(textBlock = """
        SQ, PENALTY, opened
        SQ, CHARGE,  SQ-M-2
        CL, CHARGE,  opened
        LX, CHARGE,  LX-2
        SQ, DAILY_INSPECTION, SQ-M-2
        AJ, DAILY_INSPECTION, opened
        WD, CHARGE,  opened
        """)
    void a_case_is_of_a_kind_that_the_agency_names(String agency, CaseKind kind, String expected) {
        var answer = unopened(TestLaw.of(agency)).when(open(kind, "04-01T09:00", Optional.empty(), TestPeople.ZHANG));
        if (expected.equals("opened")) assertEquals(1, answer.events().size());
        else answer.thenMissing(expected);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")   // entrusted until the end of June
    @CsvSource(textBlock = """
        LX, 06-30T23:00, opened
        LX, 07-01T00:00, LX-31
        SQ, 07-01T00:00, opened
        """)
    void an_entrusted_body_opens_cases_within_its_entrustment(String agency, String on, String expected) {
        var answer = unopened(TestLaw.of(agency)).now("07-02T12:00")
                .when(open(CaseKind.PENALTY, on, Optional.of(TestPeople.ENTRUSTED), TestPeople.ZHANG));
        if (expected.equals("opened")) assertEquals(1, answer.events().size());
        else answer.thenMissing(expected);
    }

    @Test
    void a_case_has_registered_officers_and_a_past_beginning() {
        unopened(TestLaw.of("SQ")).when(open(CaseKind.PENALTY, "04-01T09:00", Optional.empty())).thenRefused("no-officer");
        unopened(TestLaw.of("SQ")).when(open(CaseKind.PENALTY, "04-01T09:00", Optional.empty(), TestPeople.ZHANG,
                TestPeople.CLERK)).thenRefused("no-officer");
        unopened(TestLaw.of("SQ")).when(open(CaseKind.PENALTY, "04-20T12:06", Optional.empty(), TestPeople.ZHANG))
                .thenRefused("in-the-future");
        unopened(TestLaw.of("SQ")).when(end("04-01")).thenRefused("no-such-case");
        under("SQ").when(open(CaseKind.PENALTY, "04-01T09:00", Optional.empty(), TestPeople.ZHANG)).thenNothing();
        under("SQ").when(open(CaseKind.INSPECTION, "04-01T09:00", Optional.empty(), TestPeople.ZHANG))
                .thenRefused("already-opened");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        CL, ended
        WD, ended
        AJ, ended
        SQ, incomplete
        LX, incomplete
        """)
    void a_case_ends_when_its_tables_are_complete(String agency, String expected) {
        var answer = under(agency).when(end("04-20"));
        if (expected.equals("ended")) answer.then(new LifeEvent.CaseEnded(EndGround.PERFORMED, Optional.empty(), day("04-20")));
        else answer.thenRefused(expected);
    }

    @Test
    void a_case_ends_once_between_its_opening_and_today() {
        under("CL").when(end("04-21")).thenRefused("in-the-future");
        under("CL").when(end("03-31")).thenRefused("before-opening");
        var ended = under("CL").done(end("04-20"));
        ended.when(end("04-20")).thenRefused("case-ended");
        ended.when(new LifeCommand.SuspendCase("等检验", day("04-20"))).thenRefused("case-ended");
        ended.done(new LifeCommand.ReopenCase("复议撤销", day("04-20"))).done(end("04-20"));
        under("CL").when(new LifeCommand.ReopenCase("复议撤销", day("04-20"))).thenRefused("not-ended");
    }

    @Test
    void an_interrupted_case_is_resumed_before_it_ends() {
        var paused = under("CL").done(new LifeCommand.SuspendCase("等检验", day("04-10")));
        paused.when(end("04-20")).thenRefused("case-suspended");
        paused.when(new LifeCommand.SuspendCase("等检验", day("04-11"))).thenRefused("already-suspended");
        paused.when(new LifeCommand.ResumeCase(day("04-09"))).thenRefused("contradictory");
        paused.done(new LifeCommand.ResumeCase(day("04-15"))).done(end("04-20"));
        assertEquals(List.of(new Life.Pause(day("04-10"), day("04-15"))), paused.begun().life().pauses());
        under("CL").when(new LifeCommand.ResumeCase(day("04-15"))).thenRefused("not-suspended");
    }

    @Test
    void a_recusal_is_decided_by_a_person_in_charge_and_keeps_the_officer_away() {
        var granted = new LifeCommand.DecideRecusal(TestPeople.LI, true, "近亲属", day("04-12"));
        var spec = under("SQ");
        spec.by(TestPeople.HEAD).when(granted).thenRefused("no-request");
        spec.by(TestPeople.ZHANG).when(new LifeCommand.RequestRecusal(TestPeople.WANG, true, "近亲属", day("04-11")))
                .thenRefused("no-handler");
        spec.done(new LifeCommand.RequestRecusal(TestPeople.LI, true, "近亲属", day("04-11")));
        spec.when(granted).thenRefused("not-in-charge");
        spec.by(TestPeople.LI).when(granted).thenRefused("own-matter");
        spec.by(TestPeople.HEAD).done(granted);
        spec.when(new LifeCommand.ChangeHandlers(List.of(TestPeople.ZHANG, TestPeople.LI), "加派")).thenRefused("recused");
        spec.done(new LifeCommand.ChangeHandlers(List.of(TestPeople.ZHANG, TestPeople.WANG), "加派"));
        assertEquals(List.of("张三", "王五"), spec.begun().life().handlers().stream().map(Officer::name).toList());
    }

    @Test
    void who_was_recused_does_nothing_more_but_answers_for_what_was_done() {
        var spec = under("SQ").given(new LifeEvent.RecusalDecided(TestPeople.ZHANG, true, "近亲属", TestPeople.HEAD, day("04-12")));
        for (var command : List.of(
                new LifeCommand.SuspendCase("等检验", day("04-15")), end("04-20"), new LifeCommand.FlagCase(new Flags(true, false, false, false), "重大"),
                new ProcessCommand.EnterStage(Stage.INVESTIGATION, day("04-15")),
                new ProcessCommand.TellRight(Right.STATEMENT, at("04-15T09:00"), Optional.empty(), Optional.empty()),
                new ServiceCommand.FailService(new ServiceId(new UUID(0, 1)), "查无此人"),
                new ExecutionCommand.SetPerformanceDue(day("04-30"), "缴纳罚款"))) {
            spec.when(command).thenRefused("recused");
        }
        spec.done(new ProcessCommand.StateDefect("x", List.of("a.b"), "签名", "遗失", List.of(TestPeople.ZHANG)));
        spec.by(TestPeople.LI).done(new LifeCommand.SuspendCase("等检验", day("04-15")));
    }

    @Test
    void what_has_ended_is_reopened_before_anything_else_changes_in_it() {
        var spec = under("CL").done(end("04-15"));
        var party = new Party(new PartyId(new UUID(0, 9)), PartyKind.PERSON, "钱某", Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
        for (var command : List.of(
                new LifeCommand.NameParty(party), new LifeCommand.ResumeCase(day("04-16")), new LifeCommand.FlagCase(new Flags(true, false, false, false), "重大"),
                new LifeCommand.RequestRecusal(TestPeople.LI, true, "近亲属", day("04-16")),
                new ServiceCommand.RecordService(new ServiceId(new UUID(0, 1)), TestServices.direct(TestPapers.RECORD)),
                new ExecutionCommand.SetPerformanceDue(day("04-30"), "缴纳罚款"))) {
            spec.when(command).thenRefused("case-ended");
        }
        spec.done(new ExecutionCommand.RecordPerformance(day("04-18"), "罚款", Optional.of("5000"), PerformanceStatus.FULL, Optional.empty()));
        spec.when(new LifeCommand.ReopenCase("复议撤销", day("04-14"))).thenRefused("contradictory");
        spec.done(new LifeCommand.ReopenCase("复议撤销", day("04-15")), new LifeCommand.NameParty(party));
    }

    @Test
    void nothing_about_the_whole_case_is_dated_into_an_interruption() {
        var spec = under("CL").done(new LifeCommand.SuspendCase("等检验", day("04-10")), new LifeCommand.ResumeCase(day("04-15")));
        spec.when(end("04-14")).thenRefused("contradictory");
        spec.when(new LifeCommand.SuspendCase("再等", day("04-09"))).thenRefused("contradictory");
        spec.when(new LifeCommand.TransferCase("公安机关", "涉嫌犯罪", day("04-12"))).thenRefused("contradictory");
        spec.done(end("04-15"));
    }

    @Test
    void a_case_goes_to_somebody_and_not_into_itself() {
        under("CL").when(new LifeCommand.TransferCase(" ", "涉嫌犯罪", day("04-12"))).thenRefused("empty");
        under("CL").when(new LifeCommand.SplitCase(CASE, "另案处理", day("04-12"))).thenRefused("split-into-itself");
        under("CL").when(new LifeCommand.MergeCase(CASE, "并案", day("04-12"))).thenRefused("merged-into-itself");
    }

    @Test
    void a_recusal_has_a_ground_and_is_decided_after_it_was_asked_for() {
        var spec = under("SQ");
        spec.when(new LifeCommand.RequestRecusal(TestPeople.LI, true, " ", day("04-11"))).thenRefused("empty");
        spec.done(new LifeCommand.RequestRecusal(TestPeople.LI, true, "近亲属", day("04-11")));
        spec.by(TestPeople.HEAD).when(new LifeCommand.DecideRecusal(TestPeople.LI, true, "属实", day("04-10"))).thenRefused("contradictory");
    }
}
