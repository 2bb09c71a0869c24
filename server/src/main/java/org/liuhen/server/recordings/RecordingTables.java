package org.liuhen.server.recordings;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.agencies.AgencyEvent.PersonRegistered;
import org.liuhen.core.devices.DeviceEvent.DeviceRegistered;
import org.liuhen.core.devices.DeviceEvent.HandInOpened;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.recordings.CopyKind;
import org.liuhen.core.recordings.CustodyEvent;
import org.liuhen.core.recordings.RecordingEvent.DerivedCopyFailed;
import org.liuhen.core.recordings.RecordingEvent.DerivedCopyMade;
import org.liuhen.core.recordings.RecordingEvent.RecordingClassified;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.recordings.RecordingEvent.RecordingNotProbed;
import org.liuhen.core.recordings.RecordingEvent.RecordingProbed;
import org.liuhen.core.recordings.RecordingEvent.RecordingViewed;
import org.liuhen.core.recordings.RecordingEvent;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.PersonId;
import org.liuhen.server.findings.FindingRows;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the tables of recordings in step with the journal. */
@Component
class RecordingTables implements Projection {

    /** How long one viewing shows the medium; then one says again that one looks. */
    static final Duration VIEWING_LIFE = Duration.ofHours(4);

    private static final FindingRows FINDINGS = new FindingRows("recording_finding", "recording", "recording", "id");

    private final JsonMapper json;

    RecordingTables(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String name() {
        return "recordings";
    }

    @Override
    public List<String> tables() {
        return List.of("known_device", "known_hand_in", "known_person", "recording", "recording_pairs", "recording_copy",
            "recording_viewing", "recording_finding", "station_receipt");
    }

    @Override
    public void apply(Recorded recorded, JdbcClient jdbc) {
        switch (recorded.fact()) {
            case DeviceRegistered event -> know(event, recorded, jdbc);
            case HandInOpened event ->
                jdbc.sql("insert into known_hand_in (agency, hand_in, device) values (:agency, :handIn, :device)")
                .param("agency", recorded.agency()).param("handIn", event.handIn().value()).param("device", recorded.stream())
                .update();
            case PersonRegistered event -> jdbc.sql("""
                    insert into known_person (agency, person, name) values (:agency, :person, :name)
                    on conflict (agency, person) do update set name = excluded.name
                    """)
                .param("agency", recorded.agency()).param("person", event.person().value()).param("name", event.name()).update();
            case RecordingEvent event -> {
                apply(event, recorded, jdbc);
                count(recorded, jdbc);
            }
            case FindingEvent event -> {
                FINDINGS.apply(event, recorded, jdbc);
                count(recorded, jdbc);
            }
            case Destroyed(var type) when type.equals(RecordingHandedIn.class.getSimpleName()) -> forget(recorded, jdbc);
            default -> { } // the journal has events of every feature; this one hears what it can use
        }
    }

    private void apply(RecordingEvent event, Recorded recorded, JdbcClient jdbc) {
        switch (event) {
            case RecordingHandedIn e -> handedIn(e, recorded, jdbc);
            case RecordingProbed e -> probed(e, recorded, jdbc);
            case RecordingNotProbed _ -> jdbc.sql("update recording set probe = 'failed', kind = 'other' where id = :id")
                .param("id", recorded.stream()).update();
            case RecordingEvent.ContinuityExamined _ -> jdbc.sql("update recording set examined = true where id = :id")
                .param("id", recorded.stream()).update();
            case DerivedCopyMade e -> copy(e.copy(), Optional.of(e), recorded, jdbc);
            case DerivedCopyFailed e -> copy(e.copy(), Optional.empty(), recorded, jdbc);
            case RecordingClassified e -> classified(e.keys(), recorded, jdbc);
            case RecordingViewed e -> viewed(e, recorded, jdbc);
            case RecordingEvent.StationReceiptReconciled e -> reconciled(e, recorded, jdbc);
            case RecordingEvent.RecordingExported _, RecordingEvent.CameraFileCleared _, CustodyEvent _ -> { } // custody tells them
        }
    }

    private static void reconciled(RecordingEvent.StationReceiptReconciled e, Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("""
                insert into station_receipt (recording, agency, station, sequence, receipt, previous, received_at)
                values (:recording, :agency, :station, :sequence, :receipt, :previous, :at)
                """)
            .param("recording", recorded.stream()).param("agency", recorded.agency()).param("station", e.station().value())
            .param("sequence", e.sequence()).param("receipt", e.receipt().toString())
            .param("previous", e.previous().map(Digest::toString).orElse(null)).param("at", Timestamp.from(e.receivedAt())).update();
    }

    private static void know(DeviceRegistered event, Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("""
                insert into known_device (agency, device, number, unit, officer)
                values (:agency, :device, :number, :unit, :officer)
                on conflict (agency, device) do update
                set number = excluded.number, unit = excluded.unit, officer = excluded.officer
                """)
            .param("agency", recorded.agency()).param("device", event.device().value()).param("number", event.number().value())
            .param("unit", event.unit().value()).param("officer", event.officer().map(PersonId::value).orElse(null))
            .update();
    }

    private static void count(Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("update recording set version = :version where id = :id").param("version", recorded.version())
            .param("id", recorded.stream()).update();
    }

    private static void handedIn(RecordingHandedIn e, Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("""
                insert into recording (id, agency, version, recorded_at, name, path, size_bytes, sha256, device, officer, unit,
                    hand_in, words)
                select :id, :agency, :version, :recordedAt, :name, :path, :size, :sha256, coalesce(d.number, :device),
                    d.officer, d.unit, :handIn,
                    lower(concat_ws(' ', :name, nullif(:path, :name), d.number, p.name))
                from (select 1) one
                left join known_device d on d.agency = :agency and d.device = :deviceId
                left join known_person p on p.agency = :agency and p.person = d.officer
                """)
            .param("id", recorded.stream()).param("agency", recorded.agency()).param("version", recorded.version())
            .param("recordedAt", Timestamp.from(recorded.recordedAt())).param("name", e.name()).param("path", e.path())
            .param("size", e.sizeBytes())
            .param("sha256", e.sha256().hex()).param("device", e.device().toString()).param("deviceId", e.device().value())
            .param("handIn", e.handIn().map(id -> id.value()).orElse(null))
            .update();
        index(recorded.stream(), jdbc);
    }

    private static void index(UUID recording, JdbcClient jdbc) {
        jdbc.sql("""
                insert into recording_pairs (recording, pairs)
                select id, pairs(agency, words) || marks(agency, keys, sha256) from recording where id = :id
                on conflict (recording) do update set pairs = excluded.pairs
                """)
            .param("id", recording).update();
    }

    private static void probed(RecordingProbed e, Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("""
                update recording set probe = 'done', kind = :kind, started_at = :started, ended_at = :ended,
                    duration_millis = :duration, has_gaps = :gaps
                where id = :id
                """)
            .param("kind", e.kind().word()).param("started", timestamp(e.startedAt())).param("ended", timestamp(e.endedAt()))
            .param("duration", e.duration().map(Duration::toMillis).orElse(null)).param("gaps", e.gapCount() > 0)
            .param("id", recorded.stream())
            .update();
    }

    private static void copy(CopyKind copy, Optional<DerivedCopyMade> made, Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("""
                insert into recording_copy (recording, agency, copy, sha256, size_bytes, media_type)
                values (:id, :agency, :copy, :sha256, :size, :type)
                on conflict (recording, copy) do update
                set sha256 = excluded.sha256, size_bytes = excluded.size_bytes, media_type = excluded.media_type
                """)
            .param("id", recorded.stream()).param("agency", recorded.agency()).param("copy", copy.word())
            .param("sha256", made.map(e -> e.sha256().hex()).orElse(null))
            .param("size", made.map(DerivedCopyMade::sizeBytes).orElse(null))
            .param("type", made.map(DerivedCopyMade::mediaType).orElse(null))
            .update();
        if (copy == CopyKind.POSTER) {
            jdbc.sql("update recording set has_poster = :has where id = :id").param("has", made.isPresent())
                .param("id", recorded.stream()).update();
        }
    }

    private void classified(Map<String, String> keys, Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("""
                update recording r set keys = cast(:keys as jsonb), classified = :classified,
                    words = lower(concat_ws(' ', r.name, nullif(r.path, r.name), r.device,
                        (select p.name from known_person p where p.agency = r.agency and p.person = r.officer),
                        cast(:values as text)))
                where id = :id
                """)
            .param("keys", json.writeValueAsString(keys)).param("classified", !keys.isEmpty())
            .param("values", String.join(" ", keys.values()).toLowerCase(Locale.ROOT)).param("id", recorded.stream())
            .update();
        index(recorded.stream(), jdbc);
    }

    private static void viewed(RecordingViewed e, Recorded recorded, JdbcClient jdbc) {
        jdbc.sql("""
                insert into recording_viewing (viewing, agency, recording, viewer, ends_at)
                values (:viewing, :agency, :id, :viewer, :end)
                """)
            .param("viewing", e.viewing().value()).param("agency", recorded.agency()).param("id", recorded.stream())
            .param("viewer", recorded.context().map(context -> context.actor().id()).orElse(""))
            .param("end", Timestamp.from(recorded.recordedAt().plus(VIEWING_LIFE)))
            .update();
    }

    private static void forget(Recorded recorded, JdbcClient jdbc) {
        for (var statement : List.of("delete from recording_copy where recording = :id",
                "delete from recording_viewing where recording = :id",
                "delete from recording_pairs where recording = :id",
                "delete from recording where id = :id")) {
            jdbc.sql(statement).param("id", recorded.stream()).update();
        }
    }

    private static @Nullable Timestamp timestamp(Optional<Instant> instant) {
        return instant.map(Timestamp::from).orElse(null);
    }
}
