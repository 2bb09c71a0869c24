package org.liuhen.core.values;

import java.util.List;

/**
 * What a decider answers: the events that follow, or a refusal. A refusal is a value for the person asking, not an error.
 *
 * @param <E> events of the feature
 * @param <R> refusals of the feature
 */
public sealed interface Decision<E extends Event, R extends Refusal> {

    /** The command is carried out by these events, in this order; none means that there was nothing left to do. */
    record Accepted<E extends Event, R extends Refusal>(List<E> events) implements Decision<E, R> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command is not carried out. */
    record Refused<E extends Event, R extends Refusal>(R refusal) implements Decision<E, R> {}

    /** Carried out by one event. */
    static <E extends Event, R extends Refusal> Decision<E, R> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    /** Nothing left to do: the same was done before. */
    static <E extends Event, R extends Refusal> Decision<E, R> nothing() {
        return new Accepted<>(List.of());
    }

    /** Not carried out. */
    static <E extends Event, R extends Refusal> Decision<E, R> refuse(R refusal) {
        return new Refused<>(refusal);
    }

    /** The same decision, where decisions of several kinds meet. */
    static <E extends Event, R extends Refusal> Decision<E, R> widen(Decision<? extends E, ? extends R> decision) {
        return switch (decision) {
            case Accepted<? extends E, ? extends R> accepted -> new Accepted<>(List.copyOf(accepted.events()));
            case Refused<? extends E, ? extends R> refused -> new Refused<>(refused.refusal());
        };
    }
}
