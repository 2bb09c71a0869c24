package org.liuhen.formats.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;
import org.liuhen.formats.events.Leaf;
import org.liuhen.formats.events.Payload;

/**
 * An event and the proof that it was in the log. docs/formats.md, section 4. Reading it checks the form only: neither signature,
 * nor
 * inclusion, nor that salt and payload belong to the leaf.
 *
 * @param leaf the leaf's bytes as base64
 * @param shown salt and payload, unless destroyed or not to be shown
 */
public record Receipt(String leaf, Optional<Shown> shown, TlogProof proof) {

    /** The most bytes a receipt may have. */
    public static final int BYTES_MAX = 128 * 1024;

    private static final String FORMAT = "liuhen-receipt v1\n";

    /**
     * What the leaf's digests are of.
     *
     * @param salt as base64
     * @param payload as base64
     */
    public record Shown(String salt, String payload) {

        public Shown {
            if (StrictText.base64(salt, "salt").length != Payload.SALT_BYTES) {
                throw new IllegalArgumentException("a salt has 32 bytes");
            }
            if (StrictText.base64(payload, "payload").length > Payload.BYTES_MAX) {
                throw new IllegalArgumentException("a payload too long");
            }
        }

        /** With these bytes. */
        public static Shown of(byte[] salt, byte[] payload) {
            return new Shown(StrictText.base64(salt), StrictText.base64(payload));
        }

        /** The salt's bytes. */
        public byte[] saltBytes() {
            return StrictText.base64(salt, "salt");
        }

        /** The payload's bytes. */
        public byte[] payloadBytes() {
            return StrictText.base64(payload, "payload");
        }
    }

    public Receipt {
        if (StrictText.base64(leaf, "leaf").length > Leaf.BYTES_MAX) throw new IllegalArgumentException("a leaf too long");
    }

    /** The receipt over these bytes. */
    public static Receipt of(byte[] leaf, Optional<Shown> shown, TlogProof proof) {
        return new Receipt(StrictText.base64(leaf), shown, proof);
    }

    /** The leaf's bytes. */
    public byte[] leafBytes() {
        return StrictText.base64(leaf, "leaf");
    }

    /** The bytes. */
    public byte[] write() {
        var text = new StringBuilder(FORMAT).append("leaf ").append(leaf).append('\n');
        shown.ifPresent(s ->
                text.append("salt ").append(s.salt()).append('\n').append("payload ").append(s.payload()).append('\n'));
        return text.append('\n').append(new String(proof.write(), UTF_8)).toString().getBytes(UTF_8);
    }

    /**
     * Reads a receipt.
     *
     * @throws Malformed if the bytes are not one
     */
    public static Receipt parse(byte[] bytes) {
        var text = StrictText.utf8(bytes, BYTES_MAX, "receipt");
        var blank = text.indexOf("\n\n");
        if (!text.startsWith(FORMAT) || blank < 0) throw new Malformed("receipt: does not begin with " + FORMAT.strip());
        var lines = text.substring(0, blank).split("\n", -1);
        if (lines.length != 2 && lines.length != 4) throw new Malformed("receipt: not leaf, or leaf, salt and payload");
        var proof = TlogProof.parse(text.substring(blank + 2).getBytes(UTF_8));
        try {
            Optional<Shown> shown = lines.length == 2
                    ? Optional.empty()
                    : Optional.of(new Shown(after("salt ", lines[2]), after("payload ", lines[3])));
            return new Receipt(after("leaf ", lines[1]), shown, proof);
        } catch (IllegalArgumentException e) {
            throw new Malformed("receipt: " + e.getMessage(), e);
        }
    }

    private static String after(String word, String line) {
        if (!line.startsWith(word)) throw new Malformed("receipt: a line that does not begin with " + word.strip());
        return line.substring(word.length());
    }
}
