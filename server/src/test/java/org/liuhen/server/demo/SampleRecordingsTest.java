package org.liuhen.server.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liuhen.core.recordings.CopyKind;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.Position;
import org.liuhen.core.values.Bilingual;
import org.liuhen.server.recordings.media.DerivedCopies;
import org.liuhen.server.recordings.media.Playability;
import org.liuhen.server.recordings.media.Workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SampleRecordingsTest {

    private static final Instant START = Instant.parse("2026-03-02T01:04:05Z");

    @Test
    void a_card_is_filled_and_every_file_is_what_it_seems(@TempDir Path card) throws Exception {
        var notices = new ArrayList<Bilingual>();
        var files = new SampleRecordings(Workbench.TOOLS, Workbench.CONFINED, notices::add)
            .make(card, "SQ-0001", "张三", "承德市双桥区市场监督管理局", START);
        assertEquals(List.of("mp4", "avi", "MTS", "webm", "mp4", "mp4", "wav", "m4a", "jpg"),
            files.stream().map(file -> file.getFileName().toString().replaceAll(".*\\.", "")).toList());
        assertEquals("SQ-0001_000000_20260302090405.mp4", files.getFirst().getFileName().toString());
        for (var file : files) {
            var name = file.getFileName().toString();
            var probed = Workbench.probed(file, Workbench.asHandedIn(name, Files.getLastModifiedTime(file).toInstant()));
            var expected = name.endsWith("wav") || name.endsWith("m4a") ? MediaKind.AUDIO : name.endsWith("jpg")
                ? MediaKind.PHOTO : MediaKind.VIDEO;
            assertEquals(expected, probed.kind(), name);
            var minutes = List.of(0, 9, 17, 24, 31, 40, 49, 53, 58).get(files.indexOf(file));
            assertEquals(START.plus(Duration.ofMinutes(minutes)), probed.startedAt().orElseThrow(), name);
            assertEquals(files.indexOf(file) == 4 ? 1 : 0, probed.gapCount(), name + probed.gaps());
            assertEquals(files.indexOf(file) == 5 ? 90 : 0, probed.rotation(), name);
        }
        var place = new Position("40.9763", "117.9539");
        assertEquals(place, Workbench.probed(files.getFirst()).gps().orElseThrow());
        assertEquals(place, Workbench.probed(files.getLast()).gps().orElseThrow());
        assertEquals(List.of("ORIGINAL", "WEB", "WEB", "ORIGINAL", "ORIGINAL", "ORIGINAL", "ORIGINAL", "ORIGINAL", "ORIGINAL"),
            ways(files));
        assertEquals(1, notices.size(), "the bundled tool has no H.265 encoder, and only that is missing: " + notices);
        keepOnePictureOfEach(files);
    }

    private static List<String> ways(List<Path> files) throws Exception {
        var ways = new ArrayList<String>();
        for (var file : files) ways.add(Playability.of(Workbench.probed(file)).way().name());
        return ways;
    }

    /** For people who want to look at the captions: target/samples. */
    private static void keepOnePictureOfEach(List<Path> files) throws Exception {
        var folder = Files.createDirectories(Path.of("target", "samples"));
        for (var file : files) {
            var probed = Workbench.probed(file);
            if (probed.kind() == MediaKind.AUDIO) continue;
            var to = folder.resolve(file.getFileName() + ".poster.jpg");
            var made = new DerivedCopies(Workbench.TOOLS, Workbench.CONFINED).make(CopyKind.POSTER, file, probed, to, _ -> {});
            assertInstanceOf(DerivedCopies.Made.Copy.class, made, file.toString());
        }
    }
}
