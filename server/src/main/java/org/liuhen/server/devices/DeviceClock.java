package org.liuhen.server.devices;

import java.time.Instant;
import java.util.List;
import org.liuhen.server.findings.Clocked;
import org.springframework.stereotype.Component;

/** Devices, as the clock of findings judges them. */
@Component
class DeviceClock implements Clocked {

    private final DeviceStreams streams;
    private final DeviceClocks clocks;

    DeviceClock(DeviceStreams streams, DeviceClocks clocks) {
        this.streams = streams;
        this.clocks = clocks;
    }

    @Override
    public String name() {
        return "device";
    }

    @Override
    public List<Due> due(Instant now, int atMost) {
        return clocks.due(now, atMost);
    }

    @Override
    public List<Due> forgotten(int atMost) {
        return clocks.forgotten(atMost);
    }

    @Override
    public void judge(Due one) {
        streams.judge(one.agency(), one.id());
    }

    @Override
    public void putOff(Due one, Instant until) {
        clocks.putOff(one, until);
    }
}
