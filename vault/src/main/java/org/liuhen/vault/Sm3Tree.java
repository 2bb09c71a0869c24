package org.liuhen.vault;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.liuhen.core.ledger.Frontier;
import org.liuhen.core.ledger.NodeHash;
import org.liuhen.core.values.Digest;

/**
 * The RFC 6962-shaped tree of SM3 over leaves of 64 KiB, growing with the bytes. Sixteen leaves, one MiB, are hashed together
 * when the MiB is complete; its root is given to a consumer. Whole MiBs that arrive at a MiB boundary are hashed where they lie;
 * anything else is gathered in a buffer of one MiB. Not safe for threads.
 */
public final class Sm3Tree {

    /** Bytes in a leaf; the last leaf of a file may have fewer. */
    public static final int LEAF_BYTES = 64 * 1024;
    /** Leaves under a node that is kept. */
    public static final int KEPT_LEAVES = 16;
    /** Levels from the leaves up to a node that is kept. */
    public static final int KEPT_LEVEL = 4;
    /** Bytes under a node that is kept: one MiB. */
    public static final int KEPT_BYTES = KEPT_LEAVES * LEAF_BYTES;

    private final Consumer<byte[]> keep;
    private Frontier kept = Frontier.empty(Sm3NodeHash.SM3);
    private byte[] pending = {};
    private int pendingBytes;

    /** The tree over no bytes. */
    public Sm3Tree() {
        this(node -> {});
    }

    /**
     * The tree over no bytes.
     *
     * @param keep is given the node of each full MiB, in order; after a rollback, nodes given since the mark no longer count
     */
    public Sm3Tree(Consumer<byte[]> keep) {
        this.keep = keep;
    }

    /** A state to come back to. */
    public static final class Mark {
        private final Frontier kept;
        private final byte[] pending;

        private Mark(Frontier kept, byte[] pending) {
            this.kept = kept;
            this.pending = pending;
        }
    }

    /** Takes the remaining bytes of the buffer and moves its position to the limit. */
    public void update(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (pendingBytes == 0 && bytes.remaining() >= KEPT_BYTES) {
                append(MemorySegment.ofBuffer(bytes.slice(bytes.position(), KEPT_BYTES)));
                bytes.position(bytes.position() + KEPT_BYTES);
            } else {
                gather(bytes);
            }
        }
    }

    private void gather(ByteBuffer bytes) {
        var taken = Math.min(KEPT_BYTES - pendingBytes, bytes.remaining());
        if (pending.length < pendingBytes + taken) {
            pending = Arrays.copyOf(pending, Math.max(pendingBytes + taken, Math.min(KEPT_BYTES, 2 * pending.length)));
        }
        bytes.get(pending, pendingBytes, taken);
        pendingBytes += taken;
        if (pendingBytes == KEPT_BYTES) {
            append(MemorySegment.ofArray(pending));
            pendingBytes = 0;
        }
    }

    private void append(MemorySegment oneMib) {
        var node = Sm3Leaves.root(oneMib);
        kept = kept.append(node);
        keep.accept(node);
    }

    /** Bytes taken so far. */
    public long sizeBytes() {
        return kept.size() * KEPT_BYTES + pendingBytes;
    }

    /** This state, to come back to with {@link #rollback}; costs a copy of what is pending, one MiB at most. */
    public Mark mark() {
        return new Mark(kept, Arrays.copyOf(pending, pendingBytes));
    }

    /** Forgets every byte taken since the mark. A mark can be used again. */
    public void rollback(Mark mark) {
        kept = mark.kept;
        pending = mark.pending.clone();
        pendingBytes = pending.length;
    }

    /** The root over all bytes taken. More bytes may follow. */
    public Digest root() {
        var last = MemorySegment.ofArray(pending).asSlice(0, pendingBytes);
        return Digest.of(Digest.Algorithm.SM3_TREE, pendingBytes == 0 ? kept.root() : rootWith(Sm3Leaves.root(last)));
    }

    /** Whether these are the nodes of all full MiBs, one after the other. */
    boolean keeps(byte[] nodes) {
        var again = Frontier.empty(Sm3NodeHash.SM3);
        for (var at = 0; at + NodeHash.HASH_BYTES <= nodes.length; at += NodeHash.HASH_BYTES) {
            again = again.append(Arrays.copyOfRange(nodes, at, at + NodeHash.HASH_BYTES));
        }
        return nodes.length % NodeHash.HASH_BYTES == 0 && again.size() == kept.size() && Arrays.equals(again.root(), kept.root());
    }

    /** A short last MiB hangs to the right of all full ones: the peaks are folded onto it, smallest first. */
    private byte[] rootWith(byte[] lastNode) {
        var node = lastNode;
        for (var peak : kept.peaks().reversed()) node = Sm3NodeHash.SM3.node(peak, node);
        return node;
    }
}
