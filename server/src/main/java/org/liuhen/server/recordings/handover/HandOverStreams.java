package org.liuhen.server.recordings.handover;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.findings.Findings;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.handover.ConcernedByHandOver;
import org.liuhen.core.recordings.handover.HandOverCommand;
import org.liuhen.core.recordings.handover.HandOverContext;
import org.liuhen.core.recordings.handover.HandOverEvent;
import org.liuhen.core.recordings.handover.HandOverState;
import org.liuhen.core.recordings.handover.HandOverState.Open;
import org.liuhen.core.recordings.handover.HandOvers;
import org.liuhen.core.recordings.handover.MonthlyHandedOver;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Refusal;
import org.liuhen.core.values.UnitCode;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.agencies.AgencyLaw;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.findings.JudgedStreams;
import org.liuhen.server.findings.Judging;
import org.liuhen.server.http.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Hand-overs as the journal has them, and commands on them. Each month begins by itself for every custodian of records, in the agencies
 * whose text demands it: so that one that never comes is missed too.
 */
@Component
class HandOverStreams extends JudgedStreams<HandOverState> {

    private final Register register;
    private final AgencyLaw laws;
    private final Specialists specialists;

    HandOverStreams(Judging judging, Register register, Specialists specialists) {
        super(judging);
        this.register = register;
        this.laws = judging.law();
        this.specialists = specialists;
    }

    /** The stream of a month and a specialist: it follows from both, so that nothing is begun twice. */
    static UUID id(String agency, LocalDate month, UUID specialist) {
        var name = String.join(" ", "hand-over", agency, month.toString(), specialist.toString());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The hand-over, unless it is not there or was destroyed by law. */
    static Open open(Loaded<HandOverState> loaded) {
        return switch (loaded.state()) {
            case Open open -> open;
            case HandOverState.Absent _ -> throw none();
            case HandOverState.Tombstone _ -> throw gone();
        };
    }

    /** Begins the month that has not begun yet: soon after it has, and after an agency has named somebody. */
    @Override
    public List<Due> due(Instant now, int atMost) {
        var month = LocalDate.ofInstant(now, Registrar.ZONE).withDayOfMonth(1);
        for (var agency : register.agencies()) {
            if (laws.isAdopted(agency.code()) && MonthlyHandedOver.applies(laws.law(agency.code()), month)) begin(agency.code(), month);
        }
        return super.due(now, atMost);
    }

    private void begin(String agency, LocalDate month) {
        for (var specialist : specialists.notBegun(agency, month)) {
            var id = id(agency, month, specialist.person());
            var key = UUID.nameUUIDFromBytes(("begin " + id).getBytes(StandardCharsets.UTF_8));
            handle(new AskedAct(agency, Actor.system("hand-over-clock"), id, key, Optional.empty(), Optional.empty()),
                    new HandOverCommand.OpenHandOver(month, new PersonId(specialist.person()), new UnitCode(specialist.unit())));
        }
    }

    @Override
    public String name() {
        return "hand-over";
    }

    @Override
    protected HandOverState absent() {
        return new HandOverState.Absent();
    }

    @Override
    protected boolean owns(Event event) {
        return event instanceof HandOverEvent;
    }

    @Override
    protected HandOverState evolve(HandOverState state, Fact fact, Instant recordedAt) {
        return HandOvers.evolve(state, fact, recordedAt);
    }

    @Override
    protected boolean begins(Command command) {
        return command instanceof HandOverCommand.OpenHandOver;
    }

    @Override
    protected Decision<Event, Refusal> decide(HandOverState state, Command command, Scene scene) {
        var context = new HandOverContext(scene.actor(), person -> register.rolesToday(scene.agency(), person));
        if (command instanceof HandOverCommand c) return Decision.widen(HandOvers.decide(state, c, context));
        if (command instanceof FindingCommand c && state instanceof Open open) {
            return Decision.widen(Findings.decide(open.findings(), c, new ConcernedByHandOver(open, context)));
        }
        throw new IllegalArgumentException("no command on a hand-over: " + command);
    }

    @Override
    protected Optional<FindingBook> book(HandOverState state) {
        return state instanceof Open open ? Optional.of(open.findings()) : Optional.empty();
    }

    @Override
    protected Assessment assess(HandOverState state, Law law, Instant now) {
        return state instanceof Open open ? MonthlyHandedOver.assess(open, law, now) : Assessment.quiet();
    }

    @Override
    protected String versions() {
        return "select agency, id as stream, version from hand_over";
    }

    @Override
    protected Problem refused(Refusal refusal) {
        var status = switch (refusal.code()) {
            case "no-such-hand-over" -> HttpStatus.NOT_FOUND;
            case "hand-over-destroyed" -> HttpStatus.GONE;
            case "not-the-specialist", "not-the-office" -> HttpStatus.FORBIDDEN;
            case "empty", "content-too-large" -> HttpStatus.UNPROCESSABLE_CONTENT;
            default -> HttpStatus.CONFLICT;
        };
        return Problem.refused(status, refusal);
    }

    @Override
    protected Problem unknown() {
        return none();
    }

    @Override
    protected Problem destroyed() {
        return gone();
    }

    @Override
    protected Problem notThen() {
        return none();
    }

    private static Problem none() {
        return Problem.notFound("没有这个月的移交", "There is no hand-over of that month").next("请从每月移交列表打开。", "Open it from the list.");
    }

    private static Problem gone() {
        return Problem.of(HttpStatus.GONE, "hand-over-destroyed", "移交的内容已依法销毁", "The hand-over was destroyed by law");
    }
}
