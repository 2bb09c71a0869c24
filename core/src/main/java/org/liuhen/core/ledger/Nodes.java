package org.liuhen.core.ledger;

/** Where a proof finds the hashes of full subtrees: tiles on disk, a table, an array. */
@FunctionalInterface
public interface Nodes {

    /**
     * The hash over the leaves {@code [index · 2^level, (index + 1) · 2^level)}.
     *
     * @throws IllegalArgumentException if the tree does not have all these leaves
     */
    byte[] at(int level, long index);
}
