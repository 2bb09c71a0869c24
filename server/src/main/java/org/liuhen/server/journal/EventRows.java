package org.liuhen.server.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.values.Destroyed;
import org.liuhen.formats.events.Payload;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads rows of {@code event} with their payloads. Runs inside a transaction of {@link org.liuhen.server.database.AgencyRows}.
 */
final class EventRows {

    private static final String SELECT = """
            select e.position, e.agency, e.stream, e.version, e.type, e.type_version, e.recorded_at, p.bytes
            from event e left join payload p on p.event = e.position
            """;

    private EventRows() {}

    static List<Recorded> ofStream(UUID stream, Instant until, JdbcClient jdbc) {
        return jdbc.sql(SELECT + "where e.stream = :stream and e.recorded_at <= :until order by e.version")
                .param("stream", stream)
                .param("until", sql(until))
                .query(EventRows::recorded)
                .list();
    }

    static Optional<Recorded> one(UUID stream, long version, JdbcClient jdbc) {
        return jdbc.sql(SELECT + "where e.stream = :stream and e.version = :version")
                .param("stream", stream)
                .param("version", version)
                .query(EventRows::recorded)
                .optional();
    }

    static List<Recorded> atPositions(Long[] positions, JdbcClient jdbc) {
        return jdbc.sql(SELECT + "where e.position = any(:positions) order by array_position(:positions, e.position)")
                .param("positions", positions)
                .query(EventRows::recorded)
                .list();
    }

    /** The next events of the journal behind a position, all agencies. */
    static List<Recorded> after(long position, int limit, JdbcClient jdbc) {
        return jdbc.sql(SELECT + "where e.position > :position order by e.position limit :limit")
                .param("position", position)
                .param("limit", limit)
                .query(EventRows::recorded)
                .list();
    }

    private static Recorded recorded(ResultSet row, int number) throws SQLException {
        var type = row.getString("type");
        var payload = Optional.ofNullable(row.getBytes("bytes")).map(bytes -> payload(row, type, bytes));
        return new Recorded(
                row.getLong("position"),
                row.getString("agency"),
                row.getObject("stream", UUID.class),
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                type,
                payload.isPresent() ? payload.get().event() : new Destroyed(type),
                payload.map(told -> new Recorded.Context(told.occurredAt(), told.uncertainty(), told.actor(), told.command())));
    }

    private static Payload payload(ResultSet row, String type, byte[] bytes) {
        try {
            return Payload.read(type, row.getInt("type_version"), bytes);
        } catch (SQLException e) {
            throw new IllegalStateException("a column of our own select", e);
        }
    }

    /** Milliseconds, as in the leaf. */
    static Instant cut(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS);
    }

    static OffsetDateTime sql(Instant moment) {
        return moment.atOffset(java.time.ZoneOffset.UTC);
    }
}
