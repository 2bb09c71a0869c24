package org.liuhen.formats.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Canonical JSON: exactly one spelling for each value. */
public final class CanonicalJson {

    /** How deep objects and lists may stand in one another. */
    public static final int DEPTH_MAX = 64;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxNumberLength(32)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private CanonicalJson() {}

    /**
     * The bytes of the value.
     *
     * @throws IllegalArgumentException if a text has a lone surrogate or the value is deeper than {@link #DEPTH_MAX}
     */
    public static byte[] write(Json value) {
        var out = new StringBuilder();
        write(value, out, 0);
        return out.toString().getBytes(UTF_8);
    }

    private static void write(Json value, StringBuilder out, int depth) {
        switch (value) {
            case Json.Fields fields -> {
                deeper(depth);
                out.append('{');
                var separator = "";
                for (var field : fields.values().entrySet()) {
                    out.append(separator);
                    write(field.getKey(), out);
                    out.append(':');
                    write(field.getValue(), out, depth + 1);
                    separator = ",";
                }
                out.append('}');
            }
            case Json.Items items -> {
                deeper(depth);
                out.append('[');
                var separator = "";
                for (var item : items.values()) {
                    out.append(separator);
                    write(item, out, depth + 1);
                    separator = ",";
                }
                out.append(']');
            }
            case Json.Text text -> write(text.value(), out);
            case Json.Whole number -> out.append(number.value());
            case Json.Flag flag -> out.append(flag.value());
        }
    }

    private static void deeper(int depth) {
        if (depth >= DEPTH_MAX) throw new IllegalArgumentException("deeper than " + DEPTH_MAX);
    }

    /** What needs no escape is taken over in runs: nearly every text is one run. */
    private static void write(String text, StringBuilder out) {
        out.append('"');
        var plain = 0; // from here on nothing is taken over yet
        for (var i = 0; i < text.length(); i++) {
            var unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                if (!Character.isSurrogatePair(unit, i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
                    throw new IllegalArgumentException("half a surrogate pair: U+" + Integer.toHexString(unit));
                }
                i++;
            } else if (unit < 0x20 || unit == '"' || unit == '\\') {
                out.append(text, plain, i);
                escape(unit, out);
                plain = i + 1;
            }
        }
        out.append(text, plain, text.length()).append('"');
    }

    private static void escape(char unit, StringBuilder out) {
        switch (unit) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u").append(HexFormat.of().toHexDigits((short) unit));
        }
    }

    /**
     * The value of the bytes.
     *
     * @param bytesMax the most bytes it may have
     * @throws Malformed if they are anything but the canonical spelling of a value
     */
    public static Json read(byte[] bytes, int bytesMax) {
        var text = StrictText.utf8(bytes, bytesMax, "JSON");
        Json value;
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            value = value(parser, parser.nextToken());
            if (parser.nextToken() != null) throw new Malformed("JSON: something follows the value");
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Malformed("not canonical JSON: " + e.getMessage(), e);
        }
        byte[] again;
        try {
            again = write(value);
        } catch (IllegalArgumentException e) {
            throw new Malformed("not canonical JSON: " + e.getMessage(), e);
        }
        if (!Arrays.equals(again, bytes)) {
            throw new Malformed("not canonical JSON: written again it differs from byte " + Arrays.mismatch(again, bytes)
                    + " on");
        }
        return value;
    }

    /**
     * The object of the bytes.
     *
     * @throws Malformed if they are anything but the canonical spelling of an object
     */
    public static FieldsReader readFields(byte[] bytes, int bytesMax, String what) {
        if (read(bytes, bytesMax) instanceof Json.Fields fields) return new FieldsReader(fields, what);
        throw new Malformed(what + " is not a JSON object");
    }

    private static Json value(JsonParser parser, JsonToken token) {
        if (token == null) throw new Malformed("JSON: nothing there, or it ends too early");
        return switch (token) {
            case START_OBJECT -> {
                var fields = new TreeMap<String, Json>();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    var name = parser.currentName();
                    fields.put(name, value(parser, parser.nextToken()));
                }
                yield new Json.Fields(fields);
            }
            case START_ARRAY -> {
                var items = new ArrayList<Json>();
                for (var next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    items.add(value(parser, next));
                }
                yield new Json.Items(items);
            }
            case VALUE_STRING -> new Json.Text(parser.getString());
            case VALUE_NUMBER_INT -> new Json.Whole(parser.getLongValue());
            case VALUE_TRUE -> new Json.Flag(true);
            case VALUE_FALSE -> new Json.Flag(false);
            case VALUE_NULL -> throw new Malformed("JSON: null does not occur");
            case VALUE_NUMBER_FLOAT -> throw new Malformed("JSON: only integers");
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new Malformed("JSON: unexpected " + token);
        };
    }
}
