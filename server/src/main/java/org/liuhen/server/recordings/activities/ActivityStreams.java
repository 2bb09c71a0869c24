package org.liuhen.server.recordings.activities;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.recordings.activities.Activities;
import org.liuhen.core.recordings.activities.ActivityCommand;
import org.liuhen.core.recordings.activities.ActivityContext;
import org.liuhen.core.recordings.activities.ActivityEvent;
import org.liuhen.core.recordings.activities.ActivityState;
import org.liuhen.core.recordings.rules.ActivityRules;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.core.values.Refusal;
import org.liuhen.server.acts.ActRequests;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.agencies.AgencyLaw;
import org.liuhen.server.findings.OpenFindings;
import org.liuhen.server.journal.Appended;
import org.liuhen.server.journal.Journal;
import org.liuhen.server.journal.PayloadTooLarge;
import org.liuhen.server.journal.Recorded;
import org.liuhen.server.journal.StreamAppend;
import org.liuhen.server.journal.Submission;
import org.liuhen.server.journal.VersionConflict;
import org.springframework.stereotype.Component;

/** Activities as the journal has them, and commands on them. The one place where a stream is compared with the agency that asks for it. */
@Component
class ActivityStreams {

    private static final int TRIES = 20;
    private static final Actor CLOCK = Actor.system("activity-clock");

    private final Journal journal;
    private final AgencyLaw law;
    private final OfficersOfRegister officers;
    private final ActivityClocks clocks;
    private final ActRequests requests;
    private final InstantSource clock;

    ActivityStreams(Journal journal, AgencyLaw law, OfficersOfRegister officers, ActivityClocks clocks, ActRequests requests,
            InstantSource clock) {
        this.journal = journal;
        this.law = law;
        this.officers = officers;
        this.clocks = clocks;
        this.requests = requests;
        this.clock = clock;
    }

    /** An activity's history and what follows from it. */
    record Loaded(UUID id, List<Recorded> history, ActivityState state) {
        Loaded {
            history = List.copyOf(history);
        }

        long version() {
            return history.isEmpty() ? 0 : history.getLast().version();
        }

        /** The activity, whether it took place or not; unless it is not there or was destroyed by law. */
        ActivityState.Known known() {
            return ActivityStreams.known(state);
        }

        /** How many recordings the command of that id filed. */
        long filedBy(UUID command) {
            return history.stream().filter(recorded -> recorded.fact() instanceof ActivityEvent.FiledToActivity
                    && recorded.context().filter(context -> context.command().equals(command)).isPresent()).count();
        }
    }

    private static ActivityState.Known known(ActivityState state) {
        return switch (state) {
            case ActivityState.Known known -> known;
            case ActivityState.Cancelled(var known, _) -> known;
            case ActivityState.Absent _ -> throw ActivityProblems.unknown();
            case ActivityState.Tombstone _ -> throw ActivityProblems.destroyed();
        };
    }

    /**
     * The activity with that id.
     *
     * @throws org.liuhen.server.http.Problem if the agency has none: another agency's is told like one that never was
     */
    Loaded load(String agency, UUID id) {
        var loaded = loaded(agency, id, journal.read(id));
        loaded.known();
        return loaded;
    }

    /** The activity as it was known at a past moment (可回溯). */
    Loaded loadAsAt(String agency, UUID id, Instant moment) {
        var now = load(agency, id);
        if (moment.isAfter(clock.instant().plus(ActivityContext.AHEAD))) throw ActivityProblems.notYet();
        var loaded = loaded(agency, id, now.history().stream().filter(recorded -> !recorded.recordedAt().isAfter(moment)).toList());
        if (loaded.state() instanceof ActivityState.Absent) throw ActivityProblems.notThen();
        loaded.known();
        return loaded;
    }

    private static Loaded loaded(String agency, UUID id, List<Recorded> history) {
        ActivityState state = new ActivityState.Absent();
        for (var recorded : history) {
            if (!recorded.agency().equals(agency)) throw ActivityProblems.unknown();
            if (recorded.fact() instanceof Event event && !(event instanceof ActivityEvent) && !(event instanceof FindingEvent)
                    && !(event instanceof PayloadDestroyed)) {
                throw ActivityProblems.unknown(); // an id of something else
            }
            state = Activities.evolve(state, recorded.fact(), recorded.recordedAt());
        }
        return new Loaded(id, history, state);
    }

    /** What has happened to the activity by a request. */
    record Outcome(long version, int findings) {}

    /**
     * Carries out commands once, all or none, and judges the activity by all rules in the same transaction.
     *
     * @param act its key is carried out once; the version that the client saw may be left out
     * @param plan the commands, made anew from the activity as it is each time that somebody else was faster
     * @throws org.liuhen.server.http.Problem if one is refused, with what is missing, the articles and the ways out; nothing was written
     */
    Outcome handle(AskedAct act, Function<Loaded, List<Command>> plan) {
        for (var attempt = 1; ; attempt++) {
            var before = journal.outcome(act.agency(), act.key());
            if (before.isPresent()) return repeated(act, before.get());
            var loaded = loaded(act.agency(), act.id(), journal.read(act.id()));
            var commands = plan.apply(loaded);
            if (!(commands.stream().findFirst().orElse(null) instanceof ActivityCommand.OpenActivity)) loaded.known();
            if (act.seen().isPresent() && act.seen().get() != loaded.version()) throw ActivityProblems.movedOn(loaded.version());
            var events = decided(loaded.state(), commands, act);
            if (events.isEmpty()) return new Outcome(loaded.version(), OpenFindings.count(loaded.known().findings()));
            requests.claim(act);
            try {
                return append(loaded, act, events);
            } catch (VersionConflict conflict) {
                if (attempt == TRIES) throw conflict;
            }
        }
    }

    private List<Event> decided(ActivityState state, List<Command> commands, AskedAct act) {
        var context = context(act.agency(), act.actor());
        var events = new ArrayList<Event>();
        var next = state;
        for (var command : commands) {
            var accepted = switch (Activities.decide(next, command, context)) {
                case Decision.Refused<Event, Refusal>(var refusal) -> throw ActivityProblems.of(refusal);
                case Decision.Accepted<Event, Refusal>(var decided) -> decided;
            };
            next = follow(next, accepted, context.now());
            events.addAll(accepted);
        }
        return events;
    }

    private ActivityContext context(String agency, Actor actor) {
        return new ActivityContext(law.law(agency), actor, clock.instant(), officers.of(agency));
    }

    private static ActivityState follow(ActivityState state, List<Event> events, Instant now) {
        var next = state;
        for (var event : events) next = Activities.evolve(next, event, now);
        return next;
    }

    private Outcome append(Loaded loaded, AskedAct act, List<Event> events) {
        var now = clock.instant();
        var judged = judged(act.agency(), follow(loaded.state(), events, now), now);
        var all = new ArrayList<>(events);
        all.addAll(judged.changes());
        var appended = submit(new Submission(act.agency(), act.key(), act.actor(), now, Duration.ZERO,
                List.of(new StreamAppend(loaded.id(), loaded.version(), all))));
        if (appended.repeated()) return repeated(act, appended);
        var version = appended.version(loaded.id());
        clocks.set(act.agency(), loaded.id(), version, judged.nextChangeAt());
        return new Outcome(version, OpenFindings.count(known(judged.state()).findings()));
    }

    private Appended submit(Submission submission) {
        try {
            return journal.append(submission);
        } catch (PayloadTooLarge e) {
            throw ActivityProblems.tooLarge(Journal.PAYLOAD_LIMIT_BYTES);
        }
    }

    private Outcome repeated(AskedAct act, Appended before) {
        var version = before.version(act.id());
        if (version == 0) throw ActRequests.used();
        requests.check(act);
        return new Outcome(version, OpenFindings.count(load(act.agency(), act.id()).known().findings()));
    }

    /**
     * Judges the activity again because its time has come; does nothing where nothing changed. May be repeated, also by two nodes at
     * once.
     */
    void judge(String agency, UUID id) {
        for (var attempt = 1; ; attempt++) {
            var loaded = loaded(agency, id, journal.read(id));
            if (loaded.state() instanceof ActivityState.Absent || loaded.state() instanceof ActivityState.Tombstone) {
                clocks.set(agency, id, loaded.version(), Optional.empty());
                return;
            }
            var now = clock.instant();
            var judged = judged(agency, loaded.state(), now);
            if (judged.changes().isEmpty()) {
                clocks.set(agency, id, loaded.version(), judged.nextChangeAt());
                return;
            }
            try {
                var appended = submit(new Submission(agency, UUID.randomUUID(), CLOCK, now, Duration.ZERO,
                        List.of(new StreamAppend(id, loaded.version(), judged.changes()))));
                clocks.set(agency, id, appended.version(id), judged.nextChangeAt());
                return;
            } catch (VersionConflict conflict) {
                if (attempt == TRIES) throw conflict;
            }
        }
    }

    private record Judged(ActivityState state, List<Event> changes, Optional<Instant> nextChangeAt) {}

    /** What did not take place owes nothing: what was raised before is cleared. */
    private Judged judged(String agency, ActivityState state, Instant now) {
        var rules = law.law(agency);
        var assessment = state instanceof ActivityState.Known known ? ActivityRules.assess(known, rules, now) : Assessment.quiet();
        var changes = known(state).findings().changes(assessment, rules.digest()).map(note -> noted(agency, state, note)).orElse(List.of());
        return new Judged(follow(state, changes, now), changes, assessment.nextChangeAt());
    }

    /** Findings are the program's, whoever's act brought them about. */
    private List<Event> noted(String agency, ActivityState state, FindingCommand.NoteAssessment note) {
        return switch (Activities.decide(state, note, context(agency, CLOCK))) {
            case Decision.Accepted<Event, Refusal>(var events) -> events;
            case Decision.Refused<Event, Refusal>(var refusal) -> throw new IllegalStateException("findings refused: " + refusal.code());
        };
    }
}
