package org.liuhen.formats.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.formats.Hostile;
import org.liuhen.formats.Malformed;

class ProfileTest {

    private static final Keys KEYS = Keys.parse("""
            agency.effectiveFrom: {type: day, words: [dayOfPublication], title: 施行日期, en: In force, area: config}
            recording.storeWithin: {type: limit, words: [sameAsCase], title: 储存, en: Stored within, area: collection}
            storage.classificationKeys: {type: words, words: [cause, party], title: 分类, en: Sorted by, area: storage}
            textRecord.issued.sealRequired: {type: flag, title: 印章, en: Seal, area: text-record}
            officers.minPresent: {type: count, title: 人数, en: Officers, area: case}
            device.ratio: {type: counts, words: [heavy, light], title: 比例, en: Ratio, area: device}
            record.required: {type: elements, words: [inquiry, notice], contents: [hearing], title: 内容, en: Contents, area: case}
            access.view.approver: {type: word, words: [personInCharge], title: 审批, en: Approver, area: access}
            agency.docNumber: {type: text, title: 文号, en: Number, area: config}
            agency.legalBasis: {type: texts, title: 依据, en: Basis, area: config}
            reading.SQ.1: {type: word, words: [one], title: 理解, en: Reading, area: config, agencies: [SQ]}
            """.getBytes(UTF_8));

    private static final String GOOD = """
            agency.effectiveFrom:
              - {article: LX-32, value: dayOfPublication}
            recording.storeWithin:
              - {article: LX-23, text: 7c1b52e0, value: PT24H}
              - {from: 2027-01-01, article: [LX-23, LX-24], value: P2D, days: working}
            storage.classificationKeys:
              - {article: LX-24.p2, value: [cause, party]}
            textRecord.issued.sealRequired:
              - {article: LX-13, value: true}
            officers.minPresent:
              - {article: LX-6, value: 2, source: 省办法, confirm: true}
            device.ratio:
              - {article: LX-9, default: {heavy: 3, light: 5}}
            record.required:
              - article: LX-8
                value:
                  - inquiry
                  - {word: notice, article: [LX-8.9, LX-8.10], text: [7c1b52e0, 7c1b52e1], contents: [hearing]}
            access.view.approver:
              - {article: LX-24.p3, value: notStated}
            agency.docNumber:
              - {value: notStated}
            agency.legalBasis:
              - {article: LX-1, value: [行政处罚法]}
            """;

    private static Profile parse(String yaml) {
        return Profile.parse(new AgencyCode("LX"), yaml.getBytes(UTF_8), KEYS);
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
        agency.docNumber:                | agency.colour:             | 1  | 1  | agency.docNumber is missing
        {value: notStated}               | {value: notStated, a: 1}   | 22 | 24 | unknown key a
        {article: LX-32, value:          | {value:                    | 2  | 5  | article is missing
        {article: LX-32,                 | {article: lx,              | 2  | 15 | not an article's id
        value: dayOfPublication          | value: dayOfIssue          | 2  | 29 | not a day
        PT24H}                           | P1D x}                     | 4  | 45 | recording.storeWithin cannot be P1D x
        PT24H}                           | -PT24H}                    | 4  | 45 | recording.storeWithin cannot be -PT24H
        PT24H}                           | PT0H}                      | 4  | 45 | recording.storeWithin cannot be PT0H
        PT24H}                           | P}                         | 4  | 45 | recording.storeWithin cannot be P
        PT24H}                           | 24}                        | 4  | 45 | recording.storeWithin cannot be 24
        P2D, days: working               | P1M, days: working         | 5  | 56 | recording.storeWithin cannot be P1M
        days: working                    | days: free                 | 5  | 67 | unknown word free
        LX-13, value: true               | LX-13, value: true, days: working | 9 | 41 | only a limit has days
        text: 7c1b52e0                   | text: 7c1b52e              | 4  | 28 | fingerprint
        text: 7c1b52e0                   | text: [7c1b52e0, 7c1b52e1] | 4  | 28 | as many fingerprints
        text: 7c1b52e0                   | text: {LX-9: 7c1b52e0}     | 4  | 35 | article does not name LX-9
        [LX-23, LX-24]                   | [LX-23, LX-23]             | 5  | 5  | an article stands twice
        from: 2027-01-01                 | from: 2027-02-30           | 5  | 12 | not a day
        {article: LX-23, text: 7c1b52e0, | {from: 2027-01-01, article: LX-23, | 5 | 5 | from must be later
        {article: LX-23, text: 7c1b52e0, | {from: 2027-01-02, article: LX-23, | 5 | 5 | from must be later
        from: 2027-01-01,                |                            | 5  | 5  | from is missing
        [cause, party]                   | [cause, cause]             | 7  | 32 | an item twice
        [cause, party]                   | [cause, colour]            | 7  | 40 | cannot be colour
        [cause, party]                   | cause                      | 7  | 32 | a list is expected
        [cause, party]                   | []                         | 7  | 32 | the list is empty
        [cause, party]                   | *x                         | 7  | 32 | not YAML
        [cause, party]                   | &x [cause]                 | 7  | 32 | anchors
        LX-13, value: true               | LX-13, value: yes          | 9  | 29 | is true or false
        value: 2,                        | value: two,                | 11 | 28 | not a whole number
        value: 2,                        | value: -2,                 | 11 | 28 | not a whole number
        value: 2,                        | value: 1000001,            | 11 | 28 | more than 1000000
        confirm: true                    | confirm: false             | 11 | 53 | it is true or left out
        light: 5                         | middle: 5                  | 13 | 41 | unknown key middle
        word: notice                     | word: inquiry              | 18 | 9  | inquiry stands twice
        contents: [hearing]              | contents: [statement]      | 18 | 91 | cannot be statement
        - article: LX-8                  | - from: 2027-01-01         | 17 | 9  | article is missing
        article: LX-24.p3, value:        | article: [LX-1, LX-2], value: | 20 | 36 | one article at most
        LX-24.p3, value: notStated       | LX-24.p3, value: anybody   | 20 | 32 | cannot be anybody
        agency.docNumber:                | recording.storeWithin:     | 21 | 1  | twice the key
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
    void a_list_with_articles_of_its_own_cannot_be_a_default() {
        var bad = GOOD.replace("- article: LX-8\n    value:", "- article: LX-8\n    default:");
        assertNotEquals(GOOD, bad);
        var found = String.valueOf(assertThrows(Malformed.class, () -> parse(bad)).getMessage());
        assertTrue(found.contains("cannot be a default"), found);
    }

    @Test
    void what_is_written_canonically_is_read_to_the_same_profile() {
        var profile = parse(GOOD);
        var again = Profile.parse(new AgencyCode("LX"), profile.canonical(), KEYS);
        assertEquals(profile.entries(), again.entries());
        assertArrayEquals(profile.canonical(), again.canonical());
        assertEquals(profile.digest(), again.digest());
    }

    @Test
    void the_digest_names_the_content_and_not_the_spelling() {
        var digest = parse(GOOD).digest();
        var otherwise = GOOD.replace("{article: LX-13, value: true}", "{value: true,   article: [LX-13]}");
        assertNotEquals(GOOD, otherwise);
        assertEquals(digest, parse("# read aloud\n" + otherwise).digest());
        for (var change : new String[][] {{"PT24H", "PT25H"}, {"days: working", "days: natural"},
            {"7c1b52e0, value", "7c1b52e1, value"}, {"LX-13", "LX-14"}, {"2027-01-01", "2027-01-02"}, {"省办法", "省规定"},
            {", confirm: true", ""}, {"[cause, party]", "[party, cause]"},
            {"default: {heavy", "value: {heavy"}, {", contents: [hearing]", ""}}) {
            assertTrue(GOOD.contains(change[0]), change[0]);
            assertNotEquals(digest, parse(GOOD.replace(change[0], change[1])).digest(), change[0]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "a.b: {type: word, title: 甲, en: A, area: case}",
        "a.b: {type: flag, words: [x], title: 甲, en: A, area: case}",
        "a.b: {type: colour, title: 甲, en: A, area: case}",
        "a.b: {type: flag, title: 甲, en: A, area: garden}",
        "a.b: {type: flag, title: 甲, area: case}",
        "a.b: {type: flag, title: 甲, en: A, area: case, feature: x, later: 4}",
        "a.b: {type: flag, contents: [x], title: 甲, en: A, area: case}",
        "a.b: {type: word, words: [x, x], title: 甲, en: A, area: case}",
        "a.b: {type: flag, title: 甲, en: A, area: case, ambiguity: [8]}",
        "a.b: {type: flag, title: 甲, en: A, area: case, later: soon}",
        "A: {type: flag, title: 甲, en: A, area: case}",
        "a.b: {type: flag, title: 甲, en: A, area: case, colour: red}"})
    void keys_are_read_as_strictly(String yaml) {
        var found = String.valueOf(assertThrows(Malformed.class, () -> Keys.parse(yaml.getBytes(UTF_8))).getMessage());
        assertTrue(found.contains("line 1, column"), found);
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
        assertThrows(Malformed.class, () -> Profile.parse(new AgencyCode("LX"), new byte[] {(byte) 0xff}, KEYS));
    }

    @Test
    void no_flipped_bit_throws_anything_else() {
        // other spellings of the same value exist in YAML: only the kind of the answer is promised; each parse is a new object
        Hostile.attack(GOOD.getBytes(UTF_8), bytes -> Profile.parse(new AgencyCode("LX"), bytes, KEYS));
    }
}
