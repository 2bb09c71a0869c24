package org.liuhen.server.recordings.activities;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liuhen.core.recordings.activities.ActivityCommand;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.RecordingId;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.recordings.RecordingList;
import org.springframework.stereotype.Component;

/** Recordings that may be of an activity: of its devices or its officers, of its time, and of no other activity. */
@Component
class Candidates {

    /** The most that are shown, and filed by one request. */
    static final int AT_ONCE = 500;

    private final RecordingList recordings;
    private final RecordedSegments segments;
    private final RecordersWorn worn;
    private final Register register;
    private final InstantSource clock;

    Candidates(RecordingList recordings, RecordedSegments segments, RecordersWorn worn, Register register, InstantSource clock) {
        this.recordings = recordings;
        this.segments = segments;
        this.worn = worn;
        this.register = register;
        this.clock = clock;
    }

    /** The earliest of them; none before the activity has a time, be it planned. */
    RecordingList.Unfiled of(String agency, Known activity) {
        return time(activity).map(time -> {
            var devices = activity.team().devices().stream().map(device -> device.value()).collect(Collectors.toSet());
            var numbers = register.devices(agency).stream().filter(device -> devices.contains(device.id()))
                    .map(Register.Device::number).toList();
            var officers = activity.team().officers().stream().map(officer -> officer.id().value()).toList();
            return recordings.unfiled(agency, numbers, officers, time.from(), time.to(), AT_ONCE);
        }).orElseGet(() -> new RecordingList.Unfiled(List.of(), 0));
    }

    /** What files them all. */
    List<Command> commands(String agency, Known activity) {
        var outings = worn.outings();
        return of(agency, activity).items().stream().<Command>map(row -> {
            var segment = segments.of(agency, new RecordingId(row.id()));
            return new ActivityCommand.FileToActivity(segment, outings.during(segment.segment()));
        }).toList();
    }

    private Optional<Interval> time(Known activity) {
        return activity.time()
                .or(() -> activity.course().startedAt().map(from -> new Interval(from, later(from))))
                .or(() -> activity.opened().planned());
    }

    private Instant later(Instant from) {
        var now = clock.instant();
        return now.isBefore(from) ? from : now;
    }
}
