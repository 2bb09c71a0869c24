package org.liuhen.core.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

final class Sha256NodeHash implements NodeHash {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    @Override
    public byte[] empty() {
        return sha256().digest();
    }

    @Override
    public byte[] leaf(byte[] bytes) {
        var sha256 = sha256();
        sha256.update(LEAF);
        return sha256.digest(bytes);
    }

    @Override
    public byte[] node(byte[] left, byte[] right) {
        var sha256 = sha256();
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
