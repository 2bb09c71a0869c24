package org.liuhen.server.recordings.handover;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.recordings.handover.HandOverEvent.ListedRecording;
import org.liuhen.core.recordings.handover.HandOvers;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.RecordingId;
import org.liuhen.server.database.AgencyRows;
import org.springframework.stereotype.Component;

/** Reads the tables of hand-overs. */
@Component
class HandOverList {

    private final AgencyRows rows;

    HandOverList(AgencyRows rows) {
        this.rows = rows;
    }

    /** A month of one specialist. */
    record Row(UUID person, String unit, String state, long recordings, long bytes, Optional<Instant> receivedAt, int findings) {}

    /** All of a month, by unit. */
    List<Row> month(String agency, LocalDate month) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select h.*, coalesce(l.recordings, 0) recordings, coalesce(l.bytes, 0) bytes
                from hand_over h left join lateral
                    (select count(*) recordings, sum(size_bytes) bytes from hand_over_recording r where r.hand_over = h.id) l on true
                where h.agency = :agency and h.month = :month order by h.unit, h.person
                """).param("agency", agency).param("month", Date.valueOf(month))
                .query((row, _) -> new Row(row.getObject("person", UUID.class), row.getString("unit"), row.getString("state"),
                        row.getLong("recordings"), row.getLong("bytes"), instant(row.getTimestamp("received_at")), row.getInt("findings")))
                .list());
    }

    /** A recording, as a list names it. */
    record Line(UUID id, String name, String device, String kind, Optional<Instant> completedAt, Instant storedAt, long sizeBytes, String sha256) {}

    /** What a unit has that no other hand-over lists, the oldest first; no more than one list takes. */
    List<Line> toHandOver(String agency, String unit, UUID handOver) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select r.* from recording r where r.agency = :agency and r.unit = :unit
                    and not exists (select from hand_over_recording l where l.agency = :agency and l.recording = r.id and l.hand_over <> :id)
                order by coalesce(r.ended_at, r.recorded_at), r.id limit :most
                """).param("agency", agency).param("unit", unit).param("id", handOver).param("most", HandOvers.LINES_MAX)
                .query((row, _) -> line(row)).list());
    }

    /** The facts of these recordings of a unit; those that are not its own are left out. */
    List<ListedRecording> listed(String agency, String unit, UUID handOver, Collection<UUID> ids) {
        var wanted = Set.copyOf(ids);
        return toHandOver(agency, unit, handOver).stream().filter(line -> wanted.contains(line.id()))
                .map(line -> new ListedRecording(new RecordingId(line.id()), line.name(), new Digest(Digest.Algorithm.SHA256, line.sha256()),
                        line.sizeBytes())).toList();
    }

    /** Those that a list names. */
    List<Line> of(String agency, UUID handOver) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select r.* from hand_over_recording l join recording r on r.id = l.recording
                where l.agency = :agency and l.hand_over = :id order by coalesce(r.ended_at, r.recorded_at), r.id
                """).param("agency", agency).param("id", handOver).query((row, _) -> line(row)).list());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getObject("id", UUID.class), row.getString("name"), row.getString("device"), row.getString("kind"),
                instant(row.getTimestamp("ended_at")), row.getTimestamp("recorded_at").toInstant(), row.getLong("size_bytes"), row.getString("sha256"));
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
