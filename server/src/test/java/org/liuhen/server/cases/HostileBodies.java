package org.liuhen.server.cases;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.json.Records;

/** Bodies that have the shape of a command and what nobody should send in it: contradictory, empty, huge and hostile. The same seed makes the same. */
final class HostileBodies {

    /** Texts that are taken as they are, and that no page, sheet or paper may act upon. */
    static final List<String> KEPT = List.of("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "=HYPERLINK(\"http://x\",\"y\")", "@SUM(A1)", "+1-1",
        "'; drop table event; --", "${jndi:ldap://x/a}", "{{7*7}}", "../../../etc/passwd", "零宽\u200b\u200d", "𠮷野家龘");

    private static final int DEPTH_MAX = 4;
    private static final List<String> DAYS = List.of("2026-02-28", "2024-02-29", "0000-01-01", "9999-12-31", "1900-01-01", "2099-06-30");
    private static final List<String> INSTANTS = List.of("2026-03-01T01:00:00.000Z", "0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z", "1970-01-01T00:00:00.000Z");
    private static final List<Long> NUMBERS = List.of(0L, 1L, -1L, 2L, 2147483647L, -2147483648L, 9007199254740991L, -9007199254740991L);

    private final Random random;
    private final List<String> ids;
    private int depth;

    /** @param ids known to the case, beside fresh ones */
    HostileBodies(long seed, List<String> ids) {
        this.random = new Random(seed);
        this.ids = List.copyOf(ids);
    }

    /** One body of the shape of that record. */
    Map<String, Object> of(Class<?> type) {
        var body = new LinkedHashMap<String, Object>();
        for (var part : type.getRecordComponents()) {
            var declared = part.getGenericType();
            if (raw(declared) == Optional.class) {
                if (random.nextBoolean()) body.put(part.getName(), value(argument(declared, 0)));
            } else {
                body.put(part.getName(), value(declared));
            }
        }
        return body;
    }

    private Object value(Type declared) {
        var type = raw(declared);
        if (type == List.class) return list(argument(declared, 0));
        if (type == Map.class) return map(declared);
        if (type == boolean.class || type == Boolean.class) return random.nextBoolean();
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class || type == Duration.class) return one(NUMBERS);
        if (type == String.class) return text();
        if (type == Instant.class) return random.nextInt(3) == 0 ? CaseDesk.instant(CaseDesk.at(random.nextInt(30), 9)) : one(INSTANTS);
        if (type == LocalDate.class) return random.nextInt(3) == 0 ? CaseDesk.day(random.nextInt(30)) : one(DAYS);
        if (type == Digest.class) return "sha256:" + "0".repeat(64);
        if (type == UUID.class) return id();
        if (type.isEnum()) return word(type);
        if (type.isSealed()) return choice(type);
        return record(type);
    }

    private Object record(Class<?> type) {
        var parts = type.getRecordComponents();
        var single = parts.length == 1 ? raw(parts[0].getGenericType()) : null;
        if (single == UUID.class) return id();
        if (single == String.class) return random.nextBoolean() ? one(List.of("zf1", "inquiry-record", "penalty-decision", "no-such")) : text();
        return of(type);
    }

    private Object choice(Class<?> type) {
        var parts = type.getPermittedSubclasses();
        var chosen = parts[random.nextInt(parts.length)];
        var body = new LinkedHashMap<String, Object>(Map.of("is", Records.choice(chosen)));
        body.putAll(of(chosen));
        return body;
    }

    private List<Object> list(Type item) {
        var size = switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> depth == 0 ? 200 : 2;
            default -> 1 + random.nextInt(3);
        };
        var list = new ArrayList<>();
        if (depth == DEPTH_MAX) return list;
        depth++;
        for (var i = 0; i < size; i++) list.add(value(item));
        depth--;
        return list;
    }

    private Map<String, Object> map(Type declared) {
        var map = new LinkedHashMap<String, Object>();
        if (depth == DEPTH_MAX) return map;
        depth++;
        for (var i = random.nextInt(4); i > 0; i--) {
            map.put(random.nextBoolean() ? one(List.of("place", "party", "issuedOn", "officers", "questions")) : text(), value(argument(declared, 1)));
        }
        depth--;
        return map;
    }

    private Object word(Class<?> type) {
        var constant = (Enum<?>) type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        try {
            return type.getMethod("word").invoke(constant);
        } catch (ReflectiveOperationException e) {
            return constant.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private String id() {
        return random.nextInt(4) == 0 ? new UUID(random.nextLong(), random.nextLong()).toString() : one(ids);
    }

    private String text() {
        return switch (random.nextInt(10)) {
            case 0 -> "";
            case 1 -> "　 ";
            case 2 -> random.nextInt(8) == 0 ? "长".repeat(15_000) : random.nextBoolean() ? "反\u202e转" : "a\tb\nc";
            default -> one(KEPT);
        };
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType of ? (Class<?>) of.getRawType() : (Class<?>) type;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
