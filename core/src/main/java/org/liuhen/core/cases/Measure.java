package org.liuhen.core.cases;

import java.util.List;

/** A measure and what became of it. */
public record Measure(
        MeasureEvent.MeasureTaken taken, List<MeasureEvent.MeasureExtended> extensions,
        List<MeasureEvent.MeasureLifted> liftings) {
    public Measure {
        extensions = List.copyOf(extensions);
        liftings = List.copyOf(liftings);
    }

    Measure with(MeasureEvent.MeasureExtended extended) {
        return new Measure(taken, Copies.add(extensions, extended), liftings);
    }

    Measure with(MeasureEvent.MeasureLifted lifted) {
        return new Measure(taken, extensions, Copies.add(liftings, lifted));
    }
}
