package org.liuhen.server.devices;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.liuhen.core.devices.equipment.EquipmentCommand;
import org.liuhen.core.devices.equipment.EquipmentEvent;
import org.liuhen.core.devices.equipment.EquipmentEvent.EquipmentCounted;
import org.liuhen.core.devices.equipment.EquipmentRefusal;
import org.liuhen.core.devices.equipment.EquipmentRules;
import org.liuhen.core.devices.equipment.EquipmentState.Known;
import org.liuhen.core.devices.equipment.EquipmentState;
import org.liuhen.core.devices.equipment.Equipments;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.Refusal;
import org.liuhen.server.acts.AskedAct;
import org.liuhen.server.agencies.AgencyLaw;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.findings.JudgedStreams;
import org.liuhen.server.findings.Judging;
import org.liuhen.server.findings.MissingView;
import org.liuhen.server.http.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The equipment of units as the journal has it. The program counts it anew when devices, people or workload have changed. */
@Component
class EquipmentStreams extends JudgedStreams<EquipmentState> {

    /** How often an agency is counted at most. */
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Register register;
    private final AgencyLaw laws;
    private final UnitCounts counts;
    private final AgencyRows rows;
    private final Map<String, Instant> countedAt = new ConcurrentHashMap<>();

    EquipmentStreams(Judging judging, Register register, UnitCounts counts, AgencyRows rows) {
        super(judging);
        this.register = register;
        this.laws = judging.law();
        this.counts = counts;
        this.rows = rows;
    }

    /** The stream of a unit: it follows from its code, so that nothing is begun twice. */
    static UUID id(String agency, String unit) {
        return UUID.nameUUIDFromBytes(String.join(" ", "equipment", agency, unit).getBytes(StandardCharsets.UTF_8));
    }

    /** The unit's equipment, unless it was not counted yet or was destroyed by law. */
    static Known known(Loaded<EquipmentState> loaded) {
        return switch (loaded.state()) {
            case Known known -> known;
            case EquipmentState.Absent _ -> throw none();
            case EquipmentState.Tombstone _ -> throw gone();
        };
    }

    @Override
    public List<Due> due(Instant now, int atMost) {
        for (var agency : register.agencies()) {
            var last = countedAt.get(agency.code());
            if (laws.isAdopted(agency.code()) && (last == null || !now.isBefore(last.plus(EVERY)))) {
                count(agency.code());
                countedAt.put(agency.code(), now);
            }
        }
        return super.due(now, atMost);
    }

    /** Counts every unit of the agency that enforces or has a station; nothing is written where nothing has changed. */
    void count(String agency) {
        for (var counted : counts.of(agency, laws.law(agency))) {
            handle(new AskedAct(agency, Actor.system("equipment-clock"), id(agency, counted.unit().value()), UUID.randomUUID(), Optional.empty(),
                    Optional.empty()), new EquipmentCommand.CountEquipment(counted));
        }
    }

    /** Whether the unit was counted yet. */
    boolean isCounted(String agency, UUID id) {
        return rows.of(agency, jdbc -> jdbc.sql("select exists (select from unit_equipment where agency = :agency and id = :id)")
                .param("agency", agency).param("id", id).query(Boolean.class).single());
    }

    @Override
    public String name() {
        return "equipment";
    }

    @Override
    protected EquipmentState absent() {
        return new EquipmentState.Absent();
    }

    @Override
    protected boolean owns(Event event) {
        return event instanceof EquipmentEvent;
    }

    @Override
    protected EquipmentState evolve(EquipmentState state, Fact fact, Instant recordedAt) {
        return Equipments.evolve(state, fact, recordedAt);
    }

    @Override
    protected boolean begins(Command command) {
        return command instanceof EquipmentCommand.CountEquipment;
    }

    @Override
    protected Decision<Event, Refusal> decide(EquipmentState state, Command command, Scene scene) {
        return Equipments.decide(state, command,
                new Equipments.Context(scene.law(), scene.actor(), scene.now(), person -> register.rolesToday(scene.agency(), person)));
    }

    @Override
    protected Optional<FindingBook> book(EquipmentState state) {
        return state instanceof Known known ? Optional.of(known.findings()) : Optional.empty();
    }

    @Override
    protected Assessment assess(EquipmentState state, Law law, Instant now) {
        return state instanceof Known known ? EquipmentRules.assess(known, law, now) : Assessment.quiet();
    }

    @Override
    protected String versions() {
        return "select agency, id as stream, version from unit_equipment";
    }

    @Override
    protected Problem refused(Refusal refusal) {
        var status = switch (refusal.code()) {
            case "not-counted" -> HttpStatus.NOT_FOUND;
            case "equipment-destroyed" -> HttpStatus.GONE;
            case "not-named", "not-legal-section", "not-in-charge", "own-matter", "person-only", "program-only" -> HttpStatus.FORBIDDEN;
            case "incomplete", "empty", "in-the-future", "no-fault" -> HttpStatus.UNPROCESSABLE_CONTENT;
            default -> HttpStatus.CONFLICT;
        };
        var problem = Problem.refused(status, refusal);
        return refusal instanceof EquipmentRefusal ofUnit && !ofUnit.missing().isEmpty()
                ? problem.with("missing", ofUnit.missing().stream().map(MissingView::of).toList())
                : problem;
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
        return Problem.of(HttpStatus.NOT_FOUND, "not-counted", "这个机构还没有统计", "This unit is not counted yet")
                .next("请稍候再试；非执法机构不统计。", "Try again soon; units that enforce nothing are not counted.");
    }

    private static Problem gone() {
        return Problem.of(HttpStatus.GONE, "equipment-destroyed", "统计的内容已依法销毁", "The count was destroyed by law");
    }
}
