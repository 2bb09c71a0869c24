package org.liuhen.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sm3TreeTest {

    private static final int MIB = Sm3Tree.KEPT_BYTES;

    /** The definition, word for word: slow and obvious. */
    static byte[] obvious(byte[] bytes) {
        var leaves = new ArrayList<byte[]>();
        for (var at = 0; at < bytes.length; at += Sm3Tree.LEAF_BYTES) {
            leaves.add(sm3(0, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + Sm3Tree.LEAF_BYTES))));
        }
        return leaves.isEmpty() ? sm3(-1) : obvious(leaves);
    }

    private static byte[] obvious(java.util.List<byte[]> leaves) {
        if (leaves.size() == 1) return leaves.getFirst();
        var split = 1;
        while (split * 2 < leaves.size()) split *= 2;
        return sm3(1, obvious(leaves.subList(0, split)), obvious(leaves.subList(split, leaves.size())));
    }

    private static byte[] sm3(int prefix, byte[]... parts) {
        var digest = new SM3Digest();
        if (prefix >= 0) digest.update((byte) prefix);
        for (var part : parts) digest.update(part, 0, part.length);
        var out = new byte[32];
        digest.doFinal(out, 0);
        return out;
    }

    @ParameterizedTest
    @ValueSource(ints = {
        0, 1, 65_535, 65_536, 65_537, 3 * 65_536, MIB - 1, MIB, MIB + 1, 2 * MIB, 3 * MIB + 5 * 65_536 + 9, 5 * MIB + 1, 7 * MIB,
    })
    void is_the_obvious_tree(int size) {
        var bytes = Bytes.random(size, size);
        var whole = new Sm3Tree();
        whole.update(ByteBuffer.wrap(bytes));
        assertEquals(Bytes.hex(obvious(bytes)), whole.root().hex());
        assertEquals(size, whole.sizeBytes());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void any_pieces_marks_and_rollbacks_give_the_same(long seed) {
        var dice = new SplittableRandom(seed);
        var bytes = Bytes.random(seed, 4 * MIB + dice.nextInt(MIB));
        var tree = new Sm3Tree();
        for (var at = 0; at < bytes.length; ) {
            var length = Math.min(bytes.length - at, 1 + dice.nextInt(dice.nextInt(3) == 0 ? 2 * MIB : 100_000));
            if (dice.nextInt(3) == 0) {
                var mark = tree.mark();
                tree.update(ByteBuffer.wrap(Bytes.random(at, dice.nextInt(2 * MIB))));
                tree.rollback(mark);
                assertEquals(at, tree.sizeBytes());
                if (dice.nextBoolean()) {
                    tree.update(ByteBuffer.wrap(Bytes.random(at, 77)));
                    tree.rollback(mark); // a mark can be used again
                }
            }
            tree.update(ByteBuffer.allocateDirect(length).put(bytes, at, length).flip());
            at += length;
            if (dice.nextInt(8) == 0) {
                assertEquals(Bytes.hex(obvious(Arrays.copyOf(bytes, at))), tree.root().hex(), "replay with seed " + seed);
            }
        }
        assertEquals(Bytes.hex(obvious(bytes)), tree.root().hex(), "replay with seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void keeps_the_node_of_each_full_mib(int mibs) {
        var bytes = Bytes.random(mibs, mibs * MIB + 100);
        var kept = new ArrayList<byte[]>();
        var tree = new Sm3Tree(kept::add);
        tree.update(ByteBuffer.wrap(bytes));
        assertEquals(mibs, kept.size());
        for (var mib = 0; mib < mibs; mib++) {
            assertEquals(Bytes.hex(obvious(Arrays.copyOfRange(bytes, mib * MIB, (mib + 1) * MIB))), Bytes.hex(kept.get(mib)));
        }
        var together = ByteBuffer.allocate(32 * mibs);
        kept.forEach(together::put);
        assertTrue(tree.keeps(together.array()));
        if (mibs > 0) {
            together.array()[0] ^= 1;
            assertTrue(!tree.keeps(together.array()));
        }
    }
}
