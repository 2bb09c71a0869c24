package org.liuhen.formats.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;

/** How the values of one type are written, and read back. Made once for each type. */
sealed interface ValueForm {

    /** The value in JSON. */
    Json write(Object value);

    /**
     * The value that was written.
     *
     * @throws Malformed with the place, if it is not such a value
     */
    Object read(Json json, Place place);

    /** Where a value stands; spelled only when something is wrong with it. */
    record Place(@Nullable Place in, String name) {

        static Place of(String name) {
            return new Place(null, name);
        }

        Place field(String field) {
            return new Place(this, "." + field);
        }

        Place item(int index) {
            return new Place(this, "[" + index + "]");
        }

        @Override
        public String toString() {
            return in == null ? name : in + name;
        }
    }

    /** The form of a component's type. */
    static ValueForm of(Type declared) {
        var type = raw(declared);
        if (type == List.class) return new Items(of(argument(declared, 0)));
        if (type == Set.class) return new Members(of(argument(declared, 0)));
        if (type == Map.class) return new Keyed(of(argument(declared, 0)), of(argument(declared, 1)));
        if (type == boolean.class || type == Boolean.class) return new YesNo();
        if (type == int.class || type == Integer.class) return new Whole(value -> (long) (int) value, Math::toIntExact);
        if (type == long.class || type == Long.class) return new Whole(value -> (long) value, value -> value);
        if (type == Duration.class) return new Whole(value -> ((Duration) value).toMillis(), Duration::ofMillis);
        if (type == String.class) return new Text(value -> (String) value, text -> text);
        if (type == Instant.class) return new Text(value -> Times.write((Instant) value), Times::instant);
        if (type == LocalDate.class) return new Text(value -> Times.write((LocalDate) value), Times::day);
        if (type == Digest.class) return new Text(Object::toString, Digest::parse);
        if (type == UUID.class) return new Text(Object::toString, ValueForm::id);
        if (type.isEnum()) return Word.of(type);
        if (type.isSealed()) return Choice.of(type);
        if (type.isRecord()) return isWrapper(type) ? Wrapper.of(type) : new Nested(type);
        throw new IllegalArgumentException("no form in JSON: " + declared);
    }

    /** Anything that is one text. */
    record Text(Function<Object, String> spelling, Function<String, Object> meaning) implements ValueForm {
        @Override
        public Json write(Object value) {
            return new Json.Text(spelling.apply(value));
        }

        @Override
        public Object read(Json json, Place place) {
            if (!(json instanceof Json.Text(var text))) throw new Malformed(place + " is not a text");
            try {
                return meaning.apply(text);
            } catch (Malformed | IllegalArgumentException e) {
                throw new Malformed(place + ": " + e.getMessage(), e);
            }
        }
    }

    /** Anything that is one integer. */
    record Whole(Function<Object, Long> number, Function<Long, Object> meaning) implements ValueForm {
        @Override
        public Json write(Object value) {
            return new Json.Whole(number.apply(value));
        }

        @Override
        public Object read(Json json, Place place) {
            if (!(json instanceof Json.Whole(var number))) throw new Malformed(place + " is not an integer");
            try {
                return meaning.apply(number);
            } catch (ArithmeticException e) {
                throw new Malformed(place + " is too large: " + number, e);
            }
        }
    }

    /** True or false. */
    record YesNo() implements ValueForm {
        @Override
        public Json write(Object value) {
            return new Json.Flag((Boolean) value);
        }

        @Override
        public Object read(Json json, Place place) {
            if (json instanceof Json.Flag(var flag)) return flag;
            throw new Malformed(place + " is not true or false");
        }
    }

    /** A word of a closed list. */
    record Word(Map<String, Object> meanings, Map<Object, String> spellings) implements ValueForm {
        static Word of(Class<?> type) {
            var meanings = new LinkedHashMap<String, Object>();
            for (var constant : type.getEnumConstants()) meanings.put(spelled((Enum<?>) constant), constant);
            var spellings = meanings.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
            return new Word(meanings, spellings);
        }

        @Override
        public Json write(Object value) {
            return new Json.Text(spellings.getOrDefault(value, ""));
        }

        @Override
        public Object read(Json json, Place place) {
            if (!(json instanceof Json.Text(var word))) throw new Malformed(place + " is not a text");
            var meaning = meanings.get(word);
            if (meaning == null) throw new Malformed(place + " is not one of its words: " + StrictText.shown(word));
            return meaning;
        }

        /** Enums of core say their word; those of the rules are spelled in small letters. */
        static String spelled(Enum<?> constant) {
            try {
                return (String) constant.getDeclaringClass().getMethod("word").invoke(constant);
            } catch (NoSuchMethodException e) {
                return constant.name().toLowerCase(Locale.ROOT);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(constant + " does not say its word", e);
            }
        }
    }

    /** A record of one id or one text stands for it. */
    record Wrapper(RecordShape shape, ValueForm inside) implements ValueForm {
        static Wrapper of(Class<?> type) {
            return new Wrapper(RecordShape.of(type), ValueForm.of(type.getRecordComponents()[0].getType()));
        }

        @Override
        public Json write(Object value) {
            return inside.write(shape.component(value, 0));
        }

        @Override
        public Object read(Json json, Place place) {
            return shape.make(new Object[] {inside.read(json, place)}, place);
        }
    }

    /** A list in its order. */
    record Items(ValueForm item) implements ValueForm {
        @Override
        public Json write(Object value) {
            return new Json.Items(((List<?>) value).stream().map(item::write).toList());
        }

        @Override
        public Object read(Json json, Place place) {
            if (!(json instanceof Json.Items(var items))) throw new Malformed(place + " is not a list");
            var list = new ArrayList<>(items.size());
            for (var i = 0; i < items.size(); i++) list.add(item.read(items.get(i), place.item(i)));
            return list;
        }
    }

    /** A set of words or texts: a list, sorted, none twice. Read in any order: a person's list has none. */
    record Members(ValueForm item) implements ValueForm {
        @Override
        public Json write(Object value) {
            return new Json.Items(((Set<?>) value).stream().map(item::write).sorted(Comparator.comparing(Members::text)).toList());
        }

        @Override
        public Object read(Json json, Place place) {
            if (!(json instanceof Json.Items(var items))) throw new Malformed(place + " is not a list");
            var members = new LinkedHashSet<>();
            for (var i = 0; i < items.size(); i++) {
                if (!members.add(item.read(items.get(i), place.item(i)))) throw new Malformed(place.item(i) + " stands there twice");
            }
            return members;
        }

        private static String text(Json json) {
            if (json instanceof Json.Text(var text)) return text;
            throw new IllegalArgumentException("no member in JSON: " + json);
        }
    }

    /** A map whose keys are texts: an object. */
    record Keyed(ValueForm key, ValueForm item) implements ValueForm {
        @Override
        public Json write(Object value) {
            var fields = new TreeMap<String, Json>();
            ((Map<?, ?>) value).forEach((name, one) -> fields.put(text(key.write(name)), item.write(one)));
            return new Json.Fields(fields);
        }

        @Override
        public Object read(Json json, Place place) {
            if (!(json instanceof Json.Fields(var fields))) throw new Malformed(place + " is not an object");
            var map = new LinkedHashMap<>();
            fields.forEach((name, one) -> {
                var at = place.field(StrictText.shown(name));
                map.put(key.read(new Json.Text(name), at), item.read(one, at));
            });
            return map;
        }

        private static String text(Json json) {
            if (json instanceof Json.Text(var text)) return text;
            throw new IllegalArgumentException("no key in JSON: " + json);
        }
    }

    /** A record in a record. Its shape is looked up when it is used: records may hold each other. */
    record Nested(Class<?> type) implements ValueForm {
        @Override
        public Json write(Object value) {
            return new Json.Fields(RecordShape.of(type).write(value));
        }

        @Override
        public Object read(Json json, Place place) {
            if (json instanceof Json.Fields(var fields)) return RecordShape.of(type).read(fields, place);
            throw new Malformed(place + " is not an object");
        }
    }

    /** One of several records; the field {@code is} says which. */
    record Choice(Map<String, Class<?>> records) implements ValueForm {
        private static final String IS = "is";

        static Choice of(Class<?> sealed) {
            return new Choice(leaves(sealed).collect(Collectors.toUnmodifiableMap(Records::choice, type -> type)));
        }

        private static Stream<Class<?>> leaves(Class<?> type) {
            return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(Choice::leaves) : Stream.of(type);
        }

        @Override
        public Json write(Object value) {
            var fields = RecordShape.of(value.getClass()).write(value);
            fields.put(IS, new Json.Text(Records.choice(value.getClass())));
            return new Json.Fields(fields);
        }

        @Override
        public Object read(Json json, Place place) {
            if (!(json instanceof Json.Fields(var fields))) throw new Malformed(place + " is not an object");
            var is = fields.get(IS);
            if (is == null) throw new Malformed(place.field(IS) + " is missing");
            if (!(is instanceof Json.Text(var word))) throw new Malformed(place.field(IS) + " is not a text");
            var type = records.get(word);
            if (type == null) throw new Malformed(place.field(IS) + " is not one of its words: " + StrictText.shown(word));
            var rest = new TreeMap<>(fields);
            rest.remove(IS);
            return RecordShape.of(type).read(rest, place);
        }
    }

    private static UUID id(String text) {
        var id = UUID.fromString(text);
        if (id.toString().equals(text)) return id;
        throw new IllegalArgumentException("not an id in its only spelling");
    }

    private static boolean isWrapper(Class<?> type) {
        var components = type.getRecordComponents();
        return components.length == 1 && components[0].getName().equals("value")
                && (components[0].getType() == UUID.class || components[0].getType() == String.class);
    }

    /** The class of a type. */
    static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            default -> throw new IllegalArgumentException("no form in JSON: " + type);
        };
    }

    /** What a list, a map or an Optional is of. */
    static Type argument(Type type, int index) {
        if (type instanceof ParameterizedType generic) return generic.getActualTypeArguments()[index];
        throw new IllegalArgumentException("of what: " + type);
    }
}
