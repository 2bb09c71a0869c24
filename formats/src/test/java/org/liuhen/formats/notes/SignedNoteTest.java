package org.liuhen.formats.notes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.formats.Hostile;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;

class SignedNoteTest {

    /** The example in the documentation of Go's golang.org/x/mod/sumdb/note: key, private key, note. */
    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String PETERS_SECRET = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String PETERS_TEXT =
            "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private static final String PETERS_NOTE = PETERS_TEXT
            + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    /** The example of C2SP signed-note: a text with an empty line in it. */
    private static final String QUASIMODO = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n"
            + "\u2014 quasimodo.example/salvatore "
            + "NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void gos_example_verifies_and_signing_gives_the_same_bytes() {
        var key = VerifierKey.parse(PETER);
        assertEquals(0xc74f20a3, key.id());
        assertEquals(PETER, key.vkey());
        var note = SignedNote.parse(bytes(PETERS_NOTE));
        assertEquals(new SignedNote.Opened(List.of(key), List.of()), note.open(List.of(key)));
        var signer = Signer.read(PETERS_SECRET);
        assertEquals(key, signer.verifierKey());
        assertEquals(PETERS_SECRET, signer.write());
        assertEquals(PETERS_NOTE, new String(SignedNote.sign(PETERS_TEXT, List.of(signer)).write(), UTF_8));
    }

    @Test
    void the_key_of_the_go_checksum_database_reads() {
        var vkey = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";
        assertEquals(vkey, VerifierKey.parse(vkey).vkey());
    }

    @Test
    void the_text_ends_at_the_last_empty_line() {
        var note = SignedNote.parse(bytes(QUASIMODO));
        assertTrue(note.text().endsWith(":\n\ned è subito sera.\n"));
        var line = note.signatures().getFirst();
        assertEquals("quasimodo.example/salvatore", line.name());
        assertEquals(0x367ba04b, line.keyId());
        assertEquals(64, line.signature().length);
        assertArrayEquals(bytes(QUASIMODO), note.write());
    }

    @ParameterizedTest
    @EnumSource
    void a_note_signed_here_is_verified_here(VerifierKey.Algorithm algorithm) {
        var signer = Signer.generate("liuhen-5f3a09c2/SQ", algorithm, new SecureRandom());
        var again = Signer.read(signer.write());
        var key = VerifierKey.parse(signer.verifierKey().vkey());
        assertEquals(signer.verifierKey(), again.verifierKey());
        var note = SignedNote.parse(SignedNote.sign("一\n", List.of(again)).write());
        assertEquals(List.of(key), note.open(List.of(key)).verified());
        var other = new SignedNote("二\n", note.signatures());
        assertEquals(new SignedNote.Opened(List.of(), List.of(key)), other.open(List.of(key)));
        assertFalse(signer.toString().contains(signer.write().split("\\+", 5)[4]), // base64 has pluses too
                "the secret is not shown");
    }

    @ParameterizedTest
    @EnumSource
    void hostile_signatures_verify_nothing_and_throw_nothing(VerifierKey.Algorithm algorithm) {
        var signer = Signer.generate("a", algorithm, new SecureRandom());
        var text = bytes("text\n");
        var signature = signer.sign(text);
        assertTrue(signer.verifierKey().verifies(text, signature));
        for (var bit = 0; bit < signature.length * 8; bit++) {
            var flipped = signature.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertFalse(signer.verifierKey().verifies(text, flipped), "bit " + bit);
        }
        for (var length : List.of(0, 1, 63, 65, 128)) assertFalse(signer.verifierKey().verifies(text, new byte[length]));
        assertFalse(signer.verifierKey().verifies(text, new byte[64]));
        var ones = new byte[64];
        Arrays.fill(ones, (byte) 0xff);
        assertFalse(signer.verifierKey().verifies(text, ones));
    }

    @Test
    void both_algorithms_stand_side_by_side_and_strangers_are_passed_over() {
        var random = new SecureRandom();
        var ed25519 = Signer.generate("a/SQ", VerifierKey.Algorithm.ED25519, random);
        var sm2 = Signer.generate("a/SQ", VerifierKey.Algorithm.SM2, random);
        var note = SignedNote.sign("x\n", List.of(ed25519, sm2, Signer.generate("b", VerifierKey.Algorithm.ED25519, random)));
        var keys = List.of(sm2.verifierKey(), ed25519.verifierKey(), VerifierKey.parse(PETER));
        assertEquals(List.of(sm2.verifierKey(), ed25519.verifierKey()), note.open(keys).verified());
        assertTrue(note.open(keys).trustworthy());
        assertFalse(note.open(List.of(VerifierKey.parse(PETER))).trustworthy());
    }

    @Test
    void one_wrong_signature_of_a_known_key_spoils_the_note() {
        var random = new SecureRandom();
        var right = Signer.generate("a", VerifierKey.Algorithm.ED25519, random);
        var wrong = Signer.generate("b", VerifierKey.Algorithm.SM2, random);
        var text = "x\n";
        var note = new SignedNote(
                text,
                List.of(
                        SignedNote.sign(text, List.of(right)).signatures().getFirst(),
                        SignedNote.sign("y\n", List.of(wrong)).signatures().getFirst()));
        assertFalse(note.open(List.of(right.verifierKey(), wrong.verifierKey())).trustworthy());
        assertTrue(note.open(List.of(right.verifierKey())).trustworthy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "x\n",
                "x\n\n",
                "x\n\n\u2014 a \n",
                "x\n\n\u2014 a AAAAAA==\n",
                "x\n\n\u2014 a AAAAAAA\n",
                "x\n\n\u2014 a AAAAAAB=\n",
                "x\n\n- a AAAAAAA=\n",
                "x\n\n\u2014 a+b AAAAAAA=\n",
                "x\n\n\u2014 a\u3000b AAAAAAA=\n",
                "x\n\n\u2014 a AAAAAAA=",
                "x\n\n\u2014 a AAAAAAA=\r\n",
                "x\u0007\n\n\u2014 a AAAAAAA=\n",
                "x\t\n\n\u2014 a AAAAAAA=\n"
            })
    void what_is_no_note_is_refused(String note) {
        assertThrows(Malformed.class, () -> SignedNote.parse(bytes(note)));
    }

    @Test
    void a_note_has_limits() {
        var line = "\u2014 a AAAAAAA=\n";
        assertEquals(64, SignedNote.parse(bytes("x\n\n" + line.repeat(64))).signatures().size());
        assertThrows(Malformed.class, () -> SignedNote.parse(bytes("x\n\n" + line.repeat(65))));
        assertThrows(Malformed.class, () -> SignedNote.parse(bytes("x".repeat(SignedNote.BYTES_MAX) + "\n\n" + line)));
        var signer = Signer.read(PETERS_SECRET);
        assertThrows(IllegalArgumentException.class, () -> SignedNote.sign("no line feed", List.of(signer)));
        assertThrows(IllegalArgumentException.class, () -> SignedNote.sign("x\n", Collections.nCopies(65, signer)));
    }

    @Test
    void every_flipped_bit_is_refused_or_another_note_and_never_verified() {
        var key = VerifierKey.parse(PETER);
        Hostile.attack(bytes(PETERS_NOTE), SignedNote::parse);
        var note = bytes(PETERS_NOTE);
        var refused = 0;
        for (var bit = 0; bit < note.length * 8; bit++) {
            var flipped = note.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            try {
                assertFalse(SignedNote.parse(flipped).open(List.of(key)).trustworthy(), "bit " + bit);
            } catch (Malformed e) {
                refused++; // even earlier
            }
        }
        assertTrue(refused > 0, "refused " + refused);
    }

    @Test
    void every_flipped_bit_of_a_key_is_refused() {
        Hostile.attack(bytes(PETER), vkey -> VerifierKey.parse(StrictText.utf8(vkey, 1000, "vkey")));
        var sm2 = Signer.generate("a", VerifierKey.Algorithm.SM2, new SecureRandom()).verifierKey().vkey();
        Hostile.attack(bytes(sm2), vkey -> VerifierKey.parse(StrictText.utf8(vkey, 1000, "vkey")));
    }

    @Test
    void a_point_off_the_curve_is_no_key() {
        var point = new byte[65];
        point[0] = 4;
        point[64] = 1;
        assertThrows(
                IllegalArgumentException.class,
                () -> new VerifierKey("a", VerifierKey.Algorithm.SM2, Base64.getEncoder().encodeToString(point)));
    }

    @Test
    void a_damaged_private_key_is_refused_without_showing_it() {
        var secret = PETERS_SECRET.substring(PETERS_SECRET.length() - 20);
        var damaged = PETERS_SECRET.replace("AYEK", "AYEL");
        var thrown = assertThrows(Malformed.class, () -> Signer.read(damaged));
        assertFalse(String.valueOf(thrown.getMessage()).contains(secret));
        var cut = assertThrows(Malformed.class, () -> Signer.read(PETERS_SECRET.substring(0, PETERS_SECRET.length() - 1)));
        assertFalse(String.valueOf(cut.getMessage()).contains("AYEK"));
        assertThrows(Malformed.class, () -> Signer.read(PETER));
    }

    @Test
    void a_trust_file_names_its_bad_line() {
        assertEquals(List.of(VerifierKey.parse(PETER)), TrustFile.parse("# logs\n\n" + PETER + "\r\n" + PETER + "\n"));
        var thrown = assertThrows(Malformed.class, () -> TrustFile.parse("#\nPeterNeumann\n"));
        var message = String.valueOf(thrown.getMessage());
        assertTrue(message.contains("第 2 行") && message.contains("line 2"), message);
    }
}
