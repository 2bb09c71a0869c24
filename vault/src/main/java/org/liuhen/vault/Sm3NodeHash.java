package org.liuhen.vault;

import java.lang.foreign.MemorySegment;
import org.liuhen.core.ledger.NodeHash;

/** Leaves and nodes of a tree hashed with SM3: the national algorithm in the shape of RFC 6962. Stateless. */
public final class Sm3NodeHash implements NodeHash {

    /** The one there is. */
    public static final Sm3NodeHash SM3 = new Sm3NodeHash();

    private Sm3NodeHash() {}

    @Override
    public byte[] empty() {
        return new Sm3().digest();
    }

    @Override
    public byte[] leaf(byte[] bytes) {
        return leaf(MemorySegment.ofArray(bytes));
    }

    /** The hash of one leaf with these bytes, which are not copied. */
    public byte[] leaf(MemorySegment bytes) {
        return new Sm3().update((byte) 0).update(bytes).digest();
    }

    @Override
    public byte[] node(byte[] left, byte[] right) {
        return new Sm3().update((byte) 1).update(left).update(right).digest();
    }
}
