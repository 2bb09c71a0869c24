package org.liuhen.core.cases;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.LicenceCommand.DecideAcceptance;
import org.liuhen.core.cases.LicenceCommand.ReceiveApplication;
import org.liuhen.core.cases.rules.AcceptanceComplete;
import org.liuhen.core.cases.rules.AcceptanceStep;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Decision;

/** Decides: applications for a licence. */
final class Licences {

    private Licences() {}

    static Decision<CaseEvent, CaseRefusal> decide(Begun begun, LicenceCommand command, CaseContext context) {
        if (begun.life().opened().origin() != Origin.ON_APPLICATION) return refuse(Refusals.notOnApplication());
        if (begun.life().status() instanceof LifeStatus.Ended(_, var on)) return refuse(Refusals.ended(on));
        var licensing = begun.licensing();
        return switch (command) {
            case ReceiveApplication c -> context.inFuture(c.application().receivedAt())
                    ? refuse(Refusals.inFuture(c.application().receivedAt()))
                    : licensing.application().equals(Optional.of(c.application())) ? nothing()
                            : licensing.outcomes().isEmpty() ? accept(new LicenceEvent.ApplicationReceived(c.application()))
                                    : refuse(Refusals.outcomeDecided());
            case DecideAcceptance c -> acceptance(begun, c, context);
            case LicenceCommand.ReplySupplement c -> context.inFuture(c.at())
                    ? refuse(Refusals.inFuture(c.at()))
                    : licensing.application().isEmpty() ? refuse(Refusals.noApplication())
                            : c.at().isBefore(licensing.application().get().receivedAt())
                                    ? refuse(Refusals.contradictory("补正早于收到申请", "supplemented before the application was received"))
                                    : accept(new LicenceEvent.SupplementReplied(c.at(), c.materials()));
            case LicenceCommand.WithdrawApplication c -> licensing.application().isEmpty()
                    ? refuse(Refusals.noApplication())
                    : c.on().isAfter(context.today()) ? refuse(Refusals.dayInFuture(c.on()))
                            : c.on().isBefore(context.day(licensing.application().get().receivedAt()))
                                    ? refuse(Refusals.contradictory("撤回早于收到申请", "withdrawn before the application was received"))
                                    : accept(new LicenceEvent.ApplicationWithdrawn(c.on(), c.reason()));
        };
    }

    /** One outcome; only after a supplement notice another one may follow. */
    private static Decision<CaseEvent, CaseRefusal> acceptance(Begun begun, DecideAcceptance c, CaseContext context) {
        var licensing = begun.licensing();
        var application = licensing.application();
        if (application.isEmpty()) return refuse(Refusals.noApplication());
        if (licensing.outcomes().contains(c.acceptance())) return nothing();
        if (context.inFuture(c.acceptance().at())) return refuse(Refusals.inFuture(c.acceptance().at()));
        if (c.acceptance().at().isBefore(application.get().receivedAt())) {
            return refuse(Refusals.contradictory("处理早于收到申请", "decided before the application was received"));
        }
        if (licensing.outcomes().stream().anyMatch(outcome -> outcome.outcome() != AcceptanceOutcome.SUPPLEMENT)) {
            return refuse(Refusals.outcomeDecided());
        }
        var rules = context.law().on(context.day(c.acceptance().at()));
        var missing = new AcceptanceComplete().missing(new AcceptanceStep(begun, c.acceptance()), rules).stream()
                .filter(item -> !begun.process().defectStated("application", item.duty()))
                .toList();
        if (missing.stream().anyMatch(Missing::blocks)) return refuse(CaseRefusal.incomplete(missing));
        return accept(new LicenceEvent.AcceptanceDecided(c.acceptance()));
    }
}
