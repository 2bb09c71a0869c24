package org.liuhen.formats.recordings;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.Json;
import org.liuhen.formats.json.Records;

/**
 * What a server says of a receipt to whoever holds it, as a file that is checked without the server. docs/formats.md, section 22.4.
 *
 * @param answeredAt by the server's clock
 * @param captures in the order of the receipt
 * @param destroyed receipts (section 4) of the destruction of recordings of the activity of which nobody can tell any more which
 *     captures they were
 * @param digest of the scene receipt
 * @param format {@link #FORMAT}
 * @param lodged the receipt (section 4) of its {@code SceneReceiptLodged}; absent while that is in no signed checkpoint
 */
public record SceneAnswer(
        Instant answeredAt, List<Capture> captures, List<String> destroyed, Digest digest, String format,
                Optional<String> lodged) {

    /** Names the format and its version. */
    public static final String FORMAT = "liuhen-scene-answer-v1";

    /** The most bytes of an answer. */
    public static final int BYTES_MAX = 2 * 1024 * 1024;

    public SceneAnswer {
        captures = List.copyOf(captures);
        destroyed = List.copyOf(destroyed);
    }

    /** How a capture stands. */
    public enum Standing {
        /** Stored, and filed to the activity. */
        FILED,
        /** Stored, and not filed to the activity. */
        STORED,
        /** Nobody has handed it in. */
        ABSENT,
        /** Destroyed by law; {@code proof} shows it. */
        DESTROYED,
        /** It was handed in, and is not in the store as it was. */
        MISSING;

        /** The word in files and answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One capture of the receipt.
     *
     * @param proof receipt (section 4) of the destruction, without its payload
     * @param sha256 64 lower-case hex digits
     * @param storedAt when it was handed in
     */
    public record Capture(Optional<String> proof, String sha256, Standing standing, Optional<Instant> storedAt) {}

    /** The canonical bytes. */
    public byte[] write() {
        return CanonicalJson.write(Records.write(this));
    }

    /**
     * The answer with these bytes.
     *
     * @throws Malformed if they are not exactly those of an answer
     */
    public static SceneAnswer read(byte[] bytes) {
        if (!(CanonicalJson.read(bytes, BYTES_MAX) instanceof Json.Fields fields)) throw new Malformed("answer: not an object");
        var answer = Records.read(fields, SceneAnswer.class, "answer");
        if (!answer.format().equals(FORMAT)) throw new Malformed("answer: not of format " + FORMAT);
        return answer;
    }
}
