package org.liuhen.formats.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.liuhen.formats.Malformed;

/** Leaves, each after its length as a big-endian uint16. */
public final class EntryBundle {

    /** The most bytes of an entry. */
    public static final int ENTRY_BYTES_MAX = 0xFFFF;

    /** The most bytes of a bundle. */
    public static final int BYTES_MAX = TilePath.FULL * (Short.BYTES + ENTRY_BYTES_MAX);

    private EntryBundle() {}

    /**
     * The bytes of a bundle.
     *
     * @throws IllegalArgumentException if there are more than 256 entries, or one is longer than {@link #ENTRY_BYTES_MAX}
     */
    public static byte[] write(List<byte[]> entries) {
        if (entries.size() > TilePath.FULL) throw new IllegalArgumentException("a bundle of " + entries.size() + " entries");
        var size = 0;
        for (var entry : entries) {
            if (entry.length > ENTRY_BYTES_MAX) throw new IllegalArgumentException("an entry of " + entry.length + " bytes");
            size += Short.BYTES + entry.length;
        }
        var bundle = ByteBuffer.allocate(size);
        entries.forEach(entry -> bundle.putShort((short) entry.length).put(entry));
        return bundle.array();
    }

    /**
     * The entries of a bundle.
     *
     * @throws Malformed if the bytes end within an entry, or there are more than 256
     */
    public static List<byte[]> read(byte[] bytes) {
        var rest = ByteBuffer.wrap(bytes);
        var entries = new ArrayList<byte[]>();
        while (rest.hasRemaining()) {
            if (entries.size() == TilePath.FULL) throw new Malformed("entry bundle: more than " + TilePath.FULL + " entries");
            if (rest.remaining() < Short.BYTES) throw new Malformed("entry bundle: ends within a length");
            var length = Short.toUnsignedInt(rest.getShort());
            if (rest.remaining() < length) {
                throw new Malformed("entry bundle: " + rest.remaining() + " bytes left of an entry of " + length);
            }
            var entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        return List.copyOf(entries);
    }
}
