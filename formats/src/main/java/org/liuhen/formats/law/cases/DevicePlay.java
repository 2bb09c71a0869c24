package org.liuhen.formats.law.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.devices.DeviceCommand;
import org.liuhen.core.devices.DeviceContext;
import org.liuhen.core.devices.DeviceEvent.DeviceRegistered;
import org.liuhen.core.devices.DeviceEvent.FoundAtIntake;
import org.liuhen.core.devices.DeviceLifeCommand;
import org.liuhen.core.devices.DeviceLifeEvent.StoredFile;
import org.liuhen.core.devices.DeviceLifeRefusal;
import org.liuhen.core.devices.DeviceLives;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.devices.DeviceState;
import org.liuhen.core.devices.Devices;
import org.liuhen.core.devices.HandInSource;
import org.liuhen.core.devices.MadeRecording;
import org.liuhen.core.devices.numbers.ArrivedFile;
import org.liuhen.core.devices.numbers.FileNumbers;
import org.liuhen.core.devices.rules.DeviceRules;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.Refusal;
import org.liuhen.formats.law.cases.WorkedCase.Fact;

/**
 * A device (设备).
 *
 * @param arrived what it handed in, oldest first
 * @param stored when each path arrived first
 * @param made what it recorded
 * @param custodian who is named for the devices of its unit
 */
record DevicePlay(
        DeviceState state, List<ArrivedFile> arrived, Map<String, Instant> stored, List<MadeRecording> made, Optional<PersonId> custodian, Law law)
        implements Play {

    private static final DeviceId DEVICE = new DeviceId(new UUID(0, 3));
    private static final DeviceNumber NUMBER = new DeviceNumber("记录仪1");

    DevicePlay {
        arrived = List.copyOf(arrived);
        stored = Collections.unmodifiableMap(new LinkedHashMap<>(stored));
        made = List.copyOf(made);
    }

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
        return switch (fact.command()) {
            case DeviceFact.Register(var kind, var unit, var officer) -> after(Decision.widen(Devices.decide(state,
                    new DeviceCommand.RegisterDevice(
                            new DeviceRegistered(DEVICE, NUMBER, kind, unit, officer, Optional.empty(), Optional.empty())))), fact.at());
            case DeviceFact.FindAtIntake(var kind, var unit) -> after(Decision.widen(Devices.decide(state,
                    new DeviceCommand.TakeUnregistered(
                            new DeviceRegistered(DEVICE, NUMBER, kind, unit, Optional.empty(), Optional.empty(), Optional.empty()),
                            new FoundAtIntake(Play.actor(fact.by()).name(), fact.at())))), fact.at());
            case DeviceFact.HandIn(var files) -> handedIn(files, fact.at());
            case DeviceFact.Made recording -> recorded(recording, fact.at());
            case DeviceFact.NameCustodian(var person) -> new Done(new DevicePlay(state, arrived, stored, made, person, law));
            case DeviceLifeCommand command -> compared(after(DeviceLives.decide(state, command,
                    new DeviceContext(law, Play.actor(fact.by()), fact.at(), new Cast().naming(custodian.stream().toList()))), fact.at()), fact.at());
            default -> throw new IllegalStateException("no command on a device: " + fact.command());
        };
    }

    private Outcome recorded(DeviceFact.Made one, Instant at) {
        var all = new ArrayList<>(made);
        var name = "录像" + (all.size() + 1);
        all.add(new MadeRecording(new RecordingId(new UUID(2, all.size())), name, one.from(), one.to().orElse(one.from()), one.uncertainty()));
        return compared(new Done(new DevicePlay(state, arrived, stored, all, custodian, law)), at);
    }

    /** What it recorded is compared with its check-outs whenever one of both has changed, as the program does. */
    private static Outcome compared(Outcome outcome, Instant at) {
        if (!(outcome instanceof Done(DevicePlay play)) || play.made.isEmpty()) return outcome;
        return play.after(Decision.widen(Devices.decide(play.state, new DeviceCommand.CompareUses(play.made))), at);
    }

    private Outcome handedIn(List<String> files, Instant at) {
        var handIn = new HandInId(new UUID(1, state instanceof Registered device ? device.handIns().size() : 0));
        var opened = after(Decision.widen(Devices.decide(state, new DeviceCommand.OpenHandIn(handIn, HandInSource.CAMERA, files.size(),
                files.size(), Names.content("清单 " + handIn), Optional.empty()))), at);
        if (!(opened instanceof Done(DevicePlay open))) return opened;
        var all = new ArrayList<>(arrived);
        for (var path : files) all.add(new ArrivedFile(handIn.toString(), path, Names.content(path).toString()));
        var missing = FileNumbers.of(all).stream().flatMap(series -> series.missing().stream()).toList();
        var compared = new DevicePlay(open.state, all, stored, made, custodian, law)
                .after(Decision.widen(Devices.decide(open.state, new DeviceCommand.CompareFileNumbers(missing))), at);
        return compared instanceof Done(DevicePlay play) ? play.shown(files, at) : compared;
    }

    /** What arrived before and is on the card still, as a station sees it; what was not there before has arrived now. */
    private Outcome shown(List<String> files, Instant at) {
        var paths = List.copyOf(stored.keySet());
        var still = files.stream().filter(stored::containsKey).toList();
        var oldest = still.stream().min(Comparator.<String, Instant>comparing(path -> stored.getOrDefault(path, at)).thenComparing(path -> path))
                .map(path -> new StoredFile(new RecordingId(new UUID(4, paths.indexOf(path))), path, stored.getOrDefault(path, at)));
        var next = new LinkedHashMap<>(stored);
        for (var path : files) next.putIfAbsent(path, at);
        return new DevicePlay(state, arrived, next, made, custodian, law)
                .after(Decision.widen(Devices.decide(state, new DeviceCommand.SeeMemory(at, still.size(), oldest))), at);
    }

    private Outcome after(Decision<Event, Refusal> decision, Instant at) {
        return switch (decision) {
            case Decision.Accepted<Event, Refusal>(var events) -> {
                var next = state;
                for (var event : events) next = Devices.evolve(next, event, at);
                yield new Done(new DevicePlay(next, arrived, stored, made, custodian, law));
            }
            case Decision.Refused<Event, Refusal>(var refusal) ->
                    new NotDone(refusal, refusal instanceof DeviceLifeRefusal ofDevice ? ofDevice.missing() : List.of());
        };
    }
}
