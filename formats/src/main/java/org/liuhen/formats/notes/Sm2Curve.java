package org.liuhen.formats.notes;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** The curve of GB/T 32918.5. */
final class Sm2Curve {

    static final ECDomainParameters DOMAIN = new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));

    /** Bytes of a private key. */
    static final int PRIVATE_BYTES = 32;

    private static final int POINT_BYTES = 65;
    private static final byte UNCOMPRESSED = 4;
    private static final byte[] USER_ID = "1234567812345678".getBytes(US_ASCII);

    private Sm2Curve() {}

    /** The key of an uncompressed point. {@link IllegalArgumentException} when it is none, or not on the curve. */
    static ECPublicKeyParameters publicKey(byte[] point) {
        if (point.length != POINT_BYTES || point[0] != UNCOMPRESSED) {
            throw new IllegalArgumentException("not an uncompressed SM2 point");
        }
        return new ECPublicKeyParameters(DOMAIN.getCurve().decodePoint(point), DOMAIN);
    }

    /** The private key of these bytes. {@link IllegalArgumentException} when it is out of range. */
    static ECPrivateKeyParameters privateKey(byte[] bytes) {
        if (bytes.length != PRIVATE_BYTES) throw new IllegalArgumentException("an SM2 private key of " + bytes.length + " bytes");
        var d = new BigInteger(1, bytes);
        // GB/T 32918.1 allows [1, n-2]: with n-1 no signature can be made
        if (d.signum() == 0 || d.compareTo(DOMAIN.getN().subtract(BigInteger.TWO)) > 0) {
            throw new IllegalArgumentException("an SM2 private key out of range");
        }
        return new ECPrivateKeyParameters(d, DOMAIN);
    }

    /** The public point of a private key. */
    static byte[] pointOf(ECPrivateKeyParameters key) {
        return new FixedPointCombMultiplier().multiply(DOMAIN.getG(), key.getD()).normalize().getEncoded(false);
    }

    static CipherParameters withUserId(CipherParameters key) {
        return new ParametersWithID(key, USER_ID);
    }
}
