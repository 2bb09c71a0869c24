package org.liuhen.bench;

import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.liuhen.vault.Sm3Lanes;
import org.liuhen.vault.Sm3Tree;

/**
 * SM3 on one core: the tree that intake computes, against one SM3 by BouncyCastle and by OpenSSL. All three by the processor time they
 * used, so that neighbours on the machine count for none of them.
 */
final class Sm3Bench implements Bench {

    private static final String NAME = "sm3";
    private static final String TREE = "tree of leaves, one core";
    private static final String PER_BLOCK = "allocated per block of 64 bytes";
    private static final String OPENSSL = "openssl speed -evp sm3";
    private static final String BOUNCY_CASTLE = "BouncyCastle SM3Digest";

    private static final int ROUNDS = 7;
    private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int MIB = Sm3Tree.KEPT_BYTES;
    private static final int BLOCK_BYTES = 64;
    private static final int ALLOCATION_MIBS = 500;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Bar> bars() {
        // below one byte a block no block makes an object: the smallest has sixteen
        var none = new Bar(PER_BLOCK, "0 bytes (< 1 on average)", row -> row.value() < 1);
        return switch (Sm3Lanes.LANES) {
            case 16 -> List.of(Bar.times(TREE, 4), none);
            case 8 -> List.of(Bar.times(TREE, 2), none);
            default -> List.of(none); // no vectors, no lanes: nothing was promised
        };
    }

    @Override
    public List<Row> run(Workplace workplace) throws Exception {
        var block = ByteBuffer.allocateDirect(MIB);
        var bytes = new byte[MIB];
        var random = new SplittableRandom(1);
        random.nextBytes(bytes);
        block.put(bytes).flip();

        var tree = new Sm3Tree();
        var peer = new SM3Digest();
        var ours = (Runnable) () -> tree.update(block.duplicate());
        var theirs = (Runnable) () -> peer.update(bytes, 0, bytes.length);
        megabytesPerSecond(ours, WARM_UP_NANOS);
        megabytesPerSecond(theirs, WARM_UP_NANOS);

        var lanes = new Samples();
        var bouncyCastle = new Samples();
        var openssl = new Samples();
        for (var round = 0; round < ROUNDS; round++) {
            lanes.add(megabytesPerSecond(ours, ROUND_NANOS));
            bouncyCastle.add(megabytesPerSecond(theirs, ROUND_NANOS));
            openssl.add(openssl(workplace));
        }
        var treeBytes = allocatedPerMib(ours);
        return List.of(
                Row.of(NAME, TREE, lanes.median(), "MB/s").against(OPENSSL, lanes.median() / openssl.median()),
                Row.of(NAME, TREE + ", against Java", lanes.median(), "MB/s").against(BOUNCY_CASTLE, lanes.median() / bouncyCastle.median()),
                Row.of(NAME, OPENSSL, openssl.median(), "MB/s"),
                Row.of(NAME, BOUNCY_CASTLE, bouncyCastle.median(), "MB/s"),
                Row.of(NAME, "lanes of 32 bits", Sm3Lanes.LANES, "lanes"),
                Row.of(NAME, PER_BLOCK, lanesAllocatedPerMib(block) * BLOCK_BYTES / MIB, "bytes"),
                Row.of(NAME, "allocated per MiB, whole tree", treeBytes, "bytes"));
    }

    private static double megabytesPerSecond(Runnable oneMib, long atLeastNanos) {
        var begun = THREADS.getCurrentThreadCpuTime();
        var spent = 0L;
        var mibs = 0L;
        while (spent < atLeastNanos) {
            oneMib.run();
            mibs++;
            spent = THREADS.getCurrentThreadCpuTime() - begun;
        }
        return mibs * (double) MIB * 1e3 / spent;
    }

    /** Sixteen KiB at a time, which stay in the nearest cache: OpenSSL at its best. */
    private static double openssl(Workplace workplace) throws Exception {
        var output = workplace.run("openssl", "speed", "-mr", "-evp", "sm3", "-bytes", "16384", "-seconds", "1");
        var figures = output.lines().filter(line -> line.startsWith("+F:") && line.contains(":sm3:")).toList();
        if (figures.size() != 1) throw new IllegalStateException("openssl said: " + output);
        return Double.parseDouble(figures.getFirst().replaceFirst(".*:", "")) / 1e6;
    }

    /** What the sixteen leaves of a MiB cost however many blocks they have, the lanes' own memory being there. */
    private static double lanesAllocatedPerMib(ByteBuffer block) {
        if (!Sm3Lanes.supported()) throw new IllegalStateException("这台处理器没有 256 位向量 this processor has no vectors of 256 bits");
        var lanes = new Sm3Lanes();
        var leaves = MemorySegment.ofBuffer(block);
        return allocatedPerMib(() -> {
            for (var leaf = 0L; leaf < Sm3Tree.KEPT_LEAVES; leaf += Sm3Lanes.LANES) {
                lanes.hash(leaves.asSlice(leaf * Sm3Tree.LEAF_BYTES), Sm3Lanes.LANES);
            }
        });
    }

    private static double allocatedPerMib(Runnable oneMib) {
        var before = THREADS.getCurrentThreadAllocatedBytes();
        for (var i = 0; i < ALLOCATION_MIBS; i++) oneMib.run();
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / (double) ALLOCATION_MIBS;
    }
}
