package org.liuhen.server.cases;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.liuhen.server.http.Problem;
import org.springframework.util.MultiValueMap;

/**
 * Which cases a list shows and in what order. Every value goes to the database as a parameter; only words of ours become part of the
 * statement.
 *
 * @param conditions SQL, all of which hold
 * @param values their parameters
 */
record CaseQuery(String conditions, Map<String, Object> values, String order, int page, int size) {

    static final int SIZE_LIMIT = 200;
    /** Rows are counted and paged up to here; behind it one filters. */
    static final int ROW_LIMIT = 100_000;
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
    static CaseQuery of(String agency, MultiValueMap<String, String> asked) {
        var conditions = new StringBuilder("agency = :agency");
        var values = new LinkedHashMap<String, Object>(Map.of("agency", agency));
        equal("kind", asked, conditions, values);
        equal("unit", asked, conditions, values);
        equal("stage", asked, conditions, values);
        one("state", asked).ifPresent(state -> conditions.append(" and ").append(known(STATES, "state", state)));
        one("handler", asked).ifPresent(person -> {
            conditions.append(" and id in (select case_id from case_handler where agency = :agency and person = :handler)");
            values.put("handler", read("handler", person, UUID::fromString));
        });
        one("article", asked).ifPresent(article -> {
            conditions.append(" and id in (select case_id from case_finding where agency = :agency and article = :article"
                    + " and state not in ('cleared', 'accepted'))");
            values.put("article", article);
        });
        one("from", asked).ifPresent(day -> {
            conditions.append(" and opened_at >= cast(:from as date)");
            values.put("from", read("from", day, LocalDate::parse));
        });
        one("to", asked).ifPresent(day -> {
            conditions.append(" and opened_at < cast(:to as date) + 1");
            values.put("to", read("to", day, LocalDate::parse));
        });
        one("q", asked).ifPresent(words -> search(words, conditions, values));
        var order = known(ORDERS, "sort", one("sort", asked).orElse("changedAt") + " " + one("order", asked).orElse("desc"));
        var size = number("size", asked, 50, 1, SIZE_LIMIT);
        return new CaseQuery(conditions.toString(), values, order, number("page", asked, 0, 0, ROW_LIMIT / size), size);
    }

    private static void search(String words, StringBuilder conditions, Map<String, Object> values) {
        var lower = words.strip().toLowerCase(Locale.ROOT);
        if (lower.isEmpty()) return;
        if (lower.length() > TEXT_LIMIT) throw notUnderstood("q");
        conditions.append(" and words like :words escape '!'");
        values.put("words", "%" + lower.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        if (lower.codePointCount(0, lower.length()) < 2) return;
        conditions.append(" and id in (select case_id from case_pairs where pairs @> pairs(:agency, :pairs))");
        values.put("pairs", lower);
    }

    private static void equal(String name, MultiValueMap<String, String> asked, StringBuilder conditions, Map<String, Object> values) {
        one(name, asked).ifPresent(text -> {
            conditions.append(" and ").append(name).append(" = :").append(name);
            values.put(name, text);
        });
    }

    private static <T> T read(String name, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw notUnderstood(name);
        }
    }

    private static int number(String name, MultiValueMap<String, String> asked, int usual, int least, int most) {
        var number = one(name, asked).map(text -> read(name, text, Integer::parseInt)).orElse(usual);
        if (number < least || number > most) throw notUnderstood(name);
        return number;
    }

    private static String known(Map<String, String> words, String name, String word) {
        var sql = words.get(word);
        if (sql == null) throw notUnderstood(name);
        return sql;
    }

    private static Optional<String> one(String name, MultiValueMap<String, String> asked) {
        return Optional.ofNullable(asked.getFirst(name)).filter(text -> !text.isBlank() && text.indexOf('\0') < 0);
    }

    private static Problem notUnderstood(String name) {
        return Problem.badRequest("parameter-wrong", "查询条件无法理解", "A parameter is not understood")
                .because("参数“" + name + "”的值不正确。", "The value of the parameter \"" + name + "\" is wrong.")
                .next("请更正后重试。", "Correct it and try again.").with("parameter", name);
    }
}
