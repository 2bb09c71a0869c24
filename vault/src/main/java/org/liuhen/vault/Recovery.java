package org.liuhen.vault;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Where an intake goes on: how far the bytes of an unfinished one can be believed.
 *
 * @param tree over the believed full MiBs
 * @param sha256 of the believed full MiBs
 * @param block the believed bytes of the last, unfinished MiB; taken from the pool
 * @param mibs how many full MiBs are believed
 * @param bytesRead media bytes that were read to find out
 */
record Recovery(Sm3Tree.Mark tree, MessageDigest sha256, ByteBuffer block, long mibs, long bytesRead) {

    /** Records about one unfinished MiB that are tried, newest first. Many short writes leave many. */
    private static final int MAX_TAILS = 16;

    /** Nothing is there yet. */
    static Recovery nothing(Blocks blocks) {
        return new Recovery(new Sm3Tree().mark(), Sha256.start(), blocks.take(), 0, 0);
    }

    /**
     * Reads the part once, compares each full MiB with its node and what follows with the newest record that agrees; cuts both
     * files behind the last byte that agrees. Both are durable when this returns.
     */
    static Recovery of(FileChannel part, IntakeLog log, Blocks blocks, Faults faults) throws IOException {
        var block = blocks.take();
        try {
            var recovery = believe(part, log, block);
            var offset = recovery.mibs * Sm3Tree.KEPT_BYTES + block.position();
            part.truncate(offset);
            log.keepUpTo(offset);
            faults.reached(FaultPoint.AFTER_TRUNCATE);
            part.force(true);
            log.force();
            return recovery;
        } catch (IOException | RuntimeException e) {
            blocks.give(block);
            throw e;
        }
    }

    private static Recovery believe(FileChannel part, IntakeLog log, ByteBuffer block) throws IOException {
        var tree = new Sm3Tree();
        var sha256 = Sha256.start();
        var tails = new ArrayDeque<IntakeLog.Entry>();
        var mibs = 0L;
        var bytesRead = 0L;
        var have = read(part, 0, block);
        for (var number = 0L; have > 0; number++) {
            var entry = log.entry(number);
            if (entry == null || Math.ceilDiv(entry.offset(), (long) Sm3Tree.KEPT_BYTES) != mibs + 1) break; // not about this MiB
            if (!entry.full()) {
                if (tails.size() == MAX_TAILS) tails.removeFirst();
                tails.addLast(entry);
                continue;
            }
            if (have < Sm3Tree.KEPT_BYTES || !agrees(block, have, entry)) break;
            tree.update(block.duplicate().clear());
            sha256.update(block.duplicate().clear());
            mibs++;
            bytesRead += have;
            tails.clear();
            have = read(part, mibs * Sm3Tree.KEPT_BYTES, block);
        }
        block.clear().position(tail(block, have, tails, mibs));
        return new Recovery(tree.mark(), sha256, block, mibs, bytesRead + have);
    }

    /** How many bytes of the block agree with a record, as many as possible. */
    private static int tail(ByteBuffer block, int have, ArrayDeque<IntakeLog.Entry> tails, long mibs) {
        while (!tails.isEmpty()) {
            var entry = tails.removeLast();
            var length = (int) (entry.offset() - mibs * Sm3Tree.KEPT_BYTES);
            if (length <= have && agrees(block, length, entry)) return length;
        }
        return 0;
    }

    private static boolean agrees(ByteBuffer block, int length, IntakeLog.Entry entry) {
        return Arrays.equals(Sm3Leaves.root(MemorySegment.ofBuffer(block.slice(0, length))), entry.root());
    }

    /** Fills the block from there; fewer bytes than fit are the end of the file. */
    private static int read(FileChannel part, long from, ByteBuffer block) throws IOException {
        block.clear();
        while (block.hasRemaining()) {
            if (part.read(block, from + block.position()) < 0) break;
        }
        return block.position();
    }
}
