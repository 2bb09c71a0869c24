package org.liuhen.server.recordings.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.server.recordings.activities.FieldDesk.fields;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.handover.HandOverState.Open;
import org.liuhen.core.recordings.handover.MonthlyHandedOver;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.formats.agencies.Registry;
import org.liuhen.formats.law.Profile;
import org.liuhen.server.RunningServer;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.cases.CaseDesk;
import org.liuhen.server.findings.FindingClock;
import org.liuhen.server.recordings.activities.FieldDesk;
import tools.jackson.databind.JsonNode;

/** AJ hands over month by month; both confirm, also that there is nothing; nobody else is asked to. */
class HandOverTest {


    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.fresh();
        server.enter("AJ", "承德县安全生产监督管理局");
        CaseDesk.adopt(server, "AJ", "{by: aj.personincharge, activation: 2024-01-01, from: 2024-01-01}");
        server.bean(Registrar.class).enter(Registry.parse("""
            format: liuhen-registry-v1
            agencies:
              - code: AJ
                name: 承德县安全生产监督管理局
                units: [{code: zf1, name: 执法一股, kind: section}]
                people: [{username: aj.custodian, name: 张custodian, unit: zf1, roles: [custodian]}, {username: aj.officer, name: 张officer, certificate: {number: "0801", from: 2024-07-01, to: 2039-06-30}, unit: zf1, roles: [officer]}]
                custodians: [{unit: zf1, person: aj.custodian, kind: records, from: 2024-01-01}, {unit: zf1, person: aj.officer, kind: records, from: 2024-01-01}]
            """.getBytes(StandardCharsets.UTF_8)));
        server.bean(FindingClock.class).judgeDue();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String month() {
        return YearMonth.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    private static JsonNode act(RunningServer.Client by, String person, String act, Map<String, Object> body, int status) throws Exception {
        var answer = by.post("/api/hand-overs/" + month() + "/" + person + "/acts/" + act, FieldDesk.JSON.writeValueAsString(body));
        assertEquals(status, answer.statusCode(), act + ": " + answer.body());
        return FieldDesk.JSON.readTree(answer.body());
    }

    @Test
    void the_month_begins_by_itself_and_the_list_goes_through_both_hands() throws Exception {
        var desk = FieldDesk.of(server, "AJ");
        var recording = desk.video("AJ-0002", "09:00", "09:01");
        var custodian = server.person("aj.custodian");
        var office = server.person("aj.office");
        var person = desk.person("custodian");
        assertEquals(2, office.json("/api/hand-overs").get("specialists").size());
        var path = "/api/hand-overs/" + month() + "/" + person;
        assertEquals(recording, custodian.json(path).get("recordings").get(0).get("id").asString());

        assertEquals("not-offered", act(office, person, "receive-list", fields(), 409).get("code").asString());
        assertEquals("not-the-specialist", act(desk.officer, person, "declare-nothing", fields(), 403).get("code").asString());
        assertEquals("no-such-recording",
                act(custodian, person, "prepare-list", fields("recordings", List.of(UUID.randomUUID().toString())), 422).get("code").asString());
        assertEquals("empty", act(custodian, person, "prepare-list", fields("recordings", List.of()), 422).get("code").asString());
        act(custodian, person, "prepare-list", fields("recordings", List.of(recording)), 200);
        assertEquals("prepared", state(office, person));
        act(office, person, "return-list", fields("reason", "缺少 3 日的检查录像"), 200);
        assertEquals("open", state(office, person));
        act(custodian, person, "prepare-list", fields("recordings", List.of(recording)), 200);
        act(office, person, "receive-list", fields(), 200);
        assertEquals("received", state(office, person));
        assertEquals("already-received", act(custodian, person, "declare-nothing", fields(), 409).get("code").asString());
        assertEquals(0, custodian.json("/api/hand-overs/" + month() + "/" + desk.person("officer")).get("recordings").size(),
                "what one has handed over the other does not have to");
        assertFalse(custodian.json(path).get("receivedBy").get("name").asString().isEmpty());
    }

    private static String state(RunningServer.Client by, String person) throws Exception {
        return by.json("/api/hand-overs").get("specialists").valueStream().filter(one -> one.get("person").get("id").asString().equals(person))
                .findFirst().orElseThrow().get("state").asString();
    }

    @Test
    void that_there_is_nothing_is_confirmed_by_both_too() throws Exception {
        var desk = FieldDesk.of(server, "AJ");
        var person = desk.person("officer");
        act(desk.officer, person, "declare-nothing", fields(), 200);
        assertEquals("nothing", state(desk.officer, person));
        act(server.person("aj.office"), person, "receive-list", fields(), 200);
    }

    @Test
    void a_month_that_ends_without_it_is_a_finding_and_in_time_it_is_none() throws Exception {
        var desk = FieldDesk.of(server, "AJ");
        var loaded = server.bean(HandOverStreams.class).load("AJ", HandOverStreams.id("AJ", LocalDate.parse(month() + "-01"), UUID.fromString(desk.person("custodian"))));
        var open = new Open(HandOverStreams.open(loaded).opened(), Optional.empty(), Optional.empty(), Optional.empty(),
                FindingBook.empty());
        Law law = Profile.law(new AgencyCode("AJ"), Optional.of(LocalDate.parse("2024-01-01")));
        var due = MonthlyHandedOver.due(open, law);
        assertTrue(MonthlyHandedOver.assess(open, law, due).findings().isEmpty());
        var late = MonthlyHandedOver.assess(open, law, due.plusNanos(1)).findings();
        assertEquals("AJ-9.p2", late.getFirst().authority().cited());
        assertEquals(Optional.of(due.plusNanos(1)), MonthlyHandedOver.assess(open, law, Instant.parse(month() + "-01T00:00:00Z")).nextChangeAt());
    }

    @Test
    void an_agency_without_that_duty_has_no_such_page_and_wrong_months_are_named() throws Exception {
        assertEquals("no-monthly-hand-over", FieldDesk.JSON.readTree(server.person("sq.custodian").get("/api/hand-overs").body()).get("code").asString());
        assertEquals(400, server.person("aj.office").get("/api/hand-overs?month=2026-13").statusCode());
        assertEquals(404, server.person("aj.office").get("/api/hand-overs/" + month() + "/" + UUID.randomUUID()).statusCode());
        var desk = FieldDesk.of(server, "AJ");
        act(server.person("sq.custodian"), desk.person("custodian"), "declare-nothing", fields(), 404);
    }

    @Test
    void the_balance_of_a_day_names_each_camera_and_what_came_of_it() throws Exception {
        var desk = FieldDesk.of(server, "AJ");
        desk.video("AJ-0001", "13:00", "13:01");
        var sheet = server.person("aj.custodian").json("/api/balance?unit=zf1");
        assertEquals(2, sheet.get("devices").size());
        assertTrue(sheet.get("devices").get(0).get("recordings").asInt() >= 1);
        assertTrue(sheet.get("balanced").asBoolean(), "nobody has a camera out, and no hand-in is open");
        assertEquals(404, server.person("aj.custodian").get("/api/balance?unit=nowhere").statusCode());
        assertEquals(400, server.person("aj.custodian").get("/api/balance?unit=zf1&day=today").statusCode());
    }
}
