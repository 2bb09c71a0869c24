package org.liuhen.formats.law.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.liuhen.core.devices.DeviceKind;
import org.liuhen.core.devices.equipment.EquipmentCommand.CountEquipment;
import org.liuhen.core.devices.equipment.EquipmentCommand;
import org.liuhen.core.devices.equipment.EquipmentEvent;
import org.liuhen.core.devices.equipment.EquipmentEvent.EquipmentCounted;
import org.liuhen.core.devices.equipment.EquipmentEvent.SilentStation;
import org.liuhen.core.devices.equipment.EquipmentRefusal;
import org.liuhen.core.devices.equipment.EquipmentRules;
import org.liuhen.core.devices.equipment.EquipmentState.Known;
import org.liuhen.core.devices.equipment.EquipmentState;
import org.liuhen.core.devices.equipment.Equipments;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Refusal;
import org.liuhen.formats.law.cases.WorkedCase.Fact;

/** What devices a unit has for its people (配备标准). */
record UnitPlay(EquipmentState state, Law law) implements Play {

    @Override
    public boolean begun() {
        return state instanceof Known;
    }

    @Override
    public List<Finding> findings(Instant at) {
        return state instanceof Known unit ? EquipmentRules.assess(unit, law, at).findings() : List.of();
    }

    @Override
    public Outcome done(Fact fact) {
        var actor = fact.command() instanceof UnitFact ? Actor.system("assess") : Play.actor(fact.by());
        return switch (Equipments.decide(state, command(fact), new Equipments.Context(law, actor, fact.at(), new Cast()::roles))) {
            case Decision.Accepted<Event, Refusal>(var events) -> {
                var next = state;
                for (var event : events) next = Equipments.evolve(next, event, fact.at());
                yield new Done(new UnitPlay(next, law));
            }
            case Decision.Refused<Event, Refusal>(var refusal) ->
                    new NotDone(refusal, refusal instanceof EquipmentRefusal ofUnit ? ofUnit.missing() : List.of());
        };
    }

    private EquipmentCommand command(Fact fact) {
        return switch (fact.command()) {
            case UnitFact.Equipment stands -> new CountEquipment(counted(stands, List.of()));
            case UnitFact.Silence(var station, var since) -> new CountEquipment(state instanceof Known known
                    ? with(known.counted(), new SilentStation(station, since))
                    : counted(new UnitFact.Equipment(0, Optional.empty(), List.of(), Optional.empty()), List.of(new SilentStation(station, since))));
            case EquipmentCommand command -> command;
            default -> throw new IllegalStateException("no fact of a unit: " + fact.command());
        };
    }

    private static EquipmentCounted with(EquipmentCounted before, SilentStation station) {
        return new EquipmentCounted(before.unit(), before.officers(), before.workload(), before.devices(), before.custodians(), List.of(station));
    }

    private static EquipmentCounted counted(UnitFact.Equipment stands, List<SilentStation> silent) {
        var kinds = new TreeMap<DeviceKind, Integer>();
        for (var kind : stands.devices()) kinds.merge(kind, 1, Integer::sum);
        return new EquipmentCounted(Cast.UNIT, stands.officers(), stands.workload(),
                kinds.entrySet().stream().map(some -> new EquipmentEvent.Devices(some.getKey(), some.getKey().portable(), some.getValue())).toList(),
                stands.custodian().<List<PersonId>>map(List::of).orElse(List.of()), silent);
    }
}
