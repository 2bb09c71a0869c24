package org.liuhen.server.recordings.activities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.recordings.coverage.Segment;
import org.liuhen.core.recordings.rules.ActivityCoverage;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.RecordingId;
import org.liuhen.server.database.AgencyRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the tables of activities. */
@Component
class ActivityList {

    private final AgencyRows rows;

    ActivityList(AgencyRows rows) {
        this.rows = rows;
    }

    /** One page; the total is exact below the most that is counted, and there may be more when it is reached. */
    record Page(List<Map<String, Object>> items, long total, long mostCounted, int page, int size) {}

    /** A row and what its coverage is computed of. */
    private record Line(UUID id, Map<String, Object> fields, Optional<Interval> time) {}

    /** A recording of an activity. */
    private record Filed(UUID activity, Segment segment) {}

    /**
     * One page.
     *
     * @param law by whose technical gap of the day coverage is computed; asked only where something has ended
     * @param units names of the agency's units by their codes
     */
    Page page(String agency, ActivityQuery query, Supplier<Law> law, Map<String, String> units) {
        return rows.of(agency, jdbc -> {
            var conditions = query.pairs().map(pairs -> searched(query, pairs, jdbc)).orElse(query.conditions());
            var total = jdbc.sql("select count(*) from (select 1 from activity where %s limit %d) counted"
                    .formatted(conditions, ActivityQuery.COUNT_LIMIT))
                    .params(query.values()).query(Long.class).single();
            // the page is found in the index alone; only its own rows are read
            var lines = jdbc.sql("""
                    select a.*, (select case_id from activity_document d where d.activity = a.id order by case_id limit 1) case_id
                    from (select id from activity where %s order by %s limit :limit offset :offset) page
                    join activity a using (id) order by %s
                    """.formatted(conditions, query.order(), query.order()))
                    .params(query.values()).param("limit", query.size()).param("offset", (long) query.page() * query.size())
                    .query((row, _) -> line(row, units)).list();
            var filed = filed(lines.stream().filter(line -> line.time().isPresent()).map(Line::id).toList(), jdbc);
            return new Page(lines.stream().map(line -> covered(line, filed.getOrDefault(line.id(), List.of()), law)).toList(), total,
                    ActivityQuery.COUNT_LIMIT, query.page(), query.size());
        });
    }

    /**
     * Few activities that may be meant are looked up one by one. Of many, the first are soon met on the way through the list's order.
     * The database cannot choose: under row-level security it may not look how often a text occurs.
     */
    private static String searched(ActivityQuery query, String pairs, JdbcClient jdbc) {
        var number = jdbc.sql("select count(*) from (" + pairs + " limit " + ActivityQuery.COUNT_LIMIT + ") counted")
                .params(query.values()).query(Long.class).single();
        if (number < ActivityQuery.COUNT_LIMIT) return query.conditions() + " and id = any(array(" + pairs + "))";
        jdbc.sql("""
                select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
                    set_config('enable_sort', 'off', true)
                """).query().singleRow();
        return query.conditions();
    }

    private static Line line(ResultSet row, Map<String, String> units) throws SQLException {
        var fields = new LinkedHashMap<String, Object>();
        var id = row.getObject("id", UUID.class);
        fields.put("id", id);
        fields.put("act", row.getString("act"));
        fields.put("title", row.getString("title"));
        fields.put("titleEn", row.getString("title_en"));
        fields.put("place", row.getString("place"));
        fields.put("unit", row.getString("unit"));
        fields.put("unitName", units.getOrDefault(row.getString("unit"), row.getString("unit")));
        fields.put("officers", Arrays.asList(row.getString("officers").split("、")));
        Optional.ofNullable(row.getObject("case_id", UUID.class)).ifPresent(inCase -> fields.put("case", inCase));
        instant(row.getTimestamp("planned_from")).ifPresent(at -> fields.put("plannedFrom", at));
        var startedAt = instant(row.getTimestamp("started_at"));
        var endedAt = instant(row.getTimestamp("ended_at"));
        startedAt.ifPresent(at -> fields.put("startedAt", at));
        endedAt.ifPresent(at -> fields.put("endedAt", at));
        fields.put("state", row.getString("status"));
        Optional.ofNullable(row.getString("secret")).ifPresent(kind -> fields.put("secret", kind));
        fields.put("recordings", row.getInt("recordings"));
        fields.put("findings", row.getInt("findings"));
        fields.put("changedAt", row.getTimestamp("changed_at").toInstant());
        var time = startedAt.flatMap(from -> endedAt.filter(to -> !to.isBefore(from)).map(to -> new Interval(from, to)));
        return new Line(id, fields, time);
    }

    private static Map<UUID, List<Segment>> filed(Collection<UUID> activities, JdbcClient jdbc) {
        if (activities.isEmpty()) return Map.of();
        return jdbc.sql("select * from activity_recording where activity = any(cast(:ids as uuid[]))")
                .param("ids", activities.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) -> new Filed(row.getObject("activity", UUID.class), segment(row))).list().stream()
                .collect(Collectors.groupingBy(Filed::activity, Collectors.mapping(Filed::segment, Collectors.toList())));
    }

    private static Segment segment(ResultSet row) throws SQLException {
        return new Segment(new RecordingId(row.getObject("recording", UUID.class)), new DeviceId(row.getObject("device", UUID.class)),
                MediaKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new Interval(row.getTimestamp("began_at").toInstant(), row.getTimestamp("ended_at").toInstant()),
                Duration.ofMillis(row.getLong("uncertain")));
    }

    private static Map<String, Object> covered(Line line, List<Segment> segments, Supplier<Law> laws) {
        line.time().ifPresent(time -> {
            var law = laws.get();
            var gap = ActivityCoverage.technicalGap(law.on(LocalDate.ofInstant(time.from(), law.zone())));
            line.fields().put("lengthMillis", time.length().toMillis());
            line.fields().put("coveredMillis", ActivityCoverage.covered(time, segments, gap).toMillis());
        });
        return line.fields();
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
