package org.liuhen.core.cases;

import java.util.List;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.values.Decision;

/** Decides: Measures and ordered corrections. */
final class Measures {

    private Measures() {}

    static Decision<CaseEvent, CaseRefusal> decide(Begun begun, MeasureCommand command, CaseContext context) {
        if (begun.life().isHandler(context.person())) return Decision.nothing();
        return Decision.refuse(CaseRefusal.impossible("not-decided", "尚未实现：" + command, "Not decided yet: " + command, "请稍后再试。",
                "Try again later."));
    }

    static Begun evolve(Begun begun, MeasureEvent event) {
        return switch (event) {
            case MeasureEvent.MeasureTaken e -> begun.with(e.measure(), new Measure(e, List.of(), List.of()));
            case MeasureEvent.MeasureExtended e -> {
                var measure = begun.measures().get(e.measure()); // absent only where its payload was destroyed
                yield measure == null ? begun : begun.with(e.measure(), measure.with(e));
            }
            case MeasureEvent.MeasureLifted e -> {
                var measure = begun.measures().get(e.measure());
                yield measure == null ? begun : begun.with(e.measure(), measure.with(e));
            }
            case MeasureEvent.CorrectionOrdered e -> begun.with(e.order(), new Correction(e, List.of()));
            case MeasureEvent.CorrectionFollowedUp e -> {
                var correction = begun.corrections().get(e.order());
                yield correction == null ? begun : begun.with(e.order(), correction.with(e));
            }
        };
    }
}
