package org.liuhen.server.recordings.media;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liuhen.core.recordings.CopyKind;
import org.liuhen.core.recordings.MediaFault;
import org.liuhen.core.recordings.RecordingEvent.RecordingProbed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(60)
class DerivedCopiesTest {

    private static final String RED_ABOVE_BLUE = "color=red:s=320x180:r=25:d=%d,drawbox=y=90:h=90:color=blue:t=fill";

    @TempDir
    Path folder;

    private final DerivedCopies copies = new DerivedCopies(Workbench.TOOLS, Workbench.CONFINED);
    private final List<Integer> progress = new ArrayList<>();

    @Test
    void an_avi_becomes_an_mp4_that_plays_and_the_original_stays() throws Exception {
        var avi = Workbench.ffmpeg(folder.resolve("a.avi"), "-f", "lavfi", "-i", RED_ABOVE_BLUE.formatted(6), "-f", "lavfi",
            "-i", "sine=d=6",
            "-c:v", "mpeg4", "-c:a", "libmp3lame");
        var before = Files.readAllBytes(avi);
        var probed = Workbench.probed(avi);
        assertEquals(List.of(CopyKind.POSTER, CopyKind.THUMBNAILS, CopyKind.WEB), DerivedCopies.wanted(probed));
        var web = made(CopyKind.WEB, avi, probed, "video/mp4");

        var copy = Workbench.probed(web);
        assertEquals(List.of("h264", "mp3"), copy.streams().stream().map(stream -> stream.codec()).toList());
        assertEquals(new Playability(Playability.Way.ORIGINAL, "video/mp4"), Playability.of(copy));
        assertEquals(6.0, copy.duration().orElseThrow().toMillis() / 1000.0, 0.1);
        var bytes = new String(Files.readAllBytes(web), ISO_8859_1);
        assertTrue(bytes.indexOf("moov") < bytes.indexOf("mdat"), "a browser can begin before the end has come");
        assertArrayEquals(before, Files.readAllBytes(avi));
        assertEquals(0, progress.getFirst());
        assertEquals(100, progress.getLast());
        assertEquals(progress.stream().sorted().toList(), progress);
    }

    @Test
    void streams_that_play_are_taken_over_and_the_same_each_time() throws Exception {
        var mts = Workbench.ffmpeg(folder.resolve("a.MTS"), "-f", "lavfi", "-i", RED_ABOVE_BLUE.formatted(4), "-f", "lavfi",
            "-i", "sine=d=4",
            "-c:v", "libopenh264", "-c:a", "aac", "-f", "mpegts");
        var probed = Workbench.probed(mts);
        var one = Files.readAllBytes(made(CopyKind.WEB, mts, probed, "video/mp4"));
        assertArrayEquals(one, Files.readAllBytes(made(CopyKind.WEB, mts, probed, "video/mp4")));
        assertTrue(one.length < Files.size(mts), "not encoded again");
        assertArrayEquals(Files.readAllBytes(made(CopyKind.THUMBNAILS, mts, probed, "image/jpeg")),
            Files.readAllBytes(made(CopyKind.THUMBNAILS, mts, probed, "image/jpeg")));
    }

    @Test
    void a_sheet_has_one_picture_a_second_and_a_hundred_at_most() throws Exception {
        for (var seconds : List.of(1, 8, 25, 300)) {
            var file = Workbench.ffmpeg(folder.resolve(seconds + ".mp4"), "-f", "lavfi", "-i", RED_ABOVE_BLUE.formatted(seconds)
                .replace("r=25", "r=5"),
                "-c:v", "libopenh264", "-g", "10");
            var to = folder.resolve("sheet.jpg");
            var sheet = assertInstanceOf(DerivedCopies.Made.Copy.class,
                copies.make(CopyKind.THUMBNAILS, file, Workbench.probed(file), to, _ -> {}));
            var frames = Math.min(100, seconds);
            assertEquals(Optional.of(frames), sheet.frames());
            assertEquals(Optional.of(Duration.ofMillis(Math.max(1000, seconds * 10))), sheet.step());
            var picture = read(to);
            assertEquals(160 * Math.min(10, frames), picture.getWidth());
            assertEquals(90 * ((frames + 9) / 10), picture.getHeight());
            var last = frames - 1;
            assertTrue(isRed(picture, 160 * (last % 10) + 80, 90 * (last / 10) + 20), "the last picture of " + seconds
                + " s is there");
            if (frames == 25) assertFalse(isRed(picture, 160 * 5 + 80, 90 * 2 + 20), "nothing behind the last one");
        }
    }

    @Test
    void pictures_stand_upright() throws Exception {
        var lying = Workbench.ffmpeg(folder.resolve("lying.mp4"), "-f", "lavfi", "-i",
            "color=red:s=320x180:r=25:d=2,drawbox=x=160:w=160:color=blue:t=fill",
            "-c:v", "libopenh264");
        var file = Workbench.ffmpeg(folder.resolve("rotated.mp4"), "-display_rotation:v:0", "-90", "-i", "file:" + lying, "-c",
            "copy");
        var probed = Workbench.probed(file);
        assertEquals(90, probed.rotation());
        var poster = read(made(CopyKind.POSTER, file, probed, "image/jpeg"));
        assertEquals(List.of(180, 320), List.of(poster.getWidth(), poster.getHeight()));
        assertTrue(isRed(poster, 90, 60), "left of the file is above");
        assertFalse(isRed(poster, 90, 260));
    }

    @Test
    void sound_that_no_browser_plays_becomes_m4a() throws Exception {
        var adpcm = Workbench.ffmpeg(folder.resolve("a.wav"), "-f", "lavfi", "-i", "sine=d=3", "-c:a", "adpcm_ima_wav");
        var probed = Workbench.probed(adpcm);
        assertEquals(List.of(CopyKind.WEB), DerivedCopies.wanted(probed));
        var copy = Workbench.probed(made(CopyKind.WEB, adpcm, probed, "audio/mp4"));
        assertEquals(new Playability(Playability.Way.ORIGINAL, "audio/mp4"), Playability.of(copy));
    }

    @Test
    void a_photo_that_no_browser_shows_becomes_a_jpeg() throws Exception {
        var tiff = Workbench.ffmpeg(folder.resolve("a.tiff"), "-f", "lavfi", "-i", "testsrc=s=3000x1500:d=1", "-frames:v", "1",
            "-update", "1");
        var probed = Workbench.probed(tiff);
        assertEquals(new Playability(Playability.Way.WEB, "image/jpeg"), Playability.of(probed));
        var preview = read(made(CopyKind.WEB, tiff, probed, "image/jpeg"));
        assertEquals(List.of(2048, 1024), List.of(preview.getWidth(), preview.getHeight()));
    }

    @Test
    void real_files_have_posters() throws Exception {
        for (var name : List.of("wearable-camera-1.mp4", "photo-GPS.jpg", "photo-Canon.jpg")) {
            var file = Workbench.real(name);
            assertTrue(read(made(CopyKind.POSTER, file, Workbench.probed(file), "image/jpeg")).getWidth() > 0);
        }
    }

    @Test
    void a_copy_that_fails_leaves_nothing() throws Exception {
        var whole = Workbench.ffmpeg(folder.resolve("whole.avi"), "-f", "lavfi", "-i", RED_ABOVE_BLUE.formatted(3), "-c:v",
            "mpeg4");
        var probed = Workbench.probed(whole);
        var other = Files.write(folder.resolve("other"), new byte[5000]);
        var to = Files.writeString(folder.resolve("copy"), "of yesterday");
        for (var copy : DerivedCopies.wanted(probed)) {
            var failed = assertInstanceOf(DerivedCopies.Made.Failed.class, copies.make(copy, other, probed, to, _ -> {}));
            assertEquals(MediaFault.DAMAGED, failed.event().reason());
            assertFalse(Files.exists(to));
        }
        assertThrows(IllegalArgumentException.class, () ->
            copies.make(CopyKind.WEB, whole, Workbench.probed(photo()), to, _ -> {}));
    }

    private Path photo() throws Exception {
        return Workbench.ffmpeg(folder.resolve("a.jpg"), "-f", "lavfi", "-i", "testsrc=s=64x64:d=1", "-frames:v", "1",
            "-update", "1");
    }

    private Path made(CopyKind copy, Path original, RecordingProbed probed, String mediaType) throws Exception {
        var to = folder.resolve("copy");
        var made = copies.make(copy, original, probed, to, progress::add);
        assertEquals(mediaType, assertInstanceOf(DerivedCopies.Made.Copy.class, made, made.toString()).mediaType());
        return to;
    }

    private static BufferedImage read(Path jpeg) throws Exception {
        return assertInstanceOf(BufferedImage.class, ImageIO.read(new File(jpeg.toString())));
    }

    private static boolean isRed(BufferedImage picture, int x, int y) {
        var rgb = picture.getRGB(x, y);
        return ((rgb >> 16) & 0xff) > 180 && (rgb & 0xff) < 80;
    }
}
