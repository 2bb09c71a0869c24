package org.liuhen.core.ledger;

/**
 * How leaves and nodes of a tree are hashed (RFC 6962, section 2.1): {@code H(0x00 ‖ leaf)} and {@code H(0x01 ‖ left ‖ right)}. The two
 * prefixes keep a node from passing as a leaf. Implementations are stateless and safe for threads.
 */
public interface NodeHash {

    /** RFC 6962's own: SHA-256. The agency's ledger. */
    NodeHash SHA256 = new Sha256NodeHash();

    /** Bytes in a hash. Every hash of this library has so many. */
    int HASH_BYTES = 32;

    /** The hash of the empty tree: the hash of no bytes. */
    byte[] empty();

    /** The hash of one leaf with these bytes. */
    byte[] leaf(byte[] bytes);

    /** The hash of the node above two hashes. */
    byte[] node(byte[] left, byte[] right);
}
