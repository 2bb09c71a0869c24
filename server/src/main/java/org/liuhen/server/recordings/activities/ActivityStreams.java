package org.liuhen.server.recordings.activities;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.Activities;
import org.liuhen.core.recordings.activities.ActivityCommand;
import org.liuhen.core.recordings.activities.ActivityContext;
import org.liuhen.core.recordings.activities.ActivityEvent;
import org.liuhen.core.recordings.activities.ActivityState;
import org.liuhen.core.recordings.rules.ActivityRules;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.Refusal;
import org.liuhen.server.findings.JudgedStreams;
import org.liuhen.server.findings.Judging;
import org.liuhen.server.http.Problem;
import org.springframework.stereotype.Component;

/** Activities as the journal has them, and commands on them. */
@Component
class ActivityStreams extends JudgedStreams<ActivityState> {

    private final OfficersOfRegister officers;

    ActivityStreams(Judging judging, OfficersOfRegister officers) {
        super(judging);
        this.officers = officers;
    }

    /** The activity, whether it took place or not; unless it is not there or was destroyed by law. */
    static ActivityState.Known known(Loaded<ActivityState> loaded) {
        return switch (loaded.state()) {
            case ActivityState.Known known -> known;
            case ActivityState.Cancelled(var known, _) -> known;
            case ActivityState.Absent _ -> throw ActivityProblems.unknown();
            case ActivityState.Tombstone _ -> throw ActivityProblems.destroyed();
        };
    }

    @Override
    public String name() {
        return "activity";
    }

    @Override
    protected ActivityState absent() {
        return new ActivityState.Absent();
    }

    @Override
    protected boolean owns(Event event) {
        return event instanceof ActivityEvent;
    }

    @Override
    protected ActivityState evolve(ActivityState state, Fact fact, Instant recordedAt) {
        return Activities.evolve(state, fact, recordedAt);
    }

    @Override
    protected boolean begins(Command command) {
        return command instanceof ActivityCommand.OpenActivity;
    }

    @Override
    protected Decision<Event, Refusal> decide(ActivityState state, Command command, Scene scene) {
        return Activities.decide(state, command,
                new ActivityContext(scene.law(), scene.actor(), scene.now(), officers.of(scene.agency())));
    }

    @Override
    protected Optional<FindingBook> book(ActivityState state) {
        return switch (state) {
            case ActivityState.Known known -> Optional.of(known.findings());
            case ActivityState.Cancelled(var known, _) -> Optional.of(known.findings());
            case ActivityState.Absent _, ActivityState.Tombstone _ -> Optional.empty();
        };
    }

    /** What did not take place owes nothing: what was raised before is cleared. */
    @Override
    protected Assessment assess(ActivityState state, Law law, Instant now) {
        return state instanceof ActivityState.Known known ? ActivityRules.assess(known, law, now) : Assessment.quiet();
    }

    @Override
    protected String versions() {
        return "select agency, id as stream, version from activity";
    }

    @Override
    protected Problem refused(Refusal refusal) {
        return ActivityProblems.of(refusal);
    }

    @Override
    protected Problem unknown() {
        return ActivityProblems.unknown();
    }

    @Override
    protected Problem destroyed() {
        return ActivityProblems.destroyed();
    }

    @Override
    protected Problem notThen() {
        return ActivityProblems.notThen();
    }
}
