package org.liuhen.core.agencies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.liuhen.core.agencies.AgencyCommand.AdoptLedgerKeys;
import org.liuhen.core.agencies.AgencyCommand.GrantRole;
import org.liuhen.core.agencies.AgencyCommand.OpenOrigin;
import org.liuhen.core.agencies.AgencyCommand.RegisterAgency;
import org.liuhen.core.agencies.AgencyCommand.RegisterPerson;
import org.liuhen.core.agencies.AgencyCommand.RegisterStation;
import org.liuhen.core.agencies.AgencyCommand.RegisterUnit;
import org.liuhen.core.agencies.AgencyEvent.AgencyRegistered;
import org.liuhen.core.agencies.AgencyEvent.LedgerKeyAdopted;
import org.liuhen.core.agencies.AgencyEvent.OriginOpened;
import org.liuhen.core.agencies.AgencyEvent.PersonRegistered;
import org.liuhen.core.agencies.AgencyEvent.RoleGranted;
import org.liuhen.core.agencies.AgencyEvent.StationRegistered;
import org.liuhen.core.agencies.AgencyEvent.UnitRegistered;
import org.liuhen.core.agencies.AgencyRefusal.Entry;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.CorruptStream;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;
import org.liuhen.core.values.StationId;
import org.liuhen.core.values.UnitCode;

class AgenciesTest {

    private static final UnitCode ZF1 = new UnitCode("zf1");
    private static final PersonId ZHANG = new PersonId(new UUID(0, 1));
    private static final AgencyRegistered AGENCY = new AgencyRegistered(new AgencyCode("SQ"), "市监局", Optional.empty(), "x/SQ");
    private static final UnitRegistered UNIT = new UnitRegistered(ZF1, "执法一股", UnitKind.SECTION);
    private static final PersonRegistered PERSON = person(ZHANG, "sq.zhang", ZF1);

    private static PersonRegistered person(PersonId id, String username, UnitCode unit) {
        return new PersonRegistered(id, username, "张三", Optional.empty(), Optional.of(unit));
    }

    private static RoleGranted role(Role role, String from, String to) {
        return new RoleGranted(
                ZHANG, role, LocalDate.parse(from), to.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(to)));
    }

    private static AgencyState state(Fact... history) {
        AgencyState state = new AgencyState.Absent();
        for (var fact : history) state = Agencies.evolve(state, fact);
        return state;
    }

    private static void accepted(AgencyState state, AgencyCommand command, AgencyEvent... events) {
        assertEquals(new Decision.Accepted<AgencyEvent, AgencyRefusal>(List.of(events)), Agencies.decide(state, command));
    }

    private static void refused(AgencyState state, AgencyCommand command, AgencyRefusal refusal) {
        assertEquals(new Decision.Refused<AgencyEvent, AgencyRefusal>(refusal), Agencies.decide(state, command));
    }

    @Test
    void the_same_entry_twice_does_nothing_and_another_is_refused() {
        accepted(state(), new RegisterAgency(AGENCY), AGENCY);
        accepted(state(AGENCY), new RegisterAgency(AGENCY));
        accepted(state(AGENCY), new RegisterUnit(UNIT), UNIT);
        accepted(state(AGENCY, UNIT), new RegisterUnit(UNIT));
        refused(
                state(AGENCY, UNIT),
                new RegisterUnit(new UnitRegistered(ZF1, "执法二股", UnitKind.SECTION)),
                new AgencyRefusal.AlreadyRegistered(Entry.UNIT, "zf1"));
        refused(state(), new RegisterUnit(UNIT), new AgencyRefusal.NoSuchAgency());
    }

    @Test
    void people_and_stations_belong_to_units_that_exist_and_have_names_of_their_own() {
        accepted(state(AGENCY, UNIT), new RegisterPerson(PERSON), PERSON);
        refused(state(AGENCY), new RegisterPerson(PERSON), new AgencyRefusal.NotRegistered(Entry.UNIT, "zf1"));
        refused(
                state(AGENCY, UNIT, PERSON),
                new RegisterPerson(person(new PersonId(new UUID(0, 7)), "sq.zhang", ZF1)),
                new AgencyRefusal.AlreadyRegistered(Entry.USERNAME, "sq.zhang"));
        var station = new StationRegistered(new StationId(new UUID(0, 5)), "ST-01", "一楼", ZF1);
        accepted(state(AGENCY, UNIT), new RegisterStation(station), station);
        refused(
                state(AGENCY, UNIT, station),
                new RegisterStation(new StationRegistered(new StationId(new UUID(0, 6)), "ST-01", "二楼", ZF1)),
                new AgencyRefusal.AlreadyRegistered(Entry.STATION_NUMBER, "ST-01"));
    }

    @Test
    void an_administrator_holds_no_second_role_on_the_same_day() {
        var officer = role(Role.OFFICER, "2026-01-01", "2026-06-30");
        var state = state(AGENCY, UNIT, PERSON, officer);
        accepted(state, new GrantRole(officer));
        var custodian = role(Role.CUSTODIAN, "2026-01-01", "");
        accepted(state, new GrantRole(custodian), custodian);
        refused(
                state,
                new GrantRole(role(Role.SYSTEM_ADMINISTRATOR, "2026-06-30", "")),
                new AgencyRefusal.RolesNotTogether(Role.OFFICER, Role.SYSTEM_ADMINISTRATOR));
        var later = role(Role.SYSTEM_ADMINISTRATOR, "2026-07-01", "");
        accepted(state, new GrantRole(later), later);
        refused(
                state(AGENCY, UNIT, PERSON, later),
                new GrantRole(role(Role.AUDIT_ADMINISTRATOR, "2027-01-01", "")),
                new AgencyRefusal.RolesNotTogether(Role.SYSTEM_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR));
    }

    @Test
    void roles_go_to_known_people_on_days_in_order() {
        refused(state(AGENCY), new GrantRole(role(Role.OFFICER, "2026-01-01", "")),
                new AgencyRefusal.NotRegistered(Entry.PERSON, ZHANG.toString()));
        var state = state(AGENCY, UNIT, PERSON);
        refused(state, new GrantRole(role(Role.STATION, "2026-01-01", "")), new AgencyRefusal.RoleNotGrantable(Role.STATION));
        refused(state, new GrantRole(role(Role.OFFICER, "2026-01-02", "2026-01-01")), new AgencyRefusal.DaysReversed());
    }

    @Test
    void ledger_keys_are_adopted() {
        var first = new LedgerKeyAdopted(List.of("x/SQ+00000000+AAAA"), KeyReason.FIRST_START, Instant.EPOCH);
        accepted(state(AGENCY), new AdoptLedgerKeys(first), first);
        accepted(state(AGENCY, first), new AdoptLedgerKeys(first));
        refused(
                state(AGENCY),
                new AdoptLedgerKeys(new LedgerKeyAdopted(List.of(), KeyReason.ROTATION, Instant.EPOCH)),
                new AgencyRefusal.NoKeys());
    }

    @Test
    void the_name_of_a_ledger_is_used_once() {
        var head = new ClosedLog(AGENCY.origin(), 9, "AAAA", new Digest(Digest.Algorithm.SHA256, "00".repeat(32)), 7);
        var second = new OriginOpened(AGENCY.origin() + "/2", List.of(head), "数据库损坏", "张三");
        accepted(state(AGENCY), new OpenOrigin(second), second);
        var again = new AgencyRefusal.AlreadyRegistered(Entry.LEDGER, second.origin());
        refused(state(AGENCY, second), new OpenOrigin(second), again);
        refused(state(AGENCY), new OpenOrigin(new OriginOpened(AGENCY.origin(), List.of(head), "", "")),
                new AgencyRefusal.AlreadyRegistered(Entry.LEDGER, AGENCY.origin()));
        assertThrows(IllegalArgumentException.class, () -> new ClosedLog("x", 1, "AAAA", head.checkpoint(), 2));
        assertThrows(IllegalArgumentException.class, () -> new OriginOpened("x", List.of(), "", ""));
    }

    @Test
    void what_cannot_follow_stops_the_loading() {
        assertThrows(CorruptStream.class, () -> state(UNIT));
        assertThrows(CorruptStream.class, () -> state(AGENCY, AGENCY));
        assertThrows(CorruptStream.class, () -> state(AGENCY, UNIT, UNIT));
    }
}
