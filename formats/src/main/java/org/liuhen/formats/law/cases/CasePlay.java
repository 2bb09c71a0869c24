package org.liuhen.formats.law.cases;

import java.time.Instant;
import java.util.List;
import org.liuhen.core.cases.Assessor;
import org.liuhen.core.cases.CaseContext;
import org.liuhen.core.cases.CaseRefusal;
import org.liuhen.core.cases.CaseState;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.Cases;
import org.liuhen.core.cases.ProcessCommand.StateDefect;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Refusal;
import org.liuhen.formats.law.cases.Steps.Step;
import org.liuhen.formats.law.cases.WorkedCase.Fact;

/** A case (案件). */
record CasePlay(CaseState state, Law law) implements Play {

    @Override
    public boolean begun() {
        return state instanceof Begun;
    }

    @Override
    public List<Finding> findings(Instant at) {
        return state instanceof Begun begun ? Assessor.assess(begun, law, at).findings() : List.of();
    }

    @Override
    public Outcome done(Fact fact) {
        var steps = new Steps(fact.at(), fact.by());
        return switch (fact.command()) {
            case Command command -> all(List.of(new Step(command, fact.by())), fact);
            case Shortcut.MakeDocument make -> WorkedRun.TEMPLATES.of(make.template())
                    .map(template -> all(steps.of(make, template), fact))
                    .orElseThrow();
            case Shortcut.Serve serve -> all(steps.of(serve), fact);
            case Shortcut.Approve approve -> {
                var requested = all(steps.of(approve), fact);
                yield requested instanceof Done(CasePlay next) && next.state instanceof Begun begun
                        ? next.all(steps.agreements(approve, begun), fact)
                        : requested;
            }
            default -> throw new IllegalStateException("no command on a case: " + fact.command());
        };
    }

    private Outcome all(List<Step> steps, Fact fact) {
        var next = state;
        for (var step : steps) {
            var context = new CaseContext(law, Play.actor(step.by()), fact.at(), new Cast(), WorkedRun.TEMPLATES::of);
            var command = next instanceof Begun begun && step.command() instanceof StateDefect defect
                    ? new Lacking(begun, context).complete(defect) : step.command();
            switch (Cases.decide(next, command, context)) {
                case Decision.Accepted<Event, Refusal>(var events) -> {
                    for (var event : events) next = Cases.evolve(next, event, fact.at());
                }
                case Decision.Refused<Event, Refusal>(var refusal) -> {
                    return new NotDone(refusal, refusal instanceof CaseRefusal ofCase ? ofCase.missing() : List.of());
                }
            }
        }
        return new Done(new CasePlay(next, law));
    }
}
