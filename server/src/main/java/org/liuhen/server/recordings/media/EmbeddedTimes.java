package org.liuhen.server.recordings.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liuhen.core.recordings.continuity.Sighting;
import org.liuhen.core.recordings.continuity.Sign;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Times that stand inside a recording, at the place of the recording where they stand: those of a receiver in the telemetry track, or
 * those that a camera writes as subtitles (a date and time, or an NMEA sentence RMC).
 */
final class EmbeddedTimes {

    /** A time and where in the file it stands. */
    record Stamp(Duration at, Instant time) {}

    private static final int MOST = 1_000_000;
    private static final int PACKET_MAX_BYTES = 4 << 20;

    private static final Pattern CUE = Pattern.compile("(\\d{2,3}):(\\d{2}):(\\d{2})[,.](\\d{3}) --> .*");
    private static final Pattern DATE_TIME =
        Pattern.compile("(?<!\\d)(20\\d{2})[-/.](\\d{1,2})[-/.](\\d{1,2})[ T]+(\\d{1,2}):(\\d{2}):(\\d{2})(?!\\d)");
    private static final Pattern RMC = Pattern.compile("\\$G[A-Z]RMC,(\\d{2})(\\d{2})(\\d{2})(?:\\.\\d+)?,A,(?:[^,]*,){6}(\\d{2})(\\d{2})(\\d{2})");

    private EmbeddedTimes() {}

    /** Where a packet stands, and how large it is. */
    record Packet(Optional<Duration> at, int sizeBytes) {}

    /** Packets, from ffprobe's lines {@code pts_time,dts_time,size}. */
    static List<Packet> packets(InputStream lines) throws IOException {
        var packets = new ArrayList<Packet>();
        var reader = new BufferedReader(new InputStreamReader(lines, US_ASCII));
        for (var line = reader.readLine(); line != null && packets.size() < MOST; line = reader.readLine()) {
            var fields = line.split(",", 4);
            if (fields.length < 3 || !fields[2].matches("\\d{1,8}")) continue; // a packet without bytes is none
            packets.add(new Packet(Timestamps.time(fields), Integer.parseInt(fields[2])));
        }
        return packets;
    }

    /**
     * The receiver's time in the packets of a telemetry track; those that have none are passed over.
     *
     * @param track the packets one behind the other
     */
    static List<Stamp> telemetry(InputStream track, List<Packet> packets) throws IOException {
        var stamps = new ArrayList<Stamp>();
        for (var packet : packets) {
            if (packet.sizeBytes() > PACKET_MAX_BYTES) break; // no telemetry of a second is so large
            var bytes = track.readNBytes(packet.sizeBytes());
            if (bytes.length < packet.sizeBytes()) break; // the last one is cut
            if (packet.at().isEmpty()) continue;
            Gpmf.read(bytes).flatMap(Gpmf.Fix::startedAt).ifPresent(time -> stamps.add(new Stamp(packet.at().get(), time)));
        }
        return stamps;
    }

    /** The times in subtitles, as ffmpeg writes them as SubRip. */
    static List<Stamp> subtitles(InputStream subRip) throws IOException {
        var stamps = new ArrayList<Stamp>();
        var reader = new BufferedReader(new InputStreamReader(subRip, UTF_8));
        var at = Optional.<Duration>empty();
        for (var line = reader.readLine(); line != null && stamps.size() < MOST; line = reader.readLine()) {
            var cue = CUE.matcher(line);
            if (cue.matches()) {
                at = Optional.of(Duration.ofHours(number(cue, 1)).plusMinutes(number(cue, 2)).plusSeconds(number(cue, 3))
                    .plusMillis(number(cue, 4)));
            } else if (at.isPresent()) {
                var time = time(line);
                if (time.isEmpty()) continue;
                stamps.add(new Stamp(at.get(), time.get()));
                at = Optional.empty(); // one of a cue
            }
        }
        return stamps;
    }

    private static Optional<Instant> time(String text) {
        try {
            var sentence = RMC.matcher(text);
            if (sentence.find()) {
                return Optional.of(LocalDateTime.of(2000 + number(sentence, 6), number(sentence, 5), number(sentence, 4), number(sentence, 1),
                    number(sentence, 2), number(sentence, 3)).toInstant(ZoneOffset.UTC));
            }
            var plain = DATE_TIME.matcher(text);
            if (!plain.find()) return Optional.empty();
            // only differences are looked at: the zone does not matter
            return Optional.of(LocalDateTime.of(number(plain, 1), number(plain, 2), number(plain, 3), number(plain, 4), number(plain, 5),
                number(plain, 6)).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty(); // digits that are no time
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** Where the two courses of time part: the length is by how much, the detail says in which direction. */
    static List<Sighting> jumps(List<Stamp> stamps, Duration threshold) {
        var jumps = new ArrayList<Sighting>();
        for (var i = 1; i < stamps.size(); i++) {
            var before = stamps.get(i - 1);
            var after = stamps.get(i);
            var more = Duration.between(before.time(), after.time()).minus(after.at().minus(before.at()));
            if (more.abs().compareTo(threshold) < 0) continue;
            jumps.add(new Sighting(Sign.JUMP, Optional.of(after.at()), Optional.of(more.abs()), Optional.of(more.isNegative() ? "-" : "+")));
        }
        return jumps;
    }
}
