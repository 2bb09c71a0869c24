package org.liuhen.formats.notes;

import java.security.SecureRandom;

/** A private key for notes. Safe for threads. */
public final class Signer {

    private Signer() {}

    /** A new key. */
    public static Signer generate(String name, VerifierKey.Algorithm algorithm, SecureRandom random) {
        return org.liuhen.formats.Follows.here();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws org.liuhen.formats.Malformed if it is anything else
     */
    public static Signer read(String line) {
        return org.liuhen.formats.Follows.here();
    }

    /** The private key as one line: {@code PRIVATE+KEY+name+hash+base64}, as Go's sumdb/note. To be kept secret. */
    public String write() {
        return org.liuhen.formats.Follows.here();
    }

    /** The key that checks its signatures. */
    public VerifierKey verifierKey() {
        return org.liuhen.formats.Follows.here();
    }

    /** The signature over the text, without key id. */
    public byte[] sign(byte[] text) {
        return org.liuhen.formats.Follows.here();
    }
}
