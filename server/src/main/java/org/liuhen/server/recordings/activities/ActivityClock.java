package org.liuhen.server.recordings.activities;

import java.time.Instant;
import java.util.List;
import org.liuhen.server.findings.Clocked;
import org.springframework.stereotype.Component;

/** Activities, as the clock of findings judges them. */
@Component
class ActivityClock implements Clocked {

    private final ActivityStreams streams;
    private final ActivityClocks clocks;

    ActivityClock(ActivityStreams streams, ActivityClocks clocks) {
        this.streams = streams;
        this.clocks = clocks;
    }

    @Override
    public String name() {
        return "activity";
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
