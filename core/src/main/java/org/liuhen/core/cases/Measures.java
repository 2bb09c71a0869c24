package org.liuhen.core.cases;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.util.List;
import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.MeasureCommand.ExtendMeasure;
import org.liuhen.core.cases.MeasureCommand.FollowUpCorrection;
import org.liuhen.core.cases.MeasureCommand.LiftMeasure;
import org.liuhen.core.cases.MeasureCommand.OrderCorrection;
import org.liuhen.core.cases.MeasureCommand.TakeMeasure;
import org.liuhen.core.values.Decision;

/** Decides: measures against things (先行登记保存、查封、扣押) and ordered corrections (责令改正). */
final class Measures {

    private Measures() {}

    static Decision<CaseEvent, CaseRefusal> decide(Begun begun, MeasureCommand command, CaseContext context) {
        return switch (command) {
            case TakeMeasure c -> take(begun, c, context);
            case ExtendMeasure c -> extend(begun, c);
            case LiftMeasure c -> lift(begun, c, context);
            case OrderCorrection c -> order(begun, c);
            case FollowUpCorrection c -> followUp(begun, c, context);
        };
    }

    private static Decision<CaseEvent, CaseRefusal> take(Begun begun, TakeMeasure c, CaseContext context) {
        var taken = new MeasureEvent.MeasureTaken(c.measure(), c.kind(), c.decision(), c.beganAt(), c.until(), c.things(), c.place(), c.keeper());
        var earlier = begun.measures().get(c.measure());
        if (earlier != null) return earlier.taken().equals(taken) ? nothing() : refuse(Refusals.alreadyTaken());
        if (begun.life().status() instanceof LifeStatus.Ended(_, var on)) return refuse(Refusals.ended(on));
        if (context.inFuture(c.beganAt())) return refuse(Refusals.inFuture(c.beganAt()));
        if (begun.document(c.decision()).isEmpty()) return refuse(Refusals.noSuchDocument());
        if (c.things().isEmpty()) return refuse(Refusals.empty("物品清单", "the inventory of things"));
        if (c.place().isBlank() || c.keeper().isBlank()) return refuse(Refusals.empty("保管地点和保管人", "place and keeper"));
        if (c.until().filter(until -> until.isBefore(context.day(c.beganAt()))).isPresent()) {
            return refuse(Refusals.contradictory("期限早于开始", "the limit is before the beginning"));
        }
        return accept(taken);
    }

    private static Decision<CaseEvent, CaseRefusal> extend(Begun begun, ExtendMeasure c) {
        var measure = begun.measures().get(c.measure());
        if (measure == null) return refuse(Refusals.noSuchAct());
        if (begun.life().status() instanceof LifeStatus.Ended(_, var on)) return refuse(Refusals.ended(on));
        if (measure.ended()) return refuse(Refusals.measureEnded());
        if (begun.document(c.decision()).isEmpty()) return refuse(Refusals.noSuchDocument());
        var before = measure.until();
        if (before.filter(until -> !c.until().isAfter(until)).isPresent()) {
            return refuse(Refusals.contradictory("延长后的期限不晚于原期限", "the new limit is not later than the old one"));
        }
        if (c.reason().isBlank()) return refuse(Refusals.empty("延长的理由", "the reason of the extension"));
        return accept(new MeasureEvent.MeasureExtended(c.measure(), c.until(), c.decision(), c.reason()));
    }

    private static Decision<CaseEvent, CaseRefusal> lift(Begun begun, LiftMeasure c, CaseContext context) {
        var measure = begun.measures().get(c.measure());
        if (measure == null) return refuse(Refusals.noSuchAct());
        var lifted = new MeasureEvent.MeasureLifted(c.measure(), c.at(), c.manner(), c.decision(), c.things());
        if (measure.liftings().contains(lifted)) return nothing();
        if (measure.ended()) return refuse(Refusals.measureEnded());
        if (context.inFuture(c.at())) return refuse(Refusals.inFuture(c.at()));
        if (c.at().isBefore(measure.taken().beganAt())) return refuse(Refusals.contradictory("解除早于实施", "lifted before it was taken"));
        if (begun.document(c.decision()).isEmpty()) return refuse(Refusals.noSuchDocument());
        var names = measure.taken().things().stream().map(Thing::name).toList();
        if (!names.containsAll(c.things().stream().map(Thing::name).toList())) return refuse(Refusals.notInInventory());
        return accept(lifted);
    }

    private static Decision<CaseEvent, CaseRefusal> order(Begun begun, OrderCorrection c) {
        var ordered = new MeasureEvent.CorrectionOrdered(c.order(), c.document(), c.due(), c.what());
        var earlier = begun.corrections().get(c.order());
        if (earlier != null) return earlier.ordered().equals(ordered) ? nothing() : refuse(Refusals.alreadyTaken());
        if (begun.life().status() instanceof LifeStatus.Ended(_, var on)) return refuse(Refusals.ended(on));
        if (begun.document(c.document()).isEmpty()) return refuse(Refusals.noSuchDocument());
        if (c.what().isBlank()) return refuse(Refusals.empty("责令改正的内容", "what is to be corrected"));
        return accept(ordered);
    }

    private static Decision<CaseEvent, CaseRefusal> followUp(Begun begun, FollowUpCorrection c, CaseContext context) {
        var correction = begun.corrections().get(c.order());
        if (correction == null) return refuse(Refusals.noSuchAct());
        if (c.on().isAfter(context.today())) return refuse(Refusals.dayInFuture(c.on()));
        if (c.record().isBlank()) return refuse(Refusals.empty("复查情况", "what the follow-up found"));
        if (c.document().filter(document -> begun.document(document).isEmpty()).isPresent()) return refuse(Refusals.noSuchDocument());
        var followed = new MeasureEvent.CorrectionFollowedUp(c.order(), c.on(), c.result(), c.record(), c.document());
        return correction.followUps().contains(followed) ? nothing() : accept(followed);
    }

    static Begun evolve(Begun begun, MeasureEvent event) {
        return switch (event) {
            case MeasureEvent.MeasureTaken e -> begun.with(e.measure(), new Measure(e, List.of(), List.of()));
            case MeasureEvent.MeasureExtended e -> measure(begun, e.measure()).map(known -> begun.with(e.measure(), known.with(e))).orElse(begun);
            case MeasureEvent.MeasureLifted e -> measure(begun, e.measure()).map(known -> begun.with(e.measure(), known.with(e))).orElse(begun);
            case MeasureEvent.CorrectionOrdered e -> begun.with(e.order(), new Correction(e, List.of()));
            case MeasureEvent.CorrectionFollowedUp e -> {
                var correction = begun.corrections().get(e.order());
                yield correction == null ? begun : begun.with(e.order(), correction.with(e));
            }
        };
    }

    /** Unknown only where the payload of its beginning was destroyed. */
    private static Optional<Measure> measure(Begun begun, ActId id) {
        return Optional.ofNullable(begun.measures().get(id));
    }
}
