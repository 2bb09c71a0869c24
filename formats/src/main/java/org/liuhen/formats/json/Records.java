package org.liuhen.formats.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;

/**
 * Records of core as canonical JSON and back, by the names of their components. docs/formats.md, section 2.6a, says how each type is
 * written: instants, days, durations in milliseconds ({@code …Millis}), digests, enums by their word, records of one id or one text as
 * that text, {@code Optional} left out, maps with such keys as objects, a sealed choice as an object with {@code is}. Strict: an
 * unknown or missing field, or a value that the record refuses, is {@link Malformed} with the path to it.
 */
public final class Records {

    /** The field that says which record of a sealed choice it is. */
    private static final String CHOICE = "is";

    private static final ConcurrentHashMap<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    private static final ConcurrentHashMap<Enum<?>, String> WORDS = new ConcurrentHashMap<>();

    /** How a record is taken apart and put together. */
    private record Shape(List<Part> parts, MethodHandle constructor) {}

    private record Part(String name, Type type, MethodHandle get) {}

    private Records() {}

    /** The fields of a record. */
    public static Json.Fields write(Record value) {
        var fields = new TreeMap<String, Json>();
        for (var part : shape(value.getClass()).parts()) {
            var component = call(part.get(), value);
            if (component instanceof Optional<?> optional) {
                optional.ifPresent(present -> fields.put(part.name(), json(present, argument(part.type(), 0))));
            } else {
                fields.put(part.name(), json(component, part.type()));
            }
        }
        return new Json.Fields(fields);
    }

    /**
     * The record with these fields.
     *
     * @throws Malformed if a field is unknown, missing or wrong
     */
    public static <T extends Record> T read(Json.Fields fields, Class<T> type, String where) {
        return type.cast(record(fields, type, where));
    }

    private static Json json(Object value, Type declared) {
        return switch (value) {
            case String text -> new Json.Text(text);
            case Integer number -> new Json.Whole(number);
            case Long number -> new Json.Whole(number);
            case Boolean flag -> new Json.Flag(flag);
            case Instant instant -> new Json.Text(Times.write(instant));
            case LocalDate day -> new Json.Text(Times.write(day));
            case Duration time -> new Json.Whole(time.toMillis());
            case UUID id -> new Json.Text(id.toString());
            case Digest digest -> new Json.Text(digest.toString());
            case Enum<?> word -> new Json.Text(word(word));
            case List<?> list -> new Json.Items(list.stream().map(item -> json(item, argument(declared, 0))).toList());
            case Map<?, ?> map -> {
                var fields = new TreeMap<String, Json>();
                map.forEach((key, item) -> fields.put(key(key), json(item, argument(declared, 1))));
                yield new Json.Fields(fields);
            }
            case Record wrapped when isWrapper(wrapped.getClass()) ->
                    json(call(shape(wrapped.getClass()).parts().getFirst().get(), wrapped), shape(wrapped.getClass()).parts().getFirst().type());
            case Record nested -> raw(declared).isSealed() ? chosen(nested) : write(nested);
            default -> throw new IllegalArgumentException("no form in JSON: " + value.getClass());
        };
    }

    private static Json.Fields chosen(Record value) {
        var fields = new TreeMap<>(write(value).values());
        if (fields.put(CHOICE, new Json.Text(choice(value.getClass()))) != null) throw new IllegalArgumentException(value.getClass() + " has a field is");
        return new Json.Fields(fields);
    }

    /** The word of a record of a sealed choice: its name in lower camel case. */
    public static String choice(Class<?> type) {
        var name = type.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static Object value(Json json, Type declared, String where) {
        var type = raw(declared);
        if (type == List.class) return list(json, argument(declared, 0), where);
        if (type == Map.class) return map(json, declared, where);
        if (type == String.class) return text(json, where);
        if (type == boolean.class || type == Boolean.class) {
            if (json instanceof Json.Flag(var flag)) return flag;
            throw new Malformed(where + " is not true or false");
        }
        if (type == int.class || type == Integer.class) {
            var number = number(json, where);
            if ((int) number != number) throw new Malformed(where + " is too large: " + number);
            return (int) number;
        }
        if (type == long.class || type == Long.class) return number(json, where);
        if (type == Duration.class) return Duration.ofMillis(number(json, where));
        if (type.isEnum()) return constant(type, text(json, where), where);
        if (type.isSealed()) return choice(json, type, where);
        if (type.isRecord() && !isWrapper(type)) {
            if (json instanceof Json.Fields fields) return record(fields, type, where);
            throw new Malformed(where + " is not an object");
        }
        return scalar(json, type, where);
    }

    private static Object scalar(Json json, Class<?> type, String where) {
        try {
            if (type == Instant.class) return Times.instant(text(json, where));
            if (type == LocalDate.class) return Times.day(text(json, where));
            if (type == Digest.class) return Digest.parse(text(json, where));
            if (type == UUID.class) return id(text(json, where));
            if (isWrapper(type)) {
                var part = shape(type).parts().getFirst();
                return construct(type, List.of(value(json, part.type(), where)), where);
            }
        } catch (Malformed e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new Malformed(where + ": " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("no form in JSON: " + type);
    }

    private static UUID id(String text) {
        var id = UUID.fromString(text);
        if (id.toString().equals(text)) return id;
        throw new IllegalArgumentException("not an id in its only spelling");
    }

    private static List<Object> list(Json json, Type item, String where) {
        if (!(json instanceof Json.Items(var items))) throw new Malformed(where + " is not a list");
        var list = new ArrayList<>(items.size());
        for (var i = 0; i < items.size(); i++) list.add(value(items.get(i), item, where + "[" + i + "]"));
        return list;
    }

    private static Map<Object, Object> map(Json json, Type declared, String where) {
        if (!(json instanceof Json.Fields(var fields))) throw new Malformed(where + " is not an object");
        var map = new LinkedHashMap<>();
        fields.forEach((key, item) -> map.put(value(new Json.Text(key), argument(declared, 0), where + "." + key),
                value(item, argument(declared, 1), where + "." + StrictText.shown(key))));
        return map;
    }

    private static Object choice(Json json, Class<?> sealed, String where) {
        if (!(json instanceof Json.Fields(var fields))) throw new Malformed(where + " is not an object");
        var is = fields.get(CHOICE);
        if (is == null) throw new Malformed(where + "." + CHOICE + " is missing");
        var word = text(is, where + "." + CHOICE);
        for (var type : sealed.getPermittedSubclasses()) {
            if (type.isRecord() && choice(type).equals(word)) {
                var rest = new TreeMap<>(fields);
                rest.remove(CHOICE);
                return record(new Json.Fields(rest), type, where);
            }
        }
        throw new Malformed(where + "." + CHOICE + " is not one of its words: " + StrictText.shown(word));
    }

    private static Object record(Json.Fields fields, Class<?> type, String where) {
        var shape = shape(type);
        var arguments = new ArrayList<>(shape.parts().size());
        var known = 0;
        for (var part : shape.parts()) {
            var json = fields.values().get(part.name());
            if (json != null) known++;
            arguments.add(argument(part, json, where));
        }
        if (known < fields.values().size()) {
            var names = shape.parts().stream().map(Part::name).toList();
            var stranger = fields.values().keySet().stream().filter(name -> !names.contains(name)).findFirst().orElseThrow();
            throw new Malformed(where + ": unknown field " + StrictText.shown(stranger));
        }
        return construct(type, arguments, where);
    }

    private static Object argument(Part part, @Nullable Json json, String where) {
        var at = where + "." + part.name();
        if (raw(part.type()) == Optional.class) {
            return json == null ? Optional.empty() : Optional.of(value(json, argument(part.type(), 0), at));
        }
        if (json == null) throw new Malformed(where + ": " + part.name() + " is missing");
        return value(json, part.type(), at);
    }

    private static Object construct(Class<?> type, List<Object> arguments, String where) {
        try {
            return shape(type).constructor().invokeWithArguments(arguments);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Malformed(where + ": " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private static String text(Json json, String where) {
        if (json instanceof Json.Text(var text)) return text;
        throw new Malformed(where + " is not a text");
    }

    private static long number(Json json, String where) {
        if (json instanceof Json.Whole(var number)) return number;
        throw new Malformed(where + " is not an integer");
    }

    private static Object constant(Class<?> type, String word, String where) {
        for (var constant : type.getEnumConstants()) {
            if (word((Enum<?>) constant).equals(word)) return constant;
        }
        throw new Malformed(where + " is not one of its words: " + StrictText.shown(word));
    }

    /** Enums of core say their word; those of the rules are spelled in small letters. */
    private static String word(Enum<?> constant) {
        return WORDS.computeIfAbsent(constant, Records::spelled);
    }

    private static String spelled(Enum<?> constant) {
        try {
            return (String) constant.getDeclaringClass().getMethod("word").invoke(constant);
        } catch (NoSuchMethodException e) {
            return constant.name().toLowerCase(Locale.ROOT);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constant + " does not say its word", e);
        }
    }

    /** A record of one id or one text stands for it. */
    private static boolean isWrapper(Class<?> type) {
        if (!type.isRecord()) return false;
        var components = type.getRecordComponents();
        return components.length == 1 && components[0].getName().equals("value")
                && (components[0].getType() == UUID.class || components[0].getType() == String.class);
    }

    private static String key(Object key) {
        if (key instanceof String text) return text;
        if (json(key, key.getClass()) instanceof Json.Text(var text)) return text;
        throw new IllegalArgumentException("no key in JSON: " + key);
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            default -> throw new IllegalArgumentException("no form in JSON: " + type);
        };
    }

    private static Type argument(Type type, int index) {
        if (type instanceof ParameterizedType generic) return generic.getActualTypeArguments()[index];
        throw new IllegalArgumentException("of what: " + type);
    }

    private static Shape shape(Class<?> type) {
        return SHAPES.computeIfAbsent(type, Records::taken);
    }

    private static Shape taken(Class<?> type) {
        var components = type.getRecordComponents();
        if (components == null) throw new IllegalArgumentException("no record: " + type);
        var lookup = MethodHandles.publicLookup();
        try {
            var parts = new ArrayList<Part>();
            for (var component : components) {
                parts.add(new Part(component.getName(), component.getGenericType(), lookup.unreflect(component.getAccessor())));
            }
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getConstructor(types);
            return new Shape(parts, lookup.unreflectConstructor(constructor));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be taken apart", e);
        }
    }

    private static Object call(MethodHandle get, Object record) {
        try {
            return get.invoke(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a record does not tell its component", e);
        }
    }
}
