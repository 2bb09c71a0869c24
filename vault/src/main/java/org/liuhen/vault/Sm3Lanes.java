package org.liuhen.vault;

import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * SM3 leaf hashes of many leaves of 64 KiB at once, one in each lane of a vector: sixteen lanes with 512 bits, eight with 256.
 * Lane by lane the same as {@link Sm3NodeHash#leaf}. Needs the module {@code jdk.incubator.vector}. Not safe for threads; small,
 * so make one where it is needed.
 *
 * <p>The shape of the methods is for C2, which keeps vectors in registers only while the compiled unit is small. Four rounds a
 * method, each step written out with the Vector API's own (always inlined) methods, run at full speed; sixteen rounds a method,
 * or a step moved to a small method of ours, and every vector becomes an object: ten to fifty times slower. The methods of the
 * rounds are too long to be inlined into their caller, which is wanted. Between them the state lives in an {@code int[]}, a row a
 * word, a column a lane.
 */
public final class Sm3Lanes {

    private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
    /** Leaves hashed at once. */
    public static final int LANES = SPECIES.length();

    private static final int[] CONSTANTS = Sm3.constants();
    private static final int[] INITIAL = Sm3.initial();
    private static final ValueLayout.OfInt WORD = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int BLOCK_BYTES = Sm3.BLOCK_BYTES;
    private static final int LEAF_BYTES = Sm3Tree.LEAF_BYTES;
    /** Bits in a leaf with its prefix byte, as they stand at the end of SM3's padding. */
    private static final int MESSAGE_BITS = (LEAF_BYTES + 1) * 8;

    private static final int A = 0;
    private static final int B = LANES;
    private static final int C = 2 * LANES;
    private static final int D = 3 * LANES;
    private static final int E = 4 * LANES;
    private static final int F = 5 * LANES;
    private static final int G = 6 * LANES;
    private static final int H = 7 * LANES;

    private final int[] state = new int[8 * LANES];
    private final int[] chain = new int[8 * LANES];
    private final int[] words = new int[68 * LANES];

    /** Whether this processor has vectors that make lanes worth while. */
    public static boolean supported() {
        return LANES == 8 || LANES == 16;
    }

    /**
     * The hashes of {@code count} whole leaves that lie one after the other.
     *
     * @param leaves at least {@code count · 64 KiB} bytes
     * @param count from 1 to {@link #LANES}; the cost does not depend on it
     */
    public byte[][] hash(MemorySegment leaves, int count) {
        if (count < 1 || count > LANES) throw new IllegalArgumentException(count + " leaves in " + LANES + " lanes");
        for (var word = 0; word < 8; word++) {
            Arrays.fill(chain, word * LANES, (word + 1) * LANES, INITIAL[word]);
        }
        loadFirst(leaves, count);
        compress();
        // the prefix byte shifts the message: block n begins one byte before the leaf's own block n
        for (var at = BLOCK_BYTES - 1; at < LEAF_BYTES - 1; at += BLOCK_BYTES) {
            load(words, leaves, at, count);
            compress();
        }
        loadLast(leaves, count);
        compress();
        var hashes = new byte[count][];
        for (var lane = 0; lane < count; lane++) {
            var hash = ByteBuffer.allocate(Sm3.DIGEST_BYTES);
            for (var word = 0; word < 8; word++) hash.putInt(chain[word * LANES + lane]);
            hashes[lane] = hash.array();
        }
        return hashes;
    }

    private void compress() {
        expand(words);
        System.arraycopy(chain, 0, state, 0, state.length);
        for (var round = 0; round < 16; round += 4) early(state, words, round);
        for (var round = 16; round < 64; round += 4) late(state, words, round);
        feed(chain, state);
    }

    private void loadFirst(MemorySegment leaves, int count) {
        for (var lane = 0; lane < LANES; lane++) {
            var leaf = leafOf(lane, count);
            words[lane] = leaves.get(WORD, leaf) >>> 8; // the prefix 0x00 and three bytes
            for (var i = 1; i < 16; i++) words[i * LANES + lane] = leaves.get(WORD, leaf + 4L * i - 1);
        }
    }

    private void loadLast(MemorySegment leaves, int count) {
        Arrays.fill(words, 0, 16 * LANES, 0);
        for (var lane = 0; lane < LANES; lane++) {
            var last = leaves.get(ValueLayout.JAVA_BYTE, leafOf(lane, count) + LEAF_BYTES - 1);
            words[lane] = (last << 24) | 0x00800000;
            words[15 * LANES + lane] = MESSAGE_BITS;
        }
    }

    /** Where the lane reads: lanes without a leaf of their own repeat the last one. */
    private static long leafOf(int lane, int count) {
        return (long) Math.min(lane, count - 1) * LEAF_BYTES;
    }

    // Transposing: for each power of two k, rows r and r + k exchange the columns whose number has, or lacks, the bit k.
    private static final IntVector UPPER8 = upper(8);
    private static final IntVector LOWER8 = lower(8);
    private static final IntVector UPPER4 = upper(4);
    private static final IntVector LOWER4 = lower(4);
    private static final IntVector UPPER2 = upper(2);
    private static final IntVector LOWER2 = lower(2);
    private static final IntVector UPPER1 = upper(1);
    private static final IntVector LOWER1 = lower(1);

    private static IntVector upper(int k) {
        return columns(column -> (column & k) == 0 ? column : LANES + column - k);
    }

    private static IntVector lower(int k) {
        return columns(column -> (column & k) == 0 ? column + k : LANES + column);
    }

    private static IntVector columns(IntUnaryOperator source) {
        // wrapped, for with eight lanes the exchange by eight has no meaning and is not used
        var columns = IntStream.range(0, LANES).map(column -> source.applyAsInt(column) & (2 * LANES - 1)).toArray();
        return IntVector.fromArray(SPECIES, columns, 0);
    }

    /** One block of each leaf into rows of words: squares of lanes by words, transposed. */
    private static void load(int[] w, MemorySegment leaves, long at, int count) {
        for (var square = 0; square < 16; square += LANES) {
            var base = square * LANES;
            for (var row = 0; row < 4; row++) {
                if (LANES == 16) {
                    loadFour(w, leaves, at, count, row);
                } else {
                    loadTwo(w, base, leaves, at + 4L * square, count, row);
                }
            }
            for (var row = 0; row < LANES; row += 4) exchange(w, base + row * LANES);
        }
    }

    /** Four lanes of sixteen, exchanged by eight and by four. */
    private static void loadFour(int[] w, MemorySegment leaves, long at, int count, int row) {
        var r0 = IntVector.fromMemorySegment(SPECIES, leaves, at + leafOf(row, count), ByteOrder.BIG_ENDIAN);
        var r1 = IntVector.fromMemorySegment(SPECIES, leaves, at + leafOf(row + 4, count), ByteOrder.BIG_ENDIAN);
        var r2 = IntVector.fromMemorySegment(SPECIES, leaves, at + leafOf(row + 8, count), ByteOrder.BIG_ENDIAN);
        var r3 = IntVector.fromMemorySegment(SPECIES, leaves, at + leafOf(row + 12, count), ByteOrder.BIG_ENDIAN);
        var s0 = UPPER8.selectFrom(r0, r2);
        var s1 = UPPER8.selectFrom(r1, r3);
        var s2 = LOWER8.selectFrom(r0, r2);
        var s3 = LOWER8.selectFrom(r1, r3);
        UPPER4.selectFrom(s0, s1).intoArray(w, row * LANES);
        LOWER4.selectFrom(s0, s1).intoArray(w, (row + 4) * LANES);
        UPPER4.selectFrom(s2, s3).intoArray(w, (row + 8) * LANES);
        LOWER4.selectFrom(s2, s3).intoArray(w, (row + 12) * LANES);
    }

    /** Two lanes of eight, exchanged by four. */
    private static void loadTwo(int[] w, int base, MemorySegment leaves, long at, int count, int row) {
        var r0 = IntVector.fromMemorySegment(SPECIES, leaves, at + leafOf(row, count), ByteOrder.BIG_ENDIAN);
        var r1 = IntVector.fromMemorySegment(SPECIES, leaves, at + leafOf(row + 4, count), ByteOrder.BIG_ENDIAN);
        UPPER4.selectFrom(r0, r1).intoArray(w, base + row * LANES);
        LOWER4.selectFrom(r0, r1).intoArray(w, base + (row + 4) * LANES);
    }

    /** Four rows that follow each other, exchanged by two and by one. */
    private static void exchange(int[] w, int at) {
        var r0 = IntVector.fromArray(SPECIES, w, at);
        var r1 = IntVector.fromArray(SPECIES, w, at + LANES);
        var r2 = IntVector.fromArray(SPECIES, w, at + 2 * LANES);
        var r3 = IntVector.fromArray(SPECIES, w, at + 3 * LANES);
        var s0 = UPPER2.selectFrom(r0, r2);
        var s1 = UPPER2.selectFrom(r1, r3);
        var s2 = LOWER2.selectFrom(r0, r2);
        var s3 = LOWER2.selectFrom(r1, r3);
        UPPER1.selectFrom(s0, s1).intoArray(w, at);
        LOWER1.selectFrom(s0, s1).intoArray(w, at + LANES);
        UPPER1.selectFrom(s2, s3).intoArray(w, at + 2 * LANES);
        LOWER1.selectFrom(s2, s3).intoArray(w, at + 3 * LANES);
    }

    private static void expand(int[] w) {
        for (var j = 16 * LANES; j < 68 * LANES; j += LANES) {
            var x = IntVector.fromArray(SPECIES, w, j - 16 * LANES)
                .lanewise(XOR, IntVector.fromArray(SPECIES, w, j - 9 * LANES))
                .lanewise(XOR, IntVector.fromArray(SPECIES, w, j - 3 * LANES).lanewise(ROL, 15));
            x.lanewise(XOR, x.lanewise(ROL, 15))
                .lanewise(XOR, x.lanewise(ROL, 23))
                .lanewise(XOR, IntVector.fromArray(SPECIES, w, j - 13 * LANES).lanewise(ROL, 7))
                .lanewise(XOR, IntVector.fromArray(SPECIES, w, j - 6 * LANES))
                .intoArray(w, j);
        }
    }

    private static void feed(int[] chain, int[] s) {
        for (var i = 0; i < 8 * LANES; i += LANES) {
            IntVector.fromArray(SPECIES, chain, i).lanewise(XOR, IntVector.fromArray(SPECIES, s, i)).intoArray(chain, i);
        }
    }

    /** Rounds j to j + 3, where j &lt; 16. */
    private static void early(int[] s, int[] w, int j) {
        var a = IntVector.fromArray(SPECIES, s, A);
        var b = IntVector.fromArray(SPECIES, s, B);
        var c = IntVector.fromArray(SPECIES, s, C);
        var d = IntVector.fromArray(SPECIES, s, D);
        var e = IntVector.fromArray(SPECIES, s, E);
        var f = IntVector.fromArray(SPECIES, s, F);
        var g = IntVector.fromArray(SPECIES, s, G);
        var h = IntVector.fromArray(SPECIES, s, H);
        var w0 = IntVector.fromArray(SPECIES, w, j * LANES);
        var x0 = w0.lanewise(XOR, IntVector.fromArray(SPECIES, w, (j + 4) * LANES));
        var ss0 = a.lanewise(ROL, 12).add(e).add(CONSTANTS[j]).lanewise(ROL, 7);
        var a0 = a.lanewise(XOR, b).lanewise(XOR, c).add(d).add(ss0.lanewise(XOR, a.lanewise(ROL, 12))).add(x0);
        var t0 = e.lanewise(XOR, f).lanewise(XOR, g).add(h).add(ss0).add(w0);
        var e0 = t0.lanewise(XOR, t0.lanewise(ROL, 9)).lanewise(XOR, t0.lanewise(ROL, 17));
        var c0 = b.lanewise(ROL, 9);
        var g0 = f.lanewise(ROL, 19);

        var w1 = IntVector.fromArray(SPECIES, w, (j + 1) * LANES);
        var x1 = w1.lanewise(XOR, IntVector.fromArray(SPECIES, w, (j + 5) * LANES));
        var ss1 = a0.lanewise(ROL, 12).add(e0).add(CONSTANTS[j + 1]).lanewise(ROL, 7);
        var a1 = a0.lanewise(XOR, a).lanewise(XOR, c0).add(c).add(ss1.lanewise(XOR, a0.lanewise(ROL, 12))).add(x1);
        var t1 = e0.lanewise(XOR, e).lanewise(XOR, g0).add(g).add(ss1).add(w1);
        var e1 = t1.lanewise(XOR, t1.lanewise(ROL, 9)).lanewise(XOR, t1.lanewise(ROL, 17));
        var c1 = a.lanewise(ROL, 9);
        var g1 = e.lanewise(ROL, 19);

        var w2 = IntVector.fromArray(SPECIES, w, (j + 2) * LANES);
        var x2 = w2.lanewise(XOR, IntVector.fromArray(SPECIES, w, (j + 6) * LANES));
        var ss2 = a1.lanewise(ROL, 12).add(e1).add(CONSTANTS[j + 2]).lanewise(ROL, 7);
        var a2 = a1.lanewise(XOR, a0).lanewise(XOR, c1).add(c0).add(ss2.lanewise(XOR, a1.lanewise(ROL, 12))).add(x2);
        var t2 = e1.lanewise(XOR, e0).lanewise(XOR, g1).add(g0).add(ss2).add(w2);
        var e2 = t2.lanewise(XOR, t2.lanewise(ROL, 9)).lanewise(XOR, t2.lanewise(ROL, 17));
        var c2 = a0.lanewise(ROL, 9);
        var g2 = e0.lanewise(ROL, 19);

        var w3 = IntVector.fromArray(SPECIES, w, (j + 3) * LANES);
        var x3 = w3.lanewise(XOR, IntVector.fromArray(SPECIES, w, (j + 7) * LANES));
        var ss3 = a2.lanewise(ROL, 12).add(e2).add(CONSTANTS[j + 3]).lanewise(ROL, 7);
        var a3 = a2.lanewise(XOR, a1).lanewise(XOR, c2).add(c1).add(ss3.lanewise(XOR, a2.lanewise(ROL, 12))).add(x3);
        var t3 = e2.lanewise(XOR, e1).lanewise(XOR, g2).add(g1).add(ss3).add(w3);
        var e3 = t3.lanewise(XOR, t3.lanewise(ROL, 9)).lanewise(XOR, t3.lanewise(ROL, 17));
        var c3 = a1.lanewise(ROL, 9);
        var g3 = e1.lanewise(ROL, 19);
        a3.intoArray(s, A);
        a2.intoArray(s, B);
        c3.intoArray(s, C);
        c2.intoArray(s, D);
        e3.intoArray(s, E);
        e2.intoArray(s, F);
        g3.intoArray(s, G);
        g2.intoArray(s, H);
    }

    /** Rounds j to j + 3, where j ≥ 16. */
    private static void late(int[] s, int[] w, int j) {
        var a = IntVector.fromArray(SPECIES, s, A);
        var b = IntVector.fromArray(SPECIES, s, B);
        var c = IntVector.fromArray(SPECIES, s, C);
        var d = IntVector.fromArray(SPECIES, s, D);
        var e = IntVector.fromArray(SPECIES, s, E);
        var f = IntVector.fromArray(SPECIES, s, F);
        var g = IntVector.fromArray(SPECIES, s, G);
        var h = IntVector.fromArray(SPECIES, s, H);
        var w0 = IntVector.fromArray(SPECIES, w, j * LANES);
        var x0 = w0.lanewise(XOR, IntVector.fromArray(SPECIES, w, (j + 4) * LANES));
        var ss0 = a.lanewise(ROL, 12).add(e).add(CONSTANTS[j]).lanewise(ROL, 7);
        var a0 = a.and(b).or(a.or(b).and(c)).add(d).add(ss0.lanewise(XOR, a.lanewise(ROL, 12))).add(x0);
        var t0 = e.and(f.lanewise(XOR, g)).lanewise(XOR, g).add(h).add(ss0).add(w0);
        var e0 = t0.lanewise(XOR, t0.lanewise(ROL, 9)).lanewise(XOR, t0.lanewise(ROL, 17));
        var c0 = b.lanewise(ROL, 9);
        var g0 = f.lanewise(ROL, 19);

        var w1 = IntVector.fromArray(SPECIES, w, (j + 1) * LANES);
        var x1 = w1.lanewise(XOR, IntVector.fromArray(SPECIES, w, (j + 5) * LANES));
        var ss1 = a0.lanewise(ROL, 12).add(e0).add(CONSTANTS[j + 1]).lanewise(ROL, 7);
        var a1 = a0.and(a).or(a0.or(a).and(c0)).add(c).add(ss1.lanewise(XOR, a0.lanewise(ROL, 12))).add(x1);
        var t1 = e0.and(e.lanewise(XOR, g0)).lanewise(XOR, g0).add(g).add(ss1).add(w1);
        var e1 = t1.lanewise(XOR, t1.lanewise(ROL, 9)).lanewise(XOR, t1.lanewise(ROL, 17));
        var c1 = a.lanewise(ROL, 9);
        var g1 = e.lanewise(ROL, 19);

        var w2 = IntVector.fromArray(SPECIES, w, (j + 2) * LANES);
        var x2 = w2.lanewise(XOR, IntVector.fromArray(SPECIES, w, (j + 6) * LANES));
        var ss2 = a1.lanewise(ROL, 12).add(e1).add(CONSTANTS[j + 2]).lanewise(ROL, 7);
        var a2 = a1.and(a0).or(a1.or(a0).and(c1)).add(c0).add(ss2.lanewise(XOR, a1.lanewise(ROL, 12))).add(x2);
        var t2 = e1.and(e0.lanewise(XOR, g1)).lanewise(XOR, g1).add(g0).add(ss2).add(w2);
        var e2 = t2.lanewise(XOR, t2.lanewise(ROL, 9)).lanewise(XOR, t2.lanewise(ROL, 17));
        var c2 = a0.lanewise(ROL, 9);
        var g2 = e0.lanewise(ROL, 19);

        var w3 = IntVector.fromArray(SPECIES, w, (j + 3) * LANES);
        var x3 = w3.lanewise(XOR, IntVector.fromArray(SPECIES, w, (j + 7) * LANES));
        var ss3 = a2.lanewise(ROL, 12).add(e2).add(CONSTANTS[j + 3]).lanewise(ROL, 7);
        var a3 = a2.and(a1).or(a2.or(a1).and(c2)).add(c1).add(ss3.lanewise(XOR, a2.lanewise(ROL, 12))).add(x3);
        var t3 = e2.and(e1.lanewise(XOR, g2)).lanewise(XOR, g2).add(g1).add(ss3).add(w3);
        var e3 = t3.lanewise(XOR, t3.lanewise(ROL, 9)).lanewise(XOR, t3.lanewise(ROL, 17));
        var c3 = a1.lanewise(ROL, 9);
        var g3 = e1.lanewise(ROL, 19);
        a3.intoArray(s, A);
        a2.intoArray(s, B);
        c3.intoArray(s, C);
        c2.intoArray(s, D);
        e3.intoArray(s, E);
        e2.intoArray(s, F);
        g3.intoArray(s, G);
        g2.intoArray(s, H);
    }
}
