package org.liuhen.server.ledger;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.liuhen.core.ledger.NodeHash;
import org.liuhen.core.ledger.Proofs;
import org.liuhen.formats.ledger.EntryBundle;
import org.liuhen.formats.ledger.TilePath;

/**
 * The tiles and entry bundles that a tree gets by growing. Computed in memory, so that nothing is written before the grown tree
 * is known to begin with the old one.
 */
final class TileGrowth {

    private final Map<TilePath, byte[]> files = new LinkedHashMap<>();
    private final TileNodes.Tiles existing;
    private final long older;
    private final long newer;

    private TileGrowth(TileNodes.Tiles existing, long older, long newer) {
        this.existing = existing;
        this.older = older;
        this.newer = newer;
    }

    /**
     * Grows from {@code older} to {@code newer} leaves.
     *
     * @param existing tiles of the older tree
     * @param leaves from {@link #firstLeaf} of the older size on, up to the newer size
     */
    static TileGrowth of(TileNodes.Tiles existing, long older, long newer, List<byte[]> leaves) {
        if (firstLeaf(older) + leaves.size() != newer) {
            throw new IllegalArgumentException(leaves.size() + " leaves from " + firstLeaf(older) + " do not lead to " + newer);
        }
        var growth = new TileGrowth(existing, older, newer);
        growth.bundles(leaves);
        growth.level(0, leaves.stream().map(NodeHash.SHA256::leaf).toList());
        for (var level = 1; newer >> (TileNodes.LEVELS * level) > older >> (TileNodes.LEVELS * level); level++) {
            growth.level(level, growth.hashes(level));
        }
        return growth;
    }

    /** Where the last tile of a tree begins: from there on the leaves are needed again. */
    static long firstLeaf(long size) {
        return size - size % TilePath.FULL;
    }

    /** What is to be written. */
    Map<TilePath, byte[]> files() {
        return files;
    }

    /** The root of the first {@code size} leaves, no more than the newer size. */
    byte[] root(long size) {
        return Proofs.root(NodeHash.SHA256, new TileNodes(this::read, newer), 0, size);
    }

    private byte[] read(TilePath path) {
        var grown = files.get(path);
        return grown != null ? grown : existing.read(path);
    }

    private void bundles(List<byte[]> leaves) {
        for (var from = 0; from < leaves.size(); from += TilePath.FULL) {
            var some = leaves.subList(from, Math.min(from + TilePath.FULL, leaves.size()));
            var index = (firstLeaf(older) + from) / TilePath.FULL;
            files.put(new TilePath(TilePath.ENTRIES, index, some.size()), EntryBundle.write(some));
        }
    }

    private void level(int level, List<byte[]> hashes) {
        var index = firstLeaf(older >> (TileNodes.LEVELS * level)) / TilePath.FULL;
        for (var from = 0; from < hashes.size(); from += TilePath.FULL) {
            var some = hashes.subList(from, Math.min(from + TilePath.FULL, hashes.size()));
            var bytes = new ByteArrayOutputStream(some.size() * NodeHash.HASH_BYTES);
            some.forEach(bytes::writeBytes);
            files.put(new TilePath(level, index++, some.size()), bytes.toByteArray());
        }
    }

    /** The hashes of the level's last old tile and of those that are new: each is the root of a full tile below. */
    private List<byte[]> hashes(int level) {
        var before = older >> (TileNodes.LEVELS * level);
        var hashes = new ArrayList<byte[]>();
        var kept = (int) (before % TilePath.FULL);
        if (kept > 0) {
            var tile = existing.read(new TilePath(level, before / TilePath.FULL, kept));
            for (var i = 0; i < kept; i++) {
                hashes.add(TileNodes.root(tile, i, 1));
            }
        }
        for (var index = before; index < newer >> (TileNodes.LEVELS * level); index++) {
            var below = Objects.requireNonNull(files.get(new TilePath(level - 1, index, TilePath.FULL)),
                    "completed by this growth");
            hashes.add(TileNodes.root(below, 0, TilePath.FULL));
        }
        return hashes;
    }
}
