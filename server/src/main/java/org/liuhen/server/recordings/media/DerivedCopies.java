package org.liuhen.server.recordings.media;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.liuhen.core.recordings.CopyKind;
import org.liuhen.core.recordings.MediaFault;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.MediaStream;
import org.liuhen.core.recordings.RecordingEvent.DerivedCopyFailed;
import org.liuhen.core.recordings.RecordingEvent.RecordingProbed;
import org.liuhen.core.recordings.StreamKind;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Copies for looking at: a poster, a sheet of small pictures, and what a browser can play where it cannot play the original.
 * Pictures stand upright. The original is opened for reading only; a copy is written to the file that the caller names, who
 * stores it.
 */
public final class DerivedCopies {

    private static final int SHEET_COLUMNS = 10;
    private static final int SHEET_FRAMES_MAX = 100;
    private static final int SHEET_FRAME_WIDTH = 160;
    private static final int POSTER_WIDTH = 640;
    private static final int PHOTO_SIDE = 2048;

    /**
     * Up to this length every picture is looked at; beyond it the key pictures only, which is faster by the length of their
     * distance.
     */
    private static final Duration EVERY_PICTURE = Duration.ofMinutes(2);

    private static final Duration STEP_MIN = Duration.ofSeconds(1);
    private static final long MICROS_PER_MILLI = 1000;

    private final Ffmpeg tools;
    private final ConfinedProcess confined;

    public DerivedCopies(Ffmpeg tools, ConfinedProcess confined) {
        this.tools = tools;
        this.confined = confined;
    }

    /** A copy, or why there is none. */
    public sealed interface Made {

        /**
         * The file is complete.
         *
         * @param frames pictures in the sheet, row by row of ten; for thumbnails
         * @param step time between two of them, the first at 0; for thumbnails
         */
        record Copy(CopyKind copy, String mediaType, String tool, Optional<Integer> frames, Optional<Duration> step)
                implements Made {}

        /** There is no copy; what was begun is removed. */
        record Failed(DerivedCopyFailed event) implements Made {}
    }

    /** The copies that this recording needs: none for what cannot be shown. */
    public static List<CopyKind> wanted(RecordingProbed probed) {
        var wanted = new ArrayList<CopyKind>();
        if (probed.kind() == MediaKind.VIDEO || probed.kind() == MediaKind.PHOTO) wanted.add(CopyKind.POSTER);
        if (probed.kind() == MediaKind.VIDEO) wanted.add(CopyKind.THUMBNAILS);
        if (Playability.of(probed).way() == Playability.Way.WEB) wanted.add(CopyKind.WEB);
        return wanted;
    }

    /**
     * Makes one of the {@link #wanted} copies.
     *
     * @param original not changed
     * @param to overwritten; does not exist when the answer is {@link Made.Failed}
     * @param progress 0 to 100, never less than before; called by one thread after the other
     * @throws IOException if a file cannot be read or written or the tool cannot be started; {@code to} does not exist, the call
     * may be repeated
     * @throws InterruptedException nothing is left running, {@code to} does not exist
     */
    public Made make(CopyKind copy, Path original, RecordingProbed probed, Path to, IntConsumer progress)
            throws IOException, InterruptedException {
        if (!wanted(probed).contains(copy)) throw new IllegalArgumentException(copy + " of " + probed.kind());
        var complete = false;
        try {
            Files.deleteIfExists(to);
            var made = switch (copy) {
                case POSTER -> poster(original, probed, to, progress);
                case THUMBNAILS -> thumbnails(original, probed, to, progress);
                case WEB -> web(original, probed, to, progress);
            };
            complete = made instanceof Made.Copy;
            return made;
        } finally {
            if (!complete) Files.deleteIfExists(to);
        }
    }

    private Made poster(Path original, RecordingProbed probed, Path to, IntConsumer progress)
            throws IOException, InterruptedException {
        var length = probed.duration().orElse(Duration.ZERO);
        // a tenth in, for cameras begin with the lens towards the chest; not far into long files, which a broken index makes slow
        var at = probed.kind() == MediaKind.PHOTO ? Duration.ZERO : min(length.dividedBy(10), Duration.ofSeconds(10));
        var seek = at.isZero() ? List.<String>of() : List.of("-ss", seconds(at));
        var output = new ArrayList<>(List.of("-map", "0:v:0", "-vf", fitted(POSTER_WIDTH, POSTER_WIDTH), "-frames:v", "1"));
        output.addAll(jpeg());
        return made(CopyKind.POSTER, Playability.JPEG, original, probed, to, tools.converting(seek, withTarget(output, to)),
            progress, Optional.empty());
    }

    private Made thumbnails(Path original, RecordingProbed probed, Path to, IntConsumer progress)
            throws IOException, InterruptedException {
        var sheet = Sheet.of(probed.duration().orElse(STEP_MIN));
        var everyPicture = probed.duration().orElse(Duration.ZERO).compareTo(EVERY_PICTURE) <= 0;
        var input = everyPicture ? List.<String>of() : List.of("-skip_frame", "nokey");
        // the rate filter repeats the picture before a hole; the last picture stands for what is left of the last steps
        var filter = "setpts=PTS-STARTPTS,fps=1000/" + sheet.step().toMillis() + ":start_time=0:round=down"
            + ",scale=" + SHEET_FRAME_WIDTH + ":-2,setsar=1"
            + ",tpad=stop_mode=clone:stop=" + sheet.frames() + ",trim=end_frame=" + sheet.frames()
            + ",tile=" + Math.min(SHEET_COLUMNS, sheet.frames()) + "x" + sheet.rows();
        var output = new ArrayList<>(List.of("-map", "0:v:0", "-vf", filter, "-frames:v", "1"));
        output.addAll(jpeg());
        var command = tools.converting(input, withTarget(output, to));
        return made(CopyKind.THUMBNAILS, Playability.JPEG, original, probed, to, command, progress, Optional.of(sheet));
    }

    /** How many pictures how far apart: one a second, and for longer recordings a hundred. */
    private record Sheet(int frames, Duration step) {
        static Sheet of(Duration length) {
            var hundredth = Duration.ofMillis((length.toMillis() + SHEET_FRAMES_MAX - 1) / SHEET_FRAMES_MAX);
            var step = hundredth.compareTo(STEP_MIN) > 0 ? hundredth : STEP_MIN;
            return new Sheet((int) Math.max(1, (length.toMillis() + step.toMillis() - 1) / step.toMillis()), step);
        }

        int rows() {
            return (frames + SHEET_COLUMNS - 1) / SHEET_COLUMNS;
        }
    }

    private Made web(Path original, RecordingProbed probed, Path to, IntConsumer progress)
            throws IOException, InterruptedException {
        var output = new ArrayList<String>();
        var mediaType = Playability.of(probed).mediaType();
        switch (mediaType) {
            case Playability.JPEG -> {
                output.addAll(List.of("-map", "0:v:0", "-vf", fitted(PHOTO_SIDE, PHOTO_SIDE), "-frames:v", "1"));
                output.addAll(jpeg());
            }
            case Playability.M4A -> {
                output.addAll(List.of("-map", "0:a:0"));
                output.addAll(sound(probed));
                output.addAll(List.of("-f", "ipod", "-movflags", "+faststart"));
            }
            default -> {
                output.addAll(List.of("-map", "0:v:0", "-map", "0:a:0?"));
                output.addAll(picture(probed));
                output.addAll(sound(probed));
                output.addAll(List.of("-f", "mp4", "-movflags", "+faststart"));
            }
        }
        return made(CopyKind.WEB, mediaType, original, probed, to, tools.converting(List.of(), withTarget(output, to)),
            progress, Optional.empty());
    }

    /** What a browser plays is taken over as it is; the rest is made anew with the encoder that the bundled tool has. */
    private static List<String> picture(RecordingProbed probed) {
        var stream = probed.streams().stream().filter(candidate -> candidate.kind() == StreamKind.VIDEO).findFirst();
        if (stream.filter(Playability::isPlainH264).isPresent()) return List.of("-c:v", "copy");
        var bitsPerSecond = stream.map(DerivedCopies::bitsPerSecond).orElse(2_000_000L);
        return List.of("-vf", fitted(1920, 1080) + ",format=yuv420p", "-fps_mode", "vfr", "-c:v", "libopenh264", "-g", "60",
            "-b:v", String.valueOf(bitsPerSecond), "-maxrate", String.valueOf(bitsPerSecond * 2));
    }

    /** A tenth of a bit for each point of each picture, between half a megabit and six. */
    private static long bitsPerSecond(MediaStream stream) {
        var points = Math.min(1920L * 1080, stream.width().orElse(1280).longValue() * stream.height().orElse(720));
        return Math.clamp(points * stream.rateMilli().orElse(25_000L) / 10_000, 500_000L, 6_000_000L);
    }

    private static List<String> sound(RecordingProbed probed) {
        var plays = Playability.codec(probed, StreamKind.AUDIO).filter(codec -> codec.equals("aac") || codec.equals("mp3"));
        return plays.isPresent() ? List.of("-c:a", "copy") : List.of("-c:a", "aac", "-b:a", "96k", "-ac", "2");
    }

    private static List<String> jpeg() {
        return List.of("-c:v", "mjpeg", "-q:v", "4", "-pix_fmt", "yuvj420p", "-f", "image2", "-update", "1");
    }

    /** Not larger than the box and never enlarged; even numbers, as the encoders need them. */
    private static String fitted(int width, int height) {
        return "scale='min(%d,iw)':'min(%d,ih)':force_original_aspect_ratio=decrease:force_divisible_by=2,setsar=1"
            .formatted(width, height);
    }

    private static List<String> withTarget(List<String> output, Path to) {
        var all = new ArrayList<>(output);
        all.addAll(List.of("-progress", "pipe:1", "-nostats", "file:" + to.toAbsolutePath()));
        return all;
    }

    private Made made(CopyKind copy, String mediaType, Path original, RecordingProbed probed, Path to, List<String> arguments,
            IntConsumer progress, Optional<Sheet> sheet) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(tools.ffmpeg().toString()));
        command.addAll(arguments);
        var length = probed.duration().orElse(Duration.ZERO);
        var limits = Limits.copying(Files.size(original), length);
        var task = new ConfinedProcess.Task(command, tools.environment(), Optional.of(original), limits);
        progress.accept(0);
        var failed = switch (confined.run(task, output -> follow(output, length, progress))) {
            case Outcome.Ended<Integer>(var exit, _, _) when exit == 0 && Files.exists(to) && Files.size(to) > 0 ->
                Optional.<DerivedCopyFailed>empty();
            case Outcome.Ended<Integer>(_, _, var errors) when Ffmpeg.tooManyPixels(errors) ->
                Optional.of(new DerivedCopyFailed(copy, MediaFault.MEMORY, Probe.printable(errors)));
            case Outcome.Ended<Integer>(_, _, var errors) ->
                Optional.of(new DerivedCopyFailed(copy, MediaFault.DAMAGED, Probe.printable(errors)));
            case Outcome.Stopped<Integer>(var fault, var detail) ->
                Optional.of(new DerivedCopyFailed(copy, fault, Probe.printable(detail)));
        };
        if (failed.isPresent()) return new Made.Failed(failed.get());
        progress.accept(100);
        return new Made.Copy(copy, mediaType, tools.tool(), sheet.map(Sheet::frames), sheet.map(Sheet::step));
    }

    /** Reads ffmpeg's lines {@code out_time_us=…}; 100 is said only when the file is complete. */
    private static int follow(InputStream lines, Duration length, IntConsumer progress) throws IOException {
        var told = 0;
        var reader = new BufferedReader(new InputStreamReader(lines, US_ASCII));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.matches("out_time_us=\\d{1,17}") || !length.isPositive()) continue;
            var percent = (int) Math.min(99, Long.parseLong(line.substring(12)) / MICROS_PER_MILLI * 100 / length.toMillis());
            if (percent <= told) continue;
            progress.accept(percent);
            told = percent;
        }
        return told;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + "." + "%03d".formatted(time.toMillisPart());
    }
}
