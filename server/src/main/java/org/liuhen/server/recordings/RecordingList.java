package org.liuhen.server.recordings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the tables of recordings. */
@Component
public class RecordingList {

    private static final TypeReference<Map<String, String>> KEYS = new TypeReference<>() {};

    /** No recording goes on for longer: those that began earlier need not be looked at. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private final AgencyRows rows;
    private final Ledger ledger;
    private final JsonMapper json;

    RecordingList(AgencyRows rows, Ledger ledger, JsonMapper json) {
        this.rows = rows;
        this.ledger = ledger;
        this.json = json;
    }

    /** One line of a list. */
    public record Row(
            UUID id, String name, String device, Optional<String> officer, Optional<String> unit, String kind,
            Optional<Instant> startedAt, Optional<Instant> endedAt, Optional<Long> durationMillis, long sizeBytes,
            Instant recordedAt, String sha256, Optional<Long> leafIndex, boolean hasGaps, Map<String, String> keys,
            boolean classified, Optional<String> poster, String probe) {

        private Row at(@Nullable Long leaf) {
            return new Row(id, name, device, officer, unit, kind, startedAt, endedAt, durationMillis, sizeBytes, recordedAt,
                sha256, Optional.ofNullable(leaf), hasGaps, keys, classified, poster, probe);
        }
    }

    /** One page; the total is exact below the most that is counted, and there may be more when it is reached. */
    record Page(List<Row> items, long total, long mostCounted, int page, int size) {}

    /** How far probing has come. */
    public record Probing(long pending, long failed) {}

    /** What is not yet classified. */
    public record Unclassified(long total, List<Row> oldest) {}

    Page page(String agency, RecordingQuery query) {
        var offset = (long) query.page() * query.size();
        var found = rows.of(agency, jdbc -> {
            var conditions = query.searched() ? searched(query, jdbc) : query.conditions();
            var total = jdbc.sql("select count(*) from (select 1 from recording where %s limit %d) counted"
                    .formatted(conditions, query.mostCounted()))
                .params(query.values()).query(Long.class).single();
            if (total <= offset && total < query.mostCounted()) return page(List.of(), total, query);
            // the page is found in the index alone; only its own rows are read
            var items = jdbc.sql("""
                    select r.* from (select id from recording where %s order by %s limit :limit offset :offset) page
                    join recording r using (id) order by %s
                    """.formatted(conditions, query.order(), query.order()))
                .params(query.values()).param("limit", query.size()).param("offset", offset)
                .query(this::row).list();
            return page(items, total, query);
        });
        var leaves = ledger.firstPositions(found.items().stream().map(Row::id).toList());
        return page(found.items().stream().map(row -> row.at(leaves.get(row.id))).toList(), found.total(), query);
    }

    private static Page page(List<Row> items, long total, RecordingQuery query) {
        return new Page(items, total, query.mostCounted(), query.page(), query.size());
    }

    /**
     * Few rows that may be meant are looked up one by one. Of many, the first are soon met on the way through the list's order.
     * The database cannot choose: under row-level security it may not look how often a text occurs.
     */
    private static String searched(RecordingQuery query, JdbcClient jdbc) {
        if (!query.pairs().isEmpty()) {
            var candidates = "select recording from recording_pairs where " + String.join(" and ", query.pairs());
            var number = jdbc.sql("select count(*) from (%s limit %d) counted".formatted(candidates, RecordingQuery.SEARCH_LIMIT))
                .params(query.values()).query(Long.class).single();
            if (number < RecordingQuery.SEARCH_LIMIT) return query.conditions() + " and id = any(array(" + candidates + "))";
        }
        jdbc.sql("""
                select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
                    set_config('enable_sort', 'off', true)
                """).query().singleRow();
        return query.conditions();
    }

    Optional<Row> row(String agency, UUID id) {
        return rows.of(agency, jdbc -> jdbc.sql("select * from recording where id = :id").param("id", id).query(this::row)
            .optional())
            .map(row -> row.at(ledger.position(id, 1).orElse(null)));
    }

    /** What of these recordings is in the list, in no order. */
    public List<Row> rows(String agency, Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return rows.of(agency, jdbc -> jdbc.sql("select * from recording where agency = :agency and id = any(cast(:ids as uuid[]))")
            .param("agency", agency).param("ids", ids.stream().map(UUID::toString).toArray(String[]::new)).query(this::row).list());
    }

    /** Recordings that no activity has, the first of them, and how many there are. */
    public record Unfiled(List<Row> items, long total) {}

    /**
     * Recordings of these devices or officers, taken at some moment between the two, that no activity has; the earliest first.
     *
     * @param devices their numbers
     */
    public Unfiled unfiled(String agency, Collection<String> devices, Collection<UUID> officers, Instant from, Instant to, int atMost) {
        var conditions = """
                from recording r where agency = :agency
                    and (device = any(cast(:devices as text[])) or officer = any(cast(:officers as uuid[])))
                    and started_at between :earliest and :to and coalesce(ended_at, started_at) >= :from
                    and not exists (select from activity_recording a where a.agency = :agency and a.recording = r.id)
                """;
        var values = Map.of("agency", agency, "devices", devices.toArray(String[]::new),
            "officers", officers.stream().map(UUID::toString).toArray(String[]::new), "earliest", Timestamp.from(from.minus(LONGEST)),
            "from", Timestamp.from(from), "to", Timestamp.from(to));
        return rows.of(agency, jdbc -> new Unfiled(
            jdbc.sql("select * " + conditions + " order by started_at, id limit " + atMost).params(values).query(this::row).list(),
            jdbc.sql("select count(*) from (select 1 " + conditions + " limit " + RecordingQuery.SEARCH_LIMIT + ") counted").params(values)
                .query(Long.class).single()));
    }

    /** How many of the agency's recordings wait for the probe, and how many it could not read. */
    public Probing probing(String agency) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select count(*) filter (where probe = 'pending') pending, count(*) filter (where probe = 'failed') failed
                from recording where agency = :agency and probe <> 'done'
                """)
            .param("agency", agency).query((row, n) -> new Probing(row.getLong("pending"), row.getLong("failed"))).single());
    }

    /** How many wait for their classification, and those that wait longest. */
    public Unclassified unclassified(String agency, int atMost) {
        return rows.of(agency, jdbc -> new Unclassified(
            jdbc.sql("select count(*) from recording where agency = :agency and not classified").param("agency", agency)
            .query(Long.class).single(), oldest(jdbc, agency, atMost)));
    }

    private List<Row> oldest(JdbcClient jdbc, String agency, int atMost) {
        return jdbc.sql("select * from recording where agency = :agency and not classified order by recorded_at, id limit :most")
            .param("agency", agency).param("most", atMost).query(this::row).list();
    }

    /** Who may look at it just now, by the viewings that have not ended. */
    boolean isViewing(String agency, UUID viewing, UUID recording, UUID viewer, Instant now) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                select count(*) from recording_viewing where viewing = :viewing and recording = :recording
                    and viewer = :viewer and ends_at > :now
                """)
            .param("viewing", viewing).param("recording", recording).param("viewer", viewer.toString())
            .param("now", Timestamp.from(now))
            .query(Integer.class).single()) > 0;
    }

    private Row row(ResultSet row, int n) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Row(id, row.getString("name"), row.getString("device"), Optional.ofNullable(row.getString("officer")),
            Optional.ofNullable(row.getString("unit")), row.getString("kind"), instant(row.getTimestamp("started_at")),
            instant(row.getTimestamp("ended_at")), Optional.ofNullable(row.getObject("duration_millis", Long.class)),
            row.getLong("size_bytes"), row.getTimestamp("recorded_at").toInstant(), row.getString("sha256"), Optional.empty(),
            row.getBoolean("has_gaps"), json.readValue(row.getString("keys"), KEYS), row.getBoolean("classified"),
            row.getBoolean("has_poster") ? Optional.of("/api/recordings/" + id + "/copies/poster") : Optional.empty(),
            row.getString("probe"));
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
