package org.liuhen.server.recordings.activities;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.RecordingEvent.RecordingProbed;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.recordings.RecordingState.Probe;
import org.liuhen.core.recordings.StreamKind;
import org.liuhen.core.recordings.activities.FiledSegment;
import org.liuhen.core.recordings.activities.Means;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.recordings.coverage.Segment;
import org.liuhen.core.values.RecordingId;
import org.liuhen.server.http.Problem;
import org.liuhen.server.recordings.RecordingStreams;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** A recording that a person files to an activity: the person names it, its own stream says when and what it is. */
@Component
class RecordedSegments {

    /** Of times that nobody measured. */
    static final Duration UNMEASURED = Duration.ofDays(1);

    private final RecordingStreams recordings;

    RecordedSegments(RecordingStreams recordings) {
        this.recordings = recordings;
    }

    /** @throws Problem if the agency has no such recording, or the media tool has not seen it yet */
    FiledSegment of(String agency, RecordingId id) {
        var loaded = recordings.load(agency, id.value());
        var recording = RecordingStreams.handedIn(loaded);
        var storedAt = loaded.history().getFirst().recordedAt();
        return switch (recording.probe()) {
            case Probe.Pending _ -> throw Problem
                    .of(HttpStatus.CONFLICT, "not-probed", "音像记录正在分析", "The recording is still being looked at")
                    .next("通常几分钟内完成，请稍后再归入。", "It takes some minutes; file it then.").retryAfter(Duration.ofMinutes(1));
            case Probe.Done(var found) -> filed(id, recording, storedAt, Optional.of(found));
            case Probe.Failed _ -> filed(id, recording, storedAt, Optional.empty());
        };
    }

    /** Where the medium tells no time, the file's own counts, and else the hand-in; and then nobody can say how exactly. */
    private static FiledSegment filed(RecordingId id, HandedIn recording, Instant storedAt, Optional<RecordingProbed> found) {
        var began = found.flatMap(RecordingProbed::startedAt);
        var until = found.flatMap(RecordingProbed::endedAt).or(() -> began)
                .orElseGet(() -> recording.facts().modifiedAt().orElse(storedAt));
        var from = began.filter(begin -> !begin.isAfter(until)).orElse(until);
        var uncertainty = found.flatMap(RecordingProbed::uncertainty).orElse(UNMEASURED);
        var kind = found.map(RecordingProbed::kind).orElse(MediaKind.OTHER);
        var created = found.flatMap(RecordingProbed::deviceCreatedAt)
                .map(at -> recording.facts().clock().map(clock -> clock.correct(at)).orElse(at));
        return new FiledSegment(new Segment(id, recording.facts().device(), kind, new Interval(from, until), uncertainty),
                means(kind, found), storedAt, created);
    }

    private static Set<Means> means(MediaKind kind, Optional<RecordingProbed> found) {
        var sound = found.stream().flatMap(probed -> probed.streams().stream()).anyMatch(stream -> stream.kind() == StreamKind.AUDIO);
        return switch (kind) {
            case VIDEO -> sound ? EnumSet.of(Means.VIDEO, Means.AUDIO) : EnumSet.of(Means.VIDEO);
            case AUDIO -> EnumSet.of(Means.AUDIO);
            case PHOTO -> EnumSet.of(Means.PHOTO);
            case OTHER -> EnumSet.noneOf(Means.class);
        };
    }
}
