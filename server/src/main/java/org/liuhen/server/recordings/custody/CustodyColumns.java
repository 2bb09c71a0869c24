package org.liuhen.server.recordings.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.http.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The board of recordings (音像记录看板): what waits for whom, and until when. */
@Component
class CustodyColumns {

    /** The most lines of a column. */
    private static final int SIZE_MAX = 200;
    private static final int SIZE = 50;
    private static final int COUNT_LIMIT = 10_000;

    /** Of the columns that show recordings: what belongs to each, and its order. Words of ours. */
    private static final Map<String, List<String>> COLUMNS = columns();

    private final AgencyRows rows;
    private final Register register;
    private final InstantSource clock;

    CustodyColumns(AgencyRows rows, Register register, InstantSource clock) {
        this.rows = rows;
        this.register = register;
        this.clock = clock;
    }

    private static Map<String, List<String>> columns() {
        var columns = new LinkedHashMap<String, List<String>>();
        columns.put("toHand", List.of("c.handed_at is null and c.handed_by is not null", "c.handed_by, c.recording"));
        columns.put("toFile", List.of("cardinality(c.unfiled) > 0", "c.stored_by nulls last, c.recording"));
        columns.put("unlinked", List.of("""
                c.accident <> 'confirmed' and not c.without_case
                and not exists (select from activity_recording a where a.agency = c.agency and a.recording = c.recording)
                """, "c.stored_at, c.recording")); // the oldest first; what belongs to no case was said of
        columns.put("accidents", List.of("c.accident = 'claimed'", "c.stored_at, c.recording"));
        columns.put("findings", List.of("c.findings > 0", "c.stored_at, c.recording"));
        columns.put("stored", List.of("c.stored_at >= :today", "c.stored_at desc, c.recording"));
        return columns;
    }

    /** One column. */
    record Column(String column, long total, List<Map<String, Object>> items) {}

    /** All columns, or the one that was asked for. */
    record Board(Instant now, List<Column> columns) {}

    /** Reads unit, officer, column, page and size. */
    Board board(String agency, Parameters asked) {
        var now = clock.instant();
        var values = new LinkedHashMap<String, Object>();
        values.put("agency", agency);
        values.put("today", Timestamp.from(LocalDate.ofInstant(now, Registrar.ZONE).atStartOfDay(Registrar.ZONE).toInstant()));
        values.put("unit", asked.one("unit").orElse(""));
        values.put("officer", asked.one("officer", UUID::fromString).map(UUID::toString).orElse(""));
        var size = asked.number("size", SIZE, 1, SIZE_MAX);
        values.put("size", size);
        values.put("offset", asked.number("page", 0, 0, COUNT_LIMIT / size) * size);
        var wanted = asked.one("column");
        wanted.filter(column -> !column.equals("out") && !COLUMNS.containsKey(column)).ifPresent(_ -> {
            throw Parameters.notUnderstood("column");
        });
        return rows.of(agency, jdbc -> {
            var columns = new ArrayList<Column>();
            if (wanted.filter(column -> !column.equals("out")).isEmpty()) columns.add(out(jdbc, values));
            COLUMNS.forEach((name, of) -> {
                if (wanted.filter(column -> !column.equals(name)).isEmpty()) columns.add(recordings(name, of, jdbc, values));
            });
            return new Board(now, columns);
        });
    }

    private Column out(JdbcClient jdbc, Map<String, Object> values) {
        var from = """
                from device_life d where d.agency = :agency and d.holder is not null and not d.retired and not d.lost
                    and (:unit = '' or d.unit = :unit) and (:officer = '' or d.holder = cast(nullif(:officer, '') as uuid))
                """;
        var items = jdbc.sql("select d.* " + from + " order by d.since, d.number limit :size offset :offset").params(values)
                .query((row, _) -> device(row)).list();
        return new Column("out", count(from, jdbc, values), items);
    }

    private Column recordings(String name, List<String> of, JdbcClient jdbc, Map<String, Object> values) {
        var from = """
                from recording_custody c join recording r on r.id = c.recording where c.agency = :agency and %s
                    and (:unit = '' or r.unit = :unit)
                    and (:officer = '' or coalesce(c.used_by, r.officer) = cast(nullif(:officer, '') as uuid))
                """.formatted(of.getFirst());
        var items = jdbc.sql("""
                select c.*, r.name, r.kind, r.device, r.unit, r.size_bytes,
                    (select activity from activity_recording a where a.agency = c.agency and a.recording = c.recording limit 1) activity
                """ + from + " order by " + of.getLast()
                + " limit :size offset :offset").params(values).query((row, _) -> recording(row)).list();
        return new Column(name, count(from, jdbc, values), items);
    }

    private static long count(String from, JdbcClient jdbc, Map<String, Object> values) {
        return jdbc.sql("select count(*) from (select 1 " + from + " limit " + COUNT_LIMIT + ") counted").params(values).query(Long.class).single();
    }

    private Map<String, Object> device(ResultSet row) throws SQLException {
        var item = new LinkedHashMap<String, Object>();
        item.put("number", row.getString("number"));
        item.put("kind", row.getString("kind"));
        item.put("unit", row.getString("unit"));
        put(item, "holder", person(row.getObject("holder", UUID.class)));
        put(item, "since", instant(row.getTimestamp("since")));
        put(item, "purpose", Optional.ofNullable(row.getString("purpose")));
        return item;
    }

    private Map<String, Object> recording(ResultSet row) throws SQLException {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", row.getObject("recording", UUID.class));
        item.put("name", row.getString("name"));
        item.put("kind", row.getString("kind"));
        item.put("device", row.getString("device"));
        put(item, "unit", Optional.ofNullable(row.getString("unit")));
        item.put("sizeBytes", row.getLong("size_bytes"));
        put(item, "usedBy", person(row.getObject("used_by", UUID.class)));
        put(item, "completedAt", instant(row.getTimestamp("completed_at")));
        item.put("uncertaintyMillis", row.getLong("uncertain"));
        item.put("storedAt", row.getTimestamp("stored_at").toInstant());
        put(item, "storedBy", instant(row.getTimestamp("stored_by")));
        put(item, "handedBy", instant(row.getTimestamp("handed_by")));
        put(item, "handedAt", instant(row.getTimestamp("handed_at")));
        item.put("unfiled", Arrays.asList((Object[]) row.getArray("unfiled").getArray()));
        put(item, "assigned", person(row.getObject("assigned", UUID.class)));
        item.put("accident", row.getString("accident"));
        item.put("findings", row.getInt("findings"));
        put(item, "activity", Optional.ofNullable(row.getObject("activity", UUID.class)));
        return item;
    }

    private Optional<Map<String, Object>> person(@Nullable UUID id) {
        return Optional.ofNullable(id).map(known ->
                Map.of("id", known, "name", register.person(known).map(Register.Person::name).orElse(known.toString())));
    }

    private static void put(Map<String, Object> item, String name, Optional<?> value) {
        value.ifPresent(known -> item.put(name, known));
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
