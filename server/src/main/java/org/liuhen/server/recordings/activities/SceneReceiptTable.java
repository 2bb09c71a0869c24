package org.liuhen.server.recordings.activities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.values.Digest;
import org.liuhen.server.database.AgencyRows;
import org.springframework.stereotype.Component;

/** Where receipts are lodged, how the captures they name stand, and who asked. */
@Component
class SceneReceiptTable {

    private final AgencyRows rows;

    SceneReceiptTable(AgencyRows rows) {
        this.rows = rows;
    }

    /** Where a receipt is lodged: the event of the activity's stream. */
    record Lodged(String agency, UUID activity, long version) {}

    /** Of whichever agency: who holds the digest holds the receipt. */
    Optional<Lodged> lodged(Digest digest) {
        return rows.ofAll(jdbc -> jdbc.sql("select agency, activity, version from scene_receipt where digest = :digest")
                .param("digest", digest.toString())
                .query((row, _) -> new Lodged(row.getString("agency"), row.getObject("activity", UUID.class),
                        row.getLong("version")))
                .optional());
    }

    /**
     * A recording that was handed in.
     *
     * @param destroyedBy version of the event in its stream that has its hand-in destroyed by law
     */
    record HandedIn(UUID recording, String sha256, Instant at, Optional<Long> destroyedBy) {}

    /** The recordings with these digests. */
    List<HandedIn> handedIn(String agency, Collection<String> sha256) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select r.id, r.sha256, r.recorded_at, gone.version destroyed_by from recording r
                left join event e on e.stream = r.id and e.version = 1
                left join payload_condemned c on c.event = e.position
                left join event gone on gone.position = c.by
                where r.agency = :agency and r.sha256 = any(cast(:sha256 as text[]))
                order by r.recorded_at, r.id
                """).param("agency", agency).param("sha256", sha256.toArray(String[]::new))
                .query((row, _) -> new HandedIn(row.getObject("id", UUID.class), row.getString("sha256"),
                        row.getTimestamp("recorded_at").toInstant(), version(row))).list());
    }

    /** Recordings among these that were destroyed by law, and of which the tables know nothing any more: their streams, and by which event. */
    record Destroyed(UUID recording, long by) {}

    /** Those of which nobody can say what they were. */
    List<Destroyed> forgotten(String agency, Collection<UUID> recordings) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select e.stream, gone.version from event e
                join payload_condemned c on c.event = e.position
                join event gone on gone.position = c.by
                where e.agency = :agency and e.version = 1 and e.stream = any(cast(:recordings as uuid[]))
                    and not exists (select from recording r where r.id = e.stream)
                order by gone.position
                """).param("agency", agency).param("recordings", recordings.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) -> new Destroyed(row.getObject("stream", UUID.class), row.getLong("version"))).list());
    }

    /** Adds a line to the record of questions. */
    void asked(String agency, Digest digest, String address, Instant at) {
        rows.of(agency, jdbc -> jdbc.sql("""
                insert into scene_receipt_question (at, agency, digest, address) values (:at, :agency, :digest, :address)
                """).param("at", Timestamp.from(at)).param("agency", agency).param("digest", digest.toString()).param("address", address)
                .update());
    }

    private static Optional<Long> version(ResultSet row) throws SQLException {
        var version = row.getLong("destroyed_by");
        return row.wasNull() ? Optional.empty() : Optional.of(version);
    }
}
