package org.liuhen.server.recordings.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.recordings.Gap;
import org.liuhen.core.recordings.RecordingEvent.RecordingProbed;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Holes and doubles in one stream, from the time of each packet. The usual step is the median of the steps that are not zero. A
 * hole is a step of more than three usual ones and at least half a second; it goes from the last packet before to the first one
 * after.
 *
 * @param packets with content and a time
 * @param duplicates packets that have the time of another one
 * @param length from the first packet to the end of the last one
 * @param gaps the first {@link RecordingProbed#GAPS_MAX}; {@code at} counts from the first packet
 * @param gapCount all of them
 * @param keyStep the longest time between two packets that can be decoded by themselves; zero where there are not two
 */
record Timestamps(long packets, long duplicates, Duration length, List<Gap> gaps, long gapCount, Duration keyStep) {

    /** About 48 hours at 24 pictures a second; 32 MiB while they are sorted. What comes after is not looked at. */
    static final int PACKETS_MAX = 1 << 22;

    private static final long SHORTEST_GAP_MICROS = 500_000;
    private static final int USUAL_STEPS = 3;
    private static final int MICRO_DIGITS = 6;

    Timestamps {
        gaps = List.copyOf(gaps);
    }

    /** Reads ffprobe's lines {@code pts_time,dts_time,size,flags} as they come; nothing but the times is kept. */
    static Timestamps read(InputStream lines) throws IOException {
        var times = new long[4096];
        var count = 0;
        var lastKey = Long.MIN_VALUE;
        var keyStep = 0L;
        var reader = new BufferedReader(new InputStreamReader(lines, US_ASCII));
        for (var line = reader.readLine(); line != null && count < PACKETS_MAX; line = reader.readLine()) {
            var fields = line.split(",", 5);
            // without content, or not to be shown
            if (fields.length < 4 || fields[2].equals("0") || fields[3].contains("D")) continue;
            var time = micros(fields);
            if (time == Long.MIN_VALUE) continue;
            if (fields[3].contains("K")) {
                if (lastKey != Long.MIN_VALUE) keyStep = Math.max(keyStep, time - lastKey);
                lastKey = time;
            }
            if (count == times.length) times = Arrays.copyOf(times, times.length * 2);
            times[count++] = time;
        }
        Arrays.sort(times, 0, count); // packets lie in the order of decoding
        var read = of(times, count);
        return new Timestamps(read.packets, read.duplicates, read.length, read.gaps, read.gapCount, millis(keyStep));
    }

    /** The time in ffprobe's fields {@code pts_time,dts_time,…}; empty where there is none. */
    static Optional<Duration> time(String[] fields) {
        var micros = fields.length < 2 ? Long.MIN_VALUE : micros(fields);
        return micros == Long.MIN_VALUE ? Optional.empty() : Optional.of(millis(micros));
    }

    private static long micros(String[] fields) {
        return micros(fields[0].equals("N/A") ? fields[1] : fields[0]);
    }

    /** From sorted times in microseconds. */
    static Timestamps of(long[] times, int count) {
        if (count == 0) return new Timestamps(0, 0, Duration.ZERO, List.of(), 0, Duration.ZERO);
        var usual = usualStep(times, count);
        var longest = Math.max(SHORTEST_GAP_MICROS - 1, USUAL_STEPS * usual);
        var gaps = new ArrayList<Gap>();
        var gapCount = 0L;
        var duplicates = 0L;
        for (var i = 1; i < count; i++) {
            var step = times[i] - times[i - 1];
            if (step == 0) duplicates++;
            if (step <= longest) continue;
            gapCount++;
            if (gaps.size() < RecordingProbed.GAPS_MAX) gaps.add(new Gap(millis(times[i - 1] - times[0]), millis(step)));
        }
        return new Timestamps(count, duplicates, millis(times[count - 1] - times[0] + usual), gaps, gapCount, Duration.ZERO);
    }

    private static long usualStep(long[] times, int count) {
        var steps = new long[count];
        var n = 0;
        for (var i = 1; i < count; i++) {
            // with half of the times doubled the median of all would be 0
            if (times[i] != times[i - 1]) steps[n++] = times[i] - times[i - 1];
        }
        if (n == 0) return 0;
        Arrays.sort(steps, 0, n);
        return steps[n / 2];
    }

    private static Duration millis(long micros) {
        return Duration.ofMillis(Math.round(micros / 1000.0));
    }

    /** Exact, without a detour over floating point; {@link Long#MIN_VALUE} where there is no time. */
    private static long micros(String seconds) {
        var point = seconds.indexOf('.');
        try {
            if (point < 0) return Math.multiplyExact(Long.parseLong(seconds), 1_000_000L);
            var fraction = (seconds.substring(point + 1) + "000000").substring(0, MICRO_DIGITS);
            return Long.parseLong(seconds.substring(0, point) + fraction);
        } catch (NumberFormatException | ArithmeticException e) {
            return Long.MIN_VALUE; // N/A, or a number that no recording can have
        }
    }
}
