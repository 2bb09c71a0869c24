package org.liuhen.core.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liuhen.core.findings.FindingCommand.AppealFinding;
import org.liuhen.core.findings.FindingCommand.DecideAppeal;
import org.liuhen.core.findings.FindingCommand.ExplainFinding;
import org.liuhen.core.findings.FindingCommand.JudgeExplanation;
import org.liuhen.core.findings.FindingCommand.NoteAssessment;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.findings.FindingEvent.AppealDecided;
import org.liuhen.core.findings.FindingEvent.ExplanationJudged;
import org.liuhen.core.findings.FindingEvent.FindingAppealed;
import org.liuhen.core.findings.FindingEvent.FindingCleared;
import org.liuhen.core.findings.FindingEvent.FindingExplained;
import org.liuhen.core.findings.FindingEvent.FindingRaised;
import org.liuhen.core.findings.FindingLife;
import org.liuhen.core.findings.RaisedFinding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Decision;

/** The life of a finding: raised and cleared by the program, explained, judged and appealed by named persons. */
class FindingsTest {

    private static final FindingKey KEY = new FindingKey("national.penalty.decideWithin", CaseSpec.CASE.toString(), "");
    private static final RaisedFinding RAISED = new RaisedFinding(KEY, "CN-penalty-60", Severity.ALERT, "sha256:"
            + "0".repeat(64));
    private static final FindingExplained EXPLAINED =
            new FindingExplained(KEY, "等待检验结果", List.of(CaseSpec.digest(3)), TestPeople.ZHANG);
    private static final ExplanationJudged REJECTED = new ExplanationJudged(KEY, false, "没有中止手续", TestPeople.REVIEWER);
    private static final FindingAppealed APPEALED = new FindingAppealed(KEY, "已口头报告", TestPeople.ZHANG);

    private static CaseSpec raised() {
        return CaseSpec.under("SQ").given(new FindingRaised(RAISED));
    }

    private static CaseSpec.Answer program(CaseSpec spec, FindingCommand command) {
        var context = spec.context();
        var job = new CaseContext(context.law(), Actor.system("clock"), context.now(), context.register(), context.templates());
        return new CaseSpec.Answer(Cases.decide(spec.begun(), command, job));
    }

    @Test
    void the_program_raises_what_is_new_and_clears_what_stands_and_repeats_nothing() {
        var note = new NoteAssessment(List.of(RAISED), List.of());
        var spec = CaseSpec.under("SQ");
        program(spec, note).then(new FindingRaised(RAISED));
        spec.given(new FindingRaised(RAISED));
        program(spec, note).thenNothing();
        var clear = new NoteAssessment(List.of(), List.of(KEY));
        program(spec, clear).then(new FindingCleared(KEY));
        spec.given(new FindingCleared(KEY));
        program(spec, clear).thenNothing();
        program(spec, note).then(new FindingRaised(RAISED));
    }

    @Test
    void a_finding_said_twice_is_raised_once() {
        program(CaseSpec.under("SQ"), new NoteAssessment(List.of(RAISED, RAISED), List.of())).then(new FindingRaised(RAISED));
    }

    @Test
    void people_do_not_raise_and_the_program_does_not_explain() {
        CaseSpec.under("SQ").when(new NoteAssessment(List.of(RAISED), List.of())).thenRefused("program-only");
        program(raised(), new ExplainFinding(KEY, "无", List.of())).thenRefused("person-only");
    }

    @Test
    void a_handler_explains_and_nobody_else() {
        var explain = new ExplainFinding(KEY, "等待检验结果", List.of(CaseSpec.digest(3)));
        raised().when(explain).then(EXPLAINED);
        raised().given(EXPLAINED).when(explain).thenNothing();
        raised().by(TestPeople.CLERK).when(explain).thenRefused("not-named");
        raised().when(new ExplainFinding(KEY, " ", List.of())).thenRefused("empty");
        raised().given(new FindingCleared(KEY)).when(explain).thenRefused("finding-cleared");
        CaseSpec.under("SQ").when(explain).thenRefused("no-such-finding");
    }

    @Test
    void whoever_the_finding_is_about_explains_it() {
        var about = new FindingKey("record.investigation.required", TestPeople.WANG.toString(), "certificate");
        CaseSpec.under("SQ").given(new FindingRaised(new RaisedFinding(about, "SQ-M-7.1", Severity.ALERT, "sha256:x")))
                .by(TestPeople.WANG).when(new ExplainFinding(about, "新证已领", List.of()))
                .then(new FindingExplained(about, "新证已领", List.of(), TestPeople.WANG));
    }

    @Test
    void a_former_handler_can_still_explain() {
        var others = new LifeEvent.HandlersChanged(List.of(TestPeople.officerOf(TestPeople.WANG)), "调离");
        raised().given(others).when(new ExplainFinding(KEY, "等待检验结果", List.of(CaseSpec.digest(3)))).then(EXPLAINED);
    }

    @Test
    void the_legal_section_judges_and_not_whoever_explained_or_handles() {
        var judge = new JudgeExplanation(KEY, false, "没有中止手续");
        raised().by(TestPeople.REVIEWER).when(judge).thenRefused("not-explained");
        raised().given(EXPLAINED).by(TestPeople.REVIEWER).when(judge).then(REJECTED);
        raised().given(EXPLAINED).by(TestPeople.HEAD).when(judge).thenRefused("not-legal-section");
        raised().given(EXPLAINED, REJECTED).by(TestPeople.REVIEWER).when(judge).thenNothing();
        raised().given(EXPLAINED, REJECTED).by(TestPeople.REVIEWER).when(new JudgeExplanation(KEY, true, "再议"))
                .thenRefused("already-judged");
        var own = new FindingExplained(KEY, "说明", List.of(), TestPeople.REVIEWER);
        raised().given(own).by(TestPeople.REVIEWER).when(judge).thenRefused("own-matter");
        var handles = new LifeEvent.HandlersChanged(List.of(TestPeople.officerOf(TestPeople.REVIEWER)), "增派");
        raised().given(EXPLAINED, handles).by(TestPeople.REVIEWER).when(judge).thenRefused("own-matter");
    }

    @Test
    void only_a_rejection_is_appealed_against() {
        var appeal = new AppealFinding(KEY, "已口头报告");
        raised().when(appeal).thenRefused("not-rejected");
        raised().given(EXPLAINED, new ExplanationJudged(KEY, true, "采纳", TestPeople.REVIEWER)).when(appeal)
                .thenRefused("not-rejected");
        raised().given(EXPLAINED, REJECTED).when(appeal).then(APPEALED);
        raised().given(EXPLAINED, REJECTED, APPEALED).when(appeal).thenNothing();
        raised().given(EXPLAINED, REJECTED).by(TestPeople.CLERK).when(appeal).thenRefused("not-named");
    }

    @Test
    void a_person_in_charge_decides_the_appeal_who_did_not_judge() {
        var decide = new DecideAppeal(KEY, true, "情况属实");
        raised().given(EXPLAINED, REJECTED).by(TestPeople.HEAD).when(decide).thenRefused("not-appealed");
        var spec = raised().given(EXPLAINED, REJECTED, APPEALED);
        spec.by(TestPeople.HEAD).when(decide).then(new AppealDecided(KEY, true, "情况属实", TestPeople.HEAD));
        spec.by(TestPeople.REVIEWER).when(decide).thenRefused("not-in-charge");
        var byHead = new ExplanationJudged(KEY, false, "没有中止手续", TestPeople.HEAD);
        raised().given(EXPLAINED, byHead, APPEALED).by(TestPeople.HEAD).when(decide).thenRefused("own-matter");
    }

    @Test
    void a_new_explanation_after_a_rejection_waits_for_its_own_judgement() {
        var again = new ExplainFinding(KEY, "补充检验委托书", List.of());
        var spec = raised().given(EXPLAINED, REJECTED).done(again);
        assertEquals(Optional.empty(), spec.begun().findings().life(KEY).flatMap(FindingLife::judged));
        raised().given(EXPLAINED, REJECTED, APPEALED).when(again).thenRefused("already-appealed");
        raised().given(EXPLAINED, new ExplanationJudged(KEY, true, "采纳", TestPeople.REVIEWER)).when(again)
                .thenRefused("explanation-accepted");
    }

    @Test
    void the_program_says_nothing_when_nothing_changed() {
        assertEquals(Decision.nothing(), program(raised(), new NoteAssessment(List.of(), List.of())).decision());
    }
}
