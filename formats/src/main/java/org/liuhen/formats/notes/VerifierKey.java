package org.liuhen.formats.notes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;

/**
 * A key that signatures of notes are checked with.
 *
 * @param name of the log or witness; for a log its origin
 * @param base64 of the public key without the type: 32 bytes for Ed25519, the uncompressed point of 65 bytes for SM2
 */
public record VerifierKey(String name, Algorithm algorithm, String base64) {

    /** The most characters of a name. */
    public static final int NAME_MAX = 255;

    /** How the key signs. */
    public enum Algorithm {
        /** As signed-note. */
        ED25519("\u0001"),
        /** GB/T 32918.2 with SM3, user id 1234567812345678. */
        SM2("\u00ffliuhen-sm2-v1");

        private final String type;

        Algorithm(String type) {
            this.type = type;
        }

        /** The bytes before the key wherever its algorithm matters. */
        byte[] typeBytes() {
            return type.getBytes(ISO_8859_1);
        }
    }

    public VerifierKey {
        checkName(name);
        var point = StrictText.base64(base64, "public key");
        switch (algorithm) {
            case ED25519 -> ed25519(point);
            case SM2 -> Sm2Curve.publicKey(point);
        }
    }

    static void checkName(String name) {
        var bad = name.isEmpty()
                || name.length() > NAME_MAX
                || name.codePoints().anyMatch(point -> point == '+'
                        || Character.isISOControl(point)
                        || Character.isWhitespace(point)
                        || Character.isSpaceChar(point)
                        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
        if (bad) throw new IllegalArgumentException("not the name of a key: " + StrictText.shown(name));
    }

    private static Ed25519PublicKeyParameters ed25519(byte[] bytes) {
        if (bytes.length != Ed25519PublicKeyParameters.KEY_SIZE) {
            throw new IllegalArgumentException("an Ed25519 key of " + bytes.length + " bytes");
        }
        return new Ed25519PublicKeyParameters(bytes);
    }

    /** The first four bytes of {@code SHA-256(name ‖ 0x0A ‖ type ‖ public key)}, big-endian. */
    public int id() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(name.getBytes(UTF_8));
            sha256.update((byte) '\n');
            sha256.update(algorithm.typeBytes());
            sha256.update(StrictText.base64(base64, "public key"));
            return ByteBuffer.wrap(sha256.digest()).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The vkey line: {@code name+hash+base64}, without line feed. */
    public String vkey() {
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+" + typed(algorithm, StrictText.base64(base64, "public key"));
    }

    static String typed(Algorithm algorithm, byte[] key) {
        var type = algorithm.typeBytes();
        var bytes = Arrays.copyOf(type, type.length + key.length);
        System.arraycopy(key, 0, bytes, type.length, key.length);
        return StrictText.base64(bytes);
    }

    /**
     * Reads a vkey line.
     *
     * @throws Malformed if it is not one, its hash is wrong or its algorithm is unknown
     */
    public static VerifierKey parse(String vkey) {
        var line = KeyLine.parse(vkey, "verifier key");
        VerifierKey key;
        try {
            key = new VerifierKey(line.name(), line.algorithm(), line.base64());
        } catch (IllegalArgumentException e) {
            throw new Malformed("verifier key: " + e.getMessage(), e);
        }
        if (key.id() != line.id()) {
            throw new Malformed("verifier key of " + line.name() + ": its hash is " + HexFormat.of().toHexDigits(key.id())
                    + ", the line says " + HexFormat.of().toHexDigits(line.id()));
        }
        return key;
    }

    /** Whether the signature (without key id) over the text is this key's. Never throws on a hostile signature. */
    public boolean verifies(byte[] text, byte[] signature) {
        if (signature.length != 64) return false; // both algorithms
        var point = StrictText.base64(base64, "public key");
        return switch (algorithm) {
            case ED25519 -> {
                var verifier = new Ed25519Signer();
                verifier.init(false, ed25519(point));
                verifier.update(text, 0, text.length);
                yield verifier.verifySignature(signature);
            }
            case SM2 -> sm2Verifies(Sm2Curve.publicKey(point), text, signature);
        };
    }

    private static boolean sm2Verifies(ECPublicKeyParameters key, byte[] text, byte[] signature) {
        var verifier = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
        verifier.init(false, Sm2Curve.withUserId(key));
        verifier.update(text, 0, text.length);
        return verifier.verifySignature(signature);
    }

    @Override
    public String toString() {
        return vkey();
    }

    /** {@code name+hash+base64(type ‖ key)}: a verifier key, or what follows {@code PRIVATE+KEY+}. */
    record KeyLine(String name, int id, Algorithm algorithm, String base64) {

        static KeyLine parse(String line, String what) {
            // base64 may hold a plus, a name may not
            var first = line.indexOf('+');
            var second = line.indexOf('+', first + 1);
            if (first < 1 || second != first + 9) throw new Malformed(what + ": not name+hash+key");
            var hash = line.substring(first + 1, second);
            if (!hash.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                throw new Malformed(what + ": the hash is not 8 lower-case hex digits");
            }
            var bytes = StrictText.base64(line.substring(second + 1), what);
            for (var algorithm : Algorithm.values()) {
                var type = algorithm.typeBytes();
                if (bytes.length > type.length && Arrays.equals(bytes, 0, type.length, type, 0, type.length)) {
                    return new KeyLine(
                            line.substring(0, first),
                            HexFormat.fromHexDigits(hash),
                            algorithm,
                            StrictText.base64(Arrays.copyOfRange(bytes, type.length, bytes.length)));
                }
            }
            throw new Malformed(what + ": an algorithm that this program does not know");
        }
    }
}
