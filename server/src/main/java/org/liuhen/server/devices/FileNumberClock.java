package org.liuhen.server.devices;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.devices.DeviceCommand.CompareFileNumbers;
import org.liuhen.core.devices.numbers.FileNumbers;
import org.liuhen.core.devices.numbers.MissingNumbers;
import org.liuhen.core.values.Actor;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.findings.Clocked;
import org.springframework.stereotype.Component;

/** Writes down which numbers of a device's files are missing, when no hand-in of it is under way any more. What comes later takes it back. */
@Component
class FileNumberClock implements Clocked {

    private final FileNumberTable table;
    private final HandInList handIns;
    private final DeviceList devices;
    private final DeviceStreams streams;
    private final InstantSource clock;

    FileNumberClock(FileNumberTable table, HandInList handIns, DeviceList devices, DeviceStreams streams, InstantSource clock) {
        this.table = table;
        this.handIns = handIns;
        this.devices = devices;
        this.streams = streams;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "file numbers of device";
    }

    @Override
    public List<Due> due(Instant now, int atMost) {
        return table.due(now, atMost);
    }

    /** Nothing is: what is due stays due until it was compared. */
    @Override
    public List<Due> forgotten(int atMost) {
        return List.of();
    }

    @Override
    public void judge(Due one) {
        var changed = table.changed(one); // before the files are read: what comes meanwhile is compared again
        streams.handle(new AskedAct(one.agency(), Actor.system("file-numbers"), one.id(), UUID.randomUUID(), Optional.empty(), Optional.empty()),
                new CompareFileNumbers(missing(one)));
        streams.judge(one); // a hand-in ends what waited for it, also where no number is missing
        table.compared(one, changed);
    }

    /** Of two devices with one serial nobody knows which card came from which: nothing is claimed. */
    private List<MissingNumbers> missing(Due one) {
        if (!devices.sameSerial(one.agency(), one.id()).isEmpty()) return List.of();
        return FileNumbers.of(handIns.arrived(one.agency(), one.id(), clock.instant())).stream().flatMap(series -> series.missing().stream())
                .toList();
    }

    @Override
    public void putOff(Due one, Instant until) {
        table.putOff(one, until);
    }
}
