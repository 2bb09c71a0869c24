package org.liuhen.server.devices;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.devices.DeviceCommand;
import org.liuhen.core.devices.DeviceContext;
import org.liuhen.core.devices.DeviceEvent;
import org.liuhen.core.devices.DeviceLives;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.devices.DeviceState;
import org.liuhen.core.devices.Devices;
import org.liuhen.core.devices.rules.DeviceRules;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.Refusal;
import org.liuhen.server.findings.JudgedStreams;
import org.liuhen.server.findings.Judging;
import org.liuhen.server.http.Problem;
import org.springframework.stereotype.Component;

/** The life of devices as the journal has it, and commands on it. Hand-ins are taken elsewhere ({@link HandIns}) and need no law. */
@Component
class DeviceStreams extends JudgedStreams<DeviceState> {

    private final DeviceRegister register;

    DeviceStreams(Judging judging, DeviceRegister register) {
        super(judging);
        this.register = register;
    }

    /** The device, unless it is not there or was destroyed by law. */
    static Registered device(Loaded<DeviceState> loaded) {
        return switch (loaded.state()) {
            case Registered device -> device;
            case DeviceState.Absent _ -> throw DeviceProblems.unknown();
            case DeviceState.Tombstone _ -> throw DeviceProblems.destroyed();
        };
    }

    @Override
    public String name() {
        return "device";
    }

    @Override
    protected DeviceState absent() {
        return new DeviceState.Absent();
    }

    @Override
    protected boolean owns(Event event) {
        return event instanceof DeviceEvent;
    }

    @Override
    protected DeviceState evolve(DeviceState state, Fact fact, Instant recordedAt) {
        return Devices.evolve(state, fact, recordedAt);
    }

    @Override
    protected boolean begins(Command command) {
        return command instanceof DeviceCommand.RegisterDevice;
    }

    /** A device is entered in the register once; with other facts again it is refused. Numbers of files are the program's. */
    @Override
    protected Decision<Event, Refusal> decide(DeviceState state, Command command, Scene scene) {
        if (command instanceof DeviceCommand ofDevice) return Decision.widen(Devices.decide(state, ofDevice));
        return DeviceLives.decide(state, command,
                new DeviceContext(scene.law(), scene.actor(), scene.now(), register.of(scene.agency())));
    }

    @Override
    protected Optional<FindingBook> book(DeviceState state) {
        return state instanceof Registered device ? Optional.of(device.findings()) : Optional.empty();
    }

    @Override
    protected Assessment assess(DeviceState state, Law law, Instant now) {
        return state instanceof Registered device ? DeviceRules.assess(device, law, now) : Assessment.quiet();
    }

    @Override
    protected String versions() {
        return "select agency, device as stream, version from device_life";
    }

    @Override
    protected Problem refused(Refusal refusal) {
        return DeviceProblems.of(refusal);
    }

    @Override
    protected Problem unknown() {
        return DeviceProblems.unknown();
    }

    @Override
    protected Problem destroyed() {
        return DeviceProblems.destroyed();
    }

    @Override
    protected Problem notThen() {
        return DeviceProblems.notThen();
    }
}
