package org.liuhen.formats.devices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.values.RawName;

/**
 * What the station saw on a source, before any upload. docs/formats.md, section 6.3.
 *
 * @param files sorted by raw path
 */
public record Listing(List<File> files) {

    /** The most bytes a listing may have. */
    public static final int BYTES_MAX = 16 * 1024 * 1024;

    /** The most files a listing may have. */
    public static final int FILES_MAX = 100_000;

    /** Why a file cannot be read. */
    public enum Problem {
        UNREADABLE("unreadable"),
        CHANGING("changing"),
        SPECIAL("special");

        private final String word;

        Problem(String word) {
            this.word = word;
        }

        /** The word in files and answers. */
        public String word() {
            return word;
        }
    }

    /**
     * One file.
     *
     * @param modifiedAt by the device's clock
     * @param path for people
     */
    public record File(Optional<Instant> modifiedAt, String path, RawName pathBytes, Optional<Problem> problem, long sizeBytes) {}

    public Listing {
        files = List.copyOf(files);
    }

    /** The bytes: a line a file. */
    public byte[] write() {
        return org.liuhen.formats.Follows.here();
    }

    /**
     * Reads a listing.
     *
     * @throws org.liuhen.formats.Malformed if the bytes are not one; the message has the line
     */
    public static Listing read(byte[] bytes) {
        return org.liuhen.formats.Follows.here();
    }
}
