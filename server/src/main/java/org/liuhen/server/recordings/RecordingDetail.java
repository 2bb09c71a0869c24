package org.liuhen.server.recordings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.recordings.CopyKind;
import org.liuhen.core.recordings.RecordingEvent.RecordingProbed;
import org.liuhen.core.recordings.RecordingState;
import org.liuhen.core.values.DeviceClock;
import org.liuhen.core.values.HandInId;
import org.liuhen.server.findings.JudgedStreams.Loaded;
import org.liuhen.server.journal.Recorded;
import org.liuhen.server.recordings.media.DerivedCopies;
import org.liuhen.server.recordings.media.Playability;

/** All that is known of one recording, in the shape of the answer. */
record RecordingDetail(
        @JsonUnwrapped RecordingList.Row row, String path, String nameBytes, String sm3Tree, Optional<Instant> modifiedAt,
        Optional<Clock> clock, Optional<UUID> handIn, String via, By by, Optional<Probed> probed, Optional<NotProbed> notProbed,
        Optional<ContinuityView> continuity, List<Copy> copies, String playable, String mediaType, long version,
        Named agency, List<RecordingJobs.Job> jobs, Optional<NumbersBeside.Beside> beside, Optional<String> secret) {

    /** The device's clock as it was measured. */
    record Clock(Instant measuredAt, long offsetMillis, long uncertaintyMillis) {
        static Clock of(DeviceClock clock) {
            return new Clock(clock.measuredAt(), clock.offset().toMillis(), clock.uncertainty().toMillis());
        }
    }

    /** Who handed it in. */
    record By(String name, String role) {}

    /** Something with a code. */
    record Named(String code, String name) {}

    /** What the media tool found. */
    record Probed(
            String container, List<Stream> streams, List<Gap> gaps, long duplicateTimestamps, int rotation,
            Optional<Instant> deviceCreatedAt, Optional<Gps> gps, Optional<Long> uncertaintyMillis, String tool) {
        static Probed of(RecordingProbed e) {
            return new Probed(e.container(), e.streams().stream().map(Stream::of).toList(),
                e.gaps().stream().map(gap -> new Gap(gap.at().toMillis(), gap.length().toMillis())).toList(),
                e.duplicateTimestamps(), e.rotation(), e.deviceCreatedAt(),
                e.gps().map(place -> new Gps(place.latitude(), place.longitude())), e.uncertainty().map(Duration::toMillis),
                e.tool());
        }
    }

    /** A stream inside the file. */
    record Stream(
            int index, String kind, String codec, Optional<String> profile, Optional<Integer> width, Optional<Integer> height,
            Optional<Long> rateMilli, Optional<Integer> sampleRate, Optional<Integer> channels, Optional<Long> frames) {
        static Stream of(org.liuhen.core.recordings.MediaStream s) {
            return new Stream(s.index(), s.kind().word(), s.codec(), s.profile(), s.width(), s.height(), s.rateMilli(),
                s.sampleRate(), s.channels(), s.frames());
        }
    }

    /** A hole. */
    record Gap(long atMillis, long lengthMillis) {}

    /** A place in degrees. */
    record Gps(String latitude, String longitude) {}

    /** Why the media tool found nothing. */
    record NotProbed(String reason, String detail) {}

    /** A copy for looking at. */
    record Copy(
            String copy, String state, Optional<String> sha256, Optional<Long> sizeBytes, Optional<String> mediaType,
            Optional<Integer> frames, Optional<Long> stepMillis, Optional<String> reason) {}

    static RecordingDetail of(
            Loaded<RecordingState> loaded, RecordingList.Row row, Named agency, List<RecordingJobs.Job> jobs,
                    Optional<NumbersBeside.Beside> beside,
            Optional<String> secret) {
        var recording = RecordingStreams.handedIn(loaded);
        var facts = recording.facts();
        var by = loaded.history().getFirst().context().map(Recorded.Context::actor);
        return new RecordingDetail(row, facts.path(), facts.nameBytes().base64(), facts.sm3Tree().hex(), facts.modifiedAt(),
            facts.clock().map(Clock::of), facts.handIn().map(HandInId::value), facts.via().word(),
            new By(by.map(actor -> actor.name()).orElse(""), by.map(actor -> actor.role().word()).orElse("")),
            found(recording).map(Probed::of), notFound(recording),
            recording.continuity().map(ContinuityView::of), copies(recording), playable(recording), mediaType(recording),
            loaded.version(), agency, jobs, beside, secret);
    }

    private static Optional<RecordingProbed> found(RecordingState.HandedIn recording) {
        return recording.probe() instanceof RecordingState.Probe.Done(var found) ? Optional.of(found) : Optional.empty();
    }

    private static Optional<NotProbed> notFound(RecordingState.HandedIn recording) {
        return recording.probe() instanceof RecordingState.Probe.Failed(var why)
            ? Optional.of(new NotProbed(why.reason().word(), why.detail())) : Optional.empty();
    }

    private static List<Copy> copies(RecordingState.HandedIn recording) {
        var copies = new ArrayList<Copy>();
        var wanted = found(recording).map(DerivedCopies::wanted).orElse(List.of());
        for (var kind : CopyKind.values()) {
            switch (recording.copies().get(kind)) {
                case RecordingState.Copy.Made(var made) ->
                    copies.add(new Copy(kind.word(), "made", Optional.of(made.sha256().hex()), Optional.of(made.sizeBytes()),
                        Optional.of(made.mediaType()), made.frames(), made.step().map(Duration::toMillis), Optional.empty()));
                case RecordingState.Copy.Failed(var why) ->
                    copies.add(new Copy(kind.word(), "failed", Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty(), Optional.of(why.reason().word())));
                case null -> {
                    if (wanted.contains(kind)) copies.add(new Copy(kind.word(), "pending", Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
                }
            }
        }
        return copies;
    }

    /**
     * How a browser shows it: {@code original}, {@code web}, {@code pending} while that is being found out or made, or
     * {@code none}.
     */
    private static String playable(RecordingState.HandedIn recording) {
        return switch (recording.probe()) {
            case RecordingState.Probe.Pending _ -> "pending";
            case RecordingState.Probe.Failed _ -> "none";
            case RecordingState.Probe.Done(var found) -> switch (Playability.of(found).way()) {
                case ORIGINAL -> "original";
                case NONE -> "none";
                case WEB -> switch (recording.copies().get(CopyKind.WEB)) {
                    case RecordingState.Copy.Made _ -> "web";
                    case RecordingState.Copy.Failed _ -> "none";
                    case null -> "pending";
                };
            };
        };
    }

    /** As the probe saw it; never a type that a browser would run. */
    static String mediaType(RecordingState.HandedIn recording) {
        return found(recording).map(Playability::of).orElse(Playability.unknown()).mediaType();
    }
}
