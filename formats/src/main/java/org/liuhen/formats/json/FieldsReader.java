package org.liuhen.formats.json;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;

/**
 * Reads the fields of an object one by one. {@link #end} refuses what was not asked for. Every method throws {@link Malformed}
 * when the
 * field is missing or not of its kind.
 */
public final class FieldsReader {

    private final Json.Fields fields;
    private final String where;
    private final Set<String> asked = new HashSet<>();

    /** Over the fields of an object; {@code where} is for messages. */
    public FieldsReader(Json.Fields fields, String where) {
        this.fields = fields;
        this.where = where;
    }

    /** Any value. */
    public Json value(String name) {
        asked.add(name);
        var value = fields.values().get(name);
        if (value == null) throw new Malformed(where + ": " + name + " is missing");
        return value;
    }

    /** The value where the field is there; {@code read} is a method of this reader. */
    public <T> Optional<T> maybe(String name, Function<String, T> read) {
        asked.add(name);
        return fields.values().containsKey(name) ? Optional.of(read.apply(name)) : Optional.empty();
    }

    /** A text. */
    public String text(String name) {
        return text(value(name), name);
    }

    /** A text with a meaning: a constructor's {@link IllegalArgumentException} says that it is not such a text. */
    public <T> T text(String name, Function<String, T> meaning) {
        return meaning(name, text(name), meaning);
    }

    /** An integer from {@code 0} on. */
    public long count(String name) {
        var number = number(name);
        if (number < 0) throw new Malformed(where + ": " + name + " is negative: " + number);
        return number;
    }

    /** An integer from {@code 0} to 2³¹ − 1. */
    public int smallCount(String name) {
        var number = count(name);
        if (number > Integer.MAX_VALUE) throw new Malformed(where + ": " + name + " is too large: " + number);
        return (int) number;
    }

    /** An integer. */
    public long number(String name) {
        if (value(name) instanceof Json.Whole(var number)) return number;
        throw new Malformed(where + ": " + name + " is not an integer");
    }

    /** An instant. */
    public Instant instant(String name) {
        return Times.instant(text(name));
    }

    /** A legal day. */
    public LocalDate day(String name) {
        return Times.day(text(name));
    }

    /** An id. */
    public UUID id(String name) {
        return text(name, text -> {
            var id = UUID.fromString(text);
            if (id.toString().equals(text)) return id;
            throw new IllegalArgumentException("not an id in its only spelling");
        });
    }

    /** A digest with its algorithm. */
    public Digest digest(String name, Digest.Algorithm algorithm) {
        var digest = text(name, Digest::parse);
        if (digest.algorithm() == algorithm) return digest;
        throw new Malformed(where + ": " + name + " is not of " + algorithm.prefix() + ": " + digest);
    }

    /** A digest in bare hex: the field's name says the algorithm. */
    public Digest hex(String name, Digest.Algorithm algorithm) {
        return text(name, hex -> new Digest(algorithm, hex));
    }

    /** A time from 0 on, in milliseconds. */
    public Duration millis(String name) {
        return Duration.ofMillis(count(name));
    }

    /** A word of a closed list. */
    public <E> E word(String name, E[] words, Function<E, String> spelling) {
        var text = text(name);
        for (var word : words) {
            if (spelling.apply(word).equals(text)) return word;
        }
        throw new Malformed(where + ": " + name + " is not one of the words for it: " + StrictText.shown(text));
    }

    /** A list of objects. */
    public <T> List<T> objects(String name, Function<FieldsReader, T> read) {
        var list = new ArrayList<T>();
        for (var item : items(name)) {
            if (!(item instanceof Json.Fields object)) {
                throw new Malformed(where + ": " + name + " has an item that is no object");
            }
            list.add(object(name, object, read));
        }
        return list;
    }

    /** A list of texts. */
    public List<String> texts(String name) {
        return items(name).stream().map(item -> text(item, name)).toList();
    }

    /** An object. */
    public <T> T object(String name, Function<FieldsReader, T> read) {
        if (value(name) instanceof Json.Fields object) return object(name, object, read);
        throw new Malformed(where + ": " + name + " is not an object");
    }

    /** An object whose fields have no names of ours. */
    public Json.Fields object(String name) {
        if (value(name) instanceof Json.Fields object) return object;
        throw new Malformed(where + ": " + name + " is not an object");
    }

    /** The whole object by {@code read}, which need not call {@link #end}; a value that cannot be is {@link Malformed}. */
    public <T> T whole(Function<FieldsReader, T> read) {
        return object(this, read);
    }

    /** Refuses fields that nobody asked for. */
    public void end() {
        for (var name : fields.values().keySet()) {
            if (!asked.contains(name)) throw new Malformed(where + ": unknown field " + StrictText.shown(name));
        }
    }

    private <T> T object(String name, Json.Fields object, Function<FieldsReader, T> read) {
        return object(new FieldsReader(object, where + "." + name), read);
    }

    private static <T> T object(FieldsReader reader, Function<FieldsReader, T> read) {
        T value;
        try {
            value = read.apply(reader);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new Malformed(reader.where + ": " + e.getMessage(), e);
        }
        reader.end();
        return value;
    }

    private List<Json> items(String name) {
        if (value(name) instanceof Json.Items(var items)) return items;
        throw new Malformed(where + ": " + name + " is not a list");
    }

    private String text(Json value, String name) {
        if (value instanceof Json.Text(var text)) return text;
        throw new Malformed(where + ": " + name + " is not a text");
    }

    private <T> T meaning(String name, String text, Function<String, T> meaning) {
        try {
            return meaning.apply(text);
        } catch (IllegalArgumentException e) {
            throw new Malformed(where + ": " + name + ": " + e.getMessage(), e);
        }
    }
}
