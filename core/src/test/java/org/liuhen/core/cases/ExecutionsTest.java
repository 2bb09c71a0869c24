package org.liuhen.core.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.cases.documents.DocumentKind;
import org.liuhen.core.cases.documents.FieldType;
import org.liuhen.core.cases.documents.Template;

/** Measures, ordered corrections, performance and coercive execution. */
class ExecutionsTest {

    private static final ActId ACT = new ActId(new UUID(0, 0x60));
    private static final Template PAPER = new TestPapers.Sheet("paper", DocumentKind.WORK_RECORD)
            .field("text", new FieldType.Text(), true).template();
    private static final Template DEMAND = new TestPapers.Sheet("demand-notice", DocumentKind.WORK_RECORD)
            .field("text", new FieldType.Text(), true).template();
    private static final List<Thing> THINGS = List.of(new Thing("插座", "10 个", "完好", Optional.empty()),
            new Thing("账本", "1 本", "完好", Optional.empty()));

    private static CaseSpec withPaper(String agency) {
        return under(agency).library(PAPER, DEMAND).done(draft(RECORD, PAPER, Map.of("text", text("x"))));
    }

    /** A demand notice that was served on 11 April, in a unit with the power of execution or without. */
    private static CaseSpec demanded(String agency, boolean power) {
        return withPaper(agency).given(new LifeEvent.CaseFlagged(new Flags(false, false, false, power), "法律授权")).done(
                draft(OTHER, DEMAND, Map.of("text", text("x"))), lock(OTHER, 1), finalise(OTHER),
                new ServiceCommand.RecordService(new ServiceId(new UUID(0, 0x61)), TestServices.direct(OTHER)),
                new ServiceCommand.CompleteService(new ServiceId(new UUID(0, 0x61))));
    }

    private static CaseCommand decide(String on) {
        return new ExecutionCommand.DecideExecution(RECORD, day(on), true);
    }

    private static CaseCommand execute(String from, String to) {
        return new ExecutionCommand.Execute(ACT, ExecutionMethod.SUBSTITUTE, RECORD, "清除障碍物", at(from), Optional.of(at(to)),
                Optional.of("完成"));
    }

    @ParameterizedTest(name = "{0}: demanded {1}, decided on {2}: {3}")   // the demand is served on 11 April
    @CsvSource(textBlock = """
        CL, false, 04-15, CL-15
        CL, true,  04-11, CL-15
        CL, true,  04-12, decided
        CL, true,  04-21, in-the-future
        SQ, false, 04-15, decided
        WD, false, 04-15, decided
        """)
    void an_execution_is_decided_after_a_demand_that_was_served(String agency, boolean demanded, String on, String expected) {
        var spec = demanded ? demanded(agency, true) : withPaper(agency)
                .given(new LifeEvent.CaseFlagged(new Flags(false, false, false, true), "授权"));
        var answer = spec.when(decide(on));
        switch (expected) {
            case "decided" -> answer.then(new ExecutionEvent.ExecutionDecided(RECORD, day(on), true));
            case "in-the-future" -> answer.thenRefused(expected);
            default -> answer.thenMissing(expected);
        }
    }

    @Test
    void the_court_is_asked_after_a_demand_and_without_the_power() {
        withPaper("CL").when(new ExecutionCommand.ApplyToCourt(RECORD, day("04-15"))).thenMissing("CL-15");
        demanded("CL", false).done(new ExecutionCommand.ApplyToCourt(RECORD, day("04-15")));
        demanded("CL", false).when(decide("04-15")).thenMissing("CL-17");
    }

    @Test
    void a_statement_is_reviewed_before_the_decision() {
        var stated = demanded("CL", true).done(new ExecutionCommand.LogStatement(ACT, at("04-12T09:00"), "无力履行"));
        stated.when(decide("04-15")).thenMissing("CL-16");
        stated.when(new ExecutionCommand.ReviewStatement(ACT, new StatementReview("a", "b", "", "d", day("04-13"))))
                .thenRefused("empty");
        stated.when(new ExecutionCommand.ReviewStatement(ACT, new StatementReview("a", "b", "c", "d", day("04-11"))))
                .thenRefused("contradictory");
        stated.done(new ExecutionCommand.ReviewStatement(ACT, new StatementReview("a", "b", "c", "d", day("04-12"))))
                .done(decide("04-15"));
    }

    @Test
    void an_execution_has_its_decision_and_its_final_document() {
        demanded("CL", true).when(execute("04-16T09:00", "04-16T10:00")).thenMissing("CL-17");
        var decided = demanded("CL", true).done(decide("04-15"));
        decided.when(execute("04-16T09:00", "04-16T10:00")).thenMissing("CL-17");
        decided.done(lock(RECORD, 1), finalise(RECORD));
        decided.when(execute("04-16T09:00", "04-16T08:59")).thenRefused("contradictory");
        decided.when(execute("04-20T12:06", "04-20T12:07")).thenRefused("in-the-future");
        decided.done(execute("04-16T09:00", "04-16T10:00")).when(execute("04-16T09:00", "04-16T10:00")).thenNothing();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        5000,    taken
        129.50,  taken
        0,       taken
        129.505, no-amount
        -1,      no-amount
        =1+1,    no-amount
        05,      no-amount
        """)
    void what_was_paid_is_an_amount(String amount, String expected) {
        var answer = under("SQ").when(new ExecutionCommand.RecordPerformance(day("04-18"), "罚款", Optional.of(amount),
                PerformanceStatus.FULL, Optional.empty()));
        if (expected.equals("taken")) assertEquals(1, answer.events().size());
        else answer.thenRefused(expected);
    }

    @Test
    void confiscated_property_is_disposed_of_once_by_somebody() {
        var spec = withPaper("SQ").done(new ExecutionCommand.ConfiscateProperty(ACT, RECORD, THINGS, "罚没仓库"));
        spec.when(new ExecutionCommand.ConfiscateProperty(ACT, RECORD, THINGS, "别处")).thenRefused("already-taken");
        spec.when(dispose()).thenRefused("empty");
        spec.when(dispose(" ")).thenRefused("empty");
        spec.done(dispose("张三", "李四")).when(dispose("张三", "李四")).thenNothing();
        spec.when(dispose("张三", "王五")).thenRefused("already-taken");
    }

    private static CaseCommand dispose(String... people) {
        return new ExecutionCommand.DisposeProperty(ACT, DisposalManner.DESTRUCTION, day("04-18"), List.of(people), digest(9));
    }

    private static CaseCommand take(String from, String until) {
        return new MeasureCommand.TakeMeasure(ACT, MeasureKind.SEIZURE, RECORD, at(from), Optional.of(day(until)), THINGS, "仓库",
                "张三");
    }

    private static CaseCommand lift(String at, Thing... things) {
        return new MeasureCommand.LiftMeasure(ACT, at(at), LiftManner.RETURNED, RECORD, List.of(things));
    }

    @Test
    void a_measure_is_taken_extended_and_lifted_for_all_things() {
        withPaper("SQ").when(take("04-20T12:06", "05-20")).thenRefused("in-the-future");
        withPaper("SQ").when(take("04-10T09:00", "04-09")).thenRefused("contradictory");
        under("SQ").when(take("04-10T09:00", "05-10")).thenRefused("no-such-document");
        var taken = withPaper("SQ").done(take("04-10T09:00", "05-10"));
        taken.when(take("04-10T09:00", "05-10")).thenNothing();
        taken.when(take("04-10T09:00", "05-11")).thenRefused("already-taken");
        taken.when(new MeasureCommand.ExtendMeasure(ACT, day("05-10"), RECORD, "案情复杂")).thenRefused("contradictory");
        taken.done(new MeasureCommand.ExtendMeasure(ACT, day("05-11"), RECORD, "案情复杂"));
        taken.when(lift("04-10T08:59")).thenRefused("contradictory");
        taken.when(lift("04-12T09:00", new Thing("别的", "1", "", Optional.empty()))).thenRefused("not-in-inventory");
        taken.done(lift("04-12T09:00", THINGS.get(0)), lift("04-13T09:00", THINGS.get(1)));
        taken.when(lift("04-14T09:00")).thenRefused("measure-ended");
        withPaper("SQ").when(lift("04-12T09:00")).thenRefused("no-such-act");
    }

    @Test
    void an_ordered_correction_is_followed_up_before_the_case_ends() {
        var end = new LifeCommand.EndCase(EndGround.PERFORMED, Optional.empty(), day("04-20"));
        var order = new MeasureCommand.OrderCorrection(ACT, RECORD, day("04-18"), "停止销售");
        var ordered = withPaper("CL").done(order);
        ordered.when(order).thenNothing();
        ordered.when(end).thenMissing("CL-13.p3");
        ordered.when(new MeasureCommand.FollowUpCorrection(ACT, day("04-21"), CorrectionResult.CORRECTED, "已改正",
                Optional.empty())).thenRefused("in-the-future");
        ordered.when(new MeasureCommand.FollowUpCorrection(ACT, day("04-18"), CorrectionResult.CORRECTED, " ", Optional.empty()))
                .thenRefused("empty");
        ordered.done(new MeasureCommand.FollowUpCorrection(ACT, day("04-18"), CorrectionResult.CORRECTED, "已改正",
                Optional.empty())).done(end);
        withPaper("WD").done(order).done(end);
    }

    @Test
    void nothing_is_performed_before_the_case_and_every_performance_is_of_something() {
        under("SQ").when(new ExecutionCommand.RecordPerformance(day("03-31"), "罚款", Optional.empty(), PerformanceStatus.FULL, Optional.empty()))
                .thenRefused("before-opening");
        under("SQ").when(new ExecutionCommand.RecordPerformance(day("04-10"), " ", Optional.empty(), PerformanceStatus.FULL, Optional.empty()))
                .thenRefused("empty");
        under("SQ").when(new ExecutionCommand.SetPerformanceDue(day("03-31"), "缴纳罚款")).thenRefused("before-opening");
    }
}
