package org.liuhen.core.recordings.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.RecordingId;

final class CoverageTest {

    private static final Instant TEN = Instant.parse("2026-03-02T02:00:00Z");
    private static final Duration TECHNICAL = Duration.ofSeconds(5);
    private static final Interval ACT = between(0, 1800);

    private static Interval between(long from, long to) {
        return new Interval(TEN.plusSeconds(from), TEN.plusSeconds(to));
    }

    private static DeviceId device(int number) {
        return new DeviceId(new UUID(0, number));
    }

    private static Segment segment(int device, MediaKind kind, long from, long to, long uncertain) {
        return new Segment(new RecordingId(new UUID(from, to)), device(device), kind, between(from, to),
                Duration.ofSeconds(uncertain));
    }

    /** Of the act from 0 to 1800 seconds: files as {@code device:from-to±uncertainty}, holes as {@code from-to-slack-EDGE}. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            1:0-1800                            | none
            1:-60-1900                          | none
            1:0-900 1:900-1800                  | none
            1:0-900 1:905-1800                  | none
            1:0-900 1:906-1800                  | 900-906-0-MIDDLE
            1:0-900±30 1:960-1800±30            | 900-960-0-MIDDLE
            1:0-900±30 2:960-1800±10            | 900-960-40-MIDDLE
            1:0-900 2:880-1800                  | none
            1:0-600 1:1200-1800 2:500-1300      | none
            1:0-600 1:1200-1800 2:700-1300      | 600-700-0-MIDDLE
            1:60-1800±20                        | 0-60-20-BEGIN
            1:0-1700±20                         | 1700-1800-20-END
            1:300-600±2 2:1200-1500±3           | 0-300-2-BEGIN 600-1200-5-MIDDLE 1500-1800-3-END
            none                                | 0-1800-0-WHOLE
            1:1900-2000±10                      | 0-1800-0-WHOLE
            1:1900-2000±150                     | 0-1800-50-WHOLE
            1:-500--100                         | 0-1800-0-WHOLE
            1:0-1800 2:300-400                  | none
            """)
    void holes_of_an_act(String files, String holes) {
        var found = Coverage.of(ACT, segments(files), TECHNICAL).holes().stream().map(CoverageTest::text)
                .collect(Collectors.joining(" "));
        assertEquals(Optional.ofNullable(holes).orElse(""), found);
    }

    private static List<Segment> segments(String files) {
        if (files == null) return List.of();
        return Stream.of(files.split(" ")).map(file -> {
            var parts = file.replace("±", ":").split(":");
            var border = parts[1].indexOf('-', 1);
            return segment(Integer.parseInt(parts[0]), MediaKind.VIDEO, Long.parseLong(parts[1].substring(0, border)),
                    Long.parseLong(parts[1].substring(border + 1)), parts.length > 2 ? Long.parseLong(parts[2]) : 0);
        }).toList();
    }

    private static String text(Hole hole) {
        return seconds(hole.time().from()) + "-" + seconds(hole.time().to()) + "-" + hole.slack().toSeconds() + "-" + hole.edge();
    }

    private static long seconds(Instant at) {
        return Duration.between(TEN, at).toSeconds();
    }

    @Test
    void the_uncertainty_of_clocks_counts_for_the_officer() {
        var late = Coverage.of(ACT, segments("1:60-1800±20"), TECHNICAL).holes().getFirst();
        assertEquals(Duration.ofSeconds(40), late.atLeast());
        assertTrue(late.longerThan(Duration.ofSeconds(39)));
        assertFalse(late.longerThan(Duration.ofSeconds(40)));
        assertEquals(Duration.ZERO, Coverage.of(ACT, segments("1:60-1800±90"), TECHNICAL).holes().getFirst().atLeast());
    }

    @Test
    void photographs_are_shown_and_cover_nothing() {
        var photos = List.of(segment(1, MediaKind.PHOTO, 10, 10, 0), segment(1, MediaKind.OTHER, 20, 90, 0));
        var coverage = Coverage.of(ACT, photos, TECHNICAL);
        assertEquals(1, coverage.lanes().getFirst().stills().size());
        assertEquals(List.of(), coverage.lanes().getFirst().stretches());
        assertEquals(Hole.Edge.WHOLE, coverage.holes().getFirst().edge());
        assertEquals(Optional.empty(), coverage.beganAt());
    }

    @Test
    void sound_covers_like_pictures() {
        assertEquals(List.of(), Coverage.of(ACT, List.of(segment(1, MediaKind.AUDIO, 0, 1800, 0)), TECHNICAL).holes());
    }

    @Test
    void files_of_one_device_that_run_at_once_are_told() {
        var lane = Coverage.of(ACT, segments("1:0-900 1:600-1800"), TECHNICAL).lanes().getFirst();
        assertEquals(1, lane.overlaps().size());
        assertEquals(1, lane.stretches().size());
        assertEquals(List.of(), Coverage.of(ACT, segments("1:0-900 1:896-1800"), TECHNICAL).lanes().getFirst().overlaps());
    }

    @Test
    void an_act_without_length_is_covered_by_what_runs_then() {
        var moment = between(100, 100);
        assertEquals(List.of(), Coverage.of(moment, segments("1:0-200"), TECHNICAL).holes());
        assertEquals(Hole.Edge.WHOLE, Coverage.of(moment, List.of(), TECHNICAL).holes().getFirst().edge());
        assertThrows(IllegalArgumentException.class, () -> between(2, 1));
    }

    @Test
    void the_recording_of_an_act_begins_and_ends_with_what_can_belong_to_it() {
        var coverage = Coverage.of(ACT, segments("1:-4000--3000 1:-60-700 2:600-1900 2:5000-6000"), TECHNICAL);
        assertEquals(Optional.of(TEN.minusSeconds(60)), coverage.beganAt());
        assertEquals(Optional.of(TEN.plusSeconds(1900)), coverage.endedAt());
    }

    /** The slow, obvious twin: second by second, with exact clocks. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void the_same_holes_as_counting_seconds(long seed) {
        var dice = new SplittableRandom(seed);
        for (var round = 0; round < 500; round++) {
            var segments = new ArrayList<Segment>();
            var files = dice.nextInt(8);
            for (var i = 0; i < files; i++) {
                var from = dice.nextInt(-200, 2000);
                segments.add(segment(dice.nextInt(3), MediaKind.VIDEO, from, from + dice.nextInt(1, 700), 0));
            }
            var expected = uncovered(segments);
            var found = new boolean[1800];
            for (var hole : Coverage.of(ACT, segments, Duration.ZERO).holes()) {
                Arrays.fill(found, (int) seconds(hole.time().from()), (int) seconds(hole.time().to()), true);
            }
            assertEquals(Arrays.toString(expected), Arrays.toString(found), "seed " + seed + ", " + segments);
        }
    }

    private static boolean[] uncovered(List<Segment> segments) {
        var open = new boolean[1800];
        for (var second = 0; second < open.length; second++) {
            var from = TEN.plusSeconds(second);
            open[second] = segments.stream().noneMatch(segment -> !segment.time().from().isAfter(from)
                    && segment.time().to().isAfter(from));
        }
        return open;
    }
}
