package org.liuhen.server.recordings.media;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.liuhen.core.recordings.Position;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * The telemetry track of GoPro cameras and of those that write the same ({@code gpmd}): key (4 letters), type (1 byte), size (1 byte), repeat
 * (2 bytes, big-endian), then size × repeat bytes, padded to four; type 0 nests. A stream {@code STRM} of the receiver holds {@code GPSF} (fix:
 * 0 none, 2, 3), {@code GPSU} (UTC of the receiver), {@code SCAL} (divisors) and {@code GPS5} or {@code GPS9}, whose samples begin with
 * latitude and longitude. The track has one such stream for each second. Everything else is passed over.
 */
final class Gpmf {

    /**
     * @param position of the first fix
     * @param startedAt the receiver's time at the beginning of the track, if it tells its time
     */
    record Fix(Position position, Optional<Instant> startedAt) {}

    private static final int DEPTH_MAX = 8;
    private static final int HEADER = 8;
    private static final int NESTED = 0;
    private static final int FIXED_IN_PLANE = 2;
    private static final int GPS9_BYTES = 32;
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyMMddHHmmss.SSS");

    private int second; // how many streams of the receiver came before
    private @Nullable Fix fix;

    private Gpmf() {}

    /** The first fix in the track's bytes; empty when there is none, or when they are something else. */
    static Optional<Fix> read(byte[] track) {
        var reader = new Gpmf();
        reader.walk(ByteBuffer.wrap(track), 0);
        return Optional.ofNullable(reader.fix);
    }

    private void walk(ByteBuffer bytes, int depth) {
        var stream = new ReceiverStream();
        while (fix == null && bytes.remaining() >= HEADER) {
            var key = ascii(bytes, 4);
            var type = bytes.get() & 0xff;
            var size = bytes.get() & 0xff;
            var length = size * (bytes.getShort() & 0xffff);
            if (length > bytes.remaining()) return; // cut off, or not this format
            var value = bytes.slice(bytes.position(), length);
            bytes.position(Math.min(bytes.limit(), bytes.position() + (length + 3) / 4 * 4));
            if (type == NESTED && depth < DEPTH_MAX) walk(value, depth + 1);
            else stream.take(key, size, value);
        }
        if (fix == null && stream.receiver) {
            fix = stream.fix(second).orElse(null);
            second++;
        }
    }

    private static String ascii(ByteBuffer bytes, int length) {
        var text = new byte[length];
        bytes.get(text);
        return new String(text, US_ASCII);
    }

    /** The fields of one stream as they come; the samples stand after what explains them. */
    private static final class ReceiverStream {
        private boolean receiver;
        private int quality = FIXED_IN_PLANE; // GPS9 says it in each sample
        private Optional<Instant> time = Optional.empty();
        private int[] divisors = {1, 1};
        private int @Nullable [] place;

        void take(String key, int size, ByteBuffer value) {
            switch (key) {
                case "GPSF" -> {
                    if (value.remaining() >= 4) quality = value.getInt();
                }
                case "GPSU" -> time = time(ascii(value, value.remaining()));
                case "SCAL" -> {
                    if (size == 4 && value.remaining() >= 8) divisors = new int[] {value.getInt(), value.getInt()};
                }
                case "GPS5", "GPS9" -> {
                    receiver = true;
                    if (value.remaining() < 8) return;
                    place = new int[] {value.getInt(0), value.getInt(4)};
                    if (size == GPS9_BYTES && value.remaining() >= GPS9_BYTES) quality = value.getShort(GPS9_BYTES - 2);
                }
                default -> { /* the other sensors */ }
            }
        }

        Optional<Fix> fix(int second) {
            if (place == null || quality < FIXED_IN_PLANE || divisors[0] <= 0 || divisors[1] <= 0) return Optional.empty();
            return Positions.of(degrees(place[0], divisors[0]), degrees(place[1], divisors[1]))
                .map(position -> new Fix(position, time.map(at -> at.minus(Duration.ofSeconds(second)))));
        }

        private static BigDecimal degrees(int value, int divisor) {
            return BigDecimal.valueOf(value).divide(BigDecimal.valueOf(divisor), 10, RoundingMode.HALF_EVEN);
        }

        private static Optional<Instant> time(String text) {
            try {
                return Optional.of(LocalDateTime.parse(text, UTC).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException e) {
                return Optional.empty(); // a receiver that has not heard the time yet writes anything
            }
        }
    }
}
