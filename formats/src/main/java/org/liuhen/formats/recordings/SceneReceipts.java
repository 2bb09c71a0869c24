package org.liuhen.formats.recordings;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.liuhen.core.recordings.activities.ActivityId;
import org.liuhen.core.recordings.activities.SceneReceipt;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.Json;
import org.liuhen.formats.json.Records;

/** Scene receipts as bytes, their digests, and what stands in their QR code. docs/formats.md, section 22. */
public final class SceneReceipts {

    /** The most bytes that a receipt has. */
    public static final int BYTES_MAX = 36 * 1024;

    private static final String WHOLE = "#scene=";
    private static final String SUMMARY = "#scene-summary=";
    private static final int ADDRESS_MAX = 4096;

    private SceneReceipts() {}

    /**
     * What a QR code says of a receipt that is too large for it.
     *
     * @param captures how many
     */
    public record Summary(
            ActivityId activity, String agency, int captures, Digest digest, Instant endedAt, String format, Instant startedAt) {

        /** Names the format and its version. */
        public static final String FORMAT = "liuhen-scene-summary-v1";

        /** Whether it is the summary of that receipt. */
        public boolean isOf(SceneReceipt receipt) {
            return equals(new Summary(receipt.activity(), receipt.agency(), receipt.captures().size(),
                    SceneReceipts.digest(receipt),
                    receipt.endedAt(), FORMAT, receipt.startedAt()));
        }
    }

    /**
     * What the holder of a QR code holds.
     *
     * @param digest of the receipt
     * @param receipt where it stands there whole
     */
    public record Held(Digest digest, Optional<SceneReceipt> receipt, Optional<Summary> summary) {

        /** Whether what is held is this receipt, in all that it says. */
        public boolean is(SceneReceipt other) {
            return digest.equals(SceneReceipts.digest(other)) && summary.stream().allMatch(said -> said.isOf(other));
        }
    }

    /** The canonical bytes. */
    public static byte[] write(SceneReceipt receipt) {
        return CanonicalJson.write(Records.write(receipt));
    }

    /** What the receipt is named by: SHA-256 of its bytes. */
    public static Digest digest(SceneReceipt receipt) {
        try {
            return Digest.sha256(MessageDigest.getInstance("SHA-256").digest(write(receipt)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * The receipt with these bytes.
     *
     * @throws Malformed if they are not exactly those of a receipt
     */
    public static SceneReceipt read(byte[] bytes) {
        var receipt = Records.read(fields(bytes), SceneReceipt.class, "receipt");
        receipt.fault().ifPresent(place -> {
            throw new Malformed("receipt: its " + place);
        });
        return receipt;
    }

    /**
     * What the address in a QR code says.
     *
     * @throws Malformed if there is no receipt in it
     */
    public static Held readAddress(String address) {
        if (address.length() > ADDRESS_MAX) throw new Malformed("address: longer than " + ADDRESS_MAX + " characters");
        var stripped = address.strip();
        var whole = stripped.indexOf(WHOLE);
        if (whole >= 0) {
            var receipt = read(base64Url(stripped.substring(whole + WHOLE.length())));
            return new Held(digest(receipt), Optional.of(receipt), Optional.empty());
        }
        var summed = stripped.indexOf(SUMMARY);
        if (summed < 0) throw new Malformed("address: no scene receipt in it");
        var summary = Records.read(fields(base64Url(stripped.substring(summed + SUMMARY.length()))), Summary.class, "summary");
        if (!summary.format().equals(Summary.FORMAT)) throw new Malformed("summary: not of format " + Summary.FORMAT);
        return new Held(summary.digest(), Optional.empty(), Optional.of(summary));
    }

    private static Json.Fields fields(byte[] bytes) {
        if (CanonicalJson.read(bytes, BYTES_MAX) instanceof Json.Fields fields) return fields;
        throw new Malformed("receipt: not an object");
    }

    private static byte[] base64Url(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) return bytes;
            throw new Malformed("address: not base64url in its only spelling");
        } catch (IllegalArgumentException e) {
            throw new Malformed("address: not base64url", e);
        }
    }
}
