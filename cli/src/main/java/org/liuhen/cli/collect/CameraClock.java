package org.liuhen.cli.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.liuhen.core.values.DeviceClock;

/**
 * Measures a camera's clock where the camera tells its time: through the vendor's program, or through a person who reads its
 * display. A file's own time cannot tell: nobody knows how long ago it was written.
 */
public final class CameraClock {

    /** From reading the display to pressing the key. */
    private static final Duration BY_HAND = Duration.ofSeconds(30);
    /** A clock that is told in whole seconds. */
    private static final Duration WHOLE_SECONDS = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final int ANSWER_BYTES_MAX = 256;

    private CameraClock() {}

    /** What a person read from the display at the station's {@code now}. */
    static DeviceClock read(OffsetDateTime display, Instant now, DeviceClock station) {
        return against(station, now, display.toInstant(), BY_HAND);
    }

    /**
     * What the vendor's program prints: the camera's time now, as {@code 2026-03-02T15:04:05+08:00}.
     *
     * @throws IOException if it fails, hangs, or prints anything else
     */
    public static DeviceClock ask(List<String> command, DeviceClock station) throws IOException, InterruptedException {
        var began = Instant.now();
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            process.getOutputStream().close();
            var text = new String(process.getInputStream().readNBytes(ANSWER_BYTES_MAX), UTF_8).strip();
            if (!process.waitFor(ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS)) throw new IOException(
                    command + ": no end after " + ANSWER_WITHIN);
            if (process.exitValue() != 0) throw new IOException(command + ": exit " + process.exitValue());
            var took = Duration.between(began, Instant.now());
            return against(station, began.plus(took.dividedBy(2)), OffsetDateTime.parse(text).toInstant(),
                    took.dividedBy(2).plus(WHOLE_SECONDS));
        } catch (DateTimeParseException e) {
            throw new IOException(command + ": not a time such as 2026-03-02T15:04:05+08:00: " + e.getParsedString(), e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The camera's clock against the true one, through the station's own, whose error is known. */
    private static DeviceClock against(DeviceClock station, Instant stationNow, Instant cameraNow, Duration reading) {
        var truly = station.correct(stationNow);
        return new DeviceClock(truly, Duration.between(truly, cameraNow), reading.plus(station.uncertainty()));
    }
}
