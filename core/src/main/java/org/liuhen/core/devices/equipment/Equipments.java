package org.liuhen.core.devices.equipment;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.liuhen.core.devices.equipment.EquipmentCommand.CountEquipment;
import org.liuhen.core.devices.equipment.EquipmentCommand.MendFacility;
import org.liuhen.core.devices.equipment.EquipmentCommand.ReportFacilityFault;
import org.liuhen.core.devices.equipment.EquipmentEvent.EquipmentCounted;
import org.liuhen.core.devices.equipment.EquipmentEvent.FacilityFaultReported;
import org.liuhen.core.devices.equipment.EquipmentEvent.FacilityMended;
import org.liuhen.core.devices.equipment.EquipmentState.Absent;
import org.liuhen.core.devices.equipment.EquipmentState.Known;
import org.liuhen.core.devices.equipment.EquipmentState.Tombstone;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.findings.Findings;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Missing;
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

    /** How far the clock of whoever enters it may run ahead before a time is in the future. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /**
     * What a decision must know beside the history.
     *
     * @param roles somebody's in the agency today
     */
    public record Context(Law law, Actor actor, Instant now, Function<PersonId, Set<Role>> roles) {}

    /** What follows from the command, without doing it. */
    public static Decision<Event, Refusal> decide(EquipmentState state, Command command, Context context) {
        return switch (state) {
            case Tombstone _ -> refuse(EquipmentRefusal.destroyed());
            case Absent _ when command instanceof CountEquipment(var counted) -> count(counted, false, context.actor());
            case Absent _ -> refuse(EquipmentRefusal.notCounted());
            case Known known -> switch (command) {
                case FindingCommand c -> Decision.widen(Findings.decide(known.findings(), c, new ConcernedByEquipment(context.actor(), context.roles())));
                case EquipmentCommand c -> known(known, c, context);
                case Command _ -> throw new IllegalArgumentException("not asked of a unit's equipment: " + command);
            };
        };
    }

    private static Decision<Event, Refusal> known(Known known, EquipmentCommand command, Context context) {
        return switch (command) {
            case CountEquipment(var counted) -> count(counted, counted.equals(known.counted()), context.actor());
            case ReportFacilityFault c -> entered(c.facility(), c.at(), c.what(), context).<Decision<Event, Refusal>>map(Decision::refuse).orElseGet(() -> {
                var reported = new FacilityFaultReported(c.facility(), c.at(), c.what(), PersonId.parse(context.actor().id()));
                return known.faults().contains(reported) ? nothing() : accept(reported);
            });
            case MendFacility c -> entered(c.facility(), c.at(), c.what(), context).<Decision<Event, Refusal>>map(Decision::refuse).orElseGet(() -> {
                var missing = new FacilityKept().missing(context.actor().role(), context.law().on(LocalDate.ofInstant(context.now(), context.law().zone())))
                        .stream().filter(Missing::blocks).toList();
                if (!missing.isEmpty()) return refuse(EquipmentRefusal.incomplete(missing));
                return known.faults().stream().anyMatch(fault -> fault.facility().equals(c.facility()))
                        ? accept(new FacilityMended(c.facility(), c.at(), c.what(), PersonId.parse(context.actor().id())))
                        : refuse(EquipmentRefusal.notFaulty(c.facility()));
            });
        };
    }

    private static Optional<EquipmentRefusal> entered(String facility, Instant at, String what, Context context) {
        if (context.actor().kind() != Actor.Kind.PERSON) return Optional.of(EquipmentRefusal.personOnly());
        if (facility.isBlank()) return Optional.of(EquipmentRefusal.empty("设施", "which facility it is"));
        if (what.isBlank()) return Optional.of(EquipmentRefusal.empty("情况", "what is the matter"));
        return at.isAfter(context.now().plus(AHEAD)) ? Optional.of(EquipmentRefusal.inFuture(at)) : Optional.empty();
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
            case EquipmentEvent event -> switch (state) {
                case Known known -> known.with(event);
                case Absent _, Tombstone _ when event instanceof EquipmentCounted e -> Known.begun(e); // what is counted anew says all there is to say
                case Tombstone tombstone -> tombstone;
                case Absent _ -> throw new CorruptStream(state, fact);
            };
            case FindingEvent event when !(state instanceof Absent) ->
                    state instanceof Known known ? known.with(known.findings().with(event, recordedAt)) : state;
            case PayloadDestroyed _ when !(state instanceof Absent) -> state;
            case Destroyed _ when !(state instanceof Absent) -> state;
            case Destroyed _, Event _ -> throw new CorruptStream(state, fact); // of another feature, or before the first count
        };
    }
}
