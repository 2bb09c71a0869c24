package org.liuhen.core.devices.equipment;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.liuhen.core.devices.equipment.EquipmentCommand.CountEquipment;
import org.liuhen.core.devices.equipment.EquipmentEvent.EquipmentCounted;
import org.liuhen.core.devices.equipment.EquipmentState.Absent;
import org.liuhen.core.devices.equipment.EquipmentState.Known;
import org.liuhen.core.devices.equipment.EquipmentState.Tombstone;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.findings.Findings;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.CorruptStream;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Refusal;
import org.liuhen.core.values.Role;

/** Decides about the equipment of one unit (机构设备配备): the program counts it, people answer for what is found. */
public final class Equipments {

    private Equipments() {}

    /** What follows from the command, without doing it. @param roles somebody's in the agency today */
    public static Decision<Event, Refusal> decide(EquipmentState state, Command command, Actor actor, Function<PersonId, Set<Role>> roles) {
        return switch (state) {
            case Tombstone _ -> refuse(EquipmentRefusal.destroyed());
            case Absent _ when command instanceof CountEquipment(var counted) -> count(counted, false, actor);
            case Absent _ -> refuse(EquipmentRefusal.notCounted());
            case Known known -> switch (command) {
                case CountEquipment(var counted) -> count(counted, counted.equals(known.counted()), actor);
                case FindingCommand c -> Decision.widen(Findings.decide(known.findings(), c, new ConcernedByEquipment(actor, roles)));
                case Command _ -> throw new IllegalArgumentException("not asked of a unit's equipment: " + command);
            };
        };
    }

    private static Decision<Event, Refusal> count(EquipmentCounted counted, boolean same, Actor actor) {
        if (actor.kind() != Actor.Kind.SYSTEM) return refuse(EquipmentRefusal.programOnly());
        return same ? nothing() : accept(counted);
    }

    /**
     * The state after one more fact.
     *
     * @throws CorruptStream if the fact cannot follow
     */
    public static EquipmentState evolve(EquipmentState state, Fact fact, Instant recordedAt) {
        return switch (fact) {
            case Destroyed(var type) when type.equals(EquipmentCounted.class.getSimpleName()) -> state instanceof Absent ? new Tombstone() : state;
            case EquipmentCounted counted -> switch (state) {
                case Absent _ -> new Known(counted, FindingBook.empty());
                case Known known -> new Known(counted, known.findings());
                case Tombstone _ -> new Known(counted, FindingBook.empty()); // what is counted anew says all there is to say
            };
            case FindingEvent event when !(state instanceof Absent) ->
                    state instanceof Known known ? new Known(known.counted(), known.findings().with(event, recordedAt)) : state;
            case PayloadDestroyed _ when !(state instanceof Absent) -> state;
            case Destroyed _ when !(state instanceof Absent) -> state;
            case Destroyed _, Event _ -> throw new CorruptStream(state, fact); // of another feature, or before the first count
        };
    }
}
