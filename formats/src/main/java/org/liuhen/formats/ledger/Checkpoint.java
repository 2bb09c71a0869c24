package org.liuhen.formats.ledger;

/**
 * The head of a log. C2SP tlog-checkpoint, without extension lines.
 *
 * @param root 32 bytes as base64
 */
public record Checkpoint(String origin, long size, String root) {

    /** The head with this root. */
    public static Checkpoint of(String origin, long size, byte[] root) {
        return org.liuhen.formats.Follows.here();
    }

    /** The text that is signed: three lines. */
    public String text() {
        return org.liuhen.formats.Follows.here();
    }

    /**
     * Reads the text of a note.
     *
     * @throws org.liuhen.formats.Malformed if it is not a checkpoint
     */
    public static Checkpoint parse(String text) {
        return org.liuhen.formats.Follows.here();
    }

    /** The root's 32 bytes. */
    public byte[] rootBytes() {
        return org.liuhen.formats.Follows.here();
    }
}
