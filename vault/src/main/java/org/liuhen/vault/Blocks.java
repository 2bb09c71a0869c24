package org.liuhen.vault;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;

/** Direct buffers of one MiB, aligned for {@link PartFile}, used again and again. Safe for threads. */
final class Blocks {

    /** Free buffers kept for reuse, in MiB; those beyond are left to the garbage collector. */
    private static final int MAX_FREE = 32;

    private final ArrayBlockingQueue<ByteBuffer> free = new ArrayBlockingQueue<>(MAX_FREE);

    /** An empty buffer of one MiB. */
    ByteBuffer take() {
        var block = free.poll();
        if (block != null) return block.clear();
        var room = ByteBuffer.allocateDirect(Sm3Tree.KEPT_BYTES + PartFile.ALIGNMENT);
        return room.alignedSlice(PartFile.ALIGNMENT).slice(0, Sm3Tree.KEPT_BYTES);
    }

    /** Gives it back; the caller must not touch it any more. */
    void give(ByteBuffer block) {
        if (!free.offer(block)) block.clear(); // enough are free: this one is dropped
    }
}
