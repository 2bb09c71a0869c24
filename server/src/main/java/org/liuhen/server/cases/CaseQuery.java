package org.liuhen.server.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.http.Parameters;
import org.liuhen.server.http.Problem;

/**
 * Which cases a list shows and in what order. Every value goes to the database as a parameter; only words of ours become part of the
 * statement.
 *
 * @param conditions SQL, all of which hold; each column stands in every index of the list
 * @param sets SQL, each of which finds cases by what stands in another table; those in all of them are meant
 * @param said SQL, an array of at most {@link #COUNT_LIMIT} cases with the words searched for; empty where no index knows
 * @param saying SQL, the condition on the words themselves; empty where nothing is searched for
 * @param values the parameters of all of them
 */
record CaseQuery(String conditions, List<String> sets, Optional<String> said, Optional<String> saying, Map<String, Object> values, String order,
        int page, int size) {

    static final int SIZE_LIMIT = 200;
    /** Rows are counted up to here: nobody reads more, and counting all would cost more than the page itself. */
    static final int COUNT_LIMIT = 10_000;
    /** Rows are paged up to here; behind it one filters. */
    private static final int ROW_LIMIT = 100_000;
    private static final int TEXT_LIMIT = 100;
    private static final String OF_AGENCY = "agency = :agency";
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
        var conditions = new StringBuilder(OF_AGENCY);
        var values = new LinkedHashMap<String, Object>(Map.of("agency", agency));
        equal("kind", asked, conditions, values);
        equal("unit", asked, conditions, values);
        equal("stage", asked, conditions, values);
        asked.one("state").ifPresent(state -> conditions.append(" and ").append(Parameters.known(STATES, "state", state)));
        var sets = new ArrayList<String>();
        asked.one("handler", UUID::fromString).ifPresent(person -> {
            sets.add("select case_id from case_handler where agency = :agency and person = :handler");
            values.put("handler", person);
        });
        asked.one("article").ifPresent(article -> {
            sets.add("select case_id from case_finding where agency = :agency and article = :article and state not in ('cleared', 'accepted')");
            values.put("article", article);
        });
        asked.one("from", LocalDate::parse).ifPresent(day -> {
            conditions.append(" and opened_at >= ").append(begin("cast(:from as date)"));
            values.put("from", day);
        });
        asked.one("to", LocalDate::parse).ifPresent(day -> {
            conditions.append(" and opened_at < ").append(begin("cast(:to as date) + 1"));
            values.put("to", day);
        });
        var words = asked.one("q").map(text -> text.strip().toLowerCase(Locale.ROOT)).filter(text -> !text.isEmpty());
        words.ifPresent(text -> {
            if (text.length() > TEXT_LIMIT) throw Parameters.notUnderstood("q");
            values.put("words", text);
        });
        var said = words.filter(text -> text.codePointCount(0, text.length()) > 1)
                .map(_ -> "cases_saying(:agency, :words, " + COUNT_LIMIT + ")");
        var order = Parameters.known(ORDERS, "sort", asked.one("sort").orElse("changedAt") + " " + asked.one("order").orElse("desc"));
        var size = asked.number("size", 50, 1, SIZE_LIMIT);
        return new CaseQuery(conditions.toString(), List.copyOf(sets), said, words.map(_ -> "position(:words in words) > 0"), values, order,
                asked.number("page", 0, 0, ROW_LIMIT / size), size);
    }

    /** Whether more is asked than words. */
    boolean isFiltered() {
        return !conditions.equals(OF_AGENCY) || !sets.isEmpty();
    }

    long offset() {
        return (long) page * size;
    }

    /** There a legal day begins. */
    private static String begin(String day) {
        return "cast(" + day + " as timestamp) at time zone '" + Registrar.ZONE + "'";
    }

    private static void equal(String name, Parameters asked, StringBuilder conditions, Map<String, Object> values) {
        asked.one(name).ifPresent(text -> {
            conditions.append(" and ").append(name).append(" = :").append(name);
            values.put(name, text);
        });
    }
}
