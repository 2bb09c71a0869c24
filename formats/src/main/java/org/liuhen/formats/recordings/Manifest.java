package org.liuhen.formats.recordings;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.RecordingId;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.FieldsReader;
import org.liuhen.formats.json.FieldsWriter;

/**
 * What a bundle holds. docs/formats.md, section 5.
 *
 * @param exportedAt cut to milliseconds
 * @param files every other file, sorted by path
 * @param medium path of the original; one of {@code files}
 */
public record Manifest(
        AgencyCode agency, Instant exportedAt, List<File> files, String medium, String origin, RecordingId recording) {

    /** The most bytes a manifest may have. */
    public static final int BYTES_MAX = 16 * 1024 * 1024;

    private static final String FORMAT = "liuhen-bundle-v1";
    private static final String OWN_PATH = "manifest.json";
    private static final int PATH_MAX = 4096;

    /**
     * One file of the bundle.
     *
     * @param path relative, with {@code /}; never leads out of the bundle
     */
    public record File(String path, Digest sha256, long sizeBytes) {
        public File {
            if (!staysInside(path)) throw new IllegalArgumentException("not a path within a bundle: " + StrictText.shown(path));
            if (sizeBytes < 0) throw new IllegalArgumentException("a file of " + sizeBytes + " bytes");
        }

        private static boolean staysInside(String path) {
            if (path.isEmpty() || path.length() > PATH_MAX || path.contains("\\") || path.equals(OWN_PATH)) return false;
            if (path.chars().anyMatch(Character::isISOControl)) return false;
            for (var part : path.split("/", -1)) {
                if (part.isEmpty() || part.equals(".") || part.equals("..")) return false;
            }
            return true;
        }
    }

    public Manifest {
        exportedAt = exportedAt.truncatedTo(ChronoUnit.MILLIS);
        files = files.stream().sorted(Comparator.comparing(File::path)).toList();
        var paths = new HashSet<String>();
        for (var file : files) {
            if (!paths.add(file.path())) throw new IllegalArgumentException("twice: " + StrictText.shown(file.path()));
        }
        if (!paths.contains(medium)) throw new IllegalArgumentException("the medium is not among the files");
    }

    /** The canonical bytes. */
    public byte[] write() {
        return CanonicalJson.write(new FieldsWriter()
                .put("agency", agency.value())
                .put("exportedAt", exportedAt)
                .put("files", files, file -> new FieldsWriter()
                        .put("path", file.path())
                        .putHex("sha256", file.sha256())
                        .put("sizeBytes", file.sizeBytes())
                        .end())
                .put("format", FORMAT)
                .put("medium", medium)
                .put("origin", origin)
                .put("recording", recording.value())
                .end());
    }

    /**
     * Reads a manifest. No path of it leads out of the bundle.
     *
     * @throws Malformed if the bytes are not one
     */
    public static Manifest read(byte[] bytes) {
        var manifest = CanonicalJson.readFields(bytes, BYTES_MAX, "manifest").whole(Manifest::fields);
        if (!Arrays.equals(manifest.write(), bytes)) throw new Malformed("manifest: the files are not sorted by path");
        return manifest;
    }

    private static Manifest fields(FieldsReader in) {
        if (!in.text("format").equals(FORMAT)) throw new Malformed("manifest: the format is not " + FORMAT);
        return new Manifest(
                in.text("agency", AgencyCode::new),
                in.instant("exportedAt"),
                in.objects("files", file -> new File(
                        file.text("path"), file.hex("sha256", Digest.Algorithm.SHA256), file.count("sizeBytes"))),
                in.text("medium"),
                in.text("origin"),
                new RecordingId(in.id("recording")));
    }
}
