package org.liuhen.formats.recordings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.activities.SceneReceipt;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.Hostile;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.Json;
import org.liuhen.formats.json.RandomRecords;

/** Scene receipts against vectors that were made without this program, and that the page in the browser is held to as well. */
class SceneReceiptsTest {

    private static final Path VECTORS = Path.of("src/test/scene/vectors.json");

    record Vector(String name, String text, Digest digest, String code, String address) {
        byte[] receipt() {
            return text.getBytes(UTF_8);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Vector> vectors() {
        try {
            var all = (Json.Items) CanonicalJson.read(Files.readAllBytes(VECTORS), 1 << 20);
            return all.values().stream().map(one -> vector(((Json.Fields) one).values()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Vector vector(Map<String, Json> fields) {
        return new Vector(text(fields, "name"), new String(CanonicalJson.write(Objects.requireNonNull(fields.get("receipt"))),
                UTF_8),
                Digest.parse(text(fields, "digest")),
                text(fields, "code"), text(fields, "address"));
    }

    private static String text(Map<String, Json> fields, String name) {
        return ((Json.Text) Objects.requireNonNull(fields.get(name))).value();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void a_receipt_has_the_bytes_the_digest_the_code_and_the_address_of_its_vector(Vector vector) {
        var receipt = SceneReceipts.read(vector.receipt());
        assertEquals(vector.text(), new String(SceneReceipts.write(receipt), UTF_8));
        assertEquals(vector.digest(), SceneReceipts.digest(receipt));
        assertEquals(vector.code(), SceneCode.of(vector.digest()));
        assertEquals(vector.code(), SceneCode.read(vector.code()));
        var held = SceneReceipts.readAddress(vector.address());
        assertEquals(vector.digest(), held.digest());
        assertTrue(held.is(receipt));
        assertEquals(receipt.captures().size() < 2, held.receipt().isPresent(), "a large one is summed up");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void every_flipped_bit_of_a_receipt_is_refused_or_another_receipt(Vector vector) {
        Hostile.attack(vector.receipt(), SceneReceipts::read);
        for (var at = 0; at < vector.receipt().length * 8; at += 3) {
            var broken = vector.receipt().clone();
            broken[at / 8] ^= (byte) (1 << at % 8);
            assertFalse(isOf(vector.digest(), broken), "bit " + at);
        }
    }

    private static boolean isOf(Digest digest, byte[] bytes) {
        try {
            return SceneReceipts.digest(SceneReceipts.read(bytes)).equals(digest);
        } catch (Malformed e) {
            return false;
        }
    }

    /** A summary that says another number or time than the receipt of its digest. */
    @Test
    void a_summary_that_lies_is_not_of_the_receipt() {
        var receipt = SceneReceipts.read(vectors().toList().getLast().receipt());
        var digest = SceneReceipts.digest(receipt);
        var said = new SceneReceipts.Summary(receipt.activity(), receipt.agency(), 11, digest, receipt.endedAt(),
                SceneReceipts.Summary.FORMAT, receipt.startedAt());
        assertFalse(new SceneReceipts.Held(digest, Optional.empty(), Optional.of(said)).is(receipt));
    }

    @Test
    void every_wrong_character_and_every_two_that_changed_places_are_found() {
        var dice = new SplittableRandom(7);
        for (var round = 0; round < 200; round++) {
            var bytes = new byte[32];
            dice.nextBytes(bytes);
            var code = SceneCode.of(Digest.sha256(bytes)).replace("-", "");
            for (var place = 0; place < code.length(); place++) {
                for (var letter : SceneCode.ALPHABET.toCharArray()) {
                    if (letter != code.charAt(place)) refused(code.substring(0, place) + letter + code.substring(place + 1));
                }
                for (var other = place + 1; other < code.length(); other++) {
                    if (code.charAt(place) != code.charAt(other)) refused(swapped(code, place, other));
                }
                refused(code.substring(0, place) + code.substring(place + 1));
            }
        }
    }

    private static String swapped(String code, int one, int other) {
        var letters = new StringBuilder(code);
        letters.setCharAt(one, code.charAt(other));
        letters.setCharAt(other, code.charAt(one));
        return letters.toString();
    }

    private static void refused(String code) {
        assertThrows(Malformed.class, () -> SceneCode.read(code), code);
    }

    @Test
    void a_code_is_read_as_people_type_it() {
        var vector = vectors().toList().getFirst();
        assertEquals(vector.code(), SceneCode.read("  " + vector.code().toLowerCase(Locale.ROOT).replace("-", " ") + "\n"));
        assertEquals(vector.code(), SceneCode.read(vector.code().replace('-', '－')));
        for (var never : List.of("0", "O", "1", "I", "L", "ı", "Ａ")) {
            assertThrows(Malformed.class, () -> SceneCode.read(never + vector.code().substring(1)), never);
        }
        assertThrows(Malformed.class, () -> SceneCode.read(""));
    }

    @Test
    void an_address_has_one_spelling_and_a_limit() {
        for (var wrong : List.of("", "https://a/verify", "https://a/verify#scene=", "https://a/verify#scene=e30", "#scene-summary=e30",
                "#scene=e30=", "#scene=" + "A".repeat(5000), vectors().toList().getFirst().address() + "A")) {
            assertThrows(Malformed.class, () -> SceneReceipts.readAddress(wrong), wrong);
        }
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void a_receipt_that_is_not_as_section_22_says_is_refused(String where, String instead) {
        var text = vectors().toList().getLast().text();
        assertTrue(text.contains(where), where);
        assertThrows(Malformed.class, () -> SceneReceipts.read(text.replace(where, instead).getBytes(UTF_8)));
    }

    static Stream<Arguments> faulty() {
        return Stream.of(new String[] {"receipt-v1", "receipt-v2"}, new String[] {"aabbccddeeff\"", "AABBCCDDEEFF\""},
                new String[] {"\"captures\":12", "\"captures\":11"}, new String[] {"\"taps\":9", "\"taps\":-9"},
                        new String[] {"SQ-0003", "SQ-0001"},
                new String[] {"\"03080001\"", "\" \""}, new String[] {"T01:05:00.000Z\",\"kind", "T01:50:00.000Z\",\"kind"},
                new String[] {"2026-03-02T01:00:00.000Z", "2026-03-02T01:00:00Z"}, new String[] {"\"photo\"", "\"painting\""})
                .map(pair -> Arguments.of(pair[0], pair[1]));
    }

    @Test
    void an_answer_comes_back_as_it_was_and_nothing_else_is_read() {
        for (var seed = 0; seed < 50; seed++) {
            var random = (SceneAnswer) new RandomRecords(seed, seed == 0).record(SceneAnswer.class);
            var answer = new SceneAnswer(random.answeredAt(), random.captures(), random.destroyed(), random.digest(),
                    SceneAnswer.FORMAT, random.lodged());
            assertEquals(answer, SceneAnswer.read(answer.write()));
            assertThrows(Malformed.class, () -> SceneAnswer.read(random.write()), "of another format");
        }
        assertThrows(Malformed.class, () -> SceneAnswer.read("[]".getBytes(UTF_8)));
    }

    @Test
    void a_receipt_with_as_many_captures_as_it_may_have_fits() {
        var one = SceneReceipts.read(vectors().toList().getLast().receipt());
        var captures = Stream.iterate(0, i -> i + 1).limit(SceneReceipt.CAPTURES_MAX).map(i -> new SceneReceipt.Capture(
                Instant.parse("2026-03-02T01:00:00.000Z").plusMillis(i), MediaKind.PHOTO,
                String.format(Locale.ROOT, "%064x", i), 9_999_999_999L, Instant.parse("2026-03-02T01:00:00.000Z")
                        .plusMillis(i))).toList();
        var full = new SceneReceipt(one.activity(), one.agency(), captures, new SceneReceipt.Counters(captures.size(), 0, 0),
                one.devices(),
                one.endedAt(), one.format(), one.issuedAt(), one.nonce(), one.officers(), one.startedAt(), one.title());
        assertTrue(SceneReceipts.write(full).length <= SceneReceipts.BYTES_MAX);
        assertEquals(full, SceneReceipts.read(SceneReceipts.write(full)));
    }
}
