package org.liuhen.formats.ledger;

import java.util.Optional;

/**
 * An event and the proof that it was in the log. docs/formats.md, section 4.
 *
 * @param leaf the leaf's bytes as base64
 * @param shown salt and payload, unless destroyed or not to be shown
 */
public record Receipt(String leaf, Optional<Shown> shown, TlogProof proof) {

    /** The most bytes a receipt may have. */
    public static final int BYTES_MAX = 128 * 1024;

    /**
     * What the leaf's digests are of.
     *
     * @param salt as base64
     * @param payload as base64
     */
    public record Shown(String salt, String payload) {
        /** With these bytes. */
        public static Shown of(byte[] salt, byte[] payload) {
            return org.liuhen.formats.Follows.here();
        }

        /** The salt's bytes. */
        public byte[] saltBytes() {
            return org.liuhen.formats.Follows.here();
        }

        /** The payload's bytes. */
        public byte[] payloadBytes() {
            return org.liuhen.formats.Follows.here();
        }
    }

    /** The receipt over these bytes. */
    public static Receipt of(byte[] leaf, Optional<Shown> shown, TlogProof proof) {
        return org.liuhen.formats.Follows.here();
    }

    /** The leaf's bytes. */
    public byte[] leafBytes() {
        return org.liuhen.formats.Follows.here();
    }

    /** The bytes. */
    public byte[] write() {
        return org.liuhen.formats.Follows.here();
    }

    /**
     * Reads a receipt.
     *
     * @throws org.liuhen.formats.Malformed if the bytes are not one
     */
    public static Receipt parse(byte[] bytes) {
        return org.liuhen.formats.Follows.here();
    }
}
