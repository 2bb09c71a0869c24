package org.liuhen.server.recordings;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.recordings.RecordingCommand;
import org.liuhen.core.recordings.RecordingContext;
import org.liuhen.core.recordings.RecordingEvent;
import org.liuhen.core.recordings.RecordingEvent.RecordingClassified;
import org.liuhen.core.recordings.RecordingRefusal;
import org.liuhen.core.recordings.RecordingState;
import org.liuhen.core.recordings.Recordings;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.server.http.Problem;
import org.liuhen.server.identity.Caller;
import org.liuhen.server.journal.Journal;
import org.liuhen.server.journal.Recorded;
import org.liuhen.server.journal.StreamAppend;
import org.liuhen.server.journal.Submission;
import org.liuhen.server.journal.VersionConflict;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Recordings as the journal has them, and commands on them. The one place where a stream is compared with the agency that asks
 * for it. Read by the parts of this feature.
 */
@Component
public class RecordingStreams {

    private static final int TRIES = 5;

    private final Journal journal;
    private final InstantSource clock;

    RecordingStreams(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** A recording's history and what follows from it. */
    public record Loaded(UUID id, List<Recorded> history, RecordingState state) {
        public Loaded {
            history = List.copyOf(history);
        }

        long version() {
            return history.getLast().version();
        }

        /** Whether it was classified after that version, or has no such version. */
        private boolean isOutdated(long seen) {
            return seen < 1 || seen > version()
                || history.stream().anyMatch(step -> step.version() > seen && isClassification(step.fact()));
        }

        private static boolean isClassification(Fact fact) {
            return fact instanceof RecordingClassified
                || (fact instanceof Destroyed(var type) && type.equals(RecordingClassified.class.getSimpleName()));
        }

        /** The recording, unless its contents were destroyed by law. */
        public RecordingState.HandedIn handedIn() {
            return switch (state) {
                case RecordingState.HandedIn recording -> recording;
                case RecordingState.Tombstone _ -> throw of(new RecordingRefusal.RecordingDestroyed());
                case RecordingState.Absent _ -> throw unknown();
            };
        }
    }

    /**
     * Who asks, in the agency whose recording it is: the operator exports for every agency, everybody else stays where he is.
     *
     * @throws Problem if there is no such recording
     */
    Caller within(Caller caller, UUID id) {
        if (!caller.isOperator()) return caller;
        return caller.at(journal.read(id).stream().findFirst().map(Recorded::agency).orElseThrow(RecordingStreams::unknown));
    }

    /**
     * The recording with that id.
     *
     * @throws Problem if the agency has none: another agency's is told like one that never was
     */
    public Loaded load(String agency, UUID id) {
        var history = journal.read(id);
        if (history.isEmpty() || !history.getFirst().agency().equals(agency)) throw unknown();
        RecordingState state = new RecordingState.Absent();
        for (var recorded : history) {
            if (recorded.fact() instanceof Event event && !(event instanceof RecordingEvent) && !(event instanceof PayloadDestroyed)) {
                throw unknown(); // an id of something else
            }
            state = Recordings.evolve(state, recorded.fact());
        }
        return new Loaded(id, history, state);
    }

    /**
     * Carries out a command once.
     *
     * @param seen the version that the client saw, if the command replaces what stood there
     * @return the version after it
     * @throws Problem if it is refused, or the recording was classified after the version that the client saw; that somebody
     * looked at it
     *     or a copy was made changes nothing that the client could overwrite
     */
    long handle(
            String agency, UUID id, UUID commandId, Actor actor, Optional<Long> seen, RecordingCommand command,
            RecordingContext context) {
        for (var attempt = 1; ; attempt++) {
            var before = journal.outcome(agency, commandId);
            if (before.isPresent()) return before.get().version(id);
            var loaded = load(agency, id);
            if (seen.isPresent() && loaded.isOutdated(seen.get())) throw movedOn(loaded.version());
            switch (Recordings.decide(loaded.state(), command, context)) {
                case Decision.Refused<RecordingEvent, RecordingRefusal>(var refusal) -> throw of(refusal);
                case Decision.Accepted<RecordingEvent, RecordingRefusal>(var events) when events.isEmpty() -> {
                    return loaded.version();
                }
                case Decision.Accepted<RecordingEvent, RecordingRefusal>(var events) -> {
                    try {
                        var append = new StreamAppend(id, loaded.version(), List.copyOf(events));
                        return journal.append(new Submission(agency, commandId, actor, clock.instant(), Duration.ZERO,
                            List.of(append))).version(id);
                    } catch (VersionConflict conflict) {
                        if (attempt == TRIES) throw conflict;
                    }
                }
            }
        }
    }

    /** A refusal as an answer. */
    static Problem of(RecordingRefusal refusal) {
        var status = switch (refusal) {
            case RecordingRefusal.NoSuchRecording _ -> HttpStatus.NOT_FOUND;
            case RecordingRefusal.RecordingDestroyed _ -> HttpStatus.GONE;
            case RecordingRefusal.UnknownKeys _, RecordingRefusal.TextNotTaken _ -> HttpStatus.UNPROCESSABLE_CONTENT;
            case RecordingRefusal.AlreadyHandedIn _, RecordingRefusal.AlreadyProbed _, RecordingRefusal.CopyAlreadyMade _,
                RecordingRefusal.OtherFile _,
                 RecordingRefusal.OtherBytes _, RecordingRefusal.NotYetProven _ -> HttpStatus.CONFLICT;
        };
        return Problem.refused(status, refusal);
    }

    private static Problem unknown() {
        return of(new RecordingRefusal.NoSuchRecording());
    }

    private static Problem movedOn(long found) {
        return Problem.of(HttpStatus.PRECONDITION_FAILED, "overtaken", "内容已被他人更新", "Somebody else was faster")
            .next("请刷新后再试。", "Reload and try again.").with("version", found);
    }
}
