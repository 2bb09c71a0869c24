package org.liuhen.server.cases;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.server.http.Parameters;
import org.liuhen.server.http.Problem;

/**
 * Which cases a list shows and in what order. Every value goes to the database as a parameter; only words of ours become part of the
 * statement.
 *
 * @param conditions SQL, all of which hold
 * @param pairs SQL that finds the cases with all pairs of characters of what is searched for; empty where no index knows
 * @param values the parameters of both
 */
record CaseQuery(String conditions, Optional<String> pairs, Map<String, Object> values, String order, int page, int size) {

    static final int SIZE_LIMIT = 200;
    /** Rows are counted up to here: nobody reads more, and counting all would cost more than the page itself. */
    static final int COUNT_LIMIT = 10_000;
    /** Rows are paged up to here; behind it one filters. */
    private static final int ROW_LIMIT = 100_000;
    private static final int TEXT_LIMIT = 100;
    private static final Map<String, String> ORDERS = Map.of(
            "openedAt asc", "opened_at asc, id asc", "openedAt desc", "opened_at desc, id desc",
            "changedAt asc", "changed_at asc, id asc", "changedAt desc", "changed_at desc, id desc");
    private static final Map<String, String> STATES = Map.of(
            "running", "status = 'running'", "suspended", "status = 'suspended'", "ended", "status = 'ended'", "findings", "findings > 0");

    /**
     * Reads the parameters of a list's address.
     *
     * @throws Problem if one of them is not understood
     */
    static CaseQuery of(String agency, Parameters asked) {
        var conditions = new StringBuilder("agency = :agency");
        var values = new LinkedHashMap<String, Object>(Map.of("agency", agency));
        equal("kind", asked, conditions, values);
        equal("unit", asked, conditions, values);
        equal("stage", asked, conditions, values);
        asked.one("state").ifPresent(state -> conditions.append(" and ").append(Parameters.known(STATES, "state", state)));
        asked.one("handler", UUID::fromString).ifPresent(person -> {
            conditions.append(" and id in (select case_id from case_handler where agency = :agency and person = :handler)");
            values.put("handler", person);
        });
        asked.one("article").ifPresent(article -> {
            conditions.append(" and id in (select case_id from case_finding where agency = :agency and article = :article"
                    + " and state not in ('cleared', 'accepted'))");
            values.put("article", article);
        });
        asked.one("from", LocalDate::parse).ifPresent(day -> {
            conditions.append(" and opened_at >= cast(:from as date)");
            values.put("from", day);
        });
        asked.one("to", LocalDate::parse).ifPresent(day -> {
            conditions.append(" and opened_at < cast(:to as date) + 1");
            values.put("to", day);
        });
        var pairs = asked.one("q").flatMap(words -> search(words, conditions, values));
        var order = Parameters.known(ORDERS, "sort", asked.one("sort").orElse("changedAt") + " " + asked.one("order").orElse("desc"));
        var size = asked.number("size", 50, 1, SIZE_LIMIT);
        return new CaseQuery(conditions.toString(), pairs, values, order, asked.number("page", 0, 0, ROW_LIMIT / size), size);
    }

    private static Optional<String> search(String words, StringBuilder conditions, Map<String, Object> values) {
        var lower = words.strip().toLowerCase(Locale.ROOT);
        if (lower.isEmpty()) return Optional.empty();
        if (lower.length() > TEXT_LIMIT) throw Parameters.notUnderstood("q");
        conditions.append(" and words like :words escape '!'");
        values.put("words", "%" + lower.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        if (lower.codePointCount(0, lower.length()) < 2) return Optional.empty();
        values.put("pairs", lower);
        return Optional.of("select case_id from case_pairs where pairs @> pairs(:agency, :pairs)");
    }

    private static void equal(String name, Parameters asked, StringBuilder conditions, Map<String, Object> values) {
        asked.one(name).ifPresent(text -> {
            conditions.append(" and ").append(name).append(" = :").append(name);
            values.put(name, text);
        });
    }
}
