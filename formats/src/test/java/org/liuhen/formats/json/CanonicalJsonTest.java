package org.liuhen.formats.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.formats.Hostile;
import org.liuhen.formats.Malformed;

class CanonicalJsonTest {

    private static final int MAX = 48 * 1024;

    private static Json read(String json) {
        return CanonicalJson.read(json.getBytes(UTF_8), MAX);
    }

    @Test
    void keys_are_sorted_by_utf16_units_as_in_rfc_8785() {
        // the example of RFC 8785, section 3.2.3: U+1F600 is written with D83D, which stands before FB33
        Map<String, Json> fields = Map.of(
                "\u20ac", new Json.Text("Euro Sign"),
                "\r", new Json.Text("Carriage Return"),
                "\ufb33", new Json.Text("Hebrew Letter Dalet With Dagesh"),
                "1", new Json.Text("One"),
                "\ud83d\ude00", new Json.Text("Emoji: Grinning Face"),
                "\u0080", new Json.Text("Control"),
                "\u00f6", new Json.Text("Latin Small Letter O With Diaeresis"));
        var expected = "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
                + "\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}";
        assertEquals(expected, new String(CanonicalJson.write(new Json.Fields(fields)), UTF_8));
        assertEquals(new Json.Fields(fields), read(expected));
    }

    @Test
    void texts_are_escaped_as_in_rfc_8785() {
        // section 3.2.2.2's list: short escapes where they exist, small hex else, nothing beyond U+001F
        var text = new Json.Text("\u20ac$\u000f\nA'B\"\\\"/\b\t\f\r\u007f\u2028");
        var expected = "\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\"/\\b\\t\\f\\r\u007f\u2028\"";
        assertEquals(expected, new String(CanonicalJson.write(text), UTF_8));
        assertEquals(text, read(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{} ",
                " {}",
                "{}\n",
                "{}{}",
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":null}",
                "null",
                "1.0",
                "1e3",
                "-0",
                "01",
                "+1",
                "9007199254740992",
                "-9007199254740992",
                "99999999999999999999999999999999999999999",
                "{\"a\": 1}",
                "[1,]",
                "[1 ,2]",
                "{a:1}",
                "'a'",
                "\"\\u0041\"",
                "\"\\/\"",
                "\"\\u000A\"",
                "\"\\u000a\"",
                "\"\\u001F\"",
                "\"\\ud800\"",
                "\"\\ud83d\\ude00\"",
                "NaN",
                "true false",
                "/**/{}",
                "[",
                "{",
                "{\"a\"",
                "{\"a\":",
                "\"",
                "\ufeff{}"
            })
    void what_has_another_spelling_is_refused(String json) {
        assertThrows(Malformed.class, () -> read(json));
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        assertThrows(Malformed.class, () -> CanonicalJson.read(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}, MAX), "overlong");
        assertThrows(
                Malformed.class,
                () -> CanonicalJson.read(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}, MAX),
                "a surrogate");
        assertThrows(Malformed.class, () -> CanonicalJson.read("\"\u00e9\"".getBytes(StandardCharsets.ISO_8859_1), MAX));
    }

    @Test
    void depth_and_length_have_limits() {
        var deepest = "[".repeat(CanonicalJson.DEPTH_MAX) + "]".repeat(CanonicalJson.DEPTH_MAX);
        assertArrayEquals(deepest.getBytes(UTF_8), CanonicalJson.write(read(deepest)));
        assertThrows(Malformed.class, () -> read("[" + deepest + "]"));
        assertThrows(Malformed.class, () -> read("[".repeat(40_000)));
        Json deep = new Json.Items(List.of());
        for (var i = 0; i < CanonicalJson.DEPTH_MAX; i++) deep = new Json.Items(List.of(deep));
        var tooDeep = deep;
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(tooDeep));
        var text = "\"" + "a".repeat(MAX - 2) + "\"";
        assertEquals(new Json.Text("a".repeat(MAX - 2)), read(text));
        assertThrows(Malformed.class, () -> read("\"" + "a".repeat(MAX - 1) + "\""));
    }

    @Test
    void half_a_surrogate_pair_is_never_written() {
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(new Json.Text("a\ud83d")));
    }

    @Test
    void every_flipped_bit_is_refused_or_another_value() {
        Hostile.attack(
                "{\"a\":[1,-20,true,false],\"b\":{\"\u5b57\":\"\\n\ud83d\ude00\"},\"c\":\"\"}".getBytes(UTF_8),
                bytes -> CanonicalJson.read(bytes, MAX));
    }

    @Test
    void instants_are_cut_to_milliseconds_and_have_one_spelling() {
        assertEquals("2026-03-02T07:04:00.999Z", Times.write(Instant.parse("2026-03-02T07:04:00.999999Z")));
        assertEquals("1969-12-31T23:59:59.999Z", Times.write(Instant.ofEpochSecond(0, -1)));
        assertEquals(Instant.parse("2026-03-02T07:04:00.5Z"), Times.instant("2026-03-02T07:04:00.500Z"));
        for (var other : List.of(
                "2026-03-02T07:04:00Z", "2026-03-02T07:04:00.5000Z", "2026-03-02t07:04:00.500Z", "2026-02-30T07:04:00.500Z",
                "2026-03-02T24:00:00.000Z", "2026-03-02T07:04:60.000Z", "+026-03-02T07:04:00.500Z", "2026-03-02T07:04:00.500+")) {
            assertThrows(Malformed.class, () -> Times.instant(other), other);
        }
        assertThrows(IllegalArgumentException.class, () -> Times.write(Instant.parse("+10000-01-01T00:00:00Z")));
        assertThrows(IllegalArgumentException.class, () -> Times.write(Instant.MIN));
    }
}
