package org.liuhen.server.devices;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.liuhen.core.devices.DeviceEvent.DeviceRegistered;
import org.liuhen.core.devices.DeviceEvent.HandInBalanced;
import org.liuhen.core.devices.DeviceEvent.HandInOpened;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.PersonId;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the tables of hand-ins in step with the journal. */
@Component
class HandInTables implements Projection {

    @Override
    public String name() {
        return "hand-ins";
    }

    @Override
    public List<String> tables() {
        return List.of("hand_in", "hand_in_device", "hand_in_file");
    }

    @Override
    public void apply(Recorded recorded, JdbcClient jdbc) {
        switch (recorded.fact()) {
            case DeviceRegistered e -> jdbc.sql("""
                    insert into hand_in_device (agency, device, number, officer) values (:agency, :device, :number, :officer)
                    on conflict (agency, device) do update set number = excluded.number, officer = excluded.officer
                    """)
                .param("agency", recorded.agency()).param("device", e.device().value()).param("number", e.number().value())
                .param("officer", e.officer().map(PersonId::value).orElse(null)).update();
            case HandInOpened e -> opened(e, recorded, jdbc);
            case HandInBalanced e -> jdbc.sql("""
                    update hand_in set balanced_at = :at, camera = :camera, stored = :stored, failed = :failed where id = :id
                    """)
                .param("at", Timestamp.from(recorded.recordedAt())).param("camera", e.camera()).param("stored", e.stored())
                .param("failed", e.failed())
                .param("id", e.handIn().value()).update();
            case RecordingHandedIn e -> received(e, recorded, jdbc);
            default -> { } // the journal has events of every feature; this one hears what it can use
        }
    }

    private static void opened(HandInOpened e, Recorded recorded, JdbcClient jdbc) {
        var clock = e.clock().orElse(null);
        jdbc.sql("""
                insert into hand_in (id, agency, device, number, officer, source, by_name, opened_at, files, bytes, listing,
                    clock_at, clock_offset, clock_uncertain)
                select :id, :agency, :device, d.number, d.officer, :source, :by, :at, :files, :bytes, :listing,
                    :clockAt, :clockOffset, :clockUncertain
                from hand_in_device d where d.agency = :agency and d.device = :device
                """)
            .param("id", e.handIn().value()).param("agency", recorded.agency()).param("device", recorded.stream())
            .param("source", e.source().word())
            .param("by", recorded.context().map(context -> context.actor().name()).orElse(""))
            .param("at", Timestamp.from(recorded.recordedAt()))
            .param("files", e.files()).param("bytes", e.bytes()).param("listing", e.listing().hex())
            .param("clockAt", clock == null ? null : Timestamp.from(clock.measuredAt()))
            .param("clockOffset", e.clock().map(c -> c.offset().toMillis()).orElse(null))
            .param("clockUncertain", e.clock().map(c -> c.uncertainty()).map(Duration::toMillis).orElse(null))
            .update();
    }

    private static void received(RecordingHandedIn e, Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("""
                insert into hand_in_file (recording, agency, hand_in, device, path, size_bytes, sha256, received_at)
                values (:recording, :agency, :handIn, :device, :path, :size, :sha256, :at)
                """)
            .param("recording", recorded.stream()).param("agency", recorded.agency()).param("handIn", e.handIn().map(HandInId::value).orElse(null))
            .param("device", e.device().value()).param("at", Timestamp.from(recorded.recordedAt())).param("path", e.path())
            .param("size", e.sizeBytes()).param("sha256", e.sha256().hex())
            .update();
    }
}
