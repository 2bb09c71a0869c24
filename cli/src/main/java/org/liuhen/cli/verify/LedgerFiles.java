package org.liuhen.cli.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.ledger.NodeHash;
import org.liuhen.core.ledger.Nodes;
import org.liuhen.core.ledger.Proofs;
import org.liuhen.formats.ledger.EntryBundle;
import org.liuhen.formats.ledger.TilePath;

/** The tiles of a mirrored log, as they lie on disk. The newest few are kept in memory. */
final class LedgerFiles implements Nodes {

    private static final int TILE_LEVELS = 8;
    private static final int CACHED_TILES = 1024;

    private final Path folder;
    private final long size;
    private final Map<TilePath, byte[]> cache = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, byte[]> eldest) {
            return size() > CACHED_TILES;
        }
    };

    LedgerFiles(Path folder, long size) {
        this.folder = folder;
        this.size = size;
    }

    /** A tile that the size requires is not there, or is too short. */
    static final class Missing extends RuntimeException {
        final TilePath tile;

        Missing(TilePath tile) {
            super(tile.path());
            this.tile = tile;
        }
    }

    /** Hashes that the size requires at a level of tiles. */
    long hashes(int level) {
        return size >> (TILE_LEVELS * level);
    }

    /** How many hashes the size requires in a tile. */
    TilePath required(int level, long index) {
        return new TilePath(level, index, (int) Math.min(TilePath.FULL, hashes(level) - index * TilePath.FULL));
    }

    /**
     * The tile's bytes, as many hashes as the size requires.
     *
     * @throws Missing if it is not there; a wider one will do
     */
    byte[] tile(TilePath path) throws IOException {
        var cached = cache.get(path);
        if (cached != null) return cached;
        var needed = path.width() * NodeHash.HASH_BYTES;
        var bytes = read(path).filter(found -> found.length == needed)
                .or(() -> wider(path).filter(found -> found.length >= needed))
                .orElseThrow(() -> new Missing(path));
        var exact = bytes.length == needed ? bytes : Arrays.copyOf(bytes, needed);
        cache.put(path, exact);
        return exact;
    }

    private Optional<byte[]> wider(TilePath path) {
        try {
            return path.width() == TilePath.FULL ? Optional.empty()
                    : read(new TilePath(path.level(), path.index(), TilePath.FULL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> read(TilePath path) throws IOException {
        var file = folder.resolve(path.path());
        var limit = path.level() == TilePath.ENTRIES ? EntryBundle.BYTES_MAX : TilePath.FULL * NodeHash.HASH_BYTES;
        return Files.isRegularFile(file) ? Optional.of(SmallFiles.read(file, limit)) : Optional.empty();
    }

    /** The bytes of the entry bundle, if it is there; a wider one will do. */
    Optional<byte[]> entries(long index) throws IOException {
        var path = new TilePath(TilePath.ENTRIES, index, required(0, index).width());
        var exact = read(path);
        return exact.isPresent() ? exact : wider(path);
    }

    static byte[] hash(byte[] tile, int at) {
        return Arrays.copyOfRange(tile, at * NodeHash.HASH_BYTES, (at + 1) * NodeHash.HASH_BYTES);
    }

    @Override
    public byte[] at(int level, long index) {
        var tileLevel = level / TILE_LEVELS;
        var inside = level % TILE_LEVELS;
        var first = index << inside; // of the hashes at the tile's level
        try {
            var tile = tile(required(tileLevel, first / TilePath.FULL));
            return root(tile, (int) (first % TilePath.FULL), 1 << inside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root over hashes of one tile; their number is a power of two, or the whole tile. */
    static byte[] root(byte[] tile, int from, int count) {
        if (count == 1) return hash(tile, from);
        return NodeHash.SHA256.node(root(tile, from, count / 2), root(tile, from + count / 2, count / 2));
    }

    /** The root of the first leaves. */
    byte[] rootAt(long leaves) {
        return Proofs.root(NodeHash.SHA256, this, 0, leaves);
    }
}
