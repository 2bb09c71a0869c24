package org.liuhen.vault;

import java.lang.foreign.MemorySegment;
import org.liuhen.core.ledger.NodeHash;

/** Leaf hashes and the root of at most one MiB, by lanes where the processor has them, else one leaf after the other. */
final class Sm3Leaves {

    private static final boolean LANES =
        ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && Sm3Lanes.supported();
    /** From so many leaves on, the lanes are faster than the scalar code even when most of them idle. */
    private static final int WORTH_LANES = 3;

    private Sm3Leaves() {}

    /** Whether lanes are used in this process. */
    static boolean inLanes() {
        return LANES;
    }

    /** The hashes of the leaves of these bytes; only the last leaf may be shorter than 64 KiB. */
    static byte[][] hashes(MemorySegment bytes) {
        var whole = Math.toIntExact(bytes.byteSize() / Sm3Tree.LEAF_BYTES);
        var rest = bytes.byteSize() % Sm3Tree.LEAF_BYTES;
        var hashes = new byte[whole + (rest > 0 ? 1 : 0)][];
        var done = LANES ? inLanes(bytes, whole, hashes) : 0;
        for (; done < hashes.length; done++) {
            var at = (long) done * Sm3Tree.LEAF_BYTES;
            hashes[done] = Sm3NodeHash.SM3.leaf(bytes.asSlice(at, Math.min(Sm3Tree.LEAF_BYTES, bytes.byteSize() - at)));
        }
        return hashes;
    }

    private static int inLanes(MemorySegment bytes, int whole, byte[][] hashes) {
        var done = 0;
        if (whole < WORTH_LANES) return done;
        var lanes = new Sm3Lanes();
        while (whole - done >= WORTH_LANES) {
            var some = lanes.hash(bytes.asSlice((long) done * Sm3Tree.LEAF_BYTES), Math.min(Sm3Lanes.LANES, whole - done));
            System.arraycopy(some, 0, hashes, done, some.length);
            done += some.length;
        }
        return done;
    }

    /** The root over the leaves of these bytes. */
    static byte[] root(MemorySegment bytes) {
        var hashes = hashes(bytes);
        return hashes.length == 0 ? Sm3NodeHash.SM3.empty() : root(hashes, 0, hashes.length);
    }

    /** The root over the leaf hashes {@code [from, to)}, at least one. */
    static byte[] root(byte[][] hashes, int from, int to) {
        NodeHash hash = Sm3NodeHash.SM3;
        if (to - from == 1) return hashes[from];
        var split = from + Integer.highestOneBit(to - from - 1);
        return hash.node(root(hashes, from, split), root(hashes, split, to));
    }
}
