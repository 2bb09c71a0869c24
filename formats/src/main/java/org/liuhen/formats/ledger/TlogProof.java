package org.liuhen.formats.ledger;

import java.util.List;
import org.liuhen.formats.notes.SignedNote;

/**
 * An inclusion proof with the checkpoint that it leads to. C2SP tlog-proof.
 *
 * @param path hashes as base64, lowest sibling first
 */
public record TlogProof(long index, List<String> path, SignedNote checkpoint) {

    public TlogProof {
        path = List.copyOf(path);
    }

    /** The proof with these hashes. */
    public static TlogProof of(long index, List<byte[]> path, SignedNote checkpoint) {
        return org.liuhen.formats.Follows.here();
    }

    /** The hashes of the path, 32 bytes each. */
    public List<byte[]> pathBytes() {
        return org.liuhen.formats.Follows.here();
    }

    /** The bytes. */
    public byte[] write() {
        return org.liuhen.formats.Follows.here();
    }

    /**
     * Reads a proof.
     *
     * @throws org.liuhen.formats.Malformed if the bytes are not one
     */
    public static TlogProof parse(byte[] bytes) {
        return org.liuhen.formats.Follows.here();
    }
}
