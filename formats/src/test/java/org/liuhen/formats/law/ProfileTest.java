package org.liuhen.formats.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.formats.Hostile;
import org.liuhen.formats.Malformed;

class ProfileTest {

    private static final String GOOD = """
            agency.effectiveFrom:
              - {article: LX-32, value: dayOfPublication}
            recording.storeWithin:
              - {article: LX-23, text: 7c1b52e0, value: PT24H}
              - {from: 2027-01-01, article: LX-23, value: PT12H}
            storage.classificationKeys:
              - {article: LX-24.p2, value: [cause, party]}
            storage.requiredMetadata:
              - {value: notStated}
            """;

    private static Profile parse(String yaml) {
        return Profile.parse(new AgencyCode("LX"), yaml.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        SQ, enforcementUnit deviceNo officer recordingDate,           default
        CL, enforcementUnit deviceNo officer recordingDate,           default
        LX, enforcementUnit deviceNo officer cause party,             LX-24.p2
        WD, caseName partyOrUnitName recordingDate storingDate,       WD-9.p2
        AJ, deviceNo officer useTime party cause,                     AJ-12
        """)
    void the_five_agencies_classify_by_their_own_keys(String agency, String keys, String source) {
        var found = Profile.of(new AgencyCode(agency)).classificationKeys();
        assertEquals(keys, found.stream().map(ClassificationKey::key).collect(Collectors.joining(" ")));
        found.forEach(key -> assertEquals(source, key.article().orElse("default")));
    }

    @Test
    void titles_are_in_both_languages() {
        var key = Profile.of(new AgencyCode("LX")).classificationKeys().getLast();
        assertEquals("当事人", key.title().zh());
        assertEquals("Party", key.title().en());
    }

    @Test
    void there_is_no_sixth_profile() {
        assertThrows(Malformed.class, () -> Profile.of(new AgencyCode("XX")));
    }

    @ParameterizedTest(name = "{0} → {1}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
        storage.requiredMetadata:        | storage.colour:            | 1 | 1  | storage.requiredMetadata is missing
        {value: notStated}               | {value: notStated, a: 1}   | 9 | 24 | unknown key a
        {article: LX-32, value:          | {value:                    | 2 | 5  | article is missing
        PT24H}                           | P1D x}                     | 4 | 45 | recording.storeWithin cannot be P1D x
        PT24H}                           | -PT24H}                    | 4 | 45 | recording.storeWithin cannot be -PT24H
        text: 7c1b52e0                   | text: 7c1b52e              | 4 | 28 | fingerprint
        from: 2027-01-01                 | from: 2027-02-30           | 5 | 12 | not a day
        {article: LX-23, text: 7c1b52e0, | {from: 2027-01-01, article: LX-23, | 5 | 5 | from must be later
        from: 2027-01-01,                |                            | 5 | 5  | from is missing
        [cause, party]                   | [cause, cause]             | 7 | 32 | an item twice
        [cause, party]                   | [cause, colour]            | 7 | 40 | cannot be colour
        [cause, party]                   | cause                      | 7 | 32 | a list is expected
        [cause, party]                   | *x                         | 7 | 32 | not YAML
        [cause, party]                   | &x [cause]                 | 7 | 32 | anchors
        storage.requiredMetadata:        | recording.storeWithin:     | 8 | 1  | twice the key
        """)
    void an_error_has_line_and_column(String before, String after, int line, int column, String message) {
        assertTrue(GOOD.contains(before), before);
        var bad = GOOD.replace(before, after == null ? "" : after);
        var thrown = assertThrows(Malformed.class, () -> parse(bad));
        var found = String.valueOf(thrown.getMessage());
        assertTrue(found.contains(message), found);
        assertTrue(found.contains("line " + line + ", column " + column + ":"), found);
        assertTrue(found.contains("第 " + line + " 行第 " + column + " 列："), found);
    }

    @Test
    void yaml_that_is_clever_or_huge_does_no_harm() {
        assertThrows(Malformed.class, () -> parse(""));
        assertThrows(Malformed.class, () -> parse("[".repeat(1000)));
        assertThrows(Malformed.class, () -> parse("a: &a [*a]"));
        assertThrows(Malformed.class, () -> parse("--- a\n--- b\n"));
        assertThrows(Malformed.class, () -> parse("\u0000"));
        assertThrows(Malformed.class, () -> parse("? [a]\n: b\n"));
        assertThrows(Malformed.class, () -> parse("<<: {a: b}\n"));
        assertThrows(Malformed.class, () -> parse("!!javax.script.ScriptEngineManager []"));
        assertThrows(Malformed.class, () -> parse(" ".repeat(Profile.BYTES_MAX + 1)));
        assertThrows(Malformed.class, () -> Profile.parse(new AgencyCode("LX"), new byte[] {(byte) 0xff}));
    }

    @Test
    void no_flipped_bit_throws_anything_else() {
        // other spellings of the same value exist in YAML: only the kind of the answer is promised; each parse is a new object
        Hostile.attack(GOOD.getBytes(UTF_8), bytes -> Profile.parse(new AgencyCode("LX"), bytes));
    }
}
