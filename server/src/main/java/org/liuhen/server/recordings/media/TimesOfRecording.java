package org.liuhen.server.recordings.media;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liuhen.core.values.DeviceClock;

/**
 * When a recording was made, from what its file says. The order, best first:
 *
 * <ol>
 *   <li>The time of a satellite receiver in the file. It is true time; the device's clock is left out.
 *   <li>A creation time with its own offset from UTC. By the device's clock, as all that follow.
 *   <li>The container's creation time. The format says UTC, and many body cameras write local time there: where the name of the
 *       file (…yyyyMMddHHmmss…, local) or its time of change agrees with one of the two readings within ten minutes, that reading
 *       is taken, otherwise UTC.
 *   <li>A local time without offset (EXIF), read in the agency's zone.
 *   <li>The time in the name of the file, read in the agency's zone.
 *   <li>The file's time of change, which is the end.
 * </ol>
 *
 * A creation time is the beginning. Device times are corrected by the measured offset of the device's clock. The uncertainty is
 * given where the clock was measured (or the time is a receiver's) and the reading left no choice; otherwise it is unknown and
 * left out.
 *
 * @param deviceCreatedAt what the file says, uncorrected and in the literal reading
 */
record TimesOfRecording(Optional<Instant> deviceCreatedAt, Optional<Instant> startedAt, Optional<Instant> endedAt,
        Optional<Duration> uncertainty) {

    /**
     * What the file itself says.
     *
     * @param receiver time of a satellite receiver at the beginning
     * @param zoned creation time that tells its own offset
     * @param created creation time of the container, read as UTC
     * @param local time without offset
     */
    record Said(Optional<Instant> receiver, Optional<Instant> zoned, Optional<Instant> created, Optional<LocalDateTime> local) {}

    /** Older device times are those of a clock that was never set. */
    private static final Instant CLOCKS_ARE_SET_SINCE = Instant.parse("2000-01-01T00:00:00Z");

    private static final Duration AGREES = Duration.ofMinutes(10);
    private static final Duration WHOLE_SECOND = Duration.ofSeconds(1);
    private static final Duration FILE_SYSTEM_STEP = Duration.ofSeconds(2); // FAT
    private static final Duration RECEIVER_STEP = Duration.ofSeconds(2); // once a second, and not at once

    private static final Pattern IN_NAME = Pattern.compile("(?<!\\d)(20\\d{6})[-_T]?(\\d{6})(?!\\d)");
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    /** The beginning by one clock, and how coarse it is; the step is empty where the reading is a guess. */
    private record Beginning(Instant at, Optional<Duration> step) {}

    static TimesOfRecording of(Said said, Duration length, AsHandedIn handedIn) {
        var literal = said.zoned().or(said::created).or(() -> said.local().map(time -> time.atZone(handedIn.zone()).toInstant()));
        if (said.receiver().isPresent()) {
            var start = said.receiver().get();
            return new TimesOfRecording(literal, Optional.of(start), Optional.of(start.plus(length)), Optional.of(RECEIVER_STEP));
        }
        var beginning = beginning(said, length, handedIn).filter(found -> !found.at().isBefore(CLOCKS_ARE_SET_SINCE));
        var clock = handedIn.clock();
        var start = beginning.map(found -> clock.map(measured -> measured.correct(found.at())).orElse(found.at()));
        var uncertainty = clock.map(DeviceClock::uncertainty).flatMap(of -> beginning.flatMap(Beginning::step).map(of::plus));
        return new TimesOfRecording(literal, start, start.map(at -> at.plus(length)), uncertainty);
    }

    private static Optional<Beginning> beginning(Said said, Duration length, AsHandedIn handedIn) {
        var zone = handedIn.zone();
        var inName = inName(handedIn.name()).map(time -> time.atZone(zone).toInstant());
        return said.zoned().map(at -> new Beginning(at, Optional.of(WHOLE_SECOND)))
            .or(() -> said.created().map(at -> utcOrLocal(at, length, inName, handedIn)))
            .or(() -> said.local().map(time -> new Beginning(time.atZone(zone).toInstant(), Optional.of(WHOLE_SECOND))))
            .or(() -> inName.map(at -> new Beginning(at, Optional.of(WHOLE_SECOND))))
            .or(() -> handedIn.modifiedAt().map(at -> new Beginning(at.minus(length), Optional.of(FILE_SYSTEM_STEP))));
    }

    private static Beginning utcOrLocal(Instant created, Duration length, Optional<Instant> inName, AsHandedIn handedIn) {
        var asLocal = asLocal(created, handedIn.zone());
        if (asLocal.equals(created)) return new Beginning(created, Optional.of(WHOLE_SECOND));
        for (var reading : new Instant[] {created, asLocal}) {
            var byName = inName.filter(at -> agrees(at, reading)).isPresent();
            var byChange = handedIn.modifiedAt().filter(at -> agrees(at, reading) || agrees(at, reading.plus(length)))
                .isPresent();
            if (byName || byChange) return new Beginning(reading, Optional.of(WHOLE_SECOND));
        }
        return new Beginning(created, Optional.empty());
    }

    private static Instant asLocal(Instant literal, ZoneId zone) {
        return LocalDateTime.ofInstant(literal, ZoneOffset.UTC).atZone(zone).toInstant();
    }

    private static boolean agrees(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(AGREES) <= 0;
    }

    private static Optional<LocalDateTime> inName(String name) {
        var matcher = IN_NAME.matcher(name);
        if (!matcher.find()) return Optional.empty();
        try {
            return Optional.of(LocalDateTime.parse(matcher.group(1) + matcher.group(2), DIGITS));
        } catch (DateTimeException e) {
            return Optional.empty(); // fourteen digits that are no date
        }
    }
}
