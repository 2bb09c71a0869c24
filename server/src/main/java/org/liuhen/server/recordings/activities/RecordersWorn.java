package org.liuhen.server.recordings.activities;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.devices.DeviceLifeEvent;
import org.liuhen.core.recordings.coverage.Segment;
import org.liuhen.core.values.DeviceId;
import org.liuhen.server.journal.Journal;
import org.springframework.stereotype.Component;

/** Where officers said that they wear their recorders: it stands in the devices' own streams. */
@Component
class RecordersWorn {

    private final Journal journal;

    RecordersWorn(Journal journal) {
        this.journal = journal;
    }

    /** Reads each device once, when it is first asked for. */
    Outings outings() {
        return new Outings();
    }

    /** From when on a recorder was worn so; nobody knows where the position is absent. */
    private record Worn(Instant from, Optional<String> position) {}

    /** What one request asks. */
    final class Outings {

        private final Map<DeviceId, List<Worn>> known = new HashMap<>();

        /** Where the recorder was worn when it began to take the segment; empty where nobody said so. */
        Optional<String> during(Segment segment) {
            return known.computeIfAbsent(segment.device(), this::of).stream()
                    .filter(worn -> !worn.from().isAfter(segment.time().from()))
                    .reduce((_, later) -> later).flatMap(Worn::position);
        }

        private List<Worn> of(DeviceId device) {
            var all = new ArrayList<Worn>();
            for (var recorded : journal.read(device.value())) {
                switch (recorded.fact()) {
                    case DeviceLifeEvent.DeviceCheckedOut e -> all.add(new Worn(e.at(), Optional.empty()));
                    case DeviceLifeEvent.WearDeclared e -> all.add(new Worn(all.getLast().from(),
                            Optional.of(e.position().word())));
                    case DeviceLifeEvent.DeviceReturned e -> all.add(new Worn(e.at(), Optional.empty()));
                    default -> { } // the rest of a device's life says nothing of wearing
                }
            }
            return all;
        }
    }
}
