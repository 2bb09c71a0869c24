package org.liuhen.cli.collect;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/** Buffers for chunks, no more than so many at once, whoever asks for them: what a station has in memory does not grow with its docks. */
final class Buffers {

    private final int bytes;
    private final Semaphore free;
    private final ConcurrentLinkedQueue<ByteBuffer> idle = new ConcurrentLinkedQueue<>();

    Buffers(int bytes, int most) {
        this.bytes = bytes;
        this.free = new Semaphore(most, true); // who waited longest is next: a card with many files gets no more than one with few
    }

    /** Bytes in the largest. */
    int bytes() {
        return bytes;
    }

    /** A buffer for a chunk of a file of that size; to be given back. */
    ByteBuffer take(long sizeBytes) throws InterruptedException {
        free.acquire();
        var wanted = (int) Math.max(1, Math.min(bytes, sizeBytes));
        var used = idle.poll();
        return used != null && used.capacity() >= wanted ? used : ByteBuffer.allocate(wanted);
    }

    /** Gives it back. */
    void give(ByteBuffer buffer) {
        if (buffer.capacity() == bytes) idle.offer(buffer);
        free.release();
    }
}
