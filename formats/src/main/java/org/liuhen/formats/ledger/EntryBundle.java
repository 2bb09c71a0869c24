package org.liuhen.formats.ledger;

import java.util.List;

/** Leaves, each after its length as a big-endian uint16. */
public final class EntryBundle {

    private EntryBundle() {}

    /**
     * The bytes of a bundle.
     *
     * @throws IllegalArgumentException if there are more than 256 entries, or one is longer than 65,535 bytes
     */
    public static byte[] write(List<byte[]> entries) {
        return org.liuhen.formats.Follows.here();
    }

    /**
     * The entries of a bundle.
     *
     * @throws org.liuhen.formats.Malformed if the bytes end within an entry, or there are more than 256
     */
    public static List<byte[]> read(byte[] bytes) {
        return org.liuhen.formats.Follows.here();
    }
}
