package org.liuhen.formats.events;

import java.time.Instant;
import java.util.UUID;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Digest;

/**
 * The bytes that the ledger hashes. docs/formats.md, section 2.3.
 *
 * @param payloadSha256 of salt and payload
 * @param payloadSm3 of salt and payload
 * @param recordedAt the server's clock, whole milliseconds
 * @param version counts the events of the stream from 1
 */
public record Leaf(
        AgencyCode agency,
        Digest payloadSha256,
        Digest payloadSm3,
        Instant recordedAt,
        UUID stream,
        String type,
        int typeVersion,
        long version) {

    /** The most bytes a leaf may have. */
    public static final int BYTES_MAX = 4096;

    /** The leaf over a salt and the bytes of a payload. */
    public static Leaf over(
            AgencyCode agency, UUID stream, long version, String type, Instant recordedAt, byte[] salt, byte[] payload) {
        return org.liuhen.formats.Follows.here();
    }

    /** The canonical bytes. */
    public byte[] write() {
        return org.liuhen.formats.Follows.here();
    }

    /**
     * Reads a leaf.
     *
     * @throws org.liuhen.formats.Malformed if the bytes are not one
     */
    public static Leaf read(byte[] bytes) {
        return org.liuhen.formats.Follows.here();
    }

    /** Whether salt and payload give both digests. */
    public boolean commitsTo(byte[] salt, byte[] payload) {
        return org.liuhen.formats.Follows.here();
    }
}
