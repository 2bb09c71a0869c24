package org.liuhen.formats.devices;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.StationId;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.FieldsWriter;
import org.liuhen.formats.notes.SignedNote;
import org.liuhen.formats.notes.Signer;
import org.liuhen.formats.notes.VerifierKey;

/**
 * What a station signs when a file is durable in its own store (采集站入库回执). docs/formats.md, section 20. The receipts of a station
 * are a chain: each has the digest of the one before.
 *
 * @param device the number of the device, where the station knew it
 * @param path in the source, for people
 * @param receivedAt by the station's clock, less what it was last known to be off the server's
 * @param sequence from 1, without gaps
 * @param previous the digest of the receipt before
 */
public record StationReceipt(
        StationId station, Optional<String> device, String path, long sizeBytes, Digest sha256, Digest sm3Tree, Instant receivedAt,
        long sequence, Optional<Digest> previous) {

    /** The most bytes a receipt may have. */
    public static final int BYTES_MAX = 16 * 1024;

    private static final String WHAT = "station receipt";
    private static final String KEY_PREFIX = "liuhen-station/";

    public StationReceipt {
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
        if (sequence < 1) throw new IllegalArgumentException("a sequence begins with 1: " + sequence);
        if (previous.isEmpty() != (sequence == 1)) throw new IllegalArgumentException("only the first receipt has none before it");
    }

    /** The name that a key of the station must have. */
    public static String keyName(StationId station) {
        return KEY_PREFIX + station.value();
    }

    /**
     * The key on this line, if it is one that the station may sign with: Ed25519, and named after the station.
     *
     * @throws Malformed if it is not
     */
    public static VerifierKey key(StationId station, String vkey) {
        var key = VerifierKey.parse(vkey);
        if (key.algorithm() != VerifierKey.Algorithm.ED25519) throw new Malformed("the key of a station is an Ed25519 one");
        if (!key.name().equals(keyName(station))) throw new Malformed("the key of the station is named " + keyName(station) + ", not " + key.name());
        return key;
    }

    /** The receipt, signed: a note whose text is one line of canonical JSON. */
    public byte[] sign(Signer signer) {
        var fields = new FieldsWriter().put("station", station.value()).maybe("device", device)
                .put("path", path).put("sizeBytes", sizeBytes).putHex("sha256", sha256).put("sm3Tree", sm3Tree)
                .put("receivedAt", receivedAt).put("sequence", sequence);
        previous.ifPresent(digest -> fields.put("previous", digest));
        return SignedNote.sign(new String(CanonicalJson.write(fields.end()), UTF_8) + "\n", List.of(signer)).write();
    }

    /** A receipt and the note that carries it. */
    public record Signed(StationReceipt receipt, SignedNote note) {
        /** Whether this key signed it, and signed it rightly. */
        public boolean isSignedBy(VerifierKey key) {
            return note.open(List.of(key)).trustworthy();
        }
    }

    /**
     * Reads a receipt. The signature is not checked.
     *
     * @throws Malformed if it is none
     */
    public static Signed read(byte[] bytes) {
        if (bytes.length > BYTES_MAX) throw new Malformed(WHAT + " has more than " + BYTES_MAX + " bytes");
        var note = SignedNote.parse(bytes);
        var text = note.text();
        if (text.indexOf('\n') != text.length() - 1) throw new Malformed(WHAT + " is not one line");
        var in = CanonicalJson.readFields(text.substring(0, text.length() - 1).getBytes(UTF_8), BYTES_MAX, WHAT);
        try {
            var receipt = new StationReceipt(new StationId(in.id("station")), in.maybe("device", in::text), in.text("path"), in.count("sizeBytes"),
                    in.hex("sha256", Digest.Algorithm.SHA256), in.digest("sm3Tree", Digest.Algorithm.SM3_TREE),
                    in.instant("receivedAt"), in.count("sequence"), in.maybe("previous", name -> in.digest(name, Digest.Algorithm.SHA256)));
            in.end();
            return new Signed(receipt, note);
        } catch (IllegalArgumentException e) {
            throw new Malformed(WHAT + ": " + e.getMessage(), e);
        }
    }
}
