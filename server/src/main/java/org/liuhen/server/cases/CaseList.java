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
import java.util.TreeMap;
import java.util.UUID;
import org.liuhen.server.database.AgencyRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the tables of cases. */
@Component
public class CaseList {

    private static final int FINDINGS_MAX = 200;
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

    /**
     * A finding that somebody must look at.
     *
     * @param due the last instant that was or is in time
     * @param nextChangeAt when what the rules say of its case can next change by itself
     */
    public record FindingRow(UUID caseId, String subject, Optional<String> number, String duty, String article, String severity, String state,
            Instant raisedAt, Optional<Instant> due, Optional<Instant> nextChangeAt) {}

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

    /** The open findings of the agency: what was due first, then what changes first, then the oldest. */
    public List<FindingRow> findings(String agency, Optional<UUID> handler) {
        return handler.map(person -> findings(agency, "f.case_id in (select case_id from case_handler where agency = :agency and person = :about)", person))
                .orElseGet(() -> findings(agency, "f.agency = :about", agency));
    }

    /** Those that stand open under one article, in the same order. */
    public List<FindingRow> findings(String agency, String article) {
        return findings(agency, "f.article = :about", article);
    }

    private List<FindingRow> findings(String agency, String condition, Object about) {
        return rows.of(agency, jdbc -> jdbc.sql("""
                    select f.*, c.subject case_subject, c.number, cast(t.dues ->> (f.duty || ' ' || f.subject || ' ' || f.occurrence) as timestamptz) due,
                        t.due_at next_change
                    from case_finding f join case_file c on c.id = f.case_id left join case_clock t on t.case_id = f.case_id
                    where f.agency = :agency and f.state not in ('cleared', 'accepted') and %s
                    order by due nulls last, next_change nulls last, f.raised_at, f.case_id limit %d
                    """.formatted(condition, FINDINGS_MAX)).param("agency", agency).param("about", about)
                    .query((row, _) -> new FindingRow(row.getObject("case_id", UUID.class), row.getString("case_subject"),
                            Optional.ofNullable(row.getString("number")), row.getString("duty"), row.getString("article"), row.getString("severity"),
                            row.getString("state"), row.getTimestamp("raised_at").toInstant(), instant(row, "due"), instant(row, "next_change")))
                    .list());
    }

    /** How many findings stand open under each article. */
    public Map<String, Integer> standing(String agency) {
        return rows.of(agency, jdbc -> {
            var counts = new TreeMap<String, Integer>();
            jdbc.sql("select article, count(*) n from case_finding where agency = :agency and state not in ('cleared', 'accepted') group by article")
                    .param("agency", agency).query((row, _) -> counts.put(row.getString("article"), row.getInt("n"))).list();
            return counts;
        });
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

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(java.sql.Timestamp::toInstant);
    }

    private static Row row(ResultSet row) throws SQLException {
        var ended = row.getDate("ended_on");
        return new Row(row.getObject("id", UUID.class), Optional.ofNullable(row.getString("number")), row.getString("kind"), row.getString("procedure"),
                row.getString("origin"), row.getString("subject"), Optional.ofNullable(row.getString("party")), row.getString("unit"), row.getString("handlers"),
                row.getString("status"), row.getString("stage"), row.getTimestamp("opened_at").toInstant(),
                Optional.ofNullable(ended).map(java.sql.Date::toLocalDate), row.getTimestamp("changed_at").toInstant(), row.getInt("findings"));
    }
}
