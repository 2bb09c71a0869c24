package org.liuhen.server.recordings.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.recordings.MediaFault;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.MediaStream;
import org.liuhen.core.recordings.Position;
import org.liuhen.core.recordings.RecordingEvent;
import org.liuhen.core.recordings.RecordingEvent.RecordingNotProbed;
import org.liuhen.core.recordings.RecordingEvent.RecordingProbed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Looks into a file and says what it is; docs/formats.md, section 2.4. Whatever the file holds, the answer is one of the two
 * events.
 */
public final class Probe {

    /** Below this ffprobe is guessing: any text has something of a sound file. */
    private static final int SURE = 25;

    private static final int DETAIL_MAX_LETTERS = 500;
    private static final int HEAD_BYTES = 12;
    private static final int TELEMETRY_MAX_BYTES = 4 << 20;
    private static final String TELEMETRY_SECONDS = "60";

    private final Ffmpeg tools;
    private final ConfinedProcess confined;

    public Probe(Ffmpeg tools, ConfinedProcess confined) {
        this.tools = tools;
        this.confined = confined;
    }

    /** The file cannot be probed; travels as an exception inside this class only. */
    private static final class Fault extends Exception {
        private final MediaFault reason;
        private final String detail;

        Fault(MediaFault reason, String detail) {
            super(detail);
            this.reason = reason;
            this.detail = detail;
        }
    }

    /**
     * Probes the file, which is opened for reading only.
     *
     * @return {@link RecordingProbed}, or {@link RecordingNotProbed} with the reason
     * @throws IOException if the file cannot be read or the tool cannot be started: try again, the recording is not to blame
     * @throws InterruptedException nothing is left running
     */
    public RecordingEvent probe(Path file, AsHandedIn handedIn) throws IOException, InterruptedException {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new Fault(MediaFault.NOT_MEDIA, "not a regular file");
            }
            if (Files.size(file) == 0) throw new Fault(MediaFault.EMPTY, "no bytes");
            return probed(file, handedIn);
        } catch (Fault e) {
            return new RecordingNotProbed(e.reason, printable(e.detail), tools.tool());
        }
    }

    private RecordingEvent probed(Path file, AsHandedIn handedIn) throws IOException, InterruptedException, Fault {
        var answer = look(file, FfprobeAnswer.ENTRIES, List.of());
        if (answer.streams().isEmpty() || answer.score() < SURE) {
            throw new Fault(MediaFault.NOT_MEDIA, "nothing in it that the tool knows");
        }
        return answer.kind() == MediaKind.PHOTO ? photo(file, answer, handedIn) : moving(file, answer, handedIn);
    }

    private RecordingProbed photo(Path file, FfprobeAnswer answer, AsHandedIn handedIn) throws IOException,
            InterruptedException, Fault {
        var picture = look(file, FfprobeAnswer.PICTURE_ENTRIES, List.of("-select_streams", "v:0", "-read_intervals", "%+#1"));
        if (!picture.hasPicture()) throw new Fault(MediaFault.DAMAGED, "the picture cannot be read");
        var local = picture.pictureTakenAt();
        var zoned = local.flatMap(time -> picture.pictureOffset().map(time::toInstant));
        var times = TimesOfRecording.of(new TimesOfRecording.Said(Optional.empty(), zoned, answer.created(), local),
            Duration.ZERO, handedIn);
        return new RecordingProbed(
            MediaKind.PHOTO, answer.container(), listed(answer, Optional.empty()), Optional.empty(),
            times.deviceCreatedAt(), times.startedAt(), times.endedAt(), times.uncertainty(),
            picture.picturePosition().or(answer::position), List.of(), 0, 0, picture.pictureRotation(), tools.tool());
    }

    private RecordingProbed moving(Path file, FfprobeAnswer answer, AsHandedIn handedIn) throws IOException,
            InterruptedException, Fault {
        var main = answer.mainStream();
        var packets = main.isPresent() ? timestamps(file, main.get()) : Timestamps.of(new long[0], 0);
        if (main.isPresent() && packets.packets() == 0) throw new Fault(MediaFault.DAMAGED, "a header without content");
        var telemetry = answer.gpmfStream();
        var fix = telemetry.isPresent() ? telemetry(file, telemetry.get()) : Optional.<Gpmf.Fix>empty();
        var duration = answer.duration().or(() -> Optional.of(packets.length()).filter(Duration::isPositive));
        var said = new TimesOfRecording.Said(fix.flatMap(Gpmf.Fix::startedAt), answer.zoned(), answer.created(),
            Optional.empty());
        var times = TimesOfRecording.of(said, duration.orElse(Duration.ZERO), handedIn);
        Optional<Position> position = answer.position().or(() -> fix.map(Gpmf.Fix::position));
        return new RecordingProbed(
            answer.kind(), answer.container(), listed(answer, main.map(index -> new Counted(index, packets.packets()))), duration,
            times.deviceCreatedAt(), times.startedAt(), times.endedAt(), times.uncertainty(),
            position, packets.gaps(), packets.gapCount(), packets.duplicates(), answer.rotation(), tools.tool());
    }

    private record Counted(int stream, long frames) {}

    /** With the pictures counted where the container does not tell their number. */
    private static List<MediaStream> listed(FfprobeAnswer answer, Optional<Counted> counted) {
        return answer.streams().stream().limit(RecordingProbed.STREAMS_MAX).map(stream -> {
            var frames = stream.frames().or(() -> counted.filter(count -> count.stream() == stream.index()).map(Counted::frames));
            return new MediaStream(stream.index(), stream.kind(), stream.codec(), stream.profile(), stream.width(),
                stream.height(),
                stream.rateMilli(), stream.sampleRate(), stream.channels(), frames);
        }).toList();
    }

    private FfprobeAnswer look(Path file, String entries, List<String> more) throws IOException, InterruptedException, Fault {
        var arguments = new ArrayList<>(List.of("-show_entries", entries, "-of", "json=compact=1"));
        arguments.addAll(more);
        var limits = Limits.looking(Files.size(file));
        return FfprobeAnswer.read(run(tools.ffprobe(), tools.looking(arguments), file, limits, InputStream::readAllBytes));
    }

    private Timestamps timestamps(Path file, int stream) throws IOException, InterruptedException, Fault {
        var arguments = List.of("-select_streams", String.valueOf(stream), "-show_entries",
            "packet=pts_time,dts_time,size,flags", "-of", "csv=p=0");
        var limits = Limits.looking(Files.size(file)).writing(1L << 30);
        return run(tools.ffprobe(), tools.looking(arguments), file, limits, Timestamps::read);
    }

    private Optional<Gpmf.Fix> telemetry(Path file, int stream) throws IOException, InterruptedException, Fault {
        var output = List.of("-map", "0:" + stream, "-c", "copy", "-t", TELEMETRY_SECONDS, "-f", "data", "pipe:1");
        var limits = Limits.looking(Files.size(file)).writing(TELEMETRY_MAX_BYTES);
        return Gpmf.read(run(tools.ffmpeg(), tools.converting(List.of(), output), file, limits, InputStream::readAllBytes));
    }

    private <T> T run(Path program, List<String> arguments, Path file, Limits limits, ConfinedProcess.Reading<T> reading)
            throws IOException, InterruptedException, Fault {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        var task = new ConfinedProcess.Task(command, tools.environment(), Optional.of(file), limits);
        return switch (confined.run(task, reading)) {
            case Outcome.Ended<T>(_, _, var errors) when Ffmpeg.tooManyPixels(errors) ->
                throw new Fault(MediaFault.MEMORY, errors);
            case Outcome.Ended<T>(var exit, var output, _) when exit == 0 -> output;
            case Outcome.Ended<T>(_, _, var errors) ->
                throw new Fault(beginsLikeMedia(file) ? MediaFault.DAMAGED : MediaFault.NOT_MEDIA, errors);
            case Outcome.Stopped<T>(var fault, var detail) -> throw new Fault(fault, detail);
        };
    }

    /** A file that the tool cannot open is damaged if it begins like one of the usual formats, and something else if not. */
    private static boolean beginsLikeMedia(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        var text = new String(head, ISO_8859_1);
        var box = text.length() >= 8 ? text.substring(4, 8) : "";
        return List.of("ftyp", "moov", "mdat", "wide", "free", "skip").contains(box)
            || List.of("RIFF", "\u001aE\u00df\u00a3", "\u00ff\u00d8\u00ff", "\u0089PNG", "ID3", "OggS", "fLaC", "#!AMR", "GIF8",
                "0&\u00b2u", "\0\0\1\u00ba", "FLV", "II*\0", "MM\0*").stream().anyMatch(text::startsWith)
            // a transport stream begins with that letter
            || (text.startsWith("G") && !text.chars().allMatch(c -> c >= ' ' && c < 127));
    }

    /** One line for people: no control characters, not longer than a few sentences. */
    static String printable(String errors) {
        // how the file reached the tool says nothing about the file
        var line = errors.strip().replaceAll("(?m)^fd:+ ", "").replaceAll("\\s*\\R\\s*", "; ").replaceAll("\\p{Cntrl}|0x[0-9a-f]{6,}", "")
            .replaceAll(" @ (?=])", "");
        return line.isEmpty() ? "no reason given" : line.substring(0, Math.min(DETAIL_MAX_LETTERS, line.length()));
    }
}
