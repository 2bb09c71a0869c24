package org.liuhen.formats.recordings;

import java.time.Instant;
import java.util.List;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.RecordingId;

/**
 * What a bundle holds. docs/formats.md, section 5.
 *
 * @param files every other file, sorted by path
 * @param medium path of the original; one of {@code files}
 */
public record Manifest(
        AgencyCode agency, Instant exportedAt, List<File> files, String medium, String origin, RecordingId recording) {

    /** The most bytes a manifest may have. */
    public static final int BYTES_MAX = 16 * 1024 * 1024;

    /** One file of the bundle. */
    public record File(String path, Digest sha256, long sizeBytes) {}

    public Manifest {
        files = List.copyOf(files);
    }

    /** The canonical bytes. */
    public byte[] write() {
        return org.liuhen.formats.Follows.here();
    }

    /**
     * Reads a manifest.
     *
     * @throws org.liuhen.formats.Malformed if the bytes are not one
     */
    public static Manifest read(byte[] bytes) {
        return org.liuhen.formats.Follows.here();
    }
}
