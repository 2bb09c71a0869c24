package org.liuhen.formats.notes;

/**
 * A key that signatures of notes are checked with.
 *
 * @param name of the log or witness; for a log its origin
 * @param base64 of the public key without the type byte: 32 bytes for Ed25519, the point of 65 bytes for SM2
 */
public record VerifierKey(String name, Algorithm algorithm, String base64) {

    /** How the key signs. */
    public enum Algorithm {
        /** Type byte 0x01. */
        ED25519,
        /** Type byte 0xff and {@code liuhen-sm2-v1}; SM3, user id 1234567812345678. */
        SM2
    }

    /** The first four bytes of the key hash, as an unsigned number. */
    public int id() {
        return org.liuhen.formats.Follows.here();
    }

    /** The vkey line: {@code name+hash+base64}. */
    public String vkey() {
        return org.liuhen.formats.Follows.here();
    }

    /**
     * Reads a vkey line.
     *
     * @throws org.liuhen.formats.Malformed if it is not one, its hash is wrong or its algorithm is unknown
     */
    public static VerifierKey parse(String vkey) {
        return org.liuhen.formats.Follows.here();
    }

    /** Whether the signature (without key id) over the text is this key's. Never throws on a hostile signature. */
    public boolean verifies(byte[] text, byte[] signature) {
        return org.liuhen.formats.Follows.here();
    }
}
