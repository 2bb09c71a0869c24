package org.liuhen.server.recordings.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.liuhen.core.recordings.continuity.Sighting;
import org.liuhen.core.recordings.continuity.Sign;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Stretches of time which ffmpeg's detectors tell line by line: {@code lavfi.black_start=12.4}, {@code lavfi.black_end=15}. */
final class Stretches {

    /** Detectors cannot tell more than that: one that flickers for hours is cut short. */
    private static final int MOST = 100_000;

    private static final Pattern LINE = Pattern.compile("lavfi\\.(?:freezedetect\\.freeze|black|silence)_(start|end)=(-?\\d{1,9}(?:\\.\\d{1,9})?)");

    private static final Pattern DECODED = Pattern.compile("(?:frame|out_time_us)=[1-9]\\d*");

    private final String name;
    private final Sign sign;
    private final Duration shortest;
    private final List<Sighting> found = new ArrayList<>();
    private Duration begun = Duration.ofSeconds(-1);

    /**
     * Stretches of one kind.
     *
     * @param name how the detector's lines begin
     */
    Stretches(String name, Sign sign, Duration shortest) {
        this.name = name;
        this.sign = sign;
        this.shortest = shortest;
    }

    /** Reads all lines, which several detectors may have written. Whether anything was decoded. */
    static boolean read(InputStream lines, List<Stretches> kinds) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(lines, US_ASCII));
        var decoded = false;
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            for (var kind : kinds) kind.line(line);
            decoded |= DECODED.matcher(line).matches();
        }
        return decoded;
    }

    private void line(String line) {
        if (!line.startsWith(name)) return;
        var matcher = LINE.matcher(line);
        if (!matcher.matches()) return;
        var at = seconds(matcher.group(2));
        if (matcher.group(1).equals("start")) begun = at;
        else end(at);
    }

    private void end(Duration at) {
        if (begun.isNegative()) return;
        var length = at.minus(begun);
        if (length.compareTo(shortest) >= 0 && found.size() < MOST) found.add(Sighting.at(sign, begun, length));
        begun = Duration.ofSeconds(-1);
    }

    /** All of them; one that has not ended goes on to the end of the recording. */
    List<Sighting> until(Duration length) {
        end(length);
        return List.copyOf(found);
    }

    /** To the millisecond; what begins a little before the first picture begins with it. */
    private static Duration seconds(String text) {
        var millis = new BigDecimal(text).movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return Duration.ofMillis(Math.max(0, millis));
    }
}
