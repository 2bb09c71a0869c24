package org.liuhen.formats.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.UnitCode;

/** Records with all kinds of content, the same for the same seed. */
public final class RandomRecords {

    private static final List<String> TEXTS = List.of("某某商店无照经营", "a", "“引号”\"\\\n\t", "一九四九〔2026〕12号", "𠮷野家", "甲 乙");
    private static final int DEPTH_MAX = 3;

    private final Random random;
    private final boolean full;

    /** @param full whether whatever may be absent or empty is there */
    public RandomRecords(long seed, boolean full) {
        random = new Random(seed);
        this.full = full;
    }

    /** The records of a sealed choice. */
    public static Stream<Class<? extends Record>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RandomRecords::leaves)
                : Stream.of(type.asSubclass(Record.class));
    }

    /** A record of this class. */
    public Record record(Class<? extends Record> type) {
        return record(type, 0);
    }

    private Record record(Class<? extends Record> type, int depth) {
        try {
            var components = type.getRecordComponents();
            var constructor = type.getConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            var values = new ArrayList<>();
            for (var component : components) values.add(value(component.getGenericType(), depth + 1));
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.toString(), e);
        }
    }

    private Object value(Type declared, int depth) {
        var type = declared instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) declared;
        if (type == Optional.class) return full || random.nextBoolean() ? Optional.of(value(of(declared, 0), depth)) : Optional.empty();
        if (type == List.class) return list(() -> value(of(declared, 0), depth + 1), depth);
        if (type == Set.class) return new LinkedHashSet<>(list(() -> value(of(declared, 0), depth + 1), depth));
        if (type == Map.class) return map(declared, depth);
        var plain = plain(type);
        if (plain.isPresent()) return plain.get();
        if (type.isEnum()) return pick(List.of(type.getEnumConstants()));
        return record(pick(leaves(type).toList()), depth);
    }

    private Optional<Object> plain(Class<?> type) {
        Map<Class<?>, Supplier<Object>> plain = Map.ofEntries(
                Map.entry(String.class, () -> pick(TEXTS)),
                Map.entry(boolean.class, random::nextBoolean),
                Map.entry(Boolean.class, random::nextBoolean),
                Map.entry(int.class, () -> 1 + random.nextInt(9)),
                Map.entry(long.class, () -> random.nextLong(Json.NUMBER_MAX)),
                Map.entry(Duration.class, () -> Duration.ofMillis(random.nextLong(100_000_000))),
                Map.entry(Instant.class, () -> Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L))),
                Map.entry(LocalDate.class, () -> LocalDate.ofEpochDay(random.nextInt(40_000))),
                Map.entry(UUID.class, () -> new UUID(random.nextLong(), random.nextLong())),
                Map.entry(Digest.class, () -> {
                    var bytes = new byte[32];
                    random.nextBytes(bytes);
                    return Digest.sha256(bytes);
                }),
                Map.entry(Interval.class, () -> {
                    var from = Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
                    return new Interval(from, from.plusMillis(random.nextLong(100_000_000)));
                }),
                Map.entry(ArticleId.class, () -> new ArticleId("SQ-L-" + (1 + random.nextInt(9)))),
                Map.entry(DeviceNumber.class, () -> new DeviceNumber("SQ-" + random.nextInt(9))),
                Map.entry(TemplateId.class, () -> new TemplateId("inquiry-record")),
                Map.entry(UnitCode.class, () -> new UnitCode("zf" + random.nextInt(9))));
        return Optional.ofNullable(plain.get(type)).map(Supplier::get);
    }

    private List<Object> list(Supplier<Object> item, int depth) {
        var size = full ? (depth < DEPTH_MAX ? 2 : 1) : random.nextInt(3);
        return Stream.generate(item).limit(size).toList();
    }

    /** Full maps have a value of every record of a choice, so that golden files show them all. */
    private Map<Object, Object> map(Type declared, int depth) {
        var map = new HashMap<>();
        var item = (Class<?>) of(declared, 1);
        if (full && depth < DEPTH_MAX) {
            leaves(item).forEach(type -> map.put(Records.choice(type), record(type, depth + 1)));
        } else if (depth < DEPTH_MAX) {
            for (var i = random.nextInt(4); i > 0; i--) map.put("field" + i, value(item, depth + 1));
        }
        return map;
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private static Type of(Type declared, int index) {
        return ((ParameterizedType) declared).getActualTypeArguments()[index];
    }
}
