package org.liuhen.server.recordings.media;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.values.DeviceClock;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Ten minutes of video whose container says 15:04:05, by a clock that is five seconds fast, give or take half a second. */
class TimesOfRecordingTest {

    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final DeviceClock CLOCK =
        new DeviceClock(Instant.parse("2026-03-02T12:00:00Z"), Duration.ofSeconds(5), Duration.ofMillis(500));

    @ParameterizedTest(name = "{0}, changed {1}: begins {2}, uncertain {3}")
    @CsvSource(textBlock = """
        VIDEO.mp4,                            ,                     2026-03-02T15:04:00Z,
        VIDEO.mp4,                            2026-03-02T15:14:05Z, 2026-03-02T15:04:00Z, PT1.5S
        VIDEO.mp4,                            2026-03-02T07:14:05Z, 2026-03-02T07:04:00Z, PT1.5S
        VIDEO.mp4,                            2026-03-02T07:24:05Z, 2026-03-02T07:04:00Z, PT1.5S
        VIDEO.mp4,                            2026-03-02T07:24:06Z, 2026-03-02T15:04:00Z,
        SQ-0001_123456_20260302150405.mp4,    ,                     2026-03-02T07:04:00Z, PT1.5S
        SQ-0001_123456_20260302230405.mp4,    ,                     2026-03-02T15:04:00Z, PT1.5S
        20260302-151405.mp4,                  ,                     2026-03-02T07:04:00Z, PT1.5S
        20260302-151406.mp4,                  ,                     2026-03-02T15:04:00Z,
        20269902150405.mp4,                   ,                     2026-03-02T15:04:00Z,
        """)
    void utc_as_the_format_says_unless_name_or_change_say_local(String name, @Nullable Instant changed, Instant begins,
            @Nullable Duration uncertain) {
        var created = Optional.of(Instant.parse("2026-03-02T15:04:05Z"));
        var said = new TimesOfRecording.Said(Optional.empty(), Optional.empty(), created, Optional.empty());
        var times = TimesOfRecording.of(said, LENGTH, handedIn(name, changed));
        assertEquals(created, times.deviceCreatedAt(), "never corrected");
        assertEquals(Optional.of(begins), times.startedAt());
        assertEquals(Optional.of(begins.plus(LENGTH)), times.endedAt());
        assertEquals(Optional.ofNullable(uncertain), times.uncertainty());
    }

    @Test
    void a_receiver_knows_better_than_any_clock() {
        var receiver = Instant.parse("2026-03-02T07:00:00.250Z");
        var said = new TimesOfRecording.Said(Optional.of(receiver), Optional.empty(), Optional.of(Instant.EPOCH),
            Optional.empty());
        var times = TimesOfRecording.of(said, LENGTH, handedIn("x", null));
        assertEquals(Optional.of(receiver), times.startedAt());
        assertEquals(Optional.of(Instant.EPOCH), times.deviceCreatedAt());
    }

    @Test
    void an_offset_in_the_file_leaves_no_choice() {
        var zoned = Instant.parse("2026-03-02T07:04:05Z");
        var said = new TimesOfRecording.Said(Optional.empty(), Optional.of(zoned),
            Optional.of(Instant.parse("2026-03-02T15:04:05Z")), Optional.empty());
        var times = TimesOfRecording.of(said, LENGTH, handedIn("x", null));
        assertEquals(Optional.of(Instant.parse("2026-03-02T07:04:00Z")), times.startedAt());
        assertEquals(Optional.of(Duration.ofMillis(1500)), times.uncertainty());
    }

    @Test
    void without_a_word_in_the_file_its_name_counts_and_then_its_change() {
        var silent = new TimesOfRecording.Said(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var changed = Instant.parse("2026-03-02T09:00:05Z");
        assertEquals(Optional.of(Instant.parse("2026-03-02T07:04:00Z")),
            TimesOfRecording.of(silent, LENGTH, handedIn("20260302150405.avi", changed)).startedAt());
        var byChange = TimesOfRecording.of(silent, LENGTH, handedIn("M0001.avi", changed));
        assertEquals(Optional.of(Instant.parse("2026-03-02T09:00:00Z")), byChange.endedAt());
        assertEquals(Optional.of(Duration.ofMillis(2500)), byChange.uncertainty());
        assertEquals(Optional.empty(), TimesOfRecording.of(silent, LENGTH, handedIn("M0001.avi", null)).startedAt());
    }

    @Test
    void a_clock_that_was_never_set_tells_no_time() {
        var said = new TimesOfRecording.Said(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.of(LocalDateTime.parse("1999-12-31T23:59:59")));
        var times = TimesOfRecording.of(said, Duration.ZERO, handedIn("x", null));
        assertEquals(Optional.of(Instant.parse("1999-12-31T15:59:59Z")), times.deviceCreatedAt());
        assertEquals(Optional.empty(), times.startedAt());
        assertEquals(Optional.empty(), times.uncertainty());
    }

    private static AsHandedIn handedIn(String name, @Nullable Instant changed) {
        return new AsHandedIn(name, Optional.ofNullable(changed), Optional.of(CLOCK), Workbench.ZONE);
    }
}
