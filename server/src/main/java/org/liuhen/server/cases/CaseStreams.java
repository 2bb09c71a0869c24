package org.liuhen.server.cases;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.liuhen.core.cases.Assessor;
import org.liuhen.core.cases.CaseContext;
import org.liuhen.core.cases.CaseEvent;
import org.liuhen.core.cases.CaseState;
import org.liuhen.core.cases.Cases;
import org.liuhen.core.cases.LifeCommand;
import org.liuhen.core.cases.LifeStatus;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.core.values.Refusal;
import org.liuhen.server.acts.ActRequests;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.findings.OpenFindings;
import org.liuhen.server.http.Problem;
import org.liuhen.server.journal.Appended;
import org.liuhen.server.journal.Journal;
import org.liuhen.server.journal.PayloadTooLarge;
import org.liuhen.server.journal.Recorded;
import org.liuhen.server.journal.StreamAppend;
import org.liuhen.server.journal.Submission;
import org.liuhen.server.journal.VersionConflict;
import org.liuhen.server.store.Vaults;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Cases as the journal has them, and commands on them. The one place where a stream is compared with the agency that asks for it. */
@Component
class CaseStreams {

    private static final int TRIES = 20;
    private static final int WAIT_MILLIS = 10;
    private static final Actor CLOCK = Actor.system("case-clock");

    private final Journal journal;
    private final CaseLaw law;
    private final CaseClocks clocks;
    private final ActRequests requests;
    private final Vaults vaults;
    private final InstantSource clock;

    CaseStreams(Journal journal, CaseLaw law, CaseClocks clocks, ActRequests requests, Vaults vaults, InstantSource clock) {
        this.journal = journal;
        this.law = law;
        this.clocks = clocks;
        this.requests = requests;
        this.vaults = vaults;
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
        var now = load(agency, id);
        if (moment.isAfter(clock.instant().plus(CaseContext.AHEAD))) throw notYet();
        var loaded = loaded(agency, id, now.history().stream().filter(recorded -> !recorded.recordedAt().isAfter(moment)).toList());
        if (loaded.state() instanceof CaseState.Absent) throw notThen();
        loaded.begun();
        return loaded;
    }

    private static Loaded loaded(String agency, UUID id, List<Recorded> history) {
        CaseState state = new CaseState.Absent();
        for (var recorded : history) {
            if (!recorded.agency().equals(agency)) throw unknown();
            if (recorded.fact() instanceof Event event && !(event instanceof CaseEvent) && !(event instanceof FindingEvent)
                    && !(event instanceof PayloadDestroyed)) {
                throw unknown(); // an id of something else
            }
            state = Cases.evolve(state, recorded.fact(), recorded.recordedAt());
        }
        return new Loaded(id, history, state);
    }

    /**
     * Carries out a command once, and judges the case by all rules in the same transaction.
     *
     * @param act its key is carried out once; the version that the client saw may be left out where nothing is replaced
     * @throws Problem if it is refused, with what is missing, the articles and the ways out; nothing was written
     */
    Outcome handle(AskedAct act, CasePlan plan) {
        for (var attempt = 1; ; attempt++) {
            var before = journal.outcome(act.agency(), act.key());
            if (before.isPresent()) return repeated(act, before.get());
            var loaded = loaded(act.agency(), act.id(), journal.read(act.id()));
            var step = plan.step(loaded);
            if (!(step.command() instanceof LifeCommand.OpenCase)) loaded.begun();
            if (act.seen().isPresent() && act.seen().get() != loaded.version()) throw movedOn(loaded.version());
            switch (Cases.decide(loaded.state(), step.command(), law.context(act.agency(), act.actor()))) {
                case Decision.Refused<Event, Refusal>(var refusal) -> throw CaseProblems.of(refusal);
                case Decision.Accepted<Event, Refusal>(var events) when events.isEmpty() -> {
                    return new Outcome(loaded.version(), OpenFindings.count(loaded.begun().findings()));
                }
                case Decision.Accepted<Event, Refusal>(var events) -> {
                    requests.claim(act);
                    keep(act.agency(), step);
                    try {
                        return append(loaded, act, step.beside(), events);
                    } catch (VersionConflict conflict) {
                        if (attempt == TRIES) throw conflict;
                        waitBeside(attempt);
                    }
                }
            }
        }
    }

    /** Of many who write to one series at once, each waits a while of its own: else all try again at the same moment. */
    private static void waitBeside(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(WAIT_MILLIS * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What has happened to the case by a command. */
    record Outcome(long version, int findings) {}

    private Outcome append(Loaded loaded, AskedAct act, List<StreamAppend> beside, List<Event> events) {
        var now = clock.instant();
        var judged = judged(act.agency(), follow(loaded.state(), events, now), now);
        var all = new ArrayList<>(events);
        all.addAll(judged.changes());
        var appends = new ArrayList<StreamAppend>();
        appends.add(new StreamAppend(loaded.id(), loaded.version(), all));
        appends.addAll(beside);
        var appended = submit(new Submission(act.agency(), act.key(), act.actor(), now, Duration.ZERO, appends));
        if (appended.repeated()) return repeated(act, appended);
        var version = appended.version(loaded.id());
        clocks.set(act.agency(), loaded.id(), version, judged.nextChangeAt(), judged.dues());
        return new Outcome(version, OpenFindings.count(judged.state().findings()));
    }

    /**
     * Judges the case again because its time has come; does nothing where nothing changed. May be repeated, also by two nodes at once.
     */
    void judge(String agency, UUID id) {
        for (var attempt = 1; ; attempt++) {
            var loaded = loaded(agency, id, journal.read(id));
            if (!(loaded.state() instanceof CaseState.Begun begun)) {
                clocks.set(agency, id, loaded.version(), Optional.empty(), Map.of());
                return;
            }
            var now = clock.instant();
            var judged = judged(agency, begun, now);
            if (judged.changes().isEmpty()) {
                clocks.set(agency, id, loaded.version(), judged.nextChangeAt(), judged.dues());
                return;
            }
            try {
                var append = new StreamAppend(id, loaded.version(), judged.changes());
                var appended = submit(new Submission(agency, UUID.randomUUID(), CLOCK, now, Duration.ZERO, List.of(append)));
                clocks.set(agency, id, appended.version(id), judged.nextChangeAt(), judged.dues());
                return;
            } catch (VersionConflict conflict) {
                if (attempt == TRIES) throw conflict;
            }
        }
    }

    /** What the rules say of the case at this moment, for pages; nothing is written. */
    Assessment assess(Law rules, CaseState.Begun begun, Instant moment) {
        return Assessor.assess(begun, rules, moment);
    }

    private Judged judged(String agency, CaseState.Begun begun, Instant now) {
        var rules = law.law(agency);
        var assessment = Assessor.assess(begun, rules, now);
        var changes = begun.findings().changes(assessment, rules.digest()).map(note -> noted(agency, begun, note)).orElse(List.of());
        var dues = new LinkedHashMap<FindingKey, Instant>();
        for (var finding : assessment.findings()) finding.due().ifPresent(due -> dues.putIfAbsent(finding.key(), due));
        return new Judged(follow(begun, changes, now), changes, assessment.nextChangeAt(), dues);
    }

    /** Findings are the program's, whoever's act brought them about. */
    private List<Event> noted(String agency, CaseState.Begun begun, FindingCommand.NoteAssessment note) {
        return switch (Cases.decide(begun, note, law.context(agency, CLOCK))) {
            case Decision.Accepted<Event, Refusal>(var events) -> events;
            case Decision.Refused<Event, Refusal>(var refusal) -> throw new IllegalStateException("findings refused: " + refusal.code());
        };
    }

    private record Judged(CaseState.Begun state, List<Event> changes, Optional<Instant> nextChangeAt, Map<FindingKey, Instant> dues) {}

    private static CaseState.Begun follow(CaseState state, List<Event> events, Instant now) {
        var next = state;
        for (var event : events) next = Cases.evolve(next, event, now);
        if (next instanceof CaseState.Begun begun) return begun;
        throw new IllegalStateException("a command left no case");
    }

    private Appended submit(Submission submission) {
        try {
            return journal.append(submission);
        } catch (PayloadTooLarge e) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "content-too-large", "一次登记的内容过多", "Too much for one entry")
                    .because("一次登记最多 " + Journal.PAYLOAD_LIMIT_BYTES / 1024 + " KiB，约一万六千个汉字。",
                            "One entry has at most " + Journal.PAYLOAD_LIMIT_BYTES / 1024 + " KiB, about 16,000 Chinese characters.")
                    .next("请分成几份，或者作为附件上传。您填写的内容已保留。", "Divide it, or upload it as an attachment. What you typed is kept.");
        }
    }

    private void keep(String agency, CasePlan.Step step) {
        try {
            step.keeping().keep();
        } catch (IOException e) {
            throw vaults.failure(agency, e);
        }
    }

    private Outcome repeated(AskedAct act, Appended before) {
        var version = before.version(act.id());
        if (version == 0) throw ActRequests.used();
        requests.check(act);
        return new Outcome(version, OpenFindings.count(load(act.agency(), act.id()).begun().findings()));
    }

    private static Problem unknown() {
        return Problem.notFound("没有这个案件", "There is no such case").next("请核对案号。", "Check the number.");
    }

    private static Problem notYet() {
        return Problem.badRequest("parameter-wrong", "查询条件无法理解", "A parameter is not understood")
                .because("“asAt”在将来，届时的情况尚不可知。", "\"asAt\" is in the future, and nobody knows it.")
                .next("请选择不晚于现在的时刻。", "Choose a moment up to now.").with("parameter", "asAt");
    }

    private static Problem notThen() {
        return Problem.notFound("当时还没有这个案件", "The case was not there at that moment").next("请选择立案登记之后的时刻。", "Choose a moment after it was entered.");
    }

    /** @throws Problem unless the agency has that case and it goes on */
    void goesOn(String agency, UUID id) {
        if (!(loaded(agency, id, journal.read(id)).state() instanceof CaseState.Begun begun) || begun.life().status() instanceof LifeStatus.Ended) {
            throw Problem.of(HttpStatus.CONFLICT, "no-such-target", "并入的案件不存在或者已经办结", "The case to go on in is not there, or has ended")
                    .next("请核对所并入案件的编号；已办结的先恢复办理。", "Check which case it is; reopen one that has ended.");
        }
    }

    private static Problem movedOn(long found) {
        return Problem.of(HttpStatus.PRECONDITION_FAILED, "overtaken", "案件已被他人更新", "Somebody else was faster")
                .next("您填写的内容已保留，请刷新后再试。", "What you typed is kept; reload and try again.").with("version", found);
    }
}
