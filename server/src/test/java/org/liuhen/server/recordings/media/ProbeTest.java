package org.liuhen.server.recordings.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liuhen.core.recordings.CopyKind;
import org.liuhen.core.recordings.Gap;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.Position;
import org.liuhen.core.recordings.StreamKind;
import org.liuhen.core.values.DeviceClock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class ProbeTest {

    @TempDir
    Path folder;

    @Test
    void a_real_wearable_camera_tells_place_and_time_in_its_telemetry() throws Exception {
        var file = Workbench.real("wearable-camera-1.mp4");
        var before = Files.readAllBytes(file);
        var probed = Workbench.probed(file, Workbench.asHandedIn("GOPR0001.MP4"));

        assertEquals(MediaKind.VIDEO, probed.kind());
        assertEquals("mov,mp4,m4a,3gp,3g2,mj2", probed.container());
        assertEquals(List.of("h264", "aac", "tmcd", "bin_data", "fdsc"), probed.streams().stream().map(stream -> stream.codec())
            .toList());
        var picture = probed.streams().getFirst();
        assertEquals(Optional.of(854), picture.width());
        assertEquals(Optional.of(29_970L), picture.rateMilli());
        assertEquals(Optional.of(362L), picture.frames());
        assertEquals(StreamKind.DATA, probed.streams().get(3).kind());
        assertEquals(Optional.of(Duration.ofMillis(12_079)), probed.duration());
        // a camera on a gimbal with a receiver of its own; exiftool -ee says 33.1253688, -117.3310668 (smoothed) at 19:27:57.526,
        // its second sample
        assertEquals(Optional.of(new Position("33.125368", "-117.3310641")), probed.gps());
        assertEquals(Optional.of(Instant.parse("2017-04-17T19:27:57Z")), probed.deviceCreatedAt());
        assertEquals(Optional.of(Instant.parse("2017-04-17T19:27:57.367Z")), probed.startedAt());
        assertEquals(Optional.of(Instant.parse("2017-04-17T19:28:09.446Z")), probed.endedAt());
        assertEquals(Optional.of(Duration.ofSeconds(2)), probed.uncertainty());
        assertEquals(0, probed.gapCount());
        assertEquals(0, probed.duplicateTimestamps());
        assertEquals(0, probed.rotation());
        assertEquals("ffmpeg 8.0.1", probed.tool());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void real_photos_tell_local_time_and_sometimes_the_place() throws Exception {
        var britain = Workbench.probed(Workbench.real("photo-GPS.jpg"));
        assertEquals(MediaKind.PHOTO, britain.kind());
        assertEquals(Optional.of(new Position("54.9896667", "-1.9141667")), britain.gps());
        assertEquals(Optional.of(Instant.parse("2002-07-13T07:58:28Z")), britain.deviceCreatedAt(),
            "15:58:28 read in the agency's zone");
        assertEquals(britain.startedAt(), britain.endedAt());
        assertEquals(Optional.empty(), britain.duration());

        for (var name : List.of("photo-Canon.jpg", "photo-Nikon.jpg")) {
            var photo = Workbench.probed(Workbench.real(name));
            assertEquals(MediaKind.PHOTO, photo.kind());
            assertEquals(Optional.empty(), photo.gps(), "tags of another directory have the numbers of the place's tags");
        }
        assertEquals(Optional.of(Instant.parse("2003-12-03T22:46:52Z")), Workbench.probed(Workbench.real("photo-Canon.jpg"))
            .startedAt());
        assertEquals(Optional.of(Instant.parse("2001-08-01T04:57:23Z")), Workbench.probed(Workbench.real("photo-Nikon.jpg"))
            .startedAt());
    }

    @Test
    void the_measured_clock_corrects_and_its_uncertainty_is_kept() throws Exception {
        var photo = Workbench.real("photo-Canon.jpg");
        var clock = new DeviceClock(Instant.parse("2026-03-02T08:00:00Z"), Duration.ofMinutes(-3), Duration.ofMillis(400));
        var probed = Workbench.probed(photo, new AsHandedIn("x", Optional.empty(), Optional.of(clock), Workbench.ZONE));
        assertEquals(Optional.of(Instant.parse("2003-12-03T22:46:52Z")), probed.deviceCreatedAt());
        assertEquals(Optional.of(Instant.parse("2003-12-03T22:49:52Z")), probed.startedAt());
        assertEquals(Optional.of(Duration.ofMillis(1400)), probed.uncertainty());
    }

    @Test
    void lost_pictures_are_a_hole_of_the_right_length() throws Exception {
        var filter = "select='not(between(n,100,199))'";
        var file = Workbench.ffmpeg(folder.resolve("hole.mp4"), "-f", "lavfi", "-i", "testsrc=s=320x180:r=25:d=20", "-vf", filter,
            "-fps_mode", "passthrough", "-c:v", "libopenh264", "-g", "50");
        var probed = Workbench.probed(file);
        assertEquals(List.of(new Gap(Duration.ofMillis(3960), Duration.ofMillis(4040))), probed.gaps());
        assertEquals(1, probed.gapCount());
        assertEquals(0, probed.duplicateTimestamps());
    }

    @Test
    void a_segment_that_was_written_twice_is_counted() throws Exception {
        var once = Workbench.ffmpeg(folder.resolve("once.ts"), "-f", "lavfi", "-i", "testsrc=s=320x180:r=25:d=4", "-c:v",
            "libopenh264");
        var bytes = Files.readAllBytes(once);
        var twice = folder.resolve("twice.ts");
        Files.write(twice, bytes);
        Files.write(twice, bytes, StandardOpenOption.APPEND);
        assertEquals(0, Workbench.probed(once).duplicateTimestamps());
        assertEquals(100, Workbench.probed(twice).duplicateTimestamps());
        assertEquals(Optional.of(100L), Workbench.probed(once).streams().getFirst().frames());
    }

    @Test
    void sound_without_pictures_and_pictures_of_reordered_frames() throws Exception {
        var sound = Workbench.probed(Workbench.ffmpeg(folder.resolve("a.mp3"), "-f", "lavfi", "-i", "sine=d=3"));
        assertEquals(MediaKind.AUDIO, sound.kind());
        assertEquals("mp3", sound.container());
        assertEquals(List.of(), sound.gaps());

        var reordered =
            Workbench.probed(Workbench.ffmpeg(folder.resolve("b.avi"), "-f", "lavfi", "-i", "testsrc=s=320x180:r=25:d=3",
            "-c:v", "mpeg4", "-bf", "2", "-g", "25"));
        assertEquals(0, reordered.gapCount());
        assertEquals(0, reordered.duplicateTimestamps());
        assertEquals(Optional.of(Duration.ofSeconds(3)), reordered.duration());
    }

    @Test
    void h265_of_another_encoder_is_recognised() throws Exception {
        var file = folder.resolve("h265.mp4");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/ffmpeg")),
            "no H.265 sample: Debian's ffmpeg (with libx265) is not installed");
        var process = new ProcessBuilder("/usr/bin/ffmpeg", "-v", "quiet", "-nostdin", "-f", "lavfi", "-i",
            "testsrc=s=320x180:r=25:d=2",
            "-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none", "-tag:v", "hvc1", file.toString())
                .inheritIO().start();
        assumeTrue(process.waitFor() == 0, "no H.265 sample: the installed ffmpeg has no libx265");
        var probed = Workbench.probed(file);
        assertEquals("hevc", probed.streams().getFirst().codec());
        assertEquals(new Playability(Playability.Way.WEB, "video/mp4"), Playability.of(probed));

        var to = folder.resolve("web.mp4");
        var made = new DerivedCopies(Workbench.TOOLS, Workbench.CONFINED)
            .make(CopyKind.WEB, file, probed, to, _ -> {});
        assertTrue(made instanceof DerivedCopies.Made.Copy, made.toString());
        assertEquals(Playability.Way.ORIGINAL, Playability.of(Workbench.probed(to)).way());
    }
}
