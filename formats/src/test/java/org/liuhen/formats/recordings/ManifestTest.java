package org.liuhen.formats.recordings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.RecordingId;
import org.liuhen.formats.Hostile;
import org.liuhen.formats.Malformed;

class ManifestTest {

    private static final Manifest MANIFEST = manifest("original/现场.mp4");

    private static Manifest manifest(String medium) {
        var digest = Digest.sha256(new byte[32]);
        return new Manifest(
                new AgencyCode("SQ"),
                Instant.parse("2026-03-02T07:04:00.001Z"),
                List.of(new Manifest.File(medium, digest, 5), new Manifest.File("custody/000001.receipt", digest, 1)),
                medium,
                "liuhen-5f3a09c2/SQ",
                new RecordingId(new UUID(0, 1)));
    }

    @Test
    void a_manifest_is_written_as_docs_formats_says() {
        var zeros = "0".repeat(64);
        assertEquals(
                "{\"agency\":\"SQ\",\"exportedAt\":\"2026-03-02T07:04:00.001Z\",\"files\":["
                        + "{\"path\":\"custody/000001.receipt\",\"sha256\":\"" + zeros + "\",\"sizeBytes\":1},"
                        + "{\"path\":\"original/现场.mp4\",\"sha256\":\"" + zeros + "\",\"sizeBytes\":5}],"
                        + "\"format\":\"liuhen-bundle-v1\",\"medium\":\"original/现场.mp4\",\"origin\":\"liuhen-5f3a09c2/SQ\","
                        + "\"recording\":\"00000000-0000-0000-0000-000000000001\"}",
                new String(MANIFEST.write(), UTF_8));
        assertEquals(MANIFEST, Manifest.read(MANIFEST.write()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../x", "a/../../x", "a//b", "a/", "./a", "C:\\x", "a\u0000", "manifest.json"})
    void no_path_leads_out_of_the_bundle(String path) {
        assertThrows(IllegalArgumentException.class, () -> manifest(path));
        var hostile = new String(MANIFEST.write(), UTF_8)
                .replace("original/现场.mp4", path.replace("\\", "\\\\").replace("\u0000", "\\u0000"));
        assertThrows(Malformed.class, () -> Manifest.read(hostile.getBytes(UTF_8)));
    }

    @Test
    void files_are_sorted_and_hold_the_medium_once() {
        var json = new String(MANIFEST.write(), UTF_8);
        assertThrows(Malformed.class, () -> Manifest.read(json.replace("custody/", "zcustody/").getBytes(UTF_8)));
        assertThrows(Malformed.class,
                () -> Manifest.read(json.replace("\"medium\":\"original/", "\"medium\":\"other/").getBytes(UTF_8)));
        assertThrows(
                Malformed.class, () -> Manifest.read(json.replace("custody/000001.receipt", "original/现场.mp4").getBytes(UTF_8)));
    }

    @Test
    void every_flipped_bit_is_refused_or_another_manifest() {
        Hostile.attack(MANIFEST.write(), Manifest::read);
    }
}
