package org.liuhen.formats.json;

import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.ValueForm.Place;

/**
 * Records of core as canonical JSON and back, by the names of their components. docs/formats.md, section 2.4.1, says how each type
 * is written. Strict: an unknown or missing field, or a value that the record refuses, is {@link Malformed} with the path to it.
 */
public final class Records {

    private Records() {}

    /** The fields of a record. */
    public static Json.Fields write(Record value) {
        return new Json.Fields(RecordShape.of(value.getClass()).write(value));
    }

    /**
     * The record with these fields.
     *
     * @param where begins the path in messages
     * @throws Malformed if a field is unknown, missing or wrong
     */
    public static <T extends Record> T read(Json.Fields fields, Class<T> type, String where) {
        return type.cast(RecordShape.of(type).read(fields.values(), Place.of(where)));
    }

    /** The word of a record of a sealed choice: its name in lower camel case. */
    public static String choice(Class<?> type) {
        var name = type.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
