package org.liuhen.formats.law.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.devices.DeviceCommand;
import org.liuhen.core.devices.DeviceContext;
import org.liuhen.core.devices.DeviceEvent.DeviceRegistered;
import org.liuhen.core.devices.DeviceLifeCommand;
import org.liuhen.core.devices.DeviceLifeRefusal;
import org.liuhen.core.devices.DeviceLives;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.devices.DeviceState;
import org.liuhen.core.devices.Devices;
import org.liuhen.core.devices.rules.DeviceRules;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Refusal;
import org.liuhen.formats.law.cases.WorkedCase.Fact;

/** A device (设备). */
record DevicePlay(DeviceState state, Law law) implements Play {

    private static final DeviceId DEVICE = new DeviceId(new UUID(0, 3));
    private static final DeviceNumber NUMBER = new DeviceNumber("记录仪1");

    @Override
    public boolean begun() {
        return state instanceof Registered;
    }

    @Override
    public List<Finding> findings(Instant at) {
        return state instanceof Registered device ? DeviceRules.assess(device, law, at).findings() : List.of();
    }

    @Override
    public Outcome done(Fact fact) {
        var decision = switch (fact.command()) {
            case DeviceFact.Register(var kind, var unit, var officer) -> Decision.<Event, Refusal>widen(Devices.decide(state,
                    new DeviceCommand.RegisterDevice(
                            new DeviceRegistered(DEVICE, NUMBER, kind, unit, officer, Optional.empty(), Optional.empty()))));
            case DeviceLifeCommand command ->
                    DeviceLives.decide(state, command, new DeviceContext(law, Play.actor(fact.by()), fact.at(), new Cast()));
            default -> throw new IllegalStateException("no command on a device: " + fact.command());
        };
        return switch (decision) {
            case Decision.Accepted<Event, Refusal>(var events) -> {
                var next = state;
                for (var event : events) next = Devices.evolve(next, event, fact.at());
                yield new Done(new DevicePlay(next, law));
            }
            case Decision.Refused<Event, Refusal>(var refusal) ->
                    new NotDone(refusal, refusal instanceof DeviceLifeRefusal ofDevice ? ofDevice.missing() : List.of());
        };
    }
}
