package org.liuhen.server.recordings.activities;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.http.Parameters;

/**
 * Which activities a list shows and in what order. Every value goes to the database as a parameter; only words of ours become part of
 * the statement.
 *
 * @param conditions SQL, all of which hold
 * @param pairs SQL that finds the activities with all pairs of characters of what is searched for; empty where no index knows
 * @param values the parameters of both
 */
record ActivityQuery(String conditions, Optional<String> pairs, Map<String, Object> values, String order, int page, int size) {

    static final int SIZE_LIMIT = 200;
    /** Rows are counted up to here: nobody reads more, and counting all would cost more than the page itself. */
    static final int COUNT_LIMIT = 10_000;
    /** Rows are paged up to here; behind it one filters. */
    private static final int ROW_LIMIT = 100_000;
    private static final int TEXT_LIMIT = 100;
    private static final Map<String, String> ORDERS = Map.of(
            "startedAt asc", "begins_at asc, id asc", "startedAt desc", "begins_at desc, id desc",
            "changedAt asc", "changed_at asc, id asc", "changedAt desc", "changed_at desc, id desc");
    private static final Map<String, String> STATES = Map.of(
            "planned", "status = 'planned'", "running", "status = 'running'", "ended", "status = 'ended'", "closed", "status = 'closed'",
            "cancelled", "status = 'cancelled'", "findings", "findings > 0",
            "unrecorded", "status in ('ended', 'closed') and recordings = 0");

    /**
     * Reads the parameters of a list's address. Days are days of the agency.
     *
     * @throws org.liuhen.server.http.Problem if one of them is not understood
     */
    static ActivityQuery of(String agency, Parameters asked) {
        var conditions = new StringBuilder("agency = :agency");
        var values = new LinkedHashMap<String, Object>(Map.of("agency", agency));
        asked.one("unit").ifPresent(unit -> add(" and unit = :unit", "unit", unit, conditions, values));
        asked.one("act").ifPresent(act -> add(" and act = :act", "act", act, conditions, values));
        asked.one("officer", UUID::fromString).ifPresent(person -> add(
                " and id in (select activity from activity_officer where agency = :agency and person = :officer)", "officer", person,
                conditions, values));
        asked.one("case", UUID::fromString).ifPresent(id -> add(
                " and id in (select activity from activity_document where agency = :agency and case_id = :case)", "case", id,
                conditions, values));
        asked.one("state").ifPresent(state -> conditions.append(" and ").append(Parameters.known(STATES, "state", state)));
        asked.one("from", LocalDate::parse).ifPresent(day -> add(" and begins_at >= :from", "from", midnight(day), conditions, values));
        asked.one("to", LocalDate::parse).ifPresent(day -> add(" and begins_at < :to", "to", midnight(day.plusDays(1)), conditions, values));
        var pairs = asked.one("q").flatMap(words -> search(words, conditions, values));
        var order = Parameters.known(ORDERS, "sort", asked.one("sort").orElse("startedAt") + " " + asked.one("order").orElse("desc"));
        var size = asked.number("size", 50, 1, SIZE_LIMIT);
        return new ActivityQuery(conditions.toString(), pairs, values, order, asked.number("page", 0, 0, ROW_LIMIT / size), size);
    }

    private static Timestamp midnight(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(Registrar.ZONE).toInstant());
    }

    private static void add(String condition, String name, Object value, StringBuilder conditions, Map<String, Object> values) {
        conditions.append(condition);
        values.put(name, value);
    }

    private static Optional<String> search(String words, StringBuilder conditions, Map<String, Object> values) {
        var lower = words.strip().toLowerCase(Locale.ROOT);
        if (lower.isEmpty()) return Optional.empty();
        if (lower.length() > TEXT_LIMIT) throw Parameters.notUnderstood("q");
        add(" and words like :words escape '!'", "words", "%" + lower.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%",
                conditions, values);
        if (lower.codePointCount(0, lower.length()) < 2) return Optional.empty();
        values.put("pairs", lower);
        return Optional.of("select activity from activity_pairs where pairs @> pairs(:agency, :pairs)");
    }
}
