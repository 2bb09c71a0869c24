package org.liuhen.server.recordings;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.liuhen.server.http.Parameters;
import org.liuhen.server.http.Problem;

/**
 * Which recordings a list shows and in what order. Every value goes to the database as a parameter; only words of ours become
 * part of the statement.
 *
 * @param conditions SQL, all of which hold
 * @param pairs SQL over recording_pairs: what the rows that are searched for have at least; empty if no index knows
 * @param searched whether rows must be read to know what belongs to the list
 * @param values the parameters of both
 */
record RecordingQuery(
        String conditions, List<String> pairs, boolean searched, Map<String, Object> values, String order, int page, int size) {

    static final int SIZE_LIMIT = 200;
    /** Rows are counted and paged up to here; behind it one filters. */
    static final int ROW_LIMIT = 100_000;
    /** As {@link #ROW_LIMIT}, where every row that is counted must be read. */
    static final int SEARCH_LIMIT = 10_000;
    private static final int TEXT_LIMIT = 100;
    private static final Map<String, String> ORDERS = Map.of(
        "recordedAt asc", "recorded_at asc, id asc", "recordedAt desc", "recorded_at desc, id desc",
        "startedAt asc", "started_at asc nulls first, id asc", "startedAt desc", "started_at desc nulls last, id desc",
        "size asc", "size_bytes asc, id asc", "size desc", "size_bytes desc, id desc",
        "name asc", "name asc, id asc", "name desc", "name desc, id desc",
        "device asc", "device asc, id asc", "device desc", "device desc, id desc");
    private static final Map<String, String> STATES = Map.of(
        "classified", "classified", "unclassified", "not classified", "gaps", "has_gaps", "pending", "probe = 'pending'",
        "failed", "probe = 'failed'");

    /**
     * Reads the parameters of a list's address.
     *
     * @throws Problem if one of them is not understood
     */
    static RecordingQuery of(String agency, Parameters asked) {
        var conditions = new StringBuilder("agency = :agency");
        var values = new LinkedHashMap<String, Object>(Map.of("agency", agency));
        equal("device", "device", asked, conditions, values, text -> text);
        equal("officer", "officer", asked, conditions, values, UUID::fromString);
        equal("unit", "unit", asked, conditions, values, text -> text);
        equal("kind", "kind", asked, conditions, values, text -> text);
        asked.one("from", RecordingQuery::moment).ifPresent(moment ->
            add(" and recorded_at >= :from", "from", moment, conditions, values));
        asked.one("to", RecordingQuery::moment).ifPresent(moment ->
            add(" and recorded_at <= :to", "to", moment, conditions, values));
        asked.one("state").ifPresent(state -> conditions.append(" and ").append(Parameters.known(STATES, "state", state)));
        var pairs = new ArrayList<String>();
        keys(asked, conditions, pairs, values);
        asked.one("q").ifPresent(words -> search(words, conditions, pairs, values));
        var searched = values.containsKey("keys") || values.containsKey("words");
        var order = Parameters.known(ORDERS, "sort", asked.one("sort").orElse("recordedAt") + " " + asked.one("order").orElse("desc"));
        var size = asked.number("size", 50, 1, SIZE_LIMIT);
        var page = asked.number("page", 0, 0, ROW_LIMIT / size);
        return new RecordingQuery(conditions.toString(), List.copyOf(pairs), searched, values, order, page, size);
    }

    /** Rows are counted up to here. */
    int mostCounted() {
        return searched ? SEARCH_LIMIT : ROW_LIMIT;
    }

    private static void keys(
            Parameters asked, StringBuilder conditions, List<String> pairs, Map<String, Object> values) {
        var wanted = new TreeMap<String, String>();
        for (var name : asked.names()) {
            if (name.startsWith("key.")) asked.one(name).ifPresent(value -> wanted.put(name.substring(4), value));
        }
        if (wanted.size() > 20) throw Parameters.notUnderstood("key.*");
        if (wanted.isEmpty()) return;
        var names = wanted.keySet().toArray(String[]::new);
        add(" and keys @> jsonb_object(:keys, :keyValues)", "keys", names, conditions, values);
        values.put("keyValues", wanted.values().toArray(String[]::new));
        pairs.add("pairs @> marks(:agency, jsonb_object(:keys, :keyValues))");
    }

    private static void search(String words, StringBuilder conditions, List<String> pairs, Map<String, Object> values) {
        var lower = words.strip().toLowerCase(Locale.ROOT);
        if (lower.isEmpty()) return;
        if (lower.length() > TEXT_LIMIT) throw Parameters.notUnderstood("q");
        values.put("words", "%" + lower.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        values.put("text", lower);
        if (lower.matches("[0-9a-f]{8,64}")) {
            add(" and (sha256 like :digest or words like :words escape '!')", "digest", lower + "%", conditions, values);
            pairs.add("(pairs @> pairs(:agency, :text) or pairs @> marks(:agency, '{}', :text))");
        } else {
            conditions.append(" and words like :words escape '!'");
            if (lower.codePointCount(0, lower.length()) > 1) pairs.add("pairs @> pairs(:agency, :text)");
        }
    }

    private static void equal(
            String name, String column, Parameters asked, StringBuilder conditions,
            Map<String, Object> values, Function<String, Object> reader) {
        asked.one(name, reader).ifPresent(value -> add(" and " + column + " = :" + name, name, value, conditions, values));
    }

    private static void add(String condition, String name, Object value, StringBuilder conditions, Map<String, Object> values) {
        conditions.append(condition);
        values.put(name, value);
    }

    private static Timestamp moment(String text) {
        return Timestamp.from(Instant.parse(text));
    }
}
