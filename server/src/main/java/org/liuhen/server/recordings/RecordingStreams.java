package org.liuhen.server.recordings;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.findings.Findings;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.ConcernedByRecording;
import org.liuhen.core.recordings.Custodies;
import org.liuhen.core.recordings.CustodyCommand;
import org.liuhen.core.recordings.CustodyContext;
import org.liuhen.core.recordings.RecordingCommand;
import org.liuhen.core.recordings.RecordingContext;
import org.liuhen.core.recordings.RecordingEvent.RecordingClassified;
import org.liuhen.core.recordings.RecordingEvent;
import org.liuhen.core.recordings.RecordingRefusal;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.recordings.RecordingState;
import org.liuhen.core.recordings.Recordings;
import org.liuhen.core.recordings.custody.CustodyRules;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.Refusal;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.findings.JudgedStreams;
import org.liuhen.server.findings.Judging;
import org.liuhen.server.http.Problem;
import org.liuhen.server.identity.Caller;
import org.liuhen.server.journal.Journal;
import org.liuhen.server.journal.Recorded;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Recordings as the journal has them, and commands on them. Read by the parts of this feature. */
@Component
public class RecordingStreams extends JudgedStreams<RecordingState> {

    private static final RecordingContext NO_CONTEXT = new RecordingContext(Set.of(), false);

    private final Journal journal;
    private final CustodyRegister register;
    private final CustodyBoard board;

    RecordingStreams(Judging judging, CustodyRegister register, CustodyBoard board) {
        super(judging);
        this.journal = judging.journal();
        this.register = register;
        this.board = board;
    }

    /** What is known of the time out is to be told. */
    private record Tell() implements Command {}

    /** A command with what its decision must know; the law is not asked, so that no intake ever depends on it. */
    private record Told(RecordingCommand command, RecordingContext context) implements Command {}

    /** The recording, unless its contents were destroyed by law. */
    public static HandedIn handedIn(Loaded<RecordingState> loaded) {
        return switch (loaded.state()) {
            case HandedIn recording -> recording;
            case RecordingState.Tombstone _ -> throw of(new RecordingRefusal.RecordingDestroyed());
            case RecordingState.Absent _ -> throw none();
        };
    }

    /**
     * Who asks, in the agency whose recording it is: the operator exports for every agency, everybody else stays where he is.
     *
     * @throws Problem if there is no such recording
     */
    Caller within(Caller caller, UUID id) {
        if (!caller.isOperator()) return caller;
        return caller.at(journal.read(id).stream().findFirst().map(Recorded::agency).orElseThrow(RecordingStreams::none));
    }

    /**
     * Carries out a command once.
     *
     * @param seen the version that the client saw, if the command replaces what stood there
     * @return the version after it
     * @throws Problem if it is refused, or the recording was classified after the version that the client saw; that somebody looked at it
     *     or a copy was made changes nothing that the client could overwrite
     */
    public long handle(String agency, UUID id, UUID commandId, Actor actor, Optional<Long> seen, RecordingCommand command, RecordingContext context) {
        return handle(new AskedAct(agency, actor, id, commandId, seen, Optional.empty()), new Told(command, context)).version();
    }

    /** Tells a recording what is known of the time out in which it was made; does nothing where nothing changed. */
    void tellDelays(String agency, UUID id) {
        handle(new AskedAct(agency, Actor.system("delays"), id, UUID.randomUUID(), Optional.empty(), Optional.empty()), new Tell());
    }

    @Override
    public String name() {
        return "recording";
    }

    @Override
    protected RecordingState absent() {
        return new RecordingState.Absent();
    }

    @Override
    protected boolean owns(Event event) {
        return event instanceof RecordingEvent;
    }

    @Override
    protected RecordingState evolve(RecordingState state, Fact fact, Instant recordedAt) {
        return Recordings.evolve(state, fact, recordedAt);
    }

    /** Hand-ins begin a recording, and are not asked for here. */
    @Override
    protected boolean begins(Command command) {
        return false;
    }

    @Override
    protected Decision<Event, Refusal> decide(RecordingState state, Command command, Scene scene) {
        if (command instanceof Told told) {
            var decision = Decision.<Event, Refusal>widen(Recordings.decide(state, told.command(), told.context()));
            return changesTime(told.command()) ? withDelays(state, decision, scene) : decision;
        }
        if (!(state instanceof HandedIn recording)) return Decision.refuse(new RecordingRefusal.RecordingDestroyed());
        if (command instanceof Tell) return told(recording, scene);
        var context = new CustodyContext(scene.law(), scene.actor(), scene.now(), register.of(scene.agency(), recording));
        return switch (command) {
            case CustodyCommand.ExceptStoring c -> withDelays(state, Decision.widen(Custodies.decide(recording, c, context)), scene);
            case CustodyCommand c -> Decision.widen(Custodies.decide(recording, c, context));
            case FindingCommand c -> Decision.widen(Findings.decide(recording.findings(), c, new ConcernedByRecording(recording, context)));
            default -> throw new IllegalArgumentException("no command on a recording: " + command);
        };
    }

    /** When its time is known, so is what was said of the time out. */
    private static boolean changesTime(RecordingCommand command) {
        return command instanceof RecordingCommand.RecordProbe || command instanceof RecordingCommand.RecordProbeFailure;
    }

    private Decision<Event, Refusal> told(HandedIn recording, Scene scene) {
        return Decision.widen(Recordings.decide(recording, register.told(scene.agency(), recording), NO_CONTEXT));
    }

    /** So that nothing is raised that an exception answers which was entered before. */
    private Decision<Event, Refusal> withDelays(RecordingState state, Decision<Event, Refusal> decision, Scene scene) {
        if (!(decision instanceof Decision.Accepted<Event, Refusal>(var events)) || events.isEmpty()) return decision;
        var next = state;
        for (var event : events) next = evolve(next, event, scene.now());
        if (!(next instanceof HandedIn recording)
                || !(told(recording, scene) instanceof Decision.Accepted<Event, Refusal>(var telling))) return decision;
        return new Decision.Accepted<>(Stream.concat(events.stream(), telling.stream()).toList());
    }

    /** Whether it was classified after that version, or has no such version. */
    @Override
    protected boolean isOutdated(Loaded<RecordingState> loaded, long seen) {
        return seen < 1 || seen > loaded.version()
                || loaded.history().stream().anyMatch(step -> step.version() > seen && isClassification(step.fact()));
    }

    private static boolean isClassification(Fact fact) {
        return fact instanceof RecordingClassified
                || (fact instanceof Destroyed(var type) && type.equals(RecordingClassified.class.getSimpleName()));
    }

    @Override
    protected Optional<FindingBook> book(RecordingState state) {
        return state instanceof HandedIn recording ? Optional.of(recording.findings()) : Optional.empty();
    }

    @Override
    protected Assessment assess(RecordingState state, Law law, Instant now) {
        return state instanceof HandedIn recording ? CustodyRules.assess(recording, law, now) : Assessment.quiet();
    }

    @Override
    protected void show(Due of, long version, RecordingState state) {
        if (state instanceof HandedIn recording) board.show(of, version, recording);
    }

    @Override
    protected String versions() {
        return "select agency, id as stream, version from recording";
    }

    @Override
    protected Problem refused(Refusal refusal) {
        return of(refusal);
    }

    @Override
    protected Problem unknown() {
        return none();
    }

    @Override
    protected Problem destroyed() {
        return of(new RecordingRefusal.RecordingDestroyed());
    }

    @Override
    protected Problem notThen() {
        return Problem.notFound("当时还没有这条音像记录", "The recording was not there at that moment")
                .next("请选择入库之后的时刻。", "Choose a moment after it was handed in.");
    }

    /** A refusal as an answer. */
    static Problem of(Refusal refusal) {
        var status = switch (refusal.code()) {
            case "no-such-recording" -> HttpStatus.NOT_FOUND;
            case "recording-destroyed" -> HttpStatus.GONE;
            case "unknown-classification-keys", "text-not-taken", "empty", "in-the-future", "contradictory", "no-such-person",
                    "ground-not-allowed" -> HttpStatus.UNPROCESSABLE_CONTENT;
            default -> HttpStatus.CONFLICT;
        };
        return Problem.refused(status, refusal);
    }

    private static Problem none() {
        return of(new RecordingRefusal.NoSuchRecording());
    }
}
