package org.liuhen.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A measure and what became of it. */
public record Measure(
        MeasureEvent.MeasureTaken taken, List<MeasureEvent.MeasureExtended> extensions,
        List<MeasureEvent.MeasureLifted> liftings) {
    private static final Pattern AMOUNT = Pattern.compile("\\s*([0-9]{1,9}(?:\\.[0-9]{1,6})?)\\s*(.*?)\\s*", Pattern.DOTALL);

    private record Amount(long millionths, String unit) {}

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
        return !taken.things().isEmpty() && taken.things().stream().map(Thing::name).allMatch(this::lifted);
    }

    /** For everything of that name; amounts count where all are numbers of one unit. */
    private boolean lifted(String name) {
        var gone = liftings.stream().flatMap(lifting -> lifting.things().stream()).filter(thing -> thing.name().equals(name)).toList();
        if (gone.isEmpty()) return false;
        var held = taken.things().stream().filter(thing -> thing.name().equals(name)).toList();
        var units = Stream.concat(held.stream(), gone.stream()).map(thing -> amount(thing).map(Amount::unit)).distinct().toList();
        return units.size() > 1 || units.getFirst().isEmpty() || sum(gone) >= sum(held);
    }

    private static long sum(List<Thing> things) {
        return things.stream().flatMap(thing -> amount(thing).stream()).mapToLong(Amount::millionths).sum();
    }

    /** 6 瓶; empty where the quantity does not begin with a number. */
    private static Optional<Amount> amount(Thing thing) {
        var matcher = AMOUNT.matcher(thing.quantity());
        return matcher.matches()
                ? Optional.of(new Amount(Math.round(Double.parseDouble(matcher.group(1)) * 1e6), matcher.group(2)))
                : Optional.empty();
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
