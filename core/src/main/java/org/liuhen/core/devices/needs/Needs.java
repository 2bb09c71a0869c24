package org.liuhen.core.devices.needs;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.Instant;
import java.util.List;
import org.liuhen.core.devices.needs.NeedCommand.CountCapabilities;
import org.liuhen.core.devices.needs.NeedCommand.StateSpecialNeed;
import org.liuhen.core.devices.needs.NeedEvent.CapabilitiesHeld;
import org.liuhen.core.devices.needs.NeedEvent.SpecialNeedStated;
import org.liuhen.core.devices.needs.NeedState.Absent;
import org.liuhen.core.devices.needs.NeedState.Stated;
import org.liuhen.core.devices.needs.NeedState.Tombstone;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.CorruptStream;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.core.values.PersonId;

/** Decides about one unit's special need: people say what its work needs, the program counts what its devices can do. */
public final class Needs {

    private Needs() {}

    /** What follows from the command, without doing it. */
    public static Decision<NeedEvent, NeedRefusal> decide(NeedState state, NeedCommand command, Actor actor) {
        return switch (state) {
            case Tombstone _ -> refuse(NeedRefusal.destroyed());
            case Absent _ when command instanceof CountCapabilities -> refuse(NeedRefusal.notStated());
            case Absent _, Stated _ -> switch (command) {
                case StateSpecialNeed c -> state(state, c, actor);
                case CountCapabilities c -> count(state, c, actor);
            };
        };
    }

    private static Decision<NeedEvent, NeedRefusal> state(NeedState state, StateSpecialNeed c, Actor actor) {
        if (actor.kind() != Actor.Kind.PERSON) return refuse(NeedRefusal.personOnly());
        if (c.why().isBlank()) return refuse(NeedRefusal.noReason());
        var stated = new SpecialNeedStated(c.unit(), c.capabilities(), c.why(), PersonId.parse(actor.id()));
        return state instanceof Stated known && known.need().equals(stated) ? nothing() : accept(stated);
    }

    private static Decision<NeedEvent, NeedRefusal> count(NeedState state, CountCapabilities c, Actor actor) {
        if (actor.kind() != Actor.Kind.SYSTEM) return refuse(NeedRefusal.programOnly());
        return state instanceof Stated known && known.held().equals(c.capabilities()) ? nothing() : accept(new CapabilitiesHeld(c.capabilities()));
    }

    /**
     * The state after one more fact.
     *
     * @param recordedAt when the server knew it
     * @throws CorruptStream if the fact cannot follow
     */
    public static NeedState evolve(NeedState state, Fact fact, Instant recordedAt) {
        return switch (fact) {
            case Destroyed(var type) -> destroyed(state, type, fact);
            case NeedEvent event -> switch (state) {
                case Absent _ when event instanceof SpecialNeedStated e -> new Stated(e, List.of(), FindingBook.empty());
                case Absent _ -> throw new CorruptStream(state, fact);
                case Tombstone tombstone -> tombstone;
                case Stated known -> switch (event) {
                    case SpecialNeedStated e -> new Stated(e, known.held(), known.findings());
                    case CapabilitiesHeld e -> new Stated(known.need(), e.capabilities(), known.findings());
                };
            };
            case FindingEvent event when !(state instanceof Absent) ->
                    state instanceof Stated known ? new Stated(known.need(), known.held(), known.findings().with(event, recordedAt)) : state;
            case PayloadDestroyed _ when !(state instanceof Absent) -> state;
            case Event _ -> throw new CorruptStream(state, fact); // of another feature, or before the beginning
        };
    }

    /** The first statement begins the stream; a later one is not known any more, and the one before counts. */
    private static NeedState destroyed(NeedState state, String type, Fact fact) {
        if (!(state instanceof Absent)) return state;
        if (!type.equals(SpecialNeedStated.class.getSimpleName())) throw new CorruptStream(state, fact);
        return new Tombstone();
    }
}
