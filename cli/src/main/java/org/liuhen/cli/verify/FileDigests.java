package org.liuhen.cli.verify;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.liuhen.core.values.Digest;
import org.liuhen.vault.Sm3Tree;

/** SHA-256 and SM3 tree of a file in one reading. Bytes that come a second time, after a lost answer, are passed over. */
public final class FileDigests {

    private final MessageDigest sha256 = sha256();
    private final Sm3Tree sm3 = new Sm3Tree();
    private long taken;

    /** A SHA-256 that has taken nothing yet. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Takes bytes that stand at the offset.
     *
     * @throws IllegalArgumentException if bytes before them have not been taken yet
     */
    public void take(long offset, ByteBuffer bytes) {
        if (offset > taken) throw new IllegalArgumentException("bytes from " + taken + " to " + offset + " are missing");
        var fresh = bytes.duplicate();
        fresh.position((int) Math.min(fresh.limit(), fresh.position() + (taken - offset)));
        taken += fresh.remaining();
        sha256.update(fresh.duplicate());
        sm3.update(fresh);
    }

    /** Bytes taken so far. */
    public long sizeBytes() {
        return taken;
    }

    /** Both digests. To be called once, at the end. */
    public Digests finish() {
        return new Digests(Digest.sha256(sha256.digest()), sm3.root(), taken);
    }

    /** What a file is, without its name. */
    public record Digests(Digest sha256, Digest sm3Tree, long sizeBytes) {}
}
