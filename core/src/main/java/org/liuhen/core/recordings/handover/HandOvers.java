package org.liuhen.core.recordings.handover;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.recordings.handover.HandOverCommand.DeclareNothing;
import org.liuhen.core.recordings.handover.HandOverCommand.OpenHandOver;
import org.liuhen.core.recordings.handover.HandOverCommand.PrepareList;
import org.liuhen.core.recordings.handover.HandOverCommand.ReceiveList;
import org.liuhen.core.recordings.handover.HandOverCommand.ReturnList;
import org.liuhen.core.recordings.handover.HandOverEvent.HandOverListed;
import org.liuhen.core.recordings.handover.HandOverEvent.HandOverOpened;
import org.liuhen.core.recordings.handover.HandOverEvent.HandOverReceived;
import org.liuhen.core.recordings.handover.HandOverEvent.HandOverReturned;
import org.liuhen.core.recordings.handover.HandOverEvent.ListedRecording;
import org.liuhen.core.recordings.handover.HandOverEvent.NothingDeclared;
import org.liuhen.core.recordings.handover.HandOverState.Absent;
import org.liuhen.core.recordings.handover.HandOverState.Offered;
import org.liuhen.core.recordings.handover.HandOverState.Open;
import org.liuhen.core.recordings.handover.HandOverState.Received;
import org.liuhen.core.recordings.handover.HandOverState.Tombstone;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.CorruptStream;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;

/** Decides about a month's hand-over: the specialist offers a list, the office receives it or gives it back. */
public final class HandOvers {

    /** The most lines of a list. */
    public static final int LINES_MAX = 5_000;

    /** The lines of one event. */
    private static final int LINES_OF_PART = 100;

    private HandOvers() {}

    /** What follows from the command, without doing it. */
    public static Decision<HandOverEvent, HandOverRefusal> decide(HandOverState state, HandOverCommand command, HandOverContext context) {
        return switch (state) {
            case Absent _ when command instanceof OpenHandOver c -> context.actor().kind() == Actor.Kind.SYSTEM
                    ? accept(new HandOverOpened(c.month(), c.specialist(), c.unit()))
                    : refuse(HandOverRefusal.programOnly());
            case Absent _ -> refuse(HandOverRefusal.noSuchHandOver());
            case Tombstone _ -> refuse(HandOverRefusal.destroyed());
            case Open open -> decide(open, command, context);
        };
    }

    private static Decision<HandOverEvent, HandOverRefusal> decide(Open open, HandOverCommand command, HandOverContext context) {
        if (command instanceof OpenHandOver c) {
            return open.opened().equals(new HandOverOpened(c.month(), c.specialist(), c.unit())) ? nothing() : refuse(HandOverRefusal.alreadyOpened());
        }
        if (context.actor().kind() != Actor.Kind.PERSON) return refuse(HandOverRefusal.personOnly());
        var by = PersonId.parse(context.actor().id());
        return switch (command) {
            case PrepareList c -> offer(open, c, by);
            case DeclareNothing _ -> nothingToHand(open, by);
            case ReceiveList _ -> receive(open, by, context);
            case ReturnList c -> giveBack(open, c, by, context);
            case OpenHandOver _ -> throw new IllegalStateException("decided above");
        };
    }

    private static Decision<HandOverEvent, HandOverRefusal> offer(Open open, PrepareList c, PersonId by) {
        if (!by.equals(open.opened().specialist())) return refuse(HandOverRefusal.notTheSpecialist());
        if (open.received().isPresent()) return refuse(HandOverRefusal.alreadyReceived());
        if (c.recordings().isEmpty()) return refuse(HandOverRefusal.emptyList());
        if (c.recordings().size() > LINES_MAX) return refuse(HandOverRefusal.tooLong(LINES_MAX));
        var same = open.offered().filter(offered -> offered.recordings().equals(c.recordings())).isPresent();
        return same ? nothing() : new Decision.Accepted<>(parts(c.recordings(), by));
    }

    private static List<HandOverEvent> parts(List<ListedRecording> lines, PersonId by) {
        var parts = Math.ceilDiv(lines.size(), LINES_OF_PART);
        var events = new ArrayList<HandOverEvent>();
        for (var part = 0; part < parts; part++) {
            var from = part * LINES_OF_PART;
            events.add(new HandOverListed(part + 1, parts, lines.subList(from, Math.min(from + LINES_OF_PART, lines.size())), by));
        }
        return events;
    }

    private static Decision<HandOverEvent, HandOverRefusal> nothingToHand(Open open, PersonId by) {
        if (!by.equals(open.opened().specialist())) return refuse(HandOverRefusal.notTheSpecialist());
        if (open.received().isPresent()) return refuse(HandOverRefusal.alreadyReceived());
        var same = open.offered().filter(offered -> offered.recordings().isEmpty()).isPresent();
        return same ? nothing() : accept(new NothingDeclared(by));
    }

    private static Decision<HandOverEvent, HandOverRefusal> receive(Open open, PersonId by, HandOverContext context) {
        if (!context.register().roles(by).contains(Role.OFFICE)) return refuse(HandOverRefusal.notTheOffice());
        if (open.received().isPresent()) return nothing();
        if (open.offered().isEmpty()) return refuse(HandOverRefusal.notOffered());
        return by.equals(open.opened().specialist()) ? refuse(HandOverRefusal.ownMatter()) : accept(new HandOverReceived(by));
    }

    private static Decision<HandOverEvent, HandOverRefusal> giveBack(Open open, ReturnList c, PersonId by, HandOverContext context) {
        if (!context.register().roles(by).contains(Role.OFFICE)) return refuse(HandOverRefusal.notTheOffice());
        if (open.received().isPresent()) return refuse(HandOverRefusal.alreadyReceived());
        if (open.offered().isEmpty()) return refuse(HandOverRefusal.notOffered());
        return c.reason().isBlank() ? refuse(HandOverRefusal.noReason()) : accept(new HandOverReturned(c.reason(), by));
    }

    /**
     * The state after one more fact.
     *
     * @param recordedAt when the server knew it
     * @throws CorruptStream if the fact cannot follow
     */
    public static HandOverState evolve(HandOverState state, Fact fact, Instant recordedAt) {
        return switch (fact) {
            case Destroyed(var type) -> destroyed(state, type, fact);
            case HandOverEvent event -> switch (state) {
                case Absent _ when event instanceof HandOverOpened e -> Open.begun(e);
                case Absent _ -> throw new CorruptStream(state, fact);
                case Tombstone tombstone -> tombstone;
                case Open open -> follow(open, event, recordedAt);
            };
            case FindingEvent event when !(state instanceof Absent) ->
                    state instanceof Open open ? open.with(open.findings().with(event, recordedAt)) : state;
            case PayloadDestroyed _ when !(state instanceof Absent) -> state;
            case Event _ -> throw new CorruptStream(state, fact); // of another feature, or before the beginning
        };
    }

    private static Open follow(Open open, HandOverEvent event, Instant at) {
        return switch (event) {
            case HandOverOpened _ -> throw new CorruptStream(open, event);
            case HandOverListed e -> open.with(new Offered(e.part() == 1 ? e.recordings() : joined(open, e), e.by(), at));
            case NothingDeclared e -> open.with(new Offered(List.of(), e.by(), at));
            case HandOverReceived e -> open.with(new Received(e, at));
            case HandOverReturned e -> open.with(e);
        };
    }

    private static List<ListedRecording> joined(Open open, HandOverListed next) {
        var all = new ArrayList<>(open.offered().map(Offered::recordings).orElse(List.of()));
        all.addAll(next.recordings());
        return all;
    }

    private static HandOverState destroyed(HandOverState state, String type, Fact fact) {
        var first = type.equals(HandOverOpened.class.getSimpleName());
        if (first != state instanceof Absent) throw new CorruptStream(state, fact);
        return first ? new Tombstone() : state;
    }
}
