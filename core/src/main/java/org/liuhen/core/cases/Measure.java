package org.liuhen.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** Whether it was lifted for everything it holds. */
    public boolean ended() {
        if (liftings.stream().anyMatch(lifted -> lifted.things().isEmpty())) return true;
        var lifted = liftings.stream().flatMap(lifting -> lifting.things().stream()).map(Thing::name).collect(Collectors.toSet());
        return !taken.things().isEmpty() && taken.things().stream().allMatch(thing -> lifted.contains(thing.name()));
    }

    /** When it was lifted for everything it holds; empty while it was not. */
    public Optional<Instant> endedAt() {
        if (!ended()) return Optional.empty();
        var inOrder = liftings.stream().sorted(Comparator.comparing(MeasureEvent.MeasureLifted::at)).toList();
        var soFar = new Measure(taken, extensions, List.of());
        for (var lifting : inOrder) {
            soFar = soFar.with(lifting);
            if (soFar.ended()) return Optional.of(lifting.at());
        }
        return Optional.empty();
    }

    /** The last day of the measure as it is extended; empty where none was set. */
    public Optional<LocalDate> until() {
        return extensions.isEmpty() ? taken.until() : Optional.of(extensions.getLast().until());
    }
}
