package org.liuhen.server.devices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.devices.DeviceLifeEvent.StoredFile;
import org.liuhen.core.devices.numbers.ArrivedFile;
import org.liuhen.core.values.RecordingId;
import org.liuhen.server.database.AgencyRows;
import org.springframework.stereotype.Component;

/** Reads the tables of hand-ins. */
@Component
public class HandInList {

    private static final String SELECT = """
        select h.*, (select count(*) from hand_in_file f where f.agency = h.agency and f.hand_in = h.id) server from hand_in h
        where h.agency = :agency
        """;

    private final AgencyRows rows;

    HandInList(AgencyRows rows) {
        this.rows = rows;
    }

    /** One hand-in: what the camera had, what the station says, what the server has. */
    public record HandIn(
            UUID id, String device, Optional<String> deviceOfficer, String source, String by, Instant openedAt,
            Optional<Instant> balancedAt, long camera, long stored, long failed, long server, long bytes, boolean balanced,
            Optional<Clock> clock) {}

    /** The device's clock as the station measured it. */
    public record Clock(Instant measuredAt, long offsetMillis, long uncertaintyMillis) {}

    /** What the server has of one file. */
    record Stored(UUID recording, String path, long sizeBytes, String sha256) {}

    /** One page. */
    record Page(List<HandIn> items, long total) {}

    Page page(String agency, int page, int size) {
        return rows.of(agency, jdbc -> new Page(
            jdbc.sql(SELECT + "order by h.opened_at desc, h.id limit :size offset :offset")
                .param("agency", agency).param("size", size).param("offset", (long) page * size).query((row, n) -> handIn(row))
                .list(),
            jdbc.sql("select count(*) from hand_in where agency = :agency").param("agency", agency).query(Long.class).single()));
    }

    /** Those opened since then, newest first. */
    public List<HandIn> since(String agency, Instant from, int atMost) {
        return rows.of(agency, jdbc -> jdbc.sql(SELECT + "and h.opened_at >= :from order by h.opened_at desc, h.id limit :most")
            .param("agency", agency).param("from", Timestamp.from(from)).param("most", atMost).query((row, n) -> handIn(row))
            .list());
    }

    /** Those where camera, station and store differ, newest first. */
    public List<HandIn> unbalanced(String agency, int atMost) {
        return rows.of(agency, jdbc -> jdbc.sql("select * from (" + SELECT + """
                ) u where balanced_at is null or failed <> 0 or camera <> stored or stored <> server
                order by opened_at desc, id limit :most
                """)
            .param("agency", agency).param("most", atMost).query((row, n) -> handIn(row)).list());
    }

    Optional<HandIn> find(String agency, UUID id) {
        return rows.of(agency, jdbc -> jdbc.sql(SELECT + "and h.id = :id").param("agency", agency).param("id", id)
            .query((row, n) -> handIn(row)).optional());
    }

    /** The device's stream and the name of its list. */
    record Source(UUID device, String listingSha256) {}

    Optional<Source> source(String agency, UUID id) {
        return rows.of(agency, jdbc -> jdbc.sql("select device, listing from hand_in where agency = :agency and id = :id")
            .param("agency", agency).param("id", id)
            .query((row, n) -> new Source(row.getObject("device", UUID.class), row.getString("listing"))).optional());
    }

    List<Stored> stored(String agency, UUID handIn) {
        return rows.of(agency, jdbc -> jdbc.sql("select * from hand_in_file where agency = :agency and hand_in = :id")
            .param("agency", agency).param("id", handIn)
            .query((row, n) -> new Stored(row.getObject("recording", UUID.class), row.getString("path"),
                row.getLong("size_bytes"), row.getString("sha256"))).list());
    }

    /** All that a device had handed in at a moment, hand-in by hand-in; what came without one stands alone. */
    List<ArrivedFile> arrived(String agency, UUID device, Instant moment) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select coalesce(f.hand_in, f.recording) hand_in, f.path, f.sha256
                from hand_in_file f left join hand_in h on h.agency = f.agency and h.id = f.hand_in
                where f.agency = :agency and f.device = :device and coalesce(h.opened_at, f.received_at) <= :moment
                order by coalesce(h.opened_at, f.received_at), coalesce(h.id, f.recording), f.path
                """)
            .param("agency", agency).param("device", device).param("moment", Timestamp.from(moment))
            .query((row, n) -> new ArrivedFile(row.getString("hand_in"), row.getString("path"), row.getString("sha256"))).list());
    }

    /** A file that this device handed in, as its memory shows it. */
    Optional<StoredFile> storedOf(String agency, UUID device, UUID recording) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select f.path, coalesce(f.received_at, h.opened_at) stored_at
                from hand_in_file f left join hand_in h on h.agency = f.agency and h.id = f.hand_in
                where f.agency = :agency and f.device = :device and f.recording = :recording
                """)
            .param("agency", agency).param("device", device).param("recording", recording)
            .query((row, n) -> new StoredFile(new RecordingId(recording), row.getString("path"), row.getTimestamp("stored_at").toInstant()))
            .optional());
    }

    private static HandIn handIn(ResultSet row) throws SQLException {
        var balancedAt = instant(row.getTimestamp("balanced_at"));
        var server = row.getLong("server");
        var camera = balancedAt.isPresent() ? row.getLong("camera") : row.getLong("files");
        var stored = row.getLong("stored");
        var failed = row.getLong("failed");
        var clockAt = row.getTimestamp("clock_at");
        var clock = clockAt == null ? Optional.<Clock>empty()
            : Optional.of(new Clock(clockAt.toInstant(), row.getLong("clock_offset"), row.getLong("clock_uncertain")));
        return new HandIn(row.getObject("id", UUID.class), row.getString("number"),
            Optional.ofNullable(row.getString("officer")), row.getString("source"), row.getString("by_name"),
            row.getTimestamp("opened_at").toInstant(), balancedAt, camera, stored, failed, server, row.getLong("bytes"),
            balancedAt.isPresent() && camera == stored && stored == server && failed == 0, clock);
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
