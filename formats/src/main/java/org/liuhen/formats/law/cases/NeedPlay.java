package org.liuhen.formats.law.cases;

import java.time.Instant;
import java.util.List;
import org.liuhen.core.devices.needs.NeedCommand;
import org.liuhen.core.devices.needs.NeedEvent;
import org.liuhen.core.devices.needs.NeedRefusal;
import org.liuhen.core.devices.needs.NeedState.Stated;
import org.liuhen.core.devices.needs.NeedState;
import org.liuhen.core.devices.needs.Needs;
import org.liuhen.core.devices.needs.SpecialNeedMet;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Decision;
import org.liuhen.formats.law.cases.WorkedCase.Fact;

/** A unit's special need (特殊执法需要); the counting is the program's. */
record NeedPlay(NeedState state, Law law) implements Play {

    @Override
    public boolean begun() {
        return state instanceof Stated;
    }

    @Override
    public List<Finding> findings(Instant at) {
        return state instanceof Stated stated ? SpecialNeedMet.assess(stated, law, at).findings() : List.of();
    }

    @Override
    public Outcome done(Fact fact) {
        if (!(fact.command() instanceof NeedCommand command)) throw new IllegalStateException("no fact of a special need: " + fact.command());
        var actor = command instanceof NeedCommand.CountCapabilities ? Actor.system("assess") : Play.actor(fact.by());
        return switch (Needs.decide(state, command, actor)) {
            case Decision.Accepted<NeedEvent, NeedRefusal>(var events) -> {
                var next = state;
                for (var event : events) next = Needs.evolve(next, event, fact.at());
                yield new Done(new NeedPlay(next, law));
            }
            case Decision.Refused<NeedEvent, NeedRefusal>(var refusal) -> new NotDone(refusal, List.of());
        };
    }
}
