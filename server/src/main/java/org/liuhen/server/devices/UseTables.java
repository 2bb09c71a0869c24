package org.liuhen.server.devices;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.devices.DeviceLifeEvent.DeviceCheckedOut;
import org.liuhen.core.devices.DeviceLifeEvent.DeviceDescribed;
import org.liuhen.core.devices.DeviceLifeEvent.DeviceReturned;
import org.liuhen.core.devices.DeviceLifeEvent.UseChecked;
import org.liuhen.core.recordings.CustodyEvent.AccidentConfirmed;
import org.liuhen.core.recordings.CustodyEvent.AccidentDenied;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.recordings.RecordingEvent.RecordingProbed;
import org.liuhen.core.values.Destroyed;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each device recorded, and how often something changed that is compared with its check-outs. Follows from the journal alone. */
@Component
class UseTables implements Projection {

    @Override
    public String name() {
        return "device uses";
    }

    @Override
    public List<String> tables() {
        return List.of("made_recording", "use_change");
    }

    @Override
    public void apply(Recorded recorded, JdbcClient jdbc) {
        switch (recorded.fact()) {
            case DeviceCheckedOut _, DeviceReturned _, UseChecked _, DeviceDescribed _ -> jdbc.sql("""
                    insert into use_change (device, agency, changes) values (:device, :agency, 1)
                    on conflict (device) do update set changes = use_change.changes + 1
                    """).param("device", recorded.stream()).param("agency", recorded.agency()).update();
            case RecordingHandedIn e -> jdbc.sql("""
                    insert into made_recording (recording, agency, device, name) values (:recording, :agency, :device, :name)
                    """).param("recording", recorded.stream()).param("agency", recorded.agency()).param("device", e.device().value())
                    .param("name", e.name()).update();
            case RecordingProbed e -> probed(e, recorded, jdbc);
            case AccidentConfirmed _ -> accidental(true, recorded, jdbc);
            case AccidentDenied _ -> accidental(false, recorded, jdbc);
            case Destroyed(var type) when type.equals(RecordingHandedIn.class.getSimpleName()) -> {
                changed(recorded, jdbc);
                jdbc.sql("delete from made_recording where recording = :recording").param("recording", recorded.stream()).update();
            }
            default -> { } // the journal has events of every feature; this one hears what it can use
        }
    }

    /** A file without a begin is no proof of any time. */
    private static void probed(RecordingProbed e, Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("update made_recording set from_at = :from, to_at = :to, uncertain = :uncertain where recording = :recording")
                .param("from", timestamp(e.startedAt())).param("to", timestamp(e.endedAt().or(e::startedAt)))
                .param("uncertain", e.uncertainty().orElse(UNMEASURED).toMillis()).param("recording", recorded.stream()).update();
        changed(recorded, jdbc);
    }

    /** How far a clock may be off that nobody measured (docs/formats.md, section 2.10). */
    private static final Duration UNMEASURED = Duration.ofDays(1);

    private static void accidental(boolean accidental, Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("update made_recording set accidental = :accidental where recording = :recording").param("accidental", accidental)
                .param("recording", recorded.stream()).update();
        changed(recorded, jdbc);
    }

    private static void changed(Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("""
                insert into use_change (device, agency, changes) select device, agency, 1 from made_recording where recording = :recording
                on conflict (device) do update set changes = use_change.changes + 1
                """).param("recording", recorded.stream()).update();
    }

    private static @Nullable Timestamp timestamp(Optional<Instant> instant) {
        return instant.map(Timestamp::from).orElse(null);
    }
}
