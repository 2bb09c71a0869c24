package org.liuhen.formats.ledger;

import org.liuhen.core.ledger.NodeHash;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;

/**
 * The head of a log. C2SP tlog-checkpoint, without extension lines.
 *
 * @param root 32 bytes as base64
 */
public record Checkpoint(String origin, long size, String root) {

    public Checkpoint {
        if (origin.isEmpty() || origin.chars().anyMatch(c -> c < 0x20)) throw new IllegalArgumentException("not an origin");
        if (size < 0) throw new IllegalArgumentException("a tree of " + size + " leaves");
        if (StrictText.base64(root, "root").length != NodeHash.HASH_BYTES) {
            throw new IllegalArgumentException("a root has 32 bytes");
        }
    }

    /** The head with this root. */
    public static Checkpoint of(String origin, long size, byte[] root) {
        return new Checkpoint(origin, size, StrictText.base64(root));
    }

    /** The text that is signed: three lines. */
    public String text() {
        return origin + "\n" + size + "\n" + root + "\n";
    }

    /**
     * Reads the text of a note.
     *
     * @throws Malformed if it is not a checkpoint, or has lines that this program does not know
     */
    public static Checkpoint parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty()) throw new Malformed("checkpoint: not three lines");
        try {
            return new Checkpoint(lines[0], StrictText.decimal(lines[1], "checkpoint: size"), lines[2]);
        } catch (IllegalArgumentException e) {
            throw new Malformed("checkpoint: " + e.getMessage(), e);
        }
    }

    /** The root's 32 bytes. */
    public byte[] rootBytes() {
        return StrictText.base64(root, "root");
    }
}
