package org.liuhen.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.liuhen.core.ledger.Nodes;
import org.liuhen.core.values.Digest;

/** What is done with the bytes of an object wherever it lies: checking them, proving a range of them. */
final class Reading {

    /** What may fail by input or output. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException;
    }

    private Reading() {}

    static Fixity check(
            Step<Description> describe,
            Step<SeekableByteChannel> open,
            Set<Digest.Algorithm> algorithms,
            Pace pace,
            Blocks blocks) {
        if (algorithms.isEmpty()) return new Fixity.NotPerformed("没有指定算法 no algorithm was asked for");
        if (algorithms.contains(Digest.Algorithm.SM3)) {
            return new Fixity.NotPerformed("存储不保存整个文件的 SM3 值，请核对 sha256 或 sm3-tree"
                + " the store keeps no SM3 of the whole file: ask for sha256 or sm3-tree");
        }
        var block = blocks.take();
        try {
            var description = describe.run();
            try (var bytes = open.run()) {
                return compare(description, bytes, algorithms, pace, block);
            }
        } catch (NoSuchFileException e) {
            return new Fixity.Failed("an object", "none", Fixity.What.MISSING);
        } catch (DamagedObject e) {
            return e.failure();
        } catch (IOException e) {
            return new Fixity.NotPerformed("无法读取，请检查磁盘后重试 cannot be read, check the disk and try again: " + e);
        } finally {
            blocks.give(block);
        }
    }

    private static Fixity compare(
            Description description, ReadableByteChannel bytes, Set<Digest.Algorithm> algorithms, Pace pace, ByteBuffer block)
            throws IOException {
        var object = description.object();
        var sha256 = algorithms.contains(Digest.Algorithm.SHA256) ? Sha256.start() : null;
        var wrongMib = new AtomicLong(-1);
        var tree = algorithms.contains(Digest.Algorithm.SM3_TREE) ? comparing(description, wrongMib) : null;
        var size = 0L;
        for (var have = fill(bytes, block); have > 0; have = fill(bytes, block)) {
            pace.spend(have);
            if (Thread.currentThread().isInterrupted()) return new Fixity.NotPerformed("已中断 interrupted");
            size += have;
            if (sha256 != null) sha256.update(block.duplicate());
            if (tree != null) tree.update(block.duplicate());
        }
        if (size != object.sizeBytes()) {
            return new Fixity.Failed(object.sizeBytes() + " bytes", size + " bytes", Fixity.What.SIZE);
        }
        if (sha256 != null) {
            var found = Digest.sha256(sha256.digest());
            if (!found.equals(object.sha256())) {
                return new Fixity.Failed(object.sha256().toString(), found.toString(), Fixity.What.SHA256);
            }
        }
        if (tree != null && (wrongMib.get() >= 0 || !tree.root().equals(object.sm3Tree()))) {
            var where = wrongMib.get() >= 0 ? " (MiB " + wrongMib.get() + ")" : "";
            return new Fixity.Failed(object.sm3Tree() + where, tree.root() + where, Fixity.What.SM3_TREE);
        }
        return new Fixity.Passed(size);
    }

    /** A tree that notes the first full MiB whose node is not the kept one. */
    private static Sm3Tree comparing(Description description, AtomicLong wrongMib) {
        var mib = new AtomicLong();
        return new Sm3Tree(node -> {
            var number = mib.getAndIncrement();
            var wrong = number < description.mibs() && !Arrays.equals(node, description.node(number));
            if (wrong && wrongMib.get() < 0) wrongMib.set(number);
        });
    }

    /** Fills the block and makes it ready to be taken from; fewer bytes than fit are the end. */
    private static int fill(ReadableByteChannel bytes, ByteBuffer block) throws IOException {
        block.clear();
        while (block.hasRemaining()) {
            if (bytes.read(block) < 0) break;
        }
        return block.flip().remaining();
    }

    static RangeProof prove(Description description, SeekableByteChannel bytes, long fromByte, long toByte) throws IOException {
        var size = description.object().sizeBytes();
        if (fromByte < 0 || fromByte >= toByte || toByte > size) {
            throw new IllegalArgumentException("bytes " + fromByte + " to " + toByte + " of " + size);
        }
        var nodes = new StoredNodes(description, bytes);
        try {
            return RangeProof.of(
                size, fromByte / Sm3Tree.LEAF_BYTES, Math.ceilDiv(toByte, (long) Sm3Tree.LEAF_BYTES), nodes);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Kept nodes where there are any; leaf hashes of the few MiBs that are asked for are computed from their bytes. */
    private static final class StoredNodes implements Nodes {
        private final Description description;
        private final SeekableByteChannel bytes;
        private final Map<Long, byte[][]> leaves = new HashMap<>();

        private StoredNodes(Description description, SeekableByteChannel bytes) {
            this.description = description;
            this.bytes = bytes;
        }

        @Override
        public byte[] at(int level, long index) {
            if (level == Sm3Tree.KEPT_LEVEL) return description.node(index);
            if (level > Sm3Tree.KEPT_LEVEL) return Sm3NodeHash.SM3.node(at(level - 1, 2 * index), at(level - 1, 2 * index + 1));
            var first = (int) ((index << level) % Sm3Tree.KEPT_LEAVES);
            var hashes = leaves.computeIfAbsent((index << level) / Sm3Tree.KEPT_LEAVES, this::hash);
            return Sm3Leaves.root(hashes, first, first + (1 << level));
        }

        private byte[][] hash(long mib) {
            try {
                bytes.position(mib * Sm3Tree.KEPT_BYTES);
                var block = ByteBuffer.allocate(Sm3Tree.KEPT_BYTES);
                var have = fill(bytes, block);
                var hashes = Sm3Leaves.hashes(MemorySegment.ofBuffer(block));
                if (have == Sm3Tree.KEPT_BYTES) requireKept(mib, Sm3Leaves.root(hashes, 0, hashes.length));
                return hashes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void requireKept(long mib, byte[] found) throws DamagedObject {
            var expected = description.node(mib);
            if (Arrays.equals(expected, found)) return;
            var where = " (MiB " + mib + ")";
            throw new DamagedObject(description.object().sha256(), new Fixity.Failed(
                Digest.of(Digest.Algorithm.SM3_TREE, expected) + where, Digest.of(Digest.Algorithm.SM3_TREE, found) + where,
                Fixity.What.SM3_TREE));
        }
    }
}
