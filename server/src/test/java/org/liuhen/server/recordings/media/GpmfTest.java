package org.liuhen.server.recordings.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.recordings.Position;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GpmfTest {

    private static final Position CHENGDE = new Position("40.9763", "117.9539");

    @Test
    void the_receiver_of_a_camera_with_its_time() {
        assertEquals(Optional.of(new Gpmf.Fix(CHENGDE, Optional.of(Instant.parse("2026-03-02T07:04:05.500Z")))),
            Gpmf.read(second(3, "260302070405.500", 409_763_000, 1_179_539_000)));
    }

    @Test
    void seconds_without_a_fix_are_counted_back() {
        var track = new ByteArrayOutputStream();
        track.writeBytes(second(0, "260302070405.500", 1, 1));
        track.writeBytes(second(0, "260302070406.500", 1, 1));
        track.writeBytes(second(2, "260302070407.500", 409_763_000, 1_179_539_000));
        assertEquals(Optional.of(Instant.parse("2026-03-02T07:04:05.500Z")), Gpmf.read(track.toByteArray()).orElseThrow()
            .startedAt());
    }

    @Test
    void nonsense_is_no_place() {
        assertEquals(Optional.empty(), Gpmf.read(second(3, "260302070405.500", 0, 0)), "no fix, whatever the flag says");
        assertEquals(Optional.empty(), Gpmf.read(second(3, "260302070405.500", 910_000_000, 0)), "beyond the pole");
        assertEquals(Optional.empty(), Gpmf.read(new byte[0]));
        assertEquals(Optional.of(new Gpmf.Fix(CHENGDE, Optional.empty())),
            Gpmf.read(second(3, "269902070405.500", 409_763_000, 1_179_539_000)));
    }

    @Test
    void a_track_cut_anywhere_is_read_as_far_as_it_goes() {
        var whole = second(3, "260302070405.500", 409_763_000, 1_179_539_000);
        for (var length = 0; length < whole.length; length++) {
            assertEquals(Optional.empty(), Gpmf.read(Arrays.copyOf(whole, length)), "cut at " + length);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void damaged_bytes_never_throw_and_never_leave_the_map(long seed) {
        var dice = new SplittableRandom(seed);
        for (var i = 0; i < 2000; i++) {
            var track = second(3, "260302070405.500", 409_763_000, 1_179_539_000);
            for (var flips = 0; flips < 4; flips++) track[dice.nextInt(track.length)] = (byte) dice.nextInt();
            Gpmf.read(track).ifPresent(fix -> assertTrue(Math.abs(Double.parseDouble(fix.position().latitude())) <= 90));
        }
    }

    private static byte[] second(int fix, String utc, int latitude, int longitude) {
        var stream = new ByteArrayOutputStream();
        stream.writeBytes(field("GPSF", 'L', 4, ByteBuffer.allocate(4).putInt(fix).array()));
        stream.writeBytes(field("GPSU", 'U', 16, utc.getBytes(US_ASCII)));
        stream.writeBytes(field("SCAL", 'l', 4, ByteBuffer.allocate(20).putInt(10_000_000).putInt(10_000_000).putInt(1000)
            .putInt(1000).putInt(100).array()));
        stream.writeBytes(field("GPS5", 'l', 20, ByteBuffer.allocate(20).putInt(latitude).putInt(longitude).array()));
        return field("DEVC", '\0', 1, field("STRM", '\0', 1, stream.toByteArray()));
    }

    private static byte[] field(String key, char type, int size, byte[] value) {
        return ByteBuffer.allocate(8 + (value.length + 3) / 4 * 4).put(key.getBytes(US_ASCII)).put((byte) type).put((byte) size)
            .putShort((short) (value.length / size)).put(value).array();
    }
}
