package org.liuhen.core.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Inclusion and consistency proofs (RFC 6962, sections 2.1.1 and 2.1.2): making them from the nodes of a tree, checking them with
 * nothing but hashes. The checks follow RFC 9162, sections 2.1.3.2 and 2.1.4.2, and never throw on a hostile proof.
 */
public final class Proofs {

    private Proofs() {}

    /** The root over the leaves {@code [from, to)}, from full subtrees. */
    public static byte[] root(NodeHash hash, Nodes nodes, long from, long to) {
        var leaves = to - from;
        if (leaves < 0) throw new IllegalArgumentException("from " + from + " to " + to);
        if (leaves == 0) return hash.empty();
        var level = 63 - Long.numberOfLeadingZeros(leaves);
        if (Long.bitCount(leaves) == 1) return nodes.at(level, from >> level);
        var split = from + (1L << level);
        return hash.node(nodes.at(level, from >> level), root(hash, nodes, split, to));
    }

    /**
     * The path from the leaf to the root of the tree with {@code size} leaves, lowest sibling first.
     *
     * @throws IllegalArgumentException unless {@code 0 ≤ index < size}
     */
    public static List<byte[]> inclusion(NodeHash hash, Nodes nodes, long index, long size) {
        if (index < 0 || index >= size) throw new IllegalArgumentException("leaf " + index + " of " + size);
        var path = new ArrayList<byte[]>();
        inclusion(hash, nodes, index, 0, size, path);
        return path;
    }

    private static void inclusion(NodeHash hash, Nodes nodes, long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) return;
        var split = from + Long.highestOneBit(to - from - 1);
        if (index < split) {
            inclusion(hash, nodes, index, from, split, path);
            path.add(root(hash, nodes, split, to));
        } else {
            inclusion(hash, nodes, index, split, to, path);
            path.add(root(hash, nodes, from, split));
        }
    }

    /** Whether the path leads from the leaf hash at the index to the root of a tree of that size. */
    public static boolean included(NodeHash hash, byte[] leafHash, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) return false;
        var node = leafHash;
        var left = index;
        var last = size - 1;
        for (var sibling : path) {
            if (last == 0 || sibling.length != NodeHash.HASH_BYTES) return false;
            if ((left & 1) == 1 || left == last) {
                node = hash.node(sibling, node);
                while ((left & 1) == 0 && left != 0) {
                    left >>= 1;
                    last >>= 1;
                }
            } else {
                node = hash.node(node, sibling);
            }
            left >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(node, root);
    }

    /**
     * The proof that the tree with {@code older} leaves is a prefix of the tree with {@code newer} leaves.
     *
     * @throws IllegalArgumentException unless {@code 0 < older ≤ newer}
     */
    public static List<byte[]> consistency(NodeHash hash, Nodes nodes, long older, long newer) {
        if (older <= 0 || older > newer) throw new IllegalArgumentException("from " + older + " to " + newer + " leaves");
        var proof = new ArrayList<byte[]>();
        consistency(hash, nodes, older, 0, newer, true, proof);
        return proof;
    }

    private static void consistency(
            NodeHash hash, Nodes nodes, long older, long from, long to, boolean whole, List<byte[]> proof) {
        if (older == to) {
            if (!whole) proof.add(root(hash, nodes, from, to)); // the verifier knows the older root itself
            return;
        }
        var split = from + Long.highestOneBit(to - from - 1);
        if (older <= split) {
            consistency(hash, nodes, older, from, split, whole, proof);
            proof.add(root(hash, nodes, split, to));
        } else {
            consistency(hash, nodes, older, split, to, false, proof);
            proof.add(root(hash, nodes, from, split));
        }
    }

    /** Whether the proof shows that a tree of {@code newer} leaves with {@code newRoot} begins with the older tree. */
    public static boolean consistent(
            NodeHash hash, long older, long newer, byte[] oldRoot, byte[] newRoot, List<byte[]> proof) {
        if (older < 0 || older > newer) return false;
        if (older == newer) return proof.isEmpty() && Arrays.equals(oldRoot, newRoot);
        if (older == 0) return proof.isEmpty() && Arrays.equals(oldRoot, hash.empty());
        if (proof.isEmpty() || proof.stream().anyMatch(node -> node.length != NodeHash.HASH_BYTES)) return false;
        var wholeSubtree = Long.bitCount(older) == 1;
        var left = older - 1;
        var last = newer - 1;
        while ((left & 1) == 1) {
            left >>= 1;
            last >>= 1;
        }
        var first = wholeSubtree ? oldRoot : proof.getFirst();
        var oldNode = first;
        var newNode = first;
        for (var sibling : proof.subList(wholeSubtree ? 0 : 1, proof.size())) {
            if (last == 0) return false;
            if ((left & 1) == 1 || left == last) {
                oldNode = hash.node(sibling, oldNode);
                newNode = hash.node(sibling, newNode);
                while ((left & 1) == 0 && left != 0) {
                    left >>= 1;
                    last >>= 1;
                }
            } else {
                newNode = hash.node(newNode, sibling);
            }
            left >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(oldNode, oldRoot) && Arrays.equals(newNode, newRoot);
    }
}
