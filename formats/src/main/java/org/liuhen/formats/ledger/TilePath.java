package org.liuhen.formats.ledger;

/**
 * Where a tile or an entry bundle stands below the log's root. C2SP tlog-tiles.
 *
 * @param level 0 to 63, or {@link #ENTRIES}
 * @param index counted from 0
 * @param width hashes or entries in it: 256 when full, 1 to 255 when partial
 */
public record TilePath(int level, long index, int width) {

    /** The level of entry bundles. */
    public static final int ENTRIES = -1;

    /** Hashes in a full tile, entries in a full bundle. */
    public static final int FULL = 256;

    /** The path with slashes, for example {@code tile/0/x001/x234/067.p/8}. */
    public String path() {
        return org.liuhen.formats.Follows.here();
    }

    /**
     * Reads a path that begins with {@code tile/}.
     *
     * @throws org.liuhen.formats.Malformed if it is not one in its only spelling
     */
    public static TilePath parse(String path) {
        return org.liuhen.formats.Follows.here();
    }
}
