package org.liuhen.server.recordings.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liuhen.core.recordings.MediaFault;
import org.liuhen.core.recordings.RecordingEvent.ContinuityExamined;
import org.liuhen.core.recordings.RecordingEvent.RecordingNotProbed;
import org.liuhen.core.recordings.continuity.Check;
import org.liuhen.core.recordings.continuity.Ground;
import org.liuhen.core.recordings.continuity.Hindrance;
import org.liuhen.core.recordings.continuity.Observation;
import org.liuhen.core.recordings.continuity.Outcome.NotApplicable;
import org.liuhen.core.recordings.continuity.Outcome.NotObserved;
import org.liuhen.core.recordings.continuity.Outcome.NotPerformed;
import org.liuhen.core.recordings.continuity.Outcome.Observed;
import org.liuhen.core.recordings.continuity.Pictures;
import org.liuhen.core.recordings.continuity.Sighting;
import org.liuhen.core.recordings.continuity.Sign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ContinuityTest {

    private static final String MOVING = "testsrc2=s=640x360:r=25:d=%d";

    @TempDir
    Path folder;

    @Test
    void a_file_as_its_camera_wrote_it_stays_quiet() throws Exception {
        var examined = examined(Workbench.real("wearable-camera-1.mp4"));
        assertEquals(Set.of(), observed(examined), examined.toString());
        assertEquals(Set.of(), notPerformed(examined));
        assertEquals(Optional.of(new NotObserved()), examined.outcome(Check.CLOCK_JUMP), "its telemetry has the receiver's times");
        assertEquals(Optional.of(new NotObserved()), examined.outcome(Check.SILENT));
        assertEquals(Optional.of(Pictures.EVERY), examined.pictures());
        for (var photo : List.of("photo-Canon.jpg", "photo-Nikon.jpg")) {
            var still = examined(Workbench.real(photo));
            assertEquals(Set.of(), observed(still), photo);
            assertEquals(Optional.of(new NotApplicable(Ground.STILL_PICTURE)), still.outcome(Check.FROZEN));
            assertEquals(Optional.of(new NotObserved()), still.outcome(Check.REENCODING));
        }
    }

    @Test
    void a_real_photo_that_went_through_an_editor_carries_its_name() throws Exception {
        assertEquals(List.of(Sighting.of(Sign.EDITOR, "head of the file: Adobe Photoshop 7.0")),
            sightings(examined(Workbench.real("photo-GPS.jpg")), Check.REENCODING));
    }

    @Test
    void the_same_file_through_an_encoder_of_computers_carries_its_names() throws Exception {
        var original = Workbench.real("wearable-camera-1.mp4");
        var again = Workbench.ffmpeg(folder.resolve("again.mp4"), "-i", "file:" + original, "-map", "0:v:0", "-map", "0:a:0", "-c:v",
            "libopenh264", "-c:a", "aac");
        assertTrue(details(examined(again)).anyMatch(words -> words.startsWith("encoder: Lavf")), details(examined(again)).toList().toString());
        var copied = Workbench.ffmpeg(folder.resolve("copied.mp4"), "-i", "file:" + original, "-map", "0:v:0", "-c", "copy");
        assertEquals(Set.of(Check.REENCODING), observed(examined(copied)), "nothing but the muxer's name");
    }

    @Test
    void a_copy_that_begins_between_two_key_pictures_leaves_the_rest_to_an_edit_list() throws Exception {
        var whole = Workbench.ffmpeg(folder.resolve("whole.mp4"), "-f", "lavfi", "-i", MOVING.formatted(20), "-c:v", "libopenh264", "-g",
            "100");
        assertEquals(Set.of(Check.REENCODING), observed(examined(whole)));
        var cut = Workbench.ffmpeg(folder.resolve("cut.mp4"), "-ss", "6", "-i", "file:" + whole, "-t", "8", "-c", "copy");
        var seen = sightings(examined(cut), Check.EDIT_LIST);
        assertEquals(Sighting.at(Sign.BEGINNING_LEFT_OUT, Duration.ZERO, Duration.ofSeconds(2)), seen.getFirst());
        assertEquals(toldByFfprobe(cut), MovieBoxes.read(cut).tracks().stream().flatMap(track -> track.edits().stream())
            .map(edit -> edit.from().orElse(Duration.ofMillis(-1)).toMillis()).toList());
    }

    /** ffprobe's own reading of the edit lists, which shares no code with ours: the media times, in milliseconds. */
    private static List<Long> toldByFfprobe(Path file) throws Exception {
        var process = new ProcessBuilder(Workbench.TOOLS.ffprobe().toString(), "-v", "trace", file.toString()).redirectErrorStream(true);
        process.environment().putAll(Workbench.TOOLS.environment());
        var started = process.start();
        var said = new String(started.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, started.waitFor());
        var edits = Pattern.compile("duration=(-?\\d+) time=(-?\\d+) rate=").matcher(said);
        return edits.results().map(one -> Math.round(Long.parseLong(one.group(2)) * 1000.0 / 12800)).toList();
    }

    @Test
    void a_file_that_was_cut_off_tells_it() throws Exception {
        var whole = Workbench.ffmpeg(folder.resolve("front.mp4"), "-f", "lavfi", "-i", MOVING.formatted(20), "-c:v", "libopenh264", "-g",
            "25", "-movflags", "+faststart");
        var bytes = Files.readAllBytes(whole);
        var cut = Files.write(folder.resolve("cut-off.mp4"), Arrays.copyOf(bytes, bytes.length / 2));
        assertEquals(List.of(Sign.CUT_OFF, Sign.ENDS_EARLY), sightings(examined(cut), Check.TAIL).stream().map(Sighting::sign).toList());

        var behind = Workbench.ffmpeg(folder.resolve("behind.mp4"), "-f", "lavfi", "-i", MOVING.formatted(5), "-c:v", "libopenh264");
        bytes = Files.readAllBytes(behind);
        var lost = Files.write(folder.resolve("lost.mp4"), Arrays.copyOf(bytes, bytes.length * 2 / 3));
        var examined = continuity().examine(lost, Workbench.notProbed(lost));
        assertEquals(List.of(Sign.NO_INDEX, Sign.CUT_OFF), sightings(examined, Check.TAIL).stream().map(Sighting::sign).toList());
        assertEquals(Hindrance.DECODER, assertInstanceOf(NotPerformed.class, examined.outcome(Check.FROZEN).orElseThrow()).hindrance());

        var avi = Workbench.ffmpeg(folder.resolve("whole.avi"), "-f", "lavfi", "-i", MOVING.formatted(8), "-c:v", "mjpeg");
        assertEquals(Optional.of(new NotObserved()), examined(avi).outcome(Check.TAIL));
        bytes = Files.readAllBytes(avi);
        var half = Files.write(folder.resolve("half.avi"), Arrays.copyOf(bytes, bytes.length / 2));
        assertTrue(sightings(examined(half), Check.TAIL).stream().map(Sighting::sign).collect(Collectors.toSet())
            .containsAll(Set.of(Sign.CUT_OFF, Sign.NO_INDEX)));
    }

    @Test
    void a_picture_that_stands_still_or_is_black_and_sound_that_is_silent_are_found_at_their_places() throws Exception {
        var file = Workbench.ffmpeg(folder.resolve("stretches.mp4"), "-f", "lavfi", "-i", MOVING.formatted(40), "-f", "lavfi", "-i",
            "sine=d=40", "-vf", "loop=loop=200:size=1:start=250,trim=end=40,drawbox=c=black:t=fill:enable='between(t,25,29)'", "-af",
            "volume=0:enable='between(t,5,20)'", "-t", "40", "-c:v", "libopenh264", "-g", "50", "-c:a", "aac");
        var examined = examined(file);
        near(examined, Check.FROZEN, 10, 8);
        near(examined, Check.BLACK, 25, 4);
        near(examined, Check.SILENT, 5, 15);
    }

    @Test
    void a_long_recording_is_looked_at_by_its_key_pictures() throws Exception {
        var file = Workbench.ffmpeg(folder.resolve("long.mp4"), "-f", "lavfi", "-i", "testsrc2=s=320x180:r=10:d=300", "-vf",
            "loop=loop=600:size=1:start=1000,drawbox=c=black:t=fill:enable='between(t,200,220)'", "-t", "300", "-c:v", "libopenh264", "-g",
            "20");
        var examined = examined(file);
        assertEquals(Optional.of(Pictures.KEY), examined.pictures());
        assertEquals(Optional.of(Duration.ofSeconds(2)), examined.pictureStep());
        near(examined, Check.FROZEN, 100, 60);
        assertEquals(2, sightings(examined, Check.FROZEN).size(), "what is black stands still too");
        near(examined, Check.BLACK, 200, 20);
        assertEquals(Optional.of(new NotApplicable(Ground.NO_SOUND)), examined.outcome(Check.SILENT));
    }

    @Test
    void a_clock_in_the_subtitles_that_jumps_is_found_where_it_jumps() throws Exception {
        var subtitles = new StringBuilder();
        for (var i = 0; i < 10; i++) {
            var second = i < 6 ? i : i + 30;
            subtitles.append("%d\n00:00:%02d,000 --> 00:00:%02d,900\n$GPRMC,0704%02d.00,A,4058.5,N,11757.2,E,0.1,0.0,020326,,,A\n\n"
                .formatted(i + 1, i, i, second));
        }
        var text = Files.writeString(folder.resolve("clock.srt"), subtitles);
        var file = Workbench.ffmpeg(folder.resolve("clock.mp4"), "-f", "lavfi", "-i", MOVING.formatted(10), "-i", "file:" + text, "-c:v",
            "libopenh264", "-c:s", "mov_text");
        assertEquals(List.of(new Sighting(Sign.JUMP, Optional.of(Duration.ofSeconds(6)), Optional.of(Duration.ofSeconds(30)),
            Optional.of("+"))), sightings(examined(file), Check.CLOCK_JUMP));
    }

    @Test
    void twelve_hours_are_looked_through_and_more_than_a_day_is_not() throws Exception {
        var long12 = Workbench.ffmpeg(folder.resolve("12h.mp4"), "-f", "lavfi", "-i", "testsrc2=s=64x64:r=1:d=43200", "-c:v", "libopenh264",
            "-g", "4");
        var examined = examined(long12);
        assertEquals(Set.of(), notPerformed(examined));
        assertEquals(Optional.of(Pictures.KEY), examined.pictures());
        var day = Workbench.ffmpeg(folder.resolve("25h.mp4"), "-f", "lavfi", "-i", "color=s=32x32:r=1/10:d=90000", "-c:v", "libopenh264");
        var frozen = examined(day).outcome(Check.FROZEN).orElseThrow();
        assertEquals(Hindrance.TOO_LONG, assertInstanceOf(NotPerformed.class, frozen).hindrance());
    }

    @Test
    void hostile_boxes_and_chunks_end_in_an_answer() throws Exception {
        var why = new RecordingNotProbed(MediaFault.DAMAGED, "x", "t");
        for (var seed = 0; seed < 200; seed++) {
            var bytes = new byte[4096];
            new SplittableRandom(seed).nextBytes(bytes);
            System.arraycopy((seed % 2 == 0 ? "\0\0\0\10ftyp\0\0\0\0moov\0\0\1\0elst" : "RIFF\1\2\3\4AVI ").getBytes(UTF_8), 0, bytes, 0,
                seed % 2 == 0 ? 24 : 12);
            var examined = continuity().examine(Files.write(folder.resolve("hostile"), bytes), why);
            assertEquals(Check.values().length, examined.observations().size());
        }
        var empty = Files.write(folder.resolve("empty"), new byte[0]);
        var nothing = continuity().examine(empty, new RecordingNotProbed(MediaFault.EMPTY, "no bytes", "t"));
        assertTrue(nothing.observations().stream().allMatch(one -> one.outcome().equals(new NotApplicable(Ground.NOT_MEDIA))));
    }

    @Test
    void what_has_no_time_left_was_not_performed() throws Exception {
        var file = Workbench.ffmpeg(folder.resolve("short.mp4"), "-f", "lavfi", "-i", MOVING.formatted(3), "-c:v", "libopenh264");
        var examined = new Continuity(Workbench.TOOLS, Workbench.CONFINED, Optional.of(Duration.ofMillis(10)))
            .examine(file, Workbench.probed(file));
        assertEquals(Hindrance.TIME, assertInstanceOf(NotPerformed.class, examined.outcome(Check.FROZEN).orElseThrow()).hindrance());
        assertEquals(Optional.of(new NotObserved()), examined.outcome(Check.EDIT_LIST), "what needs no tool is performed");
    }

    private static Continuity continuity() {
        return new Continuity(Workbench.TOOLS, Workbench.CONFINED);
    }

    private static ContinuityExamined examined(Path file) throws Exception {
        return continuity().examine(file, Workbench.probed(file));
    }

    private static Set<Check> observed(ContinuityExamined examined) {
        return examined.observations().stream().filter(one -> one.outcome() instanceof Observed).map(Observation::check)
            .collect(Collectors.toSet());
    }

    private static Set<Check> notPerformed(ContinuityExamined examined) {
        return examined.observations().stream().filter(one -> one.outcome() instanceof NotPerformed).map(Observation::check)
            .collect(Collectors.toSet());
    }

    private static List<Sighting> sightings(ContinuityExamined examined, Check check) {
        return assertInstanceOf(Observed.class, examined.outcome(check).orElseThrow(), () -> examined.toString()).sightings();
    }

    private static Stream<String> details(ContinuityExamined examined) {
        return sightings(examined, Check.REENCODING).stream().flatMap(seen -> seen.detail().stream());
    }

    /** First seen at about that second, for about so many. */
    private static void near(ContinuityExamined examined, Check check, int at, int length) {
        var seen = sightings(examined, check);
        var step = examined.pictureStep().orElse(Duration.ofMillis(200));
        var off = seen.getFirst().at().orElseThrow().minusSeconds(at).abs();
        var longer = seen.getFirst().length().orElseThrow().minusSeconds(length).abs();
        assertTrue(off.compareTo(step) <= 0 && longer.compareTo(step.multipliedBy(2)) <= 0, seen.toString());
    }
}
