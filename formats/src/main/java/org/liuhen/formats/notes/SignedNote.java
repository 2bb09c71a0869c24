package org.liuhen.formats.notes;

import java.util.List;

/**
 * A text and signatures over it. C2SP signed-note.
 *
 * @param text ends with a line feed
 */
public record SignedNote(String text, List<Line> signatures) {

    /** The most bytes a note may have. */
    public static final int BYTES_MAX = 64 * 1024;

    /** The most signatures a note may have. */
    public static final int SIGNATURES_MAX = 64;

    /**
     * One signature line.
     *
     * @param keyId first four bytes of the key's hash
     * @param base64 of the signature without the key id
     */
    public record Line(String name, int keyId, String base64) {}

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** The text, signed by each signer in this order. */
    public static SignedNote sign(String text, List<Signer> signers) {
        return org.liuhen.formats.Follows.here();
    }

    /**
     * Reads a note. No signature is checked.
     *
     * @throws org.liuhen.formats.Malformed if the bytes are not a note
     */
    public static SignedNote parse(byte[] bytes) {
        return org.liuhen.formats.Follows.here();
    }

    /** The bytes. */
    public byte[] write() {
        return org.liuhen.formats.Follows.here();
    }

    /** What the given keys say. */
    public Opened open(List<VerifierKey> trusted) {
        return org.liuhen.formats.Follows.here();
    }

    /**
     * The signatures of known keys, sorted by whether they verify.
     *
     * @param verified keys with a right signature
     * @param wrong keys that are named by a line whose signature does not verify
     */
    public record Opened(List<VerifierKey> verified, List<VerifierKey> wrong) {
        public Opened {
            verified = List.copyOf(verified);
            wrong = List.copyOf(wrong);
        }
    }
}
