package org.liuhen.server.devices;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.liuhen.server.http.Parameters;

/**
 * Which devices a list shows and in what order. Every value goes to the database as a parameter; only words of ours become part of the
 * statement.
 *
 * @param conditions SQL, all of which hold
 */
record DeviceQuery(String conditions, Map<String, Object> values, String order, int page, int size) {

    static final int SIZE_LIMIT = 200;
    private static final int ROW_LIMIT = 100_000;
    private static final int TEXT_LIMIT = 100;
    private static final Map<String, String> ORDERS = Map.of(
            "number asc", "number asc, device asc", "number desc", "number desc, device desc",
            "changedAt asc", "changed_at asc, device asc", "changedAt desc", "changed_at desc, device desc",
            "since asc", "since asc nulls last, device asc", "since desc", "since desc nulls last, device desc");
    private static final Map<String, String> STATES = Map.of(
            "available", "state = 'available'", "out", "state = 'out'", "stopped", "state = 'stopped'", "inRepair", "state = 'inRepair'",
            "lost", "state = 'lost'", "retired", "state = 'retired'", "findings", "findings > 0", "unregistered", "unregistered");

    /**
     * Reads the parameters of a list's address.
     *
     * @throws org.liuhen.server.http.Problem if one of them is not understood
     */
    static DeviceQuery of(String agency, Parameters asked) {
        var conditions = new StringBuilder("agency = :agency");
        var values = new LinkedHashMap<String, Object>(Map.of("agency", agency));
        for (var name : new String[] {"unit", "kind"}) {
            asked.one(name).ifPresent(text -> {
                conditions.append(" and ").append(name).append(" = :").append(name);
                values.put(name, text);
            });
        }
        asked.one("state").ifPresent(state -> conditions.append(" and ").append(Parameters.known(STATES, "state", state)));
        asked.one("q").map(words -> words.strip().toLowerCase(Locale.ROOT)).ifPresent(words -> {
            if (words.length() > TEXT_LIMIT) throw Parameters.notUnderstood("q");
            conditions.append(" and words like :words escape '!'");
            values.put("words", "%" + words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        });
        var order = Parameters.known(ORDERS, "sort", asked.one("sort").orElse("number") + " " + asked.one("order").orElse("asc"));
        var size = asked.number("size", 50, 1, SIZE_LIMIT);
        return new DeviceQuery(conditions.toString(), values, order, asked.number("page", 0, 0, ROW_LIMIT / size), size);
    }
}
