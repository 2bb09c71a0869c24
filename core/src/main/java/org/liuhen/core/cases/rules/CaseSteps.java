package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/** Which requirements belong to which step of the whole case. */
public final class CaseSteps {

    /** Before a decision is issued. */
    public static final List<Requirement<CaseStep>> BEFORE_DECISION = List.of(
            new StageComplete.Initiation(), new StageComplete.Investigation(), new StageComplete.ReviewDecision(),
            new SupplementClosed(), new RightsToldAndAnswered(), new RecusalsDecided());

    /** Before a case ends. */
    public static final List<Requirement<CaseStep>> AT_END = List.of(
            new StageComplete.Initiation(), new StageComplete.Investigation(), new StageComplete.ServiceExecution(),
            new SupplementClosed(), new IssuedIsServed(), new MeasuresEnded(), new ConfiscatedDisposed(), new CorrectionsFollowedUp(),
            new RecusalsDecided());

    private CaseSteps() {}

    /** What is missing and not answered by a defect statement, whose subject is the item's word. */
    public static List<Missing> missing(List<Requirement<CaseStep>> requirements, CaseStep step, Rules rules) {
        return requirements.stream().flatMap(requirement -> requirement.missing(step, rules).stream()).toList();
    }
}
