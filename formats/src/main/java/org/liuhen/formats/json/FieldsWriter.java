package org.liuhen.formats.json;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.liuhen.core.values.Digest;

/** Collects the fields of an object; they are sorted at the end. An absent value is left out. */
public final class FieldsWriter {

    private final Map<String, Json> values = new TreeMap<>();

    /** Any value. */
    public FieldsWriter put(String name, Json value) {
        if (values.put(name, value) != null) throw new IllegalArgumentException("twice: " + name);
        return this;
    }

    /** A text. */
    public FieldsWriter put(String name, String text) {
        return put(name, new Json.Text(text));
    }

    /** An integer. */
    public FieldsWriter put(String name, long number) {
        return put(name, new Json.Whole(number));
    }

    /** An instant, cut to milliseconds. */
    public FieldsWriter put(String name, Instant instant) {
        return put(name, Times.write(instant));
    }

    /** A legal day. */
    public FieldsWriter put(String name, LocalDate day) {
        return put(name, Times.write(day));
    }

    /** An id. */
    public FieldsWriter put(String name, UUID id) {
        return put(name, id.toString());
    }

    /** A digest with its algorithm. */
    public FieldsWriter put(String name, Digest digest) {
        return put(name, digest.toString());
    }

    /** A digest in bare hex: the field's name says the algorithm. */
    public FieldsWriter putHex(String name, Digest digest) {
        if (!digest.algorithm().prefix().equals(name)) throw new IllegalArgumentException(name + " is a " + digest);
        return put(name, digest.hex());
    }

    /** Whole milliseconds. */
    public FieldsWriter put(String name, Duration time) {
        return put(name, time.toMillis());
    }

    /** A list. */
    public <T> FieldsWriter put(String name, Collection<T> items, Function<? super T, ? extends Json> write) {
        return put(name, new Json.Items(items.stream().<Json>map(write).toList()));
    }

    /** A field that is left out when there is no value. */
    public <T> FieldsWriter maybe(String name, Optional<T> value, Function<? super T, ? extends Json> write) {
        if (value.isPresent()) put(name, write.apply(value.get()));
        return this;
    }

    /** A text, where there is one. */
    public FieldsWriter maybe(String name, Optional<String> text) {
        return maybe(name, text, Json.Text::new);
    }

    /** An integer, where there is one. */
    public FieldsWriter maybeNumber(String name, Optional<? extends Number> number) {
        return maybe(name, number, n -> new Json.Whole(n.longValue()));
    }

    /** The object. */
    public Json.Fields end() {
        return new Json.Fields(values);
    }
}
