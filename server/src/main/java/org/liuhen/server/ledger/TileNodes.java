package org.liuhen.server.ledger;

import java.util.Arrays;
import org.liuhen.core.ledger.NodeHash;
import org.liuhen.core.ledger.Nodes;
import org.liuhen.formats.ledger.TilePath;

/** The nodes of a tree of a given size, out of its tiles. */
final class TileNodes implements Nodes {

    /** Gives the bytes of a tile. */
    @FunctionalInterface
    interface Tiles {
        byte[] read(TilePath path);
    }

    /** Levels of the tree in one tile. */
    static final int LEVELS = 8;

    private final Tiles tiles;
    private final long size;

    TileNodes(Tiles tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    @Override
    public byte[] at(int level, long index) {
        if ((index + 1) << level > size) {
            throw new IllegalArgumentException("node " + level + "/" + index + " of " + size + " leaves");
        }
        var tileLevel = level / LEVELS;
        var first = index << (level % LEVELS);
        var tile = first / TilePath.FULL;
        var width = (int) Math.min(TilePath.FULL, (size >> (LEVELS * tileLevel)) - tile * TilePath.FULL);
        var bytes = tiles.read(new TilePath(tileLevel, tile, width));
        var offset = (int) (first % TilePath.FULL);
        return root(bytes, offset, 1 << (level % LEVELS));
    }

    /** The node over {@code count} hashes of the tile, a power of two. */
    static byte[] root(byte[] tile, int offset, int count) {
        if (count == 1) return Arrays.copyOfRange(tile, offset * NodeHash.HASH_BYTES, (offset + 1) * NodeHash.HASH_BYTES);
        return NodeHash.SHA256.node(root(tile, offset, count / 2), root(tile, offset + count / 2, count / 2));
    }
}
