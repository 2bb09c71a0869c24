package org.liuhen.server.recordings.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liuhen.core.recordings.Gap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

class TimestampsTest {

    @Test
    void nothing_has_neither_holes_nor_length() {
        assertEquals(new Timestamps(0, 0, Duration.ZERO, List.of(), 0, Duration.ZERO), Timestamps.of(new long[0], 0));
        assertEquals(new Timestamps(1, 0, Duration.ZERO, List.of(), 0, Duration.ZERO), Timestamps.of(new long[] {7}, 1));
    }

    @Test
    void half_a_second_is_a_hole_and_less_is_not() {
        assertEquals(0, Timestamps.of(new long[] {0, 40_000, 80_000, 579_999, 619_999}, 5).gapCount());
        assertEquals(List.of(new Gap(Duration.ofMillis(80), Duration.ofMillis(500))),
            Timestamps.of(new long[] {0, 40_000, 80_000, 580_000, 620_000}, 5).gaps());
    }

    @Test
    void a_slow_camera_has_no_holes_at_its_own_pace() {
        assertEquals(0, Timestamps.of(new long[] {0, 2_000_000, 4_000_000, 6_000_000, 12_000_000}, 5).gapCount(), "three steps");
        assertEquals(1, Timestamps.of(new long[] {0, 2_000_000, 4_000_000, 6_000_000, 12_000_001}, 5).gapCount());
    }

    @Test
    void doubled_times_do_not_hide_a_hole() {
        var times = new long[] {0, 0, 40_000, 40_000, 80_000, 80_000, 2_080_000, 2_080_000};
        var read = Timestamps.of(times, times.length);
        assertEquals(4, read.duplicates());
        assertEquals(List.of(new Gap(Duration.ofMillis(80), Duration.ofMillis(2000))), read.gaps());
    }

    @Test
    void more_holes_than_are_listed_are_counted() {
        var times = new long[2004];
        for (var i = 0; i < 1002; i++) {
            times[2 * i] = i * 1_000_000L;
            times[2 * i + 1] = i * 1_000_000L + 40_000;
        }
        var read = Timestamps.of(times, times.length);
        assertEquals(500, read.gaps().size());
        assertEquals(1001, read.gapCount());
    }

    @Test
    void lines_come_in_the_order_of_decoding_and_some_say_nothing() throws IOException {
        var lines = """
            0.000000,-0.040000,900,K__
            0.120000,0.000000,90,___
            0.040000,0.040000,90,___
            N/A,0.080000,90,___
            0.160000,0.120000,0,___
            -1.000000,-1.000000,90,_D_
            N/A,N/A,90,___
            99999999999999999999.0,N/A,90,___
            strange
            """;
        var read = Timestamps.read(new ByteArrayInputStream(lines.getBytes(US_ASCII)));
        assertEquals(new Timestamps(4, 0, Duration.ofMillis(160), List.of(), 0, Duration.ZERO), read);
    }
}
