package org.liuhen.server.recordings.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.recordings.MediaFault;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.MediaStream;
import org.liuhen.core.recordings.RecordingEvent.ContinuityExamined;
import org.liuhen.core.recordings.RecordingEvent.RecordingNotProbed;
import org.liuhen.core.recordings.RecordingEvent.RecordingProbed;
import org.liuhen.core.recordings.StreamKind;
import org.liuhen.core.recordings.continuity.Check;
import org.liuhen.core.recordings.continuity.Ground;
import org.liuhen.core.recordings.continuity.Hindrance;
import org.liuhen.core.recordings.continuity.Observation;
import org.liuhen.core.recordings.continuity.Outcome.NotApplicable;
import org.liuhen.core.recordings.continuity.Outcome.NotObserved;
import org.liuhen.core.recordings.continuity.Outcome.NotPerformed;
import org.liuhen.core.recordings.continuity.Outcome.Observed;
import org.liuhen.core.recordings.continuity.Outcome;
import org.liuhen.core.recordings.continuity.Pictures;
import org.liuhen.core.recordings.continuity.Sighting;
import org.liuhen.core.recordings.continuity.Sign;
import org.liuhen.core.recordings.continuity.Thresholds;
import org.liuhen.server.recordings.media.Examination.Hindered;
import org.liuhen.server.recordings.media.MovieBoxes.Movie;
import tools.jackson.databind.JsonNode;

/**
 * Looks through a file for what tells of its continuity; docs/formats.md, section 2.6b. Each check has an outcome of its own, and none
 * is a verdict. The original is read, never a copy.
 */
public final class Continuity {

    /** Up to this length each picture is looked at; beyond it the key pictures, which is faster by the length of their distance. */
    private static final Duration EVERY_PICTURE = Duration.ofMinutes(2);

    /** What is longer is not decoded. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final Duration TIME_AT_LEAST = Duration.ofMinutes(5);
    private static final Duration TIME_AT_MOST = Duration.ofMinutes(30);

    private static final Thresholds TOLD = Thresholds.CURRENT;

    private final Ffmpeg tools;
    private final ConfinedProcess confined;
    private final Optional<Duration> most;

    public Continuity(Ffmpeg tools, ConfinedProcess confined) {
        this(tools, confined, Optional.empty());
    }

    /** With another time for one recording, for tests. */
    Continuity(Ffmpeg tools, ConfinedProcess confined, Optional<Duration> most) {
        this.tools = tools;
        this.confined = confined;
        this.most = most;
    }

    /** What is found so far. */
    private static final class Found {
        private final Map<Check, Outcome> outcomes = new EnumMap<>(Check.class);
        private Optional<Pictures> pictures = Optional.empty();
        private Optional<Duration> pictureStep = Optional.empty();

        void put(Check check, Outcome outcome) {
            outcomes.put(check, outcome);
        }

        /** For all that have no outcome yet. */
        Found rest(Outcome outcome) {
            for (var check : Check.values()) outcomes.putIfAbsent(check, outcome);
            return this;
        }

        ContinuityExamined event(String tool) {
            var observations = outcomes.entrySet().stream().map(one -> new Observation(one.getKey(), one.getValue())).toList();
            return new ContinuityExamined(observations, TOLD, pictures, pictureStep, tool);
        }
    }

    /** One check, or a few that need the same run. */
    @FunctionalInterface
    private interface Look {
        Outcome look() throws IOException, InterruptedException, Hindered;
    }

    /**
     * Looks through a file that was probed. It is opened for reading only.
     *
     * @throws IOException if the file cannot be read or the tool cannot be started: try again, the recording is not to blame
     * @throws InterruptedException nothing is left running
     */
    public ContinuityExamined examine(Path original, RecordingProbed probed) throws IOException, InterruptedException {
        var found = new Found();
        var run = new Examination(tools, confined, original, most.orElse(timeFor(probed.duration().orElse(Duration.ZERO))));
        switch (probed.kind()) {
            case OTHER -> found.rest(new NotApplicable(Ground.NOT_MEDIA));
            case PHOTO -> {
                found.put(Check.REENCODING, Outcome.of(EncoderTraces.in(run.photoTexts())));
                found.rest(new NotApplicable(Ground.STILL_PICTURE));
            }
            case VIDEO, AUDIO -> moving(run, original, probed, found);
        }
        return found.event(tools.tool());
    }

    /** Looks at what the media tool could not read: only the shape of the file tells something. */
    public ContinuityExamined examine(Path original, RecordingNotProbed why) throws IOException {
        var found = new Found();
        var shape = tailOf(original);
        if (shape.isPresent()) found.put(Check.TAIL, Outcome.of(shape.get()));
        var media = why.reason() != MediaFault.NOT_MEDIA && why.reason() != MediaFault.EMPTY;
        return found.rest(media ? new NotPerformed(Hindrance.DECODER, why.detail()) : new NotApplicable(Ground.NOT_MEDIA))
            .event(tools.tool());
    }

    private static Duration timeFor(Duration length) {
        var time = TIME_AT_LEAST.plus(length.dividedBy(4));
        return time.compareTo(TIME_AT_MOST) < 0 ? time : TIME_AT_MOST;
    }

    private void moving(Examination run, Path original, RecordingProbed probed, Found found) throws IOException, InterruptedException {
        found.put(Check.GAPS, probed.gapCount() == 0 ? new NotObserved() : new Observed(probed.gapCount(),
            probed.gaps().stream().map(gap -> Sighting.at(Sign.GAP, gap.at(), gap.length())).toList()));
        found.put(Check.DUPLICATES, probed.duplicateTimestamps() == 0 ? new NotObserved()
            : new Observed(probed.duplicateTimestamps(), List.of()));
        var movie = isMovie(probed) ? Optional.of(MovieBoxes.read(original)) : Optional.<Movie>empty();
        found.put(Check.EDIT_LIST, movie.<Outcome>map(boxes -> Outcome.of(EditLists.sightings(boxes, TOLD.edit())))
            .orElse(new NotApplicable(Ground.CONTAINER)));
        try {
            var told = run.told();
            found.put(Check.REENCODING, reencoding(run, told, movie));
            found.put(Check.CLOCK_JUMP, outcome(() -> clockJump(run, told)));
            var packets = run.timestamps(main(probed).map(MediaStream::index).orElse(0));
            found.put(Check.TAIL, tail(original, probed, movie, packets));
            decoded(run, probed, packets, found);
        } catch (Hindered e) {
            found.rest(e.outcome());
        }
    }

    private static Outcome outcome(Look look) throws IOException, InterruptedException {
        try {
            return look.look();
        } catch (Hindered e) {
            return e.outcome();
        }
    }

    private static Outcome reencoding(Examination run, JsonNode told, Optional<Movie> movie) throws IOException {
        var texts = run.texts(told);
        movie.ifPresent(boxes -> texts.put("boxes", boxes.words()));
        return Outcome.of(EncoderTraces.in(texts));
    }

    private static boolean isMovie(RecordingProbed probed) {
        return probed.container().startsWith("mov,");
    }

    private static Optional<MediaStream> main(RecordingProbed probed) {
        return Stream.of(StreamKind.VIDEO, StreamKind.AUDIO)
            .flatMap(kind -> probed.streams().stream().filter(stream -> stream.kind() == kind)).findFirst();
    }

    private static boolean has(RecordingProbed probed, StreamKind kind) {
        return probed.streams().stream().anyMatch(stream -> stream.kind() == kind);
    }

    private static Outcome tail(Path original, RecordingProbed probed, Optional<Movie> movie, Timestamps packets) throws IOException {
        var declares = Stream.of("mov,", "avi", "matroska", "asf", "flv").anyMatch(probed.container()::startsWith);
        if (!declares) return new NotApplicable(Ground.CONTAINER);
        var seen = new ArrayList<>(tailOf(original).orElse(List.of()));
        var shift = movie.map(EditLists::shift).orElse(Duration.ZERO);
        var missing = probed.duration().orElse(Duration.ZERO).minus(packets.length()).minus(shift);
        if (missing.compareTo(TOLD.tail()) >= 0) seen.add(Sighting.at(Sign.ENDS_EARLY, packets.length(), missing));
        return Outcome.of(seen);
    }

    /** What the shape of an MP4 or AVI file tells of its end; empty for other files. */
    private static Optional<List<Sighting>> tailOf(Path original) throws IOException {
        return switch (FileShape.of(original)) {
            case MOVIE -> {
                var movie = MovieBoxes.read(original);
                var seen = new ArrayList<Sighting>();
                if (!movie.index()) seen.add(Sighting.of(Sign.NO_INDEX, "moov"));
                movie.cutOff().ifPresent(box -> seen.add(Sighting.of(Sign.CUT_OFF, box)));
                yield Optional.of(seen);
            }
            case AVI -> Optional.of(RiffChunks.tail(original));
            case OTHER -> Optional.empty();
        };
    }

    private void decoded(Examination run, RecordingProbed probed, Timestamps packets, Found found) throws IOException, InterruptedException {
        if (!has(probed, StreamKind.AUDIO)) found.put(Check.SILENT, new NotApplicable(Ground.NO_SOUND));
        if (probed.kind() != MediaKind.VIDEO) {
            found.put(Check.FROZEN, new NotApplicable(Ground.NO_PICTURES));
            found.put(Check.BLACK, new NotApplicable(Ground.NO_PICTURES));
        }
        if (packets.length().compareTo(LONGEST) > 0) {
            found.rest(new NotPerformed(Hindrance.TOO_LONG, "longer than " + LONGEST.toHours() + " h"));
            return;
        }
        if (probed.kind() == MediaKind.VIDEO) pictures(run, packets, found);
        if (has(probed, StreamKind.AUDIO)) found.put(Check.SILENT, outcome(() -> silent(run, packets)));
    }

    private static void pictures(Examination run, Timestamps packets, Found found) throws IOException, InterruptedException {
        var sparse = packets.length().compareTo(EVERY_PICTURE) > 0 && packets.keyStep().isPositive()
            && packets.keyStep().compareTo(TOLD.frozen()) <= 0;
        var frozen = new Stretches("lavfi.freezedetect", Sign.STILL, TOLD.frozen());
        var black = new Stretches("lavfi.black_", Sign.DARK, TOLD.black());
        var filter = "scale=320:-2,freezedetect=n=%ddB:d=%d,blackdetect=d=%d:pix_th=0.10,metadata=mode=print:file=-:direct=1"
            .formatted(TOLD.frozenDecibels(), TOLD.frozen().toSeconds(), TOLD.black().toSeconds());
        var input = sparse ? List.of("-skip_frame", "nokey") : List.<String>of();
        try {
            decode(run, input, List.of("-map", "0:v:0", "-vf", filter, "-fps_mode", "passthrough"), List.of(frozen, black));
            found.pictures = Optional.of(sparse ? Pictures.KEY : Pictures.EVERY);
            found.pictureStep = sparse ? Optional.of(packets.keyStep()) : Optional.empty();
            found.put(Check.FROZEN, Outcome.of(frozen.until(packets.length())));
            found.put(Check.BLACK, Outcome.of(black.until(packets.length())));
        } catch (Hindered e) {
            found.put(Check.FROZEN, e.outcome());
            found.put(Check.BLACK, e.outcome());
        }
    }

    private static Outcome silent(Examination run, Timestamps packets) throws IOException, InterruptedException, Hindered {
        var quiet = new Stretches("lavfi.silence_", Sign.QUIET, TOLD.silent());
        var filter = "silencedetect=n=%ddB:d=%d,ametadata=mode=print:file=-:direct=1"
            .formatted(TOLD.silentDecibels(), TOLD.silent().toSeconds());
        decode(run, List.of("-vn"), List.of("-map", "0:a:0", "-af", filter), List.of(quiet));
        return Outcome.of(quiet.until(packets.length()));
    }

    private static void decode(Examination run, List<String> input, List<String> output, List<Stretches> kinds)
            throws IOException, InterruptedException, Hindered {
        var all = new ArrayList<>(output);
        all.addAll(List.of("-progress", "pipe:1", "-stats_period", "3600", "-f", "null", "-"));
        var decoded = run.converted(input, all, lines -> Stretches.read(lines, kinds));
        if (!decoded) throw new Hindered(Hindrance.DECODER, "nothing could be decoded");
    }

    private static Outcome clockJump(Examination run, JsonNode told) throws IOException, InterruptedException, Hindered {
        var stamps = stamps(run, told);
        // two are needed for a course of time
        return stamps.size() < 2 ? new NotApplicable(Ground.NO_TIMES) : Outcome.of(EmbeddedTimes.jumps(stamps, TOLD.jump()));
    }

    private static List<EmbeddedTimes.Stamp> stamps(Examination run, JsonNode told) throws IOException, InterruptedException, Hindered {
        var telemetry = stream(told, "codec_tag_string", "gpmd");
        if (telemetry.isPresent()) {
            var output = List.of("-map", "0:" + telemetry.get(), "-c", "copy", "-f", "data", "pipe:1");
            var packets = run.packets(telemetry.get());
            return run.converted(List.of(), output, track -> EmbeddedTimes.telemetry(track, packets));
        }
        var subtitles = stream(told, "codec_type", "subtitle");
        if (subtitles.isEmpty()) return List.of();
        return run.converted(List.of(), List.of("-map", "0:" + subtitles.get(), "-f", "srt", "pipe:1"), EmbeddedTimes::subtitles);
    }

    private static Optional<Integer> stream(JsonNode told, String field, String word) {
        return told.path("streams").valueStream().filter(stream -> stream.path(field).asString("").equals(word))
            .map(stream -> stream.path("index").asInt(0)).findFirst();
    }
}
