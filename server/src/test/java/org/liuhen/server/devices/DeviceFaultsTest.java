package org.liuhen.server.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.server.devices.DeviceDesk.JSON;
import static org.liuhen.server.devices.DeviceDesk.at;
import static org.liuhen.server.devices.DeviceDesk.today;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.server.RunningServer;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.findings.FindingClock;

/** What goes wrong with devices: wrong, late, double, parallel and foreign requests. Nothing lost, nothing double, everything told. */
class DeviceFaultsTest {

    private static final int AT_ONCE = 8;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = DeviceDesk.server();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void wrong_requests_change_nothing_and_say_why() throws Exception {
        var desk = DeviceDesk.registered(server, "SQ");
        var version = desk.view().get("version").asLong();
        desk.refused(400, "body-wrong", "custodian", "maintain-device", Map.of("on", today()));
        desk.refused(400, "body-wrong", "custodian", "maintain-device", Map.of("on", today(), "what", "清洁", "colour", "red"));
        desk.refused(404, "not-found", "custodian", "paint-device", Map.of());
        desk.refused(403, "not-allowed", "officer", "retire-device", Map.of("on", today(), "reason", "旧"));
        desk.refused(403, "not-allowed", "custodian", "view-purchase", Map.of("agreed", true, "text", "可"));
        desk.refused(403, "for-self-only", "officer", "check-out-device", desk.checkOut("officer2", 10));
        desk.refused(422, "no-officer", "custodian", "check-out-device", desk.checkOut("finance", 10));
        desk.refused(422, "in-the-future", "custodian", "check-out-device", desk.checkOut("officer", -60));
        desk.refused(422, "bad-fields", "office", "purchase-device", Map.of("purchase", Map.of("on", today(), "priceYuan", "2,380")));
        desk.refused(422, "no-such-unit", "office", "move-device", Map.of("unit", "zf9", "reason", "调整"));
        desk.refused(409, "not-out", "custodian", "return-device", desk.takeBack("officer", 10));
        desk.refused(409, "no-fault", "officer", "tell-of-fault", Map.of("report", Map.of("to", desk.id("unitHead"), "at", at(1), "means", "电话")));
        assertEquals(404, desk.person("custodian").get("/api/devices/SQ-none").statusCode());
        assertEquals(400, desk.person("custodian").get("/api/devices?state=broken").statusCode());
        assertEquals(version, desk.view().get("version").asLong());
    }

    @Test
    void another_agencys_device_is_like_one_that_never_was() throws Exception {
        var desk = DeviceDesk.registered(server, "SQ");
        var id = desk.view().get("id").asString();
        var foreign = server.person("cl.custodian");
        for (var address : List.of(desk.number(), id)) assertEquals(404, foreign.get("/api/devices/" + address).statusCode());
        assertEquals(404, foreign.post("/api/devices/" + desk.number() + "/acts/maintain-device",
            JSON.writeValueAsString(Map.of("on", today(), "what", "清洁"))).statusCode());
        assertTrue(foreign.json("/api/devices").get("items").valueStream().noneMatch(row -> row.get("number").asString().startsWith("SQ")));
        assertEquals(0, foreign.json("/api/people/" + desk.id("officer") + "/devices").get("items").size());
        assertEquals(200, desk.person("custodian").get("/api/devices/" + id).statusCode(), "by its id too");
        assertEquals(403, desk.person("officer").get("/api/people/" + desk.id("officer2") + "/devices").statusCode());
        assertEquals(200, desk.person("officer").get("/api/people/" + desk.id("officer") + "/devices").statusCode());
    }

    @Test
    void a_request_that_is_sent_twice_is_carried_out_once() throws Exception {
        var desk = DeviceDesk.registered(server, "SQ");
        var key = UUID.randomUUID().toString();
        var body = Map.<String, Object>of("on", today(), "what", "清洁");
        var first = desk.act("custodian", "maintain-device", body, "Idempotency-Key", key);
        var again = desk.act("custodian", "maintain-device", body, "Idempotency-Key", key);
        assertEquals(first.body(), again.body());
        assertEquals(1, desk.view().get("maintenance").size());
        var changed = desk.act("custodian", "maintain-device", Map.of("on", today(), "what", "换电池"), "Idempotency-Key", key);
        assertEquals(409, changed.statusCode());
        assertTrue(changed.body().contains("key-used"), changed.body());
        var stale = desk.act("custodian", "maintain-device", Map.of("on", today(), "what", "换电池"), "If-Match", "\"1\"");
        assertEquals(412, stale.statusCode());
        assertTrue(stale.body().contains("overtaken"), stale.body());
    }

    /** What was entered late counts from when it was: a check that nobody made yesterday cannot be made any more. */
    @Test
    void a_check_out_that_is_entered_late_is_judged_as_of_its_day() throws Exception {
        var desk = DeviceDesk.registered(server, "SQ");
        desk.done("custodian", "assign-device", Map.of("officer", desk.id("officer"), "at", at(3000)));
        var late = desk.checkOut("officer", 2 * 24 * 60);
        late.remove("check");
        desk.done("officer", "check-out-device", late);
        assertEquals(List.of("device.preUseCheck.items SQ-D-4.p2", "device.tech.acceptance SQ-E-7",
            "reading.X.escalation.unitHead product", "recording.handOver.due SQ-D-9"), desk.open());
    }

    @Test
    void of_two_officers_who_take_one_camera_at_once_one_has_it() throws Exception {
        var desk = DeviceDesk.registered(server, "SQ");
        desk.done("custodian", "assign-device", Map.of("officer", desk.id("officer"), "at", at(30)));
        var codes = atOnce(i -> desk.act(i % 2 == 0 ? "officer" : "officer2", "check-out-device", desk.checkOut(i % 2 == 0 ? "officer" : "officer2", 20 - i))
            .statusCode());
        assertEquals(1, codes.stream().filter(code -> code == 200).count(), codes::toString);
        assertEquals(AT_ONCE - 1, codes.stream().filter(code -> code == 409).count(), codes::toString);
        assertEquals(1, desk.view().get("outings").size());
    }

    @Test
    void one_number_is_entered_once_however_many_enter_it() throws Exception {
        var desk = DeviceDesk.of(server, "SQ", "SQ-at-once");
        var codes = atOnce(_ -> desk.act("custodian", "register-device", Map.of("kind", "bodyCamera", "unit", "zf1", "serial", "S1")).statusCode());
        assertEquals(List.of(), codes.stream().filter(code -> code != 200).toList());
        assertEquals(1, desk.person("custodian").json("/api/devices?q=sq-at-once").get("total").asInt());
        desk.refused(409, "device-already-registered", "custodian", "register-device", Map.of("kind", "camera", "unit", "zf1"));
    }

    /** Makers and typists err: it is told on both, and neither is refused. */
    @Test
    void two_cameras_with_one_serial_are_told() throws Exception {
        for (var number : List.of("SQ-twin-1", "SQ-twin-2")) {
            DeviceDesk.of(server, "SQ", number).done("custodian", "register-device", Map.of("kind", "bodyCamera", "unit", "zf1", "serial", "TWIN"));
        }
        assertEquals("SQ-twin-2", DeviceDesk.of(server, "SQ", "SQ-twin-1").view().get("sameSerial").get(0).asString());
        var rows = server.person("sq.custodian").json("/api/devices?q=sq-twin").get("items");
        assertEquals(List.of("SQ-twin-2", "SQ-twin-1"), rows.valueStream().map(row -> row.get("sameSerial").get(0).asString()).toList());
    }

    /** What the registry file entered was judged by nobody yet; agencies without a profile wait for one. */
    @Test
    void the_sweep_judges_what_nobody_acted_on() {
        server.bean(FindingClock.class).judgeForgotten();
        var rows = server.bean(AgencyRows.class);
        assertEquals(0, (int) rows.<Integer>ofAll(jdbc -> jdbc.sql("""
            select count(*) from device_life d left join judgement c on c.stream = d.device where c.stream is null or c.version < d.version
            """).query(Integer.class).single()));
        assertTrue(rows.<Integer>ofAll(jdbc -> jdbc.sql("select count(*) from judgement where kind = 'device' and agency = 'CL' and due_at is not null")
            .query(Integer.class).single()) > 0);
    }

    private interface Request {
        int send(int number) throws Exception;
    }

    private static List<Integer> atOnce(Request request) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var all = threads.invokeAll(IntStream.range(0, AT_ONCE).<Callable<Integer>>mapToObj(i -> () -> request.send(i)).toList());
            var codes = new java.util.ArrayList<Integer>();
            for (var one : all) codes.add(one.get());
            return codes;
        }
    }
}
