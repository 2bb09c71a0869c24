package org.liuhen.vault;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.liuhen.core.ledger.NodeHash;
import org.liuhen.core.ledger.Nodes;
import org.liuhen.core.ledger.Proofs;
import org.liuhen.core.values.Digest;

/**
 * Proves that some leaves of 64 KiB stand at their place in a file whose SM3 tree is known. With the leaves themselves it leads
 * to the root.
 *
 * @param sizeBytes bytes of the whole file
 * @param fromLeaf the first leaf
 * @param toLeaf one behind the last leaf
 * @param siblings the roots of the largest subtrees outside the range, from left to right
 */
public record RangeProof(long sizeBytes, long fromLeaf, long toLeaf, List<byte[]> siblings) {

    private static final NodeHash HASH = Sm3NodeHash.SM3;

    public RangeProof {
        siblings = siblings.stream().map(byte[]::clone).toList();
        if (fromLeaf < 0 || fromLeaf >= toLeaf || toLeaf > leaves(sizeBytes)) {
            throw new IllegalArgumentException("leaves " + fromLeaf + " to " + toLeaf + " of " + leaves(sizeBytes));
        }
    }

    /** How many leaves a file of this size has. */
    static long leaves(long sizeBytes) {
        return Math.ceilDiv(sizeBytes, (long) Sm3Tree.LEAF_BYTES);
    }

    /** Where the first leaf begins in the file, in bytes. */
    public long fromByte() {
        return fromLeaf * Sm3Tree.LEAF_BYTES;
    }

    /** Where the last leaf ends in the file, in bytes. */
    public long toByte() {
        return Math.min(sizeBytes, toLeaf * Sm3Tree.LEAF_BYTES);
    }

    static RangeProof of(long sizeBytes, long fromLeaf, long toLeaf, Nodes nodes) {
        var siblings = new ArrayList<byte[]>();
        collect(nodes, 0, leaves(sizeBytes), fromLeaf, toLeaf, siblings);
        return new RangeProof(sizeBytes, fromLeaf, toLeaf, siblings);
    }

    private static void collect(Nodes nodes, long low, long high, long from, long to, List<byte[]> siblings) {
        if (high <= from || low >= to) {
            siblings.add(Proofs.root(HASH, nodes, low, high));
        } else if (low < from || high > to) {
            var split = low + Long.highestOneBit(high - low - 1);
            collect(nodes, low, split, from, to, siblings);
            collect(nodes, split, high, from, to, siblings);
        }
    }

    /**
     * Whether the leaves, with the proof, lead to this root. Needs neither the file nor the store.
     *
     * @param sm3Tree the root that is trusted
     * @param sizeBytes the size that is trusted: it gives the tree its shape
     * @param leaves the bytes {@code [fromByte, toByte)} of the proof; read to their end, not closed
     * @throws IOException if the leaves cannot be read
     */
    public static boolean verify(Digest sm3Tree, long sizeBytes, RangeProof proof, InputStream leaves) throws IOException {
        if (sm3Tree.algorithm() != Digest.Algorithm.SM3_TREE || proof.sizeBytes != sizeBytes) return false;
        if (proof.siblings.stream().anyMatch(node -> node.length != NodeHash.HASH_BYTES)) return false;
        if (proof.siblings.size() > 2 * Long.SIZE) return false; // no range of any tree needs so many
        var siblings = proof.siblings.iterator();
        var root = root(proof, leaves, 0, leaves(sizeBytes), siblings);
        return root.length > 0 && !siblings.hasNext() && leaves.read() < 0 && Arrays.equals(root, sm3Tree.bytes());
    }

    /** The root over {@code [low, high)}; no bytes at all if a leaf or sibling is missing. */
    private static byte[] root(RangeProof proof, InputStream leaves, long low, long high, Iterator<byte[]> siblings)
            throws IOException {
        if (high <= proof.fromLeaf || low >= proof.toLeaf) return siblings.hasNext() ? siblings.next() : new byte[0];
        if (high - low == 1) {
            var length = (int) Math.min(Sm3Tree.LEAF_BYTES, proof.sizeBytes - low * Sm3Tree.LEAF_BYTES);
            var leaf = leaves.readNBytes(length);
            return leaf.length == length ? HASH.leaf(leaf) : new byte[0];
        }
        var split = low + Long.highestOneBit(high - low - 1);
        var left = root(proof, leaves, low, split, siblings);
        var right = root(proof, leaves, split, high, siblings);
        return left.length > 0 && right.length > 0 ? HASH.node(left, right) : new byte[0];
    }
}
