package org.liuhen.server.findings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.core.values.Refusal;
import org.liuhen.server.acts.ActRequests;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.agencies.AgencyLaw;
import org.liuhen.server.http.Problem;
import org.liuhen.server.journal.Appended;
import org.liuhen.server.journal.PayloadTooLarge;
import org.liuhen.server.journal.Recorded;
import org.liuhen.server.journal.StreamAppend;
import org.liuhen.server.journal.Submission;
import org.liuhen.server.journal.VersionConflict;

/**
 * One kind of streams that have findings, as the journal has them, and commands on them: whatever happens in such a stream, all rules
 * judge it in the same transaction. The one place where a stream is compared with the agency that asks for it.
 *
 * @param <S> what a stream's history says
 */
public abstract class JudgedStreams<S> implements Clocked {

    private static final int TRIES = 20;
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration NO_LAW_YET = Duration.ofHours(1);

    private final Judging judging;

    /** Of one kind. */
    protected JudgedStreams(Judging judging) {
        this.judging = judging;
    }

    /** A stream's history and what follows from it. */
    public record Loaded<S>(UUID id, List<Recorded> history, S state) {
        public Loaded {
            history = List.copyOf(history);
        }

        /** The last event's; 0 before the first. */
        public long version() {
            return history.isEmpty() ? 0 : history.getLast().version();
        }

        /** The facts that a command of that id brought. */
        public List<Fact> broughtBy(UUID command) {
            return history.stream().filter(recorded -> recorded.context().filter(context -> context.command().equals(command)).isPresent())
                    .map(Recorded::fact).toList();
        }
    }

    /** What has happened to a stream by a request. */
    public record Outcome(long version, int findings) {}

    /** Nothing has happened. */
    protected abstract S absent();

    /** Whether an event is of this kind of streams; findings are of all. */
    protected abstract boolean owns(Event event);

    /** The state after one more fact. */
    protected abstract S evolve(S state, Fact fact, Instant recordedAt);

    /** Whether a command may be the first on a stream. */
    protected abstract boolean begins(Command command);

    /** What follows from a command. */
    protected abstract Decision<Event, Refusal> decide(S state, Command command, Scene scene);

    /** The findings; empty where nothing is there, or it was destroyed by law. */
    protected abstract Optional<FindingBook> book(S state);

    /** What the rules say. */
    protected abstract Assessment assess(S state, Law law, Instant now);

    /** A query of {@code agency}, {@code stream} and {@code version} of all these streams, over the tables that follow from the journal. */
    protected abstract String versions();

    /** Whether what the client saw has changed since in a way that it could overwrite. */
    protected boolean isOutdated(Loaded<S> loaded, long seen) {
        return seen != loaded.version();
    }

    /** Called after each judgement, for tables that show what follows from law and time; may be called again for the same version. */
    protected void show(Due of, long version, S state) {}

    /** A refusal as an answer. */
    protected abstract Problem refused(Refusal refusal);

    /** There is no such stream, or it is another agency's. */
    protected abstract Problem unknown();

    /** The stream was destroyed by law. */
    protected abstract Problem destroyed();

    /** The stream had not begun at the moment that was asked for. */
    protected abstract Problem notThen();

    /** Who asks, where and when. */
    public record Scene(String agency, AgencyLaw laws, Actor actor, Instant now) {

        /**
         * The agency's law.
         *
         * @throws Problem if the agency must adopt its profile first
         */
        public Law law() {
            return laws.law(agency);
        }
    }

    /**
     * The stream with that id.
     *
     * @throws Problem if the agency has none: another agency's is told like one that never was
     */
    public Loaded<S> load(String agency, UUID id) {
        var loaded = loaded(agency, id, judging.journal().read(id));
        present(loaded.state());
        return loaded;
    }

    /** The stream as it was known at a past moment (可回溯). */
    public Loaded<S> loadAsAt(String agency, UUID id, Instant moment) {
        var now = load(agency, id);
        if (moment.isAfter(judging.clock().instant().plus(AHEAD))) throw StreamProblems.notYet();
        var then = now.history().stream().filter(recorded -> !recorded.recordedAt().isAfter(moment)).toList();
        if (then.isEmpty()) throw notThen();
        var loaded = loaded(agency, id, then);
        present(loaded.state());
        return loaded;
    }

    private Loaded<S> loaded(String agency, UUID id, List<Recorded> history) {
        var state = absent();
        for (var recorded : history) {
            if (!recorded.agency().equals(agency)) throw unknown();
            var foreign = recorded.fact() instanceof Event event && !owns(event) && !(event instanceof FindingEvent)
                    && !(event instanceof PayloadDestroyed);
            if (foreign) throw unknown(); // an id of something else
            state = evolve(state, recorded.fact(), recorded.recordedAt());
        }
        return new Loaded<>(id, history, state);
    }

    private FindingBook present(S state) {
        return book(state).orElseThrow(() -> state.equals(absent()) ? unknown() : destroyed());
    }

    /** Carries out a command once, as {@link #handle(AskedAct, Function)} does, on a stream that is there or that it begins. */
    public Outcome handle(AskedAct act, Command command) {
        return handle(act, _ -> List.of(command));
    }

    /**
     * Carries out commands once, all or none, and judges the stream by all rules in the same transaction.
     *
     * @param act its key is carried out once; the version that the client saw may be left out
     * @param plan the commands, made anew from the stream as it is each time that somebody else was faster
     * @throws Problem if one is refused, with what is missing, the articles and the ways out; nothing was written
     */
    public Outcome handle(AskedAct act, Function<Loaded<S>, List<? extends Command>> plan) {
        for (var attempt = 1; ; attempt++) {
            var before = judging.journal().outcome(act.agency(), act.key());
            if (before.isPresent()) return repeated(act, before.get());
            var loaded = loaded(act.agency(), act.id(), judging.journal().read(act.id()));
            var scene = new Scene(act.agency(), judging.law(), act.actor(), judging.clock().instant());
            var commands = plan.apply(loaded);
            if (commands.stream().limit(1).noneMatch(this::begins)) present(loaded.state());
            if (act.seen().filter(seen -> isOutdated(loaded, seen)).isPresent()) throw StreamProblems.movedOn(loaded.version());
            var events = decided(loaded.state(), commands, scene);
            if (events.isEmpty()) return new Outcome(loaded.version(), OpenFindings.count(present(loaded.state())));
            judging.requests().claim(act);
            try {
                return append(loaded, act, events);
            } catch (VersionConflict conflict) {
                if (attempt == TRIES) throw conflict;
            }
        }
    }

    private List<Event> decided(S state, List<? extends Command> commands, Scene scene) {
        var events = new ArrayList<Event>();
        var next = state;
        for (var command : commands) {
            var accepted = switch (decide(next, command, scene)) {
                case Decision.Refused<Event, Refusal>(var refusal) -> throw refused(refusal);
                case Decision.Accepted<Event, Refusal>(var decided) -> decided;
            };
            next = follow(next, accepted, scene.now());
            events.addAll(accepted);
        }
        return events;
    }

    private S follow(S state, List<Event> events, Instant now) {
        var next = state;
        for (var event : events) next = evolve(next, event, now);
        return next;
    }

    private Outcome append(Loaded<S> loaded, AskedAct act, List<Event> events) {
        var now = judging.clock().instant();
        var judged = judged(act.agency(), follow(loaded.state(), events, now), now);
        var all = new ArrayList<>(events);
        all.addAll(judged.changes());
        var appended = submit(new Submission(act.agency(), act.key(), act.actor(), now, Duration.ZERO,
                List.of(new StreamAppend(loaded.id(), loaded.version(), all))));
        if (appended.repeated()) return repeated(act, appended);
        var version = appended.version(loaded.id());
        set(new Due(act.agency(), loaded.id()), version, judged);
        return new Outcome(version, OpenFindings.count(present(judged.state())));
    }

    private Appended submit(Submission submission) {
        try {
            return judging.journal().append(submission);
        } catch (PayloadTooLarge e) {
            throw StreamProblems.tooLarge();
        }
    }

    private Outcome repeated(AskedAct act, Appended before) {
        var version = before.version(act.id());
        if (version == 0) throw ActRequests.used();
        judging.requests().check(act);
        return new Outcome(version, OpenFindings.count(present(load(act.agency(), act.id()).state())));
    }

    private record Judged<S>(S state, List<Event> changes, Optional<Instant> nextChangeAt) {}

    private void set(Due of, long version, Judged<S> judged) {
        judging.judgements().set(name(), of, version, judged.nextChangeAt());
        show(of, version, judged.state());
    }

    /** Where the agency has not yet adopted a profile there is nothing to judge by; it is asked again. */
    private Judged<S> judged(String agency, S state, Instant now) {
        if (!judging.law().isAdopted(agency)) return new Judged<>(state, List.of(), Optional.of(now.plus(NO_LAW_YET)));
        var law = judging.law().law(agency);
        var assessment = assess(state, law, now);
        var scene = new Scene(agency, judging.law(), Actor.system(name() + "-clock"), now);
        var changes = present(state).changes(assessment, law.digest()).map(note -> noted(state, note, scene)).orElse(List.of());
        return new Judged<>(follow(state, changes, now), changes, assessment.nextChangeAt());
    }

    /** Findings are the program's, whoever's act brought them about. */
    private List<Event> noted(S state, FindingCommand.NoteAssessment note, Scene scene) {
        return switch (decide(state, note, scene)) {
            case Decision.Accepted<Event, Refusal>(var events) -> events;
            case Decision.Refused<Event, Refusal>(var refusal) -> throw new IllegalStateException("findings refused: " + refusal.code());
        };
    }

    /** Judges the stream again because its time has come; does nothing where nothing changed. */
    @Override
    public void judge(Due one) {
        for (var attempt = 1; ; attempt++) {
            var loaded = loaded(one.agency(), one.id(), judging.journal().read(one.id()));
            var now = judging.clock().instant();
            if (book(loaded.state()).isEmpty()) {
                judging.judgements().set(name(), one, loaded.version(), Optional.empty());
                return;
            }
            var judged = judged(one.agency(), loaded.state(), now);
            try {
                var version = judged.changes().isEmpty() ? loaded.version() : note(one, loaded.version(), judged.changes(), now);
                set(one, version, judged);
                return;
            } catch (VersionConflict conflict) {
                if (attempt == TRIES) throw conflict;
            }
        }
    }

    private long note(Due one, long version, List<Event> changes, Instant now) {
        return submit(new Submission(one.agency(), UUID.randomUUID(), Actor.system(name() + "-clock"), now, Duration.ZERO,
                List.of(new StreamAppend(one.id(), version, changes)))).version(one.id());
    }

    @Override
    public List<Due> due(Instant now, int atMost) {
        return judging.judgements().due(name(), now, atMost);
    }

    @Override
    public List<Due> forgotten(int atMost) {
        return judging.judgements().forgotten(name(), versions(), atMost);
    }

    @Override
    public void putOff(Due one, Instant until) {
        judging.judgements().putOff(one, until);
    }
}
