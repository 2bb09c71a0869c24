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
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.recordings.Position;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * The telemetry track of GoPro cameras and of those that write the same ({@code gpmd}): key (4 letters), type (1 byte), size (1
 * byte), repeat (2 bytes, big-endian), then size × repeat bytes, padded to four; type 0 nests. The track has a stream {@code
 * STRM} of each sensor for each second. Read are, and everything else is passed over:
 *
 * <ul>
 *   <li>the camera's own receiver: {@code GPSF} (fix: 0 none, 2, 3), {@code GPSU} (UTC), {@code SCAL} (divisors) and {@code GPS5}
 *       or {@code GPS9}, whose samples begin with latitude and longitude;
 *   <li>the receiver of the gimbal or aircraft that carries the camera: {@code GPRI}, samples of type {@code JlllSSSSBB}
 *       (microseconds since it was switched on, latitude, longitude, …, fix, satellites), and {@code SYST}, which pairs such
 *       microseconds with Unix milliseconds.
 * </ul>
 */
final class Gpmf {

    /**
     * The first fix.
     *
     * @param startedAt the receiver's time at the beginning of the track, if it tells its time
     */
    record Fix(Position position, Optional<Instant> startedAt) {}

    private static final int DEPTH_MAX = 8;
    private static final int HEADER = 8;
    private static final int NESTED = 0;
    private static final int FIXED_IN_PLANE = 2;
    private static final int GPS9_BYTES = 32;
    private static final String CARRIER_TYPE = "JlllSSSSBB";
    private static final int CARRIER_BYTES = 30;
    private static final long UNIX_MILLIS_MAX = Instant.parse("9999-12-31T00:00:00Z").toEpochMilli();
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyMMddHHmmss.SSS");

    private int seconds; // streams of the camera's receiver so far
    private Optional<Position> position = Optional.empty();
    private Optional<Instant> startedAt = Optional.empty();
    private Optional<Long> carrierBeganMicros = Optional.empty();

    private Gpmf() {}

    /** The first fix in the track's bytes; empty when there is none, or when they are something else. */
    static Optional<Fix> read(byte[] track) {
        var reader = new Gpmf();
        reader.walk(ByteBuffer.wrap(track), 0);
        return reader.position.map(place -> new Fix(place, reader.startedAt));
    }

    private void walk(ByteBuffer bytes, int depth) {
        var fields = new HashMap<String, ByteBuffer>();
        while (bytes.remaining() >= HEADER && !(position.isPresent() && startedAt.isPresent())) {
            var key = ascii(bytes, 4);
            var type = bytes.get() & 0xff;
            var size = bytes.get() & 0xff;
            var length = size * (bytes.getShort() & 0xffff);
            if (length > bytes.remaining()) return; // cut off, or not this format
            var value = bytes.slice(bytes.position(), length);
            bytes.position(Math.min(bytes.limit(), bytes.position() + (length + 3) / 4 * 4));
            if (type != NESTED) fields.put(key, value); // of two with one key the later counts
            else if (depth < DEPTH_MAX) walk(value, depth + 1);
            switch (key) {
                case "GPS5" -> camera(fields, value, number(fields, "GPSF", FIXED_IN_PLANE));
                case "GPS9" -> camera(fields, value, size == GPS9_BYTES && length >= size ? value.getShort(GPS9_BYTES - 2) : 0);
                case "GPRI" -> carrier(fields, value, size);
                case "SYST" -> carrierTime(value, size);
                default -> { /* the other sensors */ }
            }
        }
    }

    private void camera(Map<String, ByteBuffer> fields, ByteBuffer samples, int quality) {
        var second = seconds++;
        if (samples.limit() < 8 || quality < FIXED_IN_PLANE || position.isPresent()) return;
        position = place(samples, 0, fields, 0);
        var time = fields.get("GPSU");
        if (position.isPresent() && time != null) startedAt = utc(ascii(time, time.remaining()))
            .map(at -> at.minusSeconds(second));
    }

    private void carrier(Map<String, ByteBuffer> fields, ByteBuffer samples, int size) {
        var type = fields.get("TYPE");
        if (type == null || !ascii(type.duplicate(), Math.min(type.remaining(), CARRIER_TYPE.length()))
            .equals(CARRIER_TYPE)) return;
        for (var at = 0; size == CARRIER_BYTES && at + size <= samples.limit(); at += size) {
            if (carrierBeganMicros.isEmpty()) carrierBeganMicros = Optional.of(samples.getLong(at));
            if (position.isEmpty() && samples.get(at + 28) >= FIXED_IN_PLANE) position = place(samples, at + 8, fields, 1);
        }
    }

    private void carrierTime(ByteBuffer samples, int size) {
        if (size != 16 || samples.limit() < size || carrierBeganMicros.isEmpty() || startedAt.isPresent()) return;
        var sinceBegan = samples.getLong(0) - carrierBeganMicros.get();
        var unixMillis = samples.getLong(8);
        var sane = Math.abs(sinceBegan) < Duration.ofMinutes(1).toNanos() / 1000 && unixMillis > 0
            && unixMillis < UNIX_MILLIS_MAX;
        if (sane) startedAt = Optional.of(Instant.ofEpochMilli(unixMillis).minus(sinceBegan, ChronoUnit.MICROS)
            .truncatedTo(ChronoUnit.MILLIS));
    }

    /** Latitude and longitude stand together in a sample, and so do their divisors. */
    private static Optional<Position> place(ByteBuffer samples, int at, Map<String, ByteBuffer> fields, int divisor) {
        var divisors = fields.get("SCAL");
        if (divisors == null || divisors.limit() < (divisor + 2) * 4) return Optional.empty();
        var first = divisors.getInt(divisor * 4);
        var second = divisors.getInt(divisor * 4 + 4);
        if (first <= 0 || second <= 0) return Optional.empty();
        return Positions.of(degrees(samples.getInt(at), first), degrees(samples.getInt(at + 4), second));
    }

    private static BigDecimal degrees(int value, int divisor) {
        return BigDecimal.valueOf(value).divide(BigDecimal.valueOf(divisor), 10, RoundingMode.HALF_EVEN);
    }

    private static int number(Map<String, ByteBuffer> fields, String key, int otherwise) {
        var value = fields.get(key);
        return value == null || value.limit() < 4 ? otherwise : value.getInt(0);
    }

    private static String ascii(ByteBuffer bytes, int length) {
        var text = new byte[length];
        bytes.get(text);
        return new String(text, US_ASCII);
    }

    private static Optional<Instant> utc(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, UTC).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty(); // a receiver that has not heard the time yet writes anything
        }
    }
}
