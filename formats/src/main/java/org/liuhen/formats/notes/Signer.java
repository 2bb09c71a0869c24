package org.liuhen.formats.notes;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.util.BigIntegers;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;

/** A private key for notes. Safe for threads. Does not show the key in {@link #toString}. */
public final class Signer {

    private static final String PREFIX = "PRIVATE+KEY+";

    private final VerifierKey verifierKey;
    private final byte[] secret;

    private Signer(VerifierKey verifierKey, byte[] secret) {
        this.verifierKey = verifierKey;
        this.secret = secret;
    }

    /**
     * A new key.
     *
     * @throws IllegalArgumentException if the name is empty, too long or has a space or a plus
     */
    public static Signer generate(String name, VerifierKey.Algorithm algorithm, SecureRandom random) {
        return switch (algorithm) {
            case ED25519 -> of(name, algorithm, new Ed25519PrivateKeyParameters(random).getEncoded());
            case SM2 -> {
                var d = BigIntegers.createRandomInRange(
                        BigInteger.ONE, Sm2Curve.DOMAIN.getN().subtract(BigInteger.TWO), random);
                yield of(name, algorithm, BigIntegers.asUnsignedByteArray(Sm2Curve.PRIVATE_BYTES, d));
            }
        };
    }

    private static Signer of(String name, VerifierKey.Algorithm algorithm, byte[] secret) {
        var point = switch (algorithm) {
            case ED25519 -> {
                if (secret.length != Ed25519PrivateKeyParameters.KEY_SIZE) {
                    throw new IllegalArgumentException("an Ed25519 private key of " + secret.length + " bytes");
                }
                yield new Ed25519PrivateKeyParameters(secret).generatePublicKey().getEncoded();
            }
            case SM2 -> Sm2Curve.pointOf(Sm2Curve.privateKey(secret));
        };
        return new Signer(new VerifierKey(name, algorithm, StrictText.base64(point)), secret);
    }

    /**
     * Reads what {@link #write} wrote; an Ed25519 key may also come from Go's sumdb/note.
     *
     * @throws Malformed if it is anything else; the message does not show the key
     */
    public static Signer read(String line) {
        if (!line.startsWith(PREFIX)) throw new Malformed("private key: does not begin with " + PREFIX);
        VerifierKey.KeyLine parts;
        try {
            parts = VerifierKey.KeyLine.parse(line.substring(PREFIX.length()), "private key");
        } catch (Malformed e) {
            throw new Malformed("private key: damaged"); // the cause would show the key
        }
        Signer signer;
        try {
            signer = of(parts.name(), parts.algorithm(), StrictText.base64(parts.base64(), "private key"));
        } catch (IllegalArgumentException e) {
            throw new Malformed("private key: " + e.getMessage(), e);
        }
        if (signer.verifierKey.id() != parts.id()) throw new Malformed("private key of " + parts.name() + ": its hash is wrong");
        return signer;
    }

    /** The private key as one line, without line feed: {@code PRIVATE+KEY+name+hash+base64(type ‖ secret)}. To be kept secret. */
    public String write() {
        var id = HexFormat.of().toHexDigits(verifierKey.id());
        return PREFIX + verifierKey.name() + "+" + id + "+" + VerifierKey.typed(verifierKey.algorithm(), secret);
    }

    /** The key that checks its signatures. */
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /** The signature over the text, without key id: 64 bytes. */
    public byte[] sign(byte[] text) {
        return switch (verifierKey.algorithm()) {
            case ED25519 -> {
                var signer = new Ed25519Signer();
                signer.init(true, new Ed25519PrivateKeyParameters(secret));
                signer.update(text, 0, text.length);
                yield signer.generateSignature();
            }
            case SM2 -> {
                var signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
                var key = new ParametersWithRandom(Sm2Curve.privateKey(secret), new SecureRandom());
                signer.init(true, Sm2Curve.withUserId(key));
                signer.update(text, 0, text.length);
                try {
                    yield signer.generateSignature();
                } catch (CryptoException e) {
                    throw new IllegalStateException("SM2 of BouncyCastle does not sign", e);
                }
            }
        };
    }

    @Override
    public String toString() {
        return "signer of " + verifierKey.vkey();
    }
}
