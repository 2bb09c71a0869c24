package org.liuhen.server.recordings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.DeviceClock;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.HandInId;
import org.liuhen.core.values.RawName;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.Role;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.recordings.Upload.State;
import org.springframework.stereotype.Component;

/** The uploads in the database. */
@Component
class UploadTable {

    private final AgencyRows rows;

    UploadTable(AgencyRows rows) {
        this.rows = rows;
    }

    /** Adds it; gives the earlier one back if the creator used the same key before. */
    Upload addOrFind(Upload upload, Instant now) {
        return rows.of(upload.agency(), jdbc -> {
            var file = upload.file();
            var clock = file.clock().orElse(null);
            var added = jdbc.sql("""
                    insert into upload (id, agency, creator, creator_kind, creator_name, creator_role, key, recording, device,
                        hand_in, name, name_bytes, path, modified_at, clock_at, clock_offset, clock_uncertain, claimed_sha256,
                        size_bytes, state, created_at, expires_at)
                    values (:id, :agency, :creator, :kind, :creatorName, :role, :key, :recording, :device,
                        :handIn, :name, :nameBytes, :path, :modifiedAt, :clockAt, :clockOffset, :clockUncertain, :claimed,
                        :size, 'open', :now, :end)
                    on conflict (agency, creator, key) do nothing
                    """)
                .param("id", upload.id()).param("agency", upload.agency())
                .param("creator", upload.creator().id()).param("kind", upload.creator().kind().word())
                .param("creatorName", upload.creator().name()).param("role", upload.creator().role().word())
                .param("key", upload.key().orElse(null)).param("recording", upload.recording().value())
                .param("device", upload.device().value())
                .param("handIn", upload.handIn().map(HandInId::value).orElse(null))
                .param("name", file.name()).param("nameBytes", file.nameBytes().bytes()).param("path", file.path())
                .param("modifiedAt", file.modifiedAt().map(Timestamp::from).orElse(null))
                .param("clockAt", clock == null ? null : Timestamp.from(clock.measuredAt()))
                .param("clockOffset", clock == null ? null : clock.offset().toMillis())
                .param("clockUncertain", clock == null ? null : clock.uncertainty().toMillis())
                .param("claimed", file.claimed().map(Digest::hex).orElse(null)).param("size", file.sizeBytes())
                .param("now", Timestamp.from(now)).param("end", Timestamp.from(upload.expiresAt()))
                .update();
            if (added == 1) return upload;
            return jdbc.sql("select * from upload where agency = :agency and creator = :creator and key = :key")
                .param("agency", upload.agency()).param("creator", upload.creator().id()).param("key", upload.key().orElseThrow())
                .query((row, n) -> upload(row)).single();
        });
    }

    /** The upload, if it is this creator's. */
    Optional<Upload> find(String agency, UUID creator, UUID id) {
        return rows.of(agency, jdbc -> jdbc.sql("select * from upload where id = :id and creator = :creator")
            .param("id", id).param("creator", creator.toString())
            .query((row, n) -> upload(row)).optional());
    }

    /** The upload that this creator announced with that key. */
    Optional<Upload> findByKey(String agency, String creator, UUID key) {
        return rows.of(agency, jdbc ->
            jdbc.sql("select * from upload where agency = :agency and creator = :creator and key = :key")
            .param("agency", agency).param("creator", creator).param("key", key)
            .query((row, n) -> upload(row)).optional());
    }

    /** How many of this creator's are open. */
    int countOpen(String agency, String creator) {
        return rows.of(agency, jdbc ->
            jdbc.sql("select count(*) from upload where agency = :agency and creator = :creator and state = 'open'")
            .param("agency", agency).param("creator", creator)
            .query(Integer.class).single());
    }

    /** Puts off the end, because something arrived. */
    void putOff(Upload upload, Instant end) {
        rows.of(upload.agency(), jdbc -> jdbc.sql("update upload set expires_at = :end where id = :id")
            .param("end", Timestamp.from(end)).param("id", upload.id()).update());
    }

    /** It became a recording, or was refused. */
    void end(Upload upload, State state, Instant forgottenAt) {
        var word = switch (state) {
            case State.Open _ -> throw new IllegalArgumentException("an upload does not end open");
            case State.Finished(var sha256) -> List.of("finished", sha256.hex());
            case State.Refused(var sha256) -> List.of("refused", sha256.hex());
        };
        rows.of(upload.agency(), jdbc ->
            jdbc.sql("update upload set state = :state, sha256 = :sha256, expires_at = :end where id = :id")
            .param("state", word.getFirst()).param("sha256", word.getLast()).param("end", Timestamp.from(forgottenAt))
            .param("id", upload.id())
            .update());
    }

    /** Forgets it. */
    void remove(Upload upload) {
        rows.of(upload.agency(), jdbc -> jdbc.sql("delete from upload where id = :id").param("id", upload.id()).update());
    }

    /** Uploads whose end has come, of all agencies. */
    List<Upload> ended(Instant now, int atMost) {
        return rows.ofAll(jdbc -> jdbc.sql("select * from upload where expires_at <= :now order by expires_at limit :most")
            .param("now", Timestamp.from(now)).param("most", atMost)
            .query((row, n) -> upload(row)).list());
    }

    /** Open ones, of all agencies, that may only lack the last step. */
    List<Upload> open() {
        return rows.ofAll(jdbc -> jdbc.sql("select * from upload where state = 'open'").query((row, n) -> upload(row)).list());
    }

    private static Upload upload(ResultSet row) throws SQLException {
        var creator = new Actor(kind(row.getString("creator_kind")), row.getString("creator"), row.getString("creator_name"),
            Role.of(row.getString("creator_role")));
        return new Upload(row.getObject("id", UUID.class), row.getString("agency"), creator,
            Optional.ofNullable(row.getObject("key", UUID.class)), new RecordingId(row.getObject("recording", UUID.class)),
            new DeviceId(row.getObject("device", UUID.class)),
            Optional.ofNullable(row.getObject("hand_in", UUID.class)).map(HandInId::new), file(row), state(row),
            row.getTimestamp("expires_at").toInstant());
    }

    private static Upload.File file(ResultSet row) throws SQLException {
        return new Upload.File(row.getString("name"), RawName.of(row.getBytes("name_bytes")), row.getString("path"),
            instant(row.getTimestamp("modified_at")), clock(row),
            Optional.ofNullable(row.getString("claimed_sha256")).map(UploadTable::sha256), row.getLong("size_bytes"));
    }

    private static Optional<DeviceClock> clock(ResultSet row) throws SQLException {
        var at = row.getTimestamp("clock_at");
        if (at == null) return Optional.empty();
        return Optional.of(new DeviceClock(at.toInstant(), Duration.ofMillis(row.getLong("clock_offset")),
            Duration.ofMillis(row.getLong("clock_uncertain"))));
    }

    private static State state(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "finished" -> new State.Finished(sha256(row.getString("sha256")));
            case "refused" -> new State.Refused(sha256(row.getString("sha256")));
            default -> new State.Open();
        };
    }

    private static Actor.Kind kind(String word) {
        for (var kind : Actor.Kind.values()) {
            if (kind.word().equals(word)) return kind;
        }
        throw new IllegalStateException("no such kind of actor: " + word);
    }

    private static Digest sha256(String hex) {
        return new Digest(Digest.Algorithm.SHA256, hex);
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
