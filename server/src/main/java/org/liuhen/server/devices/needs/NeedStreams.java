package org.liuhen.server.devices.needs;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.devices.needs.ConcernedByNeed;
import org.liuhen.core.devices.needs.NeedCommand;
import org.liuhen.core.devices.needs.NeedEvent;
import org.liuhen.core.devices.needs.NeedState.Stated;
import org.liuhen.core.devices.needs.NeedState;
import org.liuhen.core.devices.needs.Needs;
import org.liuhen.core.devices.needs.SpecialNeedMet;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.findings.Findings;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.Refusal;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.findings.JudgedStreams;
import org.liuhen.server.findings.Judging;
import org.liuhen.server.http.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Special needs as the journal has them. What devices can do is counted by the clock, and written where it has changed. */
@Component
class NeedStreams extends JudgedStreams<NeedState> {

    private final Register register;
    private final UnitFacilities facilities;

    NeedStreams(Judging judging, Register register, UnitFacilities facilities) {
        super(judging);
        this.register = register;
        this.facilities = facilities;
    }

    /** The stream of a unit: it follows from its code, so that nothing is begun twice. */
    static UUID id(String agency, String unit) {
        return UUID.nameUUIDFromBytes(("special-need " + agency + " " + unit).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Due> due(Instant now, int atMost) {
        for (var agency : register.agencies()) {
            facilities.changed(agency.code()).stream().limit(atMost).forEach(unit -> count(agency.code(), unit));
        }
        return super.due(now, atMost);
    }

    private void count(String agency, UnitFacilities.Changed unit) {
        handle(new AskedAct(agency, Actor.system("special-need-clock"), id(agency, unit.unit()), UUID.randomUUID(), Optional.empty(), Optional.empty()),
                new NeedCommand.CountCapabilities(unit.held()));
    }

    @Override
    public String name() {
        return "special-need";
    }

    @Override
    protected NeedState absent() {
        return new NeedState.Absent();
    }

    @Override
    protected boolean owns(Event event) {
        return event instanceof NeedEvent;
    }

    @Override
    protected NeedState evolve(NeedState state, Fact fact, Instant recordedAt) {
        return Needs.evolve(state, fact, recordedAt);
    }

    @Override
    protected boolean begins(Command command) {
        return command instanceof NeedCommand.StateSpecialNeed;
    }

    @Override
    protected Decision<Event, Refusal> decide(NeedState state, Command command, Scene scene) {
        if (command instanceof NeedCommand c) return Decision.widen(Needs.decide(state, c, scene.actor()));
        if (command instanceof FindingCommand c && state instanceof Stated stated) {
            return Decision.widen(Findings.decide(stated.findings(), c,
                    new ConcernedByNeed(stated, scene.actor(), person -> register.rolesToday(scene.agency(), person))));
        }
        throw new IllegalArgumentException("not asked of a special need: " + command);
    }

    @Override
    protected Optional<FindingBook> book(NeedState state) {
        return state instanceof Stated stated ? Optional.of(stated.findings()) : Optional.empty();
    }

    @Override
    protected Assessment assess(NeedState state, Law law, Instant now) {
        return state instanceof Stated stated ? SpecialNeedMet.assess(stated, law, now) : Assessment.quiet();
    }

    @Override
    protected String versions() {
        return "select agency, id as stream, version from special_need";
    }

    @Override
    protected Problem refused(Refusal refusal) {
        var status = switch (refusal.code()) {
            case "no-such-need" -> HttpStatus.NOT_FOUND;
            case "need-destroyed" -> HttpStatus.GONE;
            case "empty" -> HttpStatus.UNPROCESSABLE_CONTENT;
            default -> HttpStatus.CONFLICT;
        };
        return Problem.refused(status, refusal);
    }

    @Override
    protected Problem unknown() {
        return Problem.notFound("这个机构没有登记特殊需要", "No special need of this unit is entered").next("请先登记特殊需要。", "Enter it first.");
    }

    @Override
    protected Problem destroyed() {
        return Problem.of(HttpStatus.GONE, "need-destroyed", "这个机构登记的内容已依法销毁", "What was entered of this unit was destroyed by law");
    }

    @Override
    protected Problem notThen() {
        return unknown();
    }
}
