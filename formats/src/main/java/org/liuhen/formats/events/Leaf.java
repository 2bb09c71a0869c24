package org.liuhen.formats.events;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.FieldsWriter;

/**
 * The bytes that the ledger hashes. docs/formats.md, section 2.3.
 *
 * @param payloadSha256 of salt and payload
 * @param payloadSm3 of salt and payload
 * @param recordedAt the server's clock, cut to milliseconds
 * @param version counts the events of the stream from 1
 */
public record Leaf(
        AgencyCode agency,
        Digest payloadSha256,
        Digest payloadSm3,
        Instant recordedAt,
        UUID stream,
        String type,
        int typeVersion,
        long version) {

    /** The most bytes a leaf may have. */
    public static final int BYTES_MAX = 4096;

    private static final String FORMAT = "liuhen-leaf-v1";
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]{0,63}");

    public Leaf {
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MILLIS);
        if (payloadSha256.algorithm() != Digest.Algorithm.SHA256) throw new IllegalArgumentException("sha256: " + payloadSha256);
        if (payloadSm3.algorithm() != Digest.Algorithm.SM3) throw new IllegalArgumentException("sm3: " + payloadSm3);
        if (!TYPE.matcher(type).matches()) throw new IllegalArgumentException("not a type of event");
        if (typeVersion < 1 || version < 1) throw new IllegalArgumentException("versions count from 1");
    }

    /** The leaf over a salt and the bytes of a payload; the type's version is the newest. */
    public static Leaf over(
            AgencyCode agency, UUID stream, long version, String type, Instant recordedAt, byte[] salt, byte[] payload) {
        if (salt.length != Payload.SALT_BYTES) throw new IllegalArgumentException("a salt of " + salt.length + " bytes");
        return new Leaf(
                agency,
                sha256(salt, payload),
                sm3(salt, payload),
                recordedAt,
                stream,
                type,
                EventTypes.versionOf(type),
                version);
    }

    /** The canonical bytes. */
    public byte[] write() {
        return CanonicalJson.write(new FieldsWriter()
                .put("agency", agency.value())
                .put("format", FORMAT)
                .put("payload", new FieldsWriter().putHex("sha256", payloadSha256).putHex("sm3", payloadSm3).end())
                .put("recordedAt", recordedAt)
                .put("stream", stream)
                .put("type", type)
                .put("typeVersion", typeVersion)
                .put("version", version)
                .end());
    }

    /**
     * Reads a leaf. The type need not be one that this program knows.
     *
     * @throws Malformed if the bytes are not one
     */
    public static Leaf read(byte[] bytes) {
        return CanonicalJson.readFields(bytes, BYTES_MAX, "leaf").whole(in -> {
            if (!in.text("format").equals(FORMAT)) throw new Malformed("leaf: the format is not " + FORMAT);
            var digests = in.object("payload", payload -> new Digests(
                    payload.hex("sha256", Digest.Algorithm.SHA256), payload.hex("sm3", Digest.Algorithm.SM3)));
            return new Leaf(
                    in.text("agency", AgencyCode::new),
                    digests.sha256(),
                    digests.sm3(),
                    in.instant("recordedAt"),
                    in.id("stream"),
                    in.text("type"),
                    in.smallCount("typeVersion"),
                    in.count("version"));
        });
    }

    /** Whether salt and payload give both digests. */
    public boolean commitsTo(byte[] salt, byte[] payload) {
        return salt.length == Payload.SALT_BYTES
                && payloadSha256.equals(sha256(salt, payload))
                && payloadSm3.equals(sm3(salt, payload));
    }

    private record Digests(Digest sha256, Digest sm3) {}

    private static Digest sha256(byte[] salt, byte[] payload) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            return Digest.sha256(sha256.digest(payload));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Digest sm3(byte[] salt, byte[] payload) {
        var sm3 = new SM3Digest();
        sm3.update(salt, 0, salt.length);
        sm3.update(payload, 0, payload.length);
        var bytes = new byte[sm3.getDigestSize()];
        sm3.doFinal(bytes, 0);
        return Digest.of(Digest.Algorithm.SM3, bytes);
    }
}
