package org.liuhen.core.devices.equipment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.cases.TestLaw;
import org.liuhen.core.devices.DeviceKind;
import org.liuhen.core.devices.equipment.EquipmentCommand.CountEquipment;
import org.liuhen.core.devices.equipment.EquipmentEvent.EquipmentCounted;
import org.liuhen.core.devices.equipment.EquipmentState.Known;
import org.liuhen.core.findings.FindingCommand.ExplainFinding;
import org.liuhen.core.findings.FindingCommand.NoteAssessment;
import org.liuhen.core.findings.RaisedFinding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Refusal;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.UnitCode;
import org.liuhen.core.values.Workload;

/** What a unit has, and what follows from it. */
class EquipmentsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final PersonId HEAD = new PersonId(new UUID(0, 1));
    private static final Actor CLOCK = Actor.system("equipment-clock");

    private static EquipmentCounted counted(int officers, String workload, int cameras, boolean custodian) {
        return new EquipmentCounted(new UnitCode("zf1"), officers, Stream.of(Workload.values()).filter(one -> one.word().equals(workload)).findFirst(),
                cameras == 0 ? List.of() : List.of(new EquipmentEvent.Devices(DeviceKind.BODY_CAMERA, true, cameras)), custodian ? List.of(HEAD) : List.of(), List.of());
    }

    private static Decision<Event, Refusal> decide(EquipmentState state, Command command, Actor actor) {
        return Equipments.decide(state, command, new Equipments.Context(TestLaw.of("CL"), actor, NOW, _ -> Set.of(Role.UNIT_HEAD)));
    }

    private static EquipmentState after(EquipmentState state, Command command, Actor actor) {
        var accepted = assertInstanceOf(Decision.Accepted.class, decide(state, command, actor));
        for (var event : accepted.events()) state = Equipments.evolve(state, (Event) event, NOW);
        return state;
    }

    @ParameterizedTest(name = "{0}: {1} officers, {2}, {3} cameras, custodian {4}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            SQ | 9  |       | 3 | true  |
            SQ | 10 |       | 3 | true  | device.ratio.officersPerDevice product
            SQ | 10 |       | 4 | false | roles.deviceCustodian SQ-M-22
            SQ | 0  |       | 0 | false |
            WD | 9  | heavy | 3 | true  |
            WD | 10 | heavy | 3 | true  | device.ratio.officersPerDevice WD-3.2
            WD | 10 | light | 2 | true  |
            WD | 1  | light | 1 | true  | device.ratio.officersPerDevice WD-3.2
            WD | 1  |       | 2 | true  | device.ratio.officersPerDevice workload WD-3.2
            WD | 1  | light | 2 | false | roles.deviceCustodian WD-4
            LX | 9  |       | 1 | false | roles.deviceCustodian LX-24
            AJ | 90 |       | 1 | false |
            """)
    void what_is_found(String agency, int officers, String workload, int cameras, boolean custodian, String expected) {
        var unit = (Known) after(new EquipmentState.Absent(), new CountEquipment(counted(officers, Optional.ofNullable(workload).orElse(""), cameras, custodian)), CLOCK);
        var found = EquipmentRules.assess(unit, TestLaw.of(agency), NOW).findings().stream().map(one -> Stream.of(one.key().duty(), one.key().occurrence(),
                one.authority().cited()).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "))).sorted().collect(Collectors.joining(", "));
        assertEquals(Optional.ofNullable(expected).stream().flatMap(all -> Arrays.stream(all.split(", "))).sorted().collect(Collectors.joining(", ")), found);
    }

    @Test
    void only_the_program_counts_and_the_same_count_says_nothing() {
        var first = new CountEquipment(counted(3, "", 1, true));
        assertEquals("program-only", refused(decide(new EquipmentState.Absent(), first, Actor.person(HEAD, "赵六", Role.UNIT_HEAD))));
        var known = after(new EquipmentState.Absent(), first, CLOCK);
        assertEquals(List.of(), assertInstanceOf(Decision.Accepted.class, decide(known, first, CLOCK)).events());
        assertEquals(2, ((Known) after(known, new CountEquipment(counted(3, "", 2, true)), CLOCK)).counted().devices().getFirst().number());
    }

    @Test
    void the_head_of_the_unit_explains_what_is_found() {
        var key = new FindingKey("device.ratio.officersPerDevice", "zf1", "");
        var known = after(after(new EquipmentState.Absent(), new CountEquipment(counted(10, "", 1, true)), CLOCK),
                new NoteAssessment(List.of(new RaisedFinding(key, "product", Severity.ALERT, "sha256:0")), List.of()), CLOCK);
        var explained = (Known) after(known, new ExplainFinding(key, "已列入明年预算", List.of()), Actor.person(HEAD, "赵六", Role.UNIT_HEAD));
        assertEquals("已列入明年预算", explained.findings().life(key).orElseThrow().explained().orElseThrow().text());
        assertEquals("not-counted", refused(decide(new EquipmentState.Absent(), new ExplainFinding(key, "x", List.of()), Actor.person(HEAD, "赵六", Role.UNIT_HEAD))));
    }

    @Test
    void a_facility_that_does_not_work_is_told_until_those_who_keep_it_say_that_it_does() {
        var head = Actor.person(HEAD, "赵六", Role.UNIT_HEAD);
        var centre = Actor.person(HEAD, "信息中心", Role.SYSTEM_ADMINISTRATOR);
        var known = after(new EquipmentState.Absent(), new CountEquipment(counted(3, "", 1, true)), CLOCK);
        var mend = new EquipmentCommand.MendFacility("CL-ST-01", NOW, "更换网线");
        assertEquals("no-fault", refused(decide(known, mend, centre)));
        var broken = after(known, new EquipmentCommand.ReportFacilityFault("CL-ST-01", NOW, "无法联网"), head);
        assertEquals(List.of("CL-5.p2"), cited("CL", broken));
        assertEquals(List.of(), cited("AJ", broken), "no text says who keeps facilities");
        assertEquals("incomplete", refused(decide(broken, mend, head)));
        assertEquals(List.of(), cited("CL", after(broken, mend, centre)));
        assertEquals("in-the-future", refused(decide(known, new EquipmentCommand.ReportFacilityFault("CL-ST-01", NOW.plusSeconds(301), "无法联网"), head)));
        assertEquals("empty", refused(decide(known, new EquipmentCommand.ReportFacilityFault(" ", NOW, "无法联网"), head)));
    }

    @Test
    void a_station_may_be_silent_until_the_next_working_day_ends() {
        var friday = Instant.parse("2026-03-06T10:00:00Z");
        assertEquals(Instant.parse("2026-03-09T15:59:59.999999999Z"), FacilityKept.silentUntil(friday, TestLaw.of("CL")));
        var silent = new EquipmentCounted(new UnitCode("zf1"), 0, Optional.empty(), List.of(), List.of(), List.of(new EquipmentEvent.SilentStation("CL-ST-01", friday)));
        assertEquals(List.of("CL-5.p2"), cited("CL", after(new EquipmentState.Absent(), new CountEquipment(silent), CLOCK)));
    }

    private static List<String> cited(String agency, EquipmentState state) {
        return EquipmentRules.assess((Known) state, TestLaw.of(agency), NOW).findings().stream().map(one -> one.authority().cited()).toList();
    }

    private static String refused(Decision<Event, Refusal> decision) {
        return switch (decision) {
            case Decision.Refused<Event, Refusal>(var refusal) -> refusal.code();
            case Decision.Accepted<Event, Refusal> _ -> "accepted";
        };
    }
}
