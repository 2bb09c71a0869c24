package org.liuhen.formats.devices;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.liuhen.core.values.RawName;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.FieldsReader;
import org.liuhen.formats.json.FieldsWriter;

/**
 * What the station saw on a source, before any upload. docs/formats.md, section 6.3.
 *
 * @param files sorted by raw path, whatever order they come in
 */
public record Listing(List<File> files) {

    /** The most bytes a listing may have. */
    public static final int BYTES_MAX = 16 * 1024 * 1024;

    /** The most files a listing may have. */
    public static final int FILES_MAX = 100_000;

    private static final int LINE_BYTES_MAX = 64 * 1024;

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
    public record File(Optional<Instant> modifiedAt, String path, RawName pathBytes, Optional<Problem> problem, long sizeBytes) {

        public File {
            if (sizeBytes < 0) throw new IllegalArgumentException("a file of " + sizeBytes + " bytes");
        }

        private byte[] write() {
            var out = new FieldsWriter().put("path", path).put("pathBytes", pathBytes.base64()).put("sizeBytes", sizeBytes);
            modifiedAt.ifPresent(instant -> out.put("modifiedAt", instant));
            return CanonicalJson.write(out.maybe("problem", problem.map(Problem::word)).end());
        }

        private static File read(FieldsReader in) {
            return new File(
                    in.maybe("modifiedAt", in::instant),
                    in.text("path"),
                    in.text("pathBytes", RawName::new),
                    in.maybe("problem", name -> in.word(name, Problem.values(), Problem::word)),
                    in.count("sizeBytes"));
        }
    }

    public Listing {
        if (files.size() > FILES_MAX) throw new IllegalArgumentException("more than " + FILES_MAX + " files");
        var sorted = new TreeMap<byte[], File>(Arrays::compareUnsigned);
        for (var file : files) {
            if (sorted.put(file.pathBytes().bytes(), file) != null) throw new IllegalArgumentException("twice: " + file.path());
        }
        files = List.copyOf(sorted.values());
    }

    /** Bytes of all files. */
    public long bytes() {
        return files.stream().mapToLong(File::sizeBytes).reduce(0, Math::addExact);
    }

    /** The bytes: a line a file. */
    public byte[] write() {
        var out = new ByteArrayOutputStream();
        for (var file : files) {
            out.writeBytes(file.write());
            out.write('\n');
        }
        return out.toByteArray();
    }

    /**
     * Reads a listing.
     *
     * @throws Malformed if the bytes are not one; the message has the line
     */
    public static Listing read(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw new Malformed("listing of " + bytes.length + " bytes; at most " + BYTES_MAX + " are read");
        }
        var files = new ArrayList<File>();
        for (var start = 0; start < bytes.length; ) {
            var end = start;
            while (end < bytes.length && bytes[end] != '\n') end++;
            var what = "listing, line " + (files.size() + 1);
            if (end == bytes.length) throw new Malformed(what + ": no line feed at its end");
            if (files.size() == FILES_MAX) throw new Malformed("listing of more than " + FILES_MAX + " files");
            files.add(CanonicalJson.readFields(Arrays.copyOfRange(bytes, start, end), LINE_BYTES_MAX, what).whole(File::read));
            start = end + 1;
        }
        try {
            var listing = new Listing(files);
            listing.bytes();
            if (listing.files().equals(files)) return listing;
            throw new Malformed("listing: not sorted by raw path");
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Malformed("listing: " + e.getMessage(), e);
        }
    }
}
