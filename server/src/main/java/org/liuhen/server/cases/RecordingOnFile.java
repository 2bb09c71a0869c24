package org.liuhen.server.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.cases.ActId;
import org.liuhen.core.cases.FiledRecording;
import org.liuhen.core.cases.ProcessCommand;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.RecordingEvent;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.recordings.RecordingState.Probe;
import org.liuhen.core.recordings.RecordingState;
import org.liuhen.core.recordings.Recordings;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.RecordingId;
import org.liuhen.server.http.Problem;
import org.liuhen.server.journal.Journal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** A recording that a person files to a case: the person names it, its own stream says when and what it is. */
@Component
class RecordingOnFile {

    /** Of times that nobody measured. */
    static final Duration UNMEASURED = Duration.ofDays(1);

    private final Journal journal;

    RecordingOnFile(Journal journal) {
        this.journal = journal;
    }

    /** What a person says; the rest is known. Public inside, so that its parts can be read by name. */
    public record Asked(RecordingId recording, Optional<DocumentId> document, Optional<ActId> act, Optional<RecordedContent> content,
            Optional<String> remark) {}

    /** @throws Problem if the agency has no such recording, or the media tool has not seen it yet */
    ProcessCommand.FileRecording command(String agency, Asked asked) {
        var recording = handedIn(agency, asked.recording().value());
        return switch (recording.probe()) {
            case Probe.Pending _ -> throw Problem.of(HttpStatus.CONFLICT, "not-probed", "音像记录正在分析", "The recording is still being looked at")
                    .next("通常几分钟内完成，请稍后再归类。", "It takes some minutes; file it then.").retryAfter(Duration.ofMinutes(1));
            case Probe.Done(var found) -> new ProcessCommand.FileRecording(filed(asked, recording, Optional.of(found)));
            case Probe.Failed _ -> new ProcessCommand.FileRecording(filed(asked, recording, Optional.empty()));
        };
    }

    /** Where the medium tells no time, the file's own counts, and else the hand-in; and then nobody can say how exactly. */
    private FiledRecording filed(Asked asked, HandedIn recording, Optional<RecordingEvent.RecordingProbed> found) {
        var began = found.flatMap(RecordingEvent.RecordingProbed::startedAt);
        var ended = found.flatMap(RecordingEvent.RecordingProbed::endedAt);
        var fallback = recording.facts().modifiedAt().orElseGet(() -> handedInAt(asked.recording().value()));
        var until = ended.or(() -> began).orElse(fallback);
        var from = began.filter(begin -> !begin.isAfter(until)).orElse(until);
        var uncertainty = found.flatMap(RecordingEvent.RecordingProbed::uncertainty).orElse(UNMEASURED);
        return new FiledRecording(asked.recording(), from, until, uncertainty,
                found.map(RecordingEvent.RecordingProbed::kind).orElse(MediaKind.OTHER).word(), asked.document(), asked.act(), asked.content(),
                asked.remark());
    }

    private Instant handedInAt(UUID id) {
        return journal.read(id).getFirst().recordedAt();
    }

    private HandedIn handedIn(String agency, UUID id) {
        RecordingState state = new RecordingState.Absent();
        for (var recorded : journal.read(id)) {
            if (!recorded.agency().equals(agency)) throw unknown();
            if (state instanceof RecordingState.Absent && !recorded.type().equals(RecordingEvent.RecordingHandedIn.class.getSimpleName())) {
                throw unknown(); // an id of something else
            }
            state = Recordings.evolve(state, recorded.fact(), recorded.recordedAt());
        }
        if (state instanceof HandedIn recording) return recording;
        throw unknown();
    }

    private static Problem unknown() {
        return Problem.notFound("没有这份音像记录", "There is no such recording").next("请从音像记录列表中选择。", "Choose it from the list of recordings.");
    }
}
