package org.liuhen.server.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.server.database.AgencyRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the tables of cases. */
@Component
public class CaseList {

    /** All that lists ask for stands in indexes. The database cannot know how many rows a list has: under row-level security it may not look. */
    private static final String BY_INDEX_ALONE = """
            select set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true), set_config('jit', 'off', true),
                set_config('max_parallel_workers_per_gather', '0', true), set_config('plan_cache_mode', 'force_custom_plan', true)
            """;

    private final AgencyRows rows;

    CaseList(AgencyRows rows) {
        this.rows = rows;
    }

    /** One line of a list. */
    public record Row(UUID id, Optional<String> number, String kind, String procedure, String origin, String subject, Optional<String> party, String unit,
            String handlers, String status, String stage, Instant openedAt, Optional<LocalDate> endedOn, Instant changedAt, int findings) {}

    /** One page; the total is exact below the most that is counted, and there may be more when it is reached. */
    record Page(List<Row> items, long total, long mostCounted, int page, int size) {}

    Page page(String agency, CaseQuery query) {
        return rows.of(agency, jdbc -> {
            jdbc.sql(BY_INDEX_ALONE).query().singleRow();
            var found = found(query, jdbc);
            var items = jdbc.sql("select * from case_file where id = any(cast(:ids as uuid[])) order by " + query.order())
                    .param("ids", found.ids()).query((row, _) -> row(row)).list();
            return new Page(items, found.total(), CaseQuery.COUNT_LIMIT, query.page(), query.size());
        });
    }

    /** How many cases are meant, and which of them are on the page. */
    @SuppressWarnings("ArrayRecordComponent") // goes from the database to the database
    private record Found(long total, String[] ids) {}

    /** Words that few cases have are asked for first. Of those that many have, the first are soon met on the way through the list's order. */
    private static Found found(CaseQuery query, JdbcClient jdbc) {
        var known = 0;
        if (query.said().isPresent()) {
            var few = found(query, query.said().get(), jdbc);
            if (few.isPresent()) return few.get();
            if (!query.isFiltered()) known = CaseQuery.COUNT_LIMIT;
        }
        var conditions = new StringBuilder(query.conditions());
        query.saying().ifPresent(saying -> conditions.append(" and ").append(saying));
        if (!query.sets().isEmpty()) conditions.append(" and id = any(array(").append(String.join(" intersect ", query.sets())).append("))");
        return jdbc.sql("select " + totalAndPage(query, conditions.toString(), known)).params(query.values()).query((row, _) -> found(row)).single();
    }

    /** Empty where more cases say so than are counted. */
    private static Optional<Found> found(CaseQuery query, String said, JdbcClient jdbc) {
        var ids = query.sets().isEmpty() ? "cast((select ids from said) as uuid[])"
                : "array(select unnest(ids) from said intersect " + String.join(" intersect ", query.sets()) + ")";
        var conditions = query.conditions() + " and (select few from said) and id = any(" + ids + ")";
        return jdbc.sql("""
                with found (ids) as materialized (select %s), said as materialized (select ids, cardinality(ids) < %d few from found)
                select (select few from said) few, %s
                """.formatted(said, CaseQuery.COUNT_LIMIT, totalAndPage(query, conditions, 0)))
                .params(query.values()).query((row, _) -> row.getBoolean("few") ? Optional.of(found(row)) : Optional.<Found>empty()).single();
    }

    /** One walk through an index counts and finds the page; it ends with the page where as many are known to be there as are counted. */
    private static String totalAndPage(CaseQuery query, String conditions, int known) {
        var end = query.offset() + query.size();
        return """
                least(greatest(count(*), %d), %d) total, coalesce((array_agg(id))[%d \\: %d], '{}') ids
                from (select id from case_file where %s order by %s limit %d) meant
                """.formatted(known, CaseQuery.COUNT_LIMIT, query.offset() + 1, end, conditions, query.order(),
                        known < CaseQuery.COUNT_LIMIT ? Math.max(CaseQuery.COUNT_LIMIT, end) : end);
    }

    private static Found found(ResultSet row) throws SQLException {
        var ids = (UUID[]) row.getArray("ids").getArray();
        return new Found(row.getLong("total"), Arrays.stream(ids).map(UUID::toString).toArray(String[]::new));
    }

    /** The newest cases of the agency with their subjects, the newest first. */
    public Map<UUID, String> newest(String agency, int atMost) {
        return rows.of(agency, jdbc -> {
            var newest = new LinkedHashMap<UUID, String>();
            jdbc.sql("select id, subject from case_file where agency = :agency order by opened_at desc, id desc limit :most")
                    .param("agency", agency).param("most", atMost)
                    .query((row, _) -> newest.put(row.getObject("id", UUID.class), row.getString("subject"))).list();
            return newest;
        });
    }

    private static Row row(ResultSet row) throws SQLException {
        var ended = row.getDate("ended_on");
        return new Row(row.getObject("id", UUID.class), Optional.ofNullable(row.getString("number")), row.getString("kind"), row.getString("procedure"),
                row.getString("origin"), row.getString("subject"), Optional.ofNullable(row.getString("party")), row.getString("unit"), row.getString("handlers"),
                row.getString("status"), row.getString("stage"), row.getTimestamp("opened_at").toInstant(),
                Optional.ofNullable(ended).map(java.sql.Date::toLocalDate), row.getTimestamp("changed_at").toInstant(), row.getInt("findings"));
    }
}
