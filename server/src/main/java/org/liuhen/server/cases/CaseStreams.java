package org.liuhen.server.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.cases.CaseCommand;
import org.liuhen.core.cases.CaseEvent;
import org.liuhen.core.cases.CaseRefusal;
import org.liuhen.core.cases.CaseState;
import org.liuhen.core.cases.Cases;
import org.liuhen.core.cases.LifeCommand;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Event;
import org.liuhen.server.http.Problem;
import org.liuhen.server.journal.Journal;
import org.liuhen.server.journal.Recorded;
import org.liuhen.server.journal.StreamAppend;
import org.liuhen.server.journal.Submission;
import org.liuhen.server.journal.VersionConflict;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Cases as the journal has them, and commands on them. The one place where a stream is compared with the agency that asks for it. */
@Component
class CaseStreams {

    private static final int TRIES = 5;

    private final Journal journal;
    private final CaseLaw law;
    private final InstantSource clock;

    CaseStreams(Journal journal, CaseLaw law, InstantSource clock) {
        this.journal = journal;
        this.law = law;
        this.clock = clock;
    }

    /** A case's history and what follows from it. */
    record Loaded(UUID id, List<Recorded> history, CaseState state) {
        Loaded {
            history = List.copyOf(history);
        }

        long version() {
            return history.isEmpty() ? 0 : history.getLast().version();
        }

        /** The case, unless it is not there or was destroyed by law. */
        CaseState.Begun begun() {
            return switch (state) {
                case CaseState.Begun begun -> begun;
                case CaseState.Absent _ -> throw unknown();
                case CaseState.Tombstone _ -> throw Problem.of(HttpStatus.GONE, "case-destroyed", "案件内容已依法销毁", "The case was destroyed by law");
            };
        }
    }

    /**
     * The case with that id.
     *
     * @throws Problem if the agency has none: another agency's is told like one that never was
     */
    Loaded load(String agency, UUID id) {
        var loaded = loaded(agency, id, journal.read(id));
        loaded.begun();
        return loaded;
    }

    /** The case as it was known at a past moment (可回溯). */
    Loaded loadAsAt(String agency, UUID id, Instant moment) {
        load(agency, id);
        var loaded = loaded(agency, id, journal.readAsAt(id, moment));
        loaded.begun();
        return loaded;
    }

    private static Loaded loaded(String agency, UUID id, List<Recorded> history) {
        CaseState state = new CaseState.Absent();
        for (var recorded : history) {
            if (!recorded.agency().equals(agency)) throw unknown();
            if (recorded.fact() instanceof Event event && !(event instanceof CaseEvent)
                    && !(event instanceof org.liuhen.core.values.PayloadDestroyed)) {
                throw unknown(); // an id of something else
            }
            state = Cases.evolve(state, recorded.fact(), recorded.recordedAt());
        }
        return new Loaded(id, history, state);
    }

    /**
     * Carries out a command once.
     *
     * @param seen the version that the client saw; a command that replaces nothing may leave it out
     * @return the version after it
     * @throws Problem if it is refused, with what is missing, the articles and the ways out; nothing was written
     */
    long handle(String agency, UUID id, UUID commandId, Actor actor, Optional<Long> seen, CaseCommand command) {
        for (var attempt = 1; ; attempt++) {
            var before = journal.outcome(agency, commandId);
            if (before.isPresent()) return before.get().version(id);
            var loaded = loaded(agency, id, journal.read(id));
            if (!(command instanceof LifeCommand.OpenCase)) loaded.begun();
            if (seen.isPresent() && seen.get() != loaded.version()) throw movedOn(loaded.version());
            var context = law.context(agency, actor);
            switch (Cases.decide(loaded.state(), command, context)) {
                case Decision.Refused<CaseEvent, CaseRefusal>(var refusal) -> throw CaseProblems.of(refusal);
                case Decision.Accepted<CaseEvent, CaseRefusal>(var events) when events.isEmpty() -> {
                    return loaded.version();
                }
                case Decision.Accepted<CaseEvent, CaseRefusal>(var events) -> {
                    try {
                        var append = new StreamAppend(id, loaded.version(), new ArrayList<Event>(events));
                        return journal.append(new Submission(agency, commandId, actor, clock.instant(), Duration.ZERO, List.of(append))).version(id);
                    } catch (VersionConflict conflict) {
                        if (attempt == TRIES) throw conflict;
                    }
                }
            }
        }
    }

    private static Problem unknown() {
        return Problem.notFound("没有这个案件", "There is no such case").next("请核对案号。", "Check the number.");
    }

    private static Problem movedOn(long found) {
        return Problem.of(HttpStatus.PRECONDITION_FAILED, "overtaken", "案件已被他人更新", "Somebody else was faster")
                .next("您填写的内容已保留，请刷新后再试。", "What you typed is kept; reload and try again.").with("version", found);
    }
}
