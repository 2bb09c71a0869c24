package org.liuhen.core.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: the roots of its full subtrees, largest first. Enough to append and to know the root; 64 hashes at
 * most, whatever the size. Immutable.
 *
 * @param size number of leaves
 * @param peaks one hash for each bit set in {@code size}, from the highest bit to the lowest
 */
public record Frontier(NodeHash hash, long size, List<byte[]> peaks) {

    public Frontier {
        peaks = List.copyOf(peaks);
        if (size < 0 || peaks.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has " + Long.bitCount(size) + " peaks, not " + peaks.size());
        }
    }

    /** The tree without leaves. */
    public static Frontier empty(NodeHash hash) {
        return new Frontier(hash, 0, List.of());
    }

    /** This tree with one more leaf, given as its leaf hash. */
    public Frontier append(byte[] leafHash) {
        var next = new ArrayList<>(peaks);
        var node = leafHash;
        for (var rest = size; (rest & 1) == 1; rest >>= 1) {
            node = hash.node(next.removeLast(), node);
        }
        next.add(node);
        return new Frontier(hash, size + 1, next);
    }

    /** The Merkle tree hash of all leaves (RFC 6962, section 2.1). */
    public byte[] root() {
        if (peaks.isEmpty()) return hash.empty();
        var node = peaks.getLast();
        for (var i = peaks.size() - 2; i >= 0; i--) {
            node = hash.node(peaks.get(i), node);
        }
        return node;
    }
}
