package org.liuhen.vault;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;

/** Direct buffers of one MiB, used again and again. Safe for threads. */
final class Blocks {

    /** Free buffers kept for reuse, in MiB; those beyond are left to the garbage collector. */
    private static final int MAX_FREE = 32;

    private final ArrayBlockingQueue<ByteBuffer> free = new ArrayBlockingQueue<>(MAX_FREE);

    /** An empty buffer of one MiB. */
    ByteBuffer take() {
        var block = free.poll();
        return block == null ? ByteBuffer.allocateDirect(Sm3Tree.KEPT_BYTES) : block.clear();
    }

    /** Gives it back; the caller must not touch it any more. */
    void give(ByteBuffer block) {
        if (!free.offer(block)) block.clear(); // enough are free: this one is dropped
    }
}
