package org.liuhen.formats.law.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.handover.HandOverCommand;
import org.liuhen.core.recordings.handover.HandOverContext;
import org.liuhen.core.recordings.handover.HandOverEvent.ListedRecording;
import org.liuhen.core.recordings.handover.HandOverEvent;
import org.liuhen.core.recordings.handover.HandOverRefusal;
import org.liuhen.core.recordings.handover.HandOverState.Open;
import org.liuhen.core.recordings.handover.HandOverState;
import org.liuhen.core.recordings.handover.HandOvers;
import org.liuhen.core.recordings.handover.MonthlyHandedOver;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Decision;
import org.liuhen.formats.law.cases.WorkedCase.Fact;

/** A month's hand-over (每月移交) of one specialist to the office. */
record HandOverPlay(HandOverState state, Law law) implements Play {

    @Override
    public boolean begun() {
        return state instanceof Open;
    }

    @Override
    public List<Finding> findings(Instant at) {
        return state instanceof Open open ? MonthlyHandedOver.assess(open, law, at).findings() : List.of();
    }

    @Override
    public Outcome done(Fact fact) {
        var actor = fact.command() instanceof HandOverFact.Begin ? Actor.system("assess") : Play.actor(fact.by());
        var context = new HandOverContext(actor, person -> new Cast().roles(person));
        return switch (HandOvers.decide(state, command(fact), context)) {
            case Decision.Accepted<HandOverEvent, HandOverRefusal>(var events) -> {
                var next = state;
                for (var event : events) next = HandOvers.evolve(next, event, fact.at());
                yield new Done(new HandOverPlay(next, law));
            }
            case Decision.Refused<HandOverEvent, HandOverRefusal>(var refusal) -> new NotDone(refusal, List.of());
        };
    }

    private HandOverCommand command(Fact fact) {
        return switch (fact.command()) {
            case HandOverFact.Begin(var specialist) -> new HandOverCommand.OpenHandOver(
                    LocalDate.ofInstant(fact.at(), law.zone()).withDayOfMonth(1), specialist, Cast.UNIT);
            case HandOverFact.MakeList(var recordings) -> new HandOverCommand.PrepareList(recordings.stream()
                    .map(id -> new ListedRecording(id, id.toString(), Names.content(id.toString()), 1)).toList());
            case HandOverCommand command -> command;
            default -> throw new IllegalStateException("no command on a hand-over: " + fact.command());
        };
    }
}
