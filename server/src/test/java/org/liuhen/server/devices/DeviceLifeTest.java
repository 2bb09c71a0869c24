package org.liuhen.server.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.server.devices.DeviceDesk.ALL_GOOD;
import static org.liuhen.server.devices.DeviceDesk.JSON;
import static org.liuhen.server.devices.DeviceDesk.at;
import static org.liuhen.server.devices.DeviceDesk.today;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.core.values.RawName;
import org.liuhen.formats.devices.Listing;
import org.liuhen.server.RunningServer;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.findings.FindingClock;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Rebuild;
import tools.jackson.databind.JsonNode;

/** Cameras of SQ and WD from purchase to retirement, over HTTP. */
class DeviceLifeTest {

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
    void a_whole_life_in_sq() throws Exception {
        var desk = DeviceDesk.of(server, "SQ", "SQ-1001");
        desk.done("office", "register-device", Map.of("kind", "bodyCamera", "unit", "zf1", "serial", "SN-7", "model", "DSJ-A9"));
        desk.done("office", "purchase-device", Map.of("purchase", Map.of("on", today(), "order", "2026-12", "priceYuan", "2380.00")));
        assertEquals(List.of("device.unrelatedForbidden SQ-E-5.p2"), desk.open());
        desk.done("office", "purchase-device", Map.of("purchase", Map.of("on", today(), "priceYuan", "2380.00", "purpose", "现场检查")));
        desk.done("finance", "view-purchase", Map.of("agreed", true, "text", "在预算内"));
        desk.done("custodian", "describe-device", Map.of("description", Map.of("functions", List.of("video", "photo"), "portable", true,
            "capabilities", List.of("nightVision"), "storagePlace", "三楼设备柜")));
        desk.done("custodian", "accept-device", Map.of("on", today(), "points", points("highDefinition", "batteryAndMemory", "smooth", "fileIntegrity")));
        assertEquals(List.of("device.assignment SQ-I-6"), desk.open());
        assertEquals(List.of("SQ-I-6"), articles(desk.refused(422, "incomplete", "officer", "check-out-device", desk.checkOut("officer", 60))));

        desk.done("unitHead", "assign-device", Map.of("officer", desk.id("officer2"), "at", at(90)));
        assertEquals(List.of(), desk.open());
        var other = desk.checkOut("officer", 60);
        other.put("purpose", "other");
        assertEquals(List.of("SQ-I-3"), articles(desk.refused(422, "incomplete", "officer", "check-out-device", other)));
        var noClock = desk.checkOut("officer", 60);
        noClock.put("check", Map.of("battery", Map.of("percent", 90, "enough", true), "faultFree", true));
        desk.done("officer", "check-out-device", noClock);
        assertEquals(List.of("SQ-D-4"), articles(desk.refused(409, "already-out", "officer2", "check-out-device", desk.checkOut("officer2", 50))));
        assertEquals("张officer", desk.view().get("user").get("name").asString());
        desk.done("officer", "return-device", desk.takeBack("officer", 30));

        assertEquals(List.of("device.maintenance.periodic SQ-D-4.p3", "device.preUseCheck.items SQ-D-4.p2"), desk.open());
        var finding = desk.view().get("findings").valueStream().filter(one -> one.get("duty").asString().equals("device.preUseCheck.items")).findFirst().orElseThrow();
        var key = Map.of("duty", finding.get("duty").asString(), "subject", finding.get("subject").asString(), "occurrence", finding.get("occurrence").asString());
        desk.done("officer", "explain-finding", Map.of("finding", key, "text", "出发紧急，先行查看了电量", "evidence", List.of()));
        desk.done("legalSection", "judge-explanation", Map.of("finding", key, "accepted", true, "reason", "情况属实"));
        desk.done("officer", "maintain-device", Map.of("on", today(), "what", "清洁"));
        assertEquals(List.of(), desk.open());

        desk.done("officer", "report-fault", Map.of("foundAt", at(20), "stoppedAt", at(20), "what", "不能开机", "cause", "quality"));
        desk.refused(409, "device-stopped", "officer", "check-out-device", desk.checkOut("officer", 10));
        desk.done("custodian", "send-for-repair", Map.of("on", today(), "firm", "某某维修部"));
        desk.done("custodian", "repair-device", Map.of("kind", "professional", "by", "某某维修部", "on", today(), "working", true, "what", "换电池", "costYuan", "120"));
        desk.done("supervision", "note-outside-use", Map.of("at", at(40), "what", "拍摄婚礼", "officer", desk.id("officer")));
        assertEquals(List.of("device.useOnlyForEnforcement SQ-I-3"), desk.open());
        desk.done("office", "retire-device", Map.of("on", today(), "reason", "型号停产"));
        desk.refused(409, "device-retired", "officer", "check-out-device", desk.checkOut("officer", 5));

        var row = row(desk, "state=retired");
        assertEquals("SQ-1001", row.get("number").asString());
        assertEquals(1, row.get("findings").asInt());
        var view = desk.view();
        assertEquals("retired", view.get("state").asString());
        assertEquals("2380.00", view.get("purchase").get("priceYuan").asString());
        assertEquals("DeviceRegistered", view.get("history").valueStream().reduce((_, last) -> last).orElseThrow().get("type").asString());
        var assigned = view.get("history").valueStream().filter(step -> step.get("type").asString().equals("DeviceAssigned")).findFirst().orElseThrow();
        var then = desk.person("custodian").json("/api/devices/SQ-1001?asAt=" + assigned.get("recordedAt").asString());
        assertEquals("available", then.get("state").asString());
        assertFalse(then.has("retired"));
        assertTrue(holdings(desk, "officer").contains("SQ-1001 uses"));
        assertTrue(holdings(desk, "officer2").contains("SQ-1001 manages"));

        // what is still on it comes in all the same
        var listing = new String(new Listing(List.of(new Listing.File(java.util.Optional.empty(), "a.mp4", RawName.of(new byte[] {'a'}),
            java.util.Optional.empty(), 3))).write(), java.nio.charset.StandardCharsets.UTF_8);
        var handIn = server.station("SQ").post("/api/hand-ins", JSON.writeValueAsString(Map.of("id", UUID.randomUUID().toString(), "device", "SQ-1001",
            "source", "camera", "listing", listing)));
        assertEquals(201, handIn.statusCode(), handIn.body());
        rebuilt();
    }

    @Test
    void a_whole_life_in_wd() throws Exception {
        var desk = DeviceDesk.of(server, "WD", "WD-1001");
        desk.done("custodian", "register-device", Map.of("kind", "bodyCamera", "unit", "zf1"));
        var wrongClock = desk.checkOut("officer", 90);
        wrongClock.put("check", Map.of("battery", Map.of("percent", 90, "enough", true), "storage", Map.of("freeBytes", 9_000_000_000L, "enough", true),
            "clock", Map.of("offsetMillis", -900_000, "accurate", false, "set", false), "faultFree", true));
        desk.done("officer", "check-out-device", wrongClock);
        assertEquals(List.of("device.clock.checkedBeforeUse WD-4.p2"), desk.open());
        desk.done("officer", "check-device", Map.of("at", at(80), "check", ALL_GOOD));
        assertEquals(List.of(), desk.open());
        desk.done("custodian", "return-device", desk.takeBack("officer2", 70)); // it was lent: taken in all the same
        assertEquals(List.of("device.lending.forbidden WD-14.2"), desk.open());

        desk.done("officer", "check-out-device", desk.checkOut("officer", 60));
        desk.done("personInCharge", "reassign-device", Map.of("to", desk.id("officer2"), "at", at(50), "reason", "换班"));
        desk.done("officer2", "return-device", desk.takeBack("officer2", 40));
        assertEquals(List.of("device.lending.forbidden WD-14.2"), desk.open());
        var other = desk.checkOut("officer", 30);
        other.put("purpose", "other");
        desk.done("officer", "check-out-device", other);
        assertEquals(List.of("device.lending.forbidden WD-14.2", "device.useOnlyForEnforcement WD-14.6"), desk.open());
        desk.done("officer", "report-loss", Map.of("kind", "stolen", "at", at(20), "place", "车站", "circumstances", "车窗被砸", "unstored", "下午两段"));
        assertEquals("lost", desk.view().get("state").asString());
        desk.refused(409, "device-lost", "officer2", "check-out-device", desk.checkOut("officer2", 10));
        desk.done("custodian", "find-device", Map.of("at", at(5), "circumstances", "派出所送回"));
        assertEquals("out", desk.view().get("state").asString());
        desk.done("officer", "return-device", desk.takeBack("officer", 1));
        rebuilt();
    }

    @Test
    void units_are_told_what_they_lack_and_what_they_would() throws Exception {
        var desk = DeviceDesk.of(server, "WD", "none");
        assertEquals(1, quota("sq", "").get("required").asInt(), "two officers");
        assertEquals("product", quota("sq", "").get("article").asString(), "at least one for three is how the text is read");
        var more = quota("sq", "?officers=zf1:98");
        assertEquals(34, more.get("required").asInt());
        var counted = more.get("counted").asInt();
        assertEquals(34 - counted, more.get("shortfall").asInt());
        assertEquals(counted + 9, quota("sq", "?officers=zf1:98&add=zf1:9").get("counted").asInt());
        assertEquals(2, quota("wd", "").get("required").asInt());
        assertTrue(quota("wd", "").get("workloadUnknown").asBoolean());
        assertEquals(4, quota("wd", "?officers=zf1:8&workload=zf1:heavy").get("required").asInt());
        var said = desk.person("systemAdministrator").post("/api/register/class-workload",
            JSON.writeValueAsString(Map.of("unit", "zf1", "workload", "light", "from", today())));
        assertEquals(200, said.statusCode(), said.body());
        assertFalse(quota("wd", "").get("workloadUnknown").asBoolean());
        assertEquals(2, quota("wd", "?officers=zf1:8").get("required").asInt(), "one for five");
        assertEquals(400, server.person("sq.office").get("/api/devices/quota?add=zf1").statusCode());
        assertEquals(400, server.person("sq.office").get("/api/devices/quota?workload=zf1:idle").statusCode());
    }

    @Test
    void a_unit_answers_for_what_it_lacks() throws Exception {
        var desk = DeviceDesk.of(server, "WD", "none");
        var equipment = server.bean(EquipmentStreams.class);
        equipment.count("WD");
        var before = unit(desk);
        assertTrue(before.contains("roles.deviceCustodian  WD-4"), before.toString());
        var finding = found(desk).filter(one -> one.get("duty").asString().equals("roles.deviceCustodian")).findFirst().orElseThrow();
        var key = Map.of("duty", "roles.deviceCustodian", "subject", finding.get("subject").asString(), "occurrence", "");
        var explained = desk.person("unitHead").post("/api/units/zf1/equipment/acts/explain-finding",
            JSON.writeValueAsString(Map.of("finding", key, "text", "人员调动，下周指定", "evidence", List.of())));
        assertEquals(200, explained.statusCode(), explained.body());
        assertEquals(404, desk.person("unitHead").post("/api/units/zf9/equipment/acts/explain-finding",
            JSON.writeValueAsString(Map.of("finding", key, "text", "x", "evidence", List.of()))).statusCode());
        var mine = desk.person("unitHead").json("/api/findings?mine=1").get("items").valueStream()
            .filter(line -> line.get("kind").asString().equals("unit")).findFirst().orElseThrow();
        assertEquals("/devices/quota#zf1", mine.get("link").asString());
        var named = desk.person("systemAdministrator").post("/api/register/name-custodian",
            JSON.writeValueAsString(Map.of("unit", "zf1", "person", desk.id("custodian"), "kind", "devices", "from", today())));
        assertEquals(200, named.statusCode(), named.body());
        equipment.count("WD");
        assertFalse(unit(desk).contains("roles.deviceCustodian  WD-4"), "cleared when somebody is named");
        assertTrue(quota("wd", "").get("custodians").get(0).asString().startsWith("王"));
        assertTrue(quota("wd", "").has("recorded"));
        var version = equipment.load("WD", EquipmentStreams.id("WD", "zf1")).version();
        equipment.count("WD");
        assertEquals(version, equipment.load("WD", EquipmentStreams.id("WD", "zf1")).version(), "the same count says nothing");

        var camera = DeviceDesk.registered(server, "WD");
        camera.done("custodian", "maintain-device", Map.of("on", today(), "what", "清洁"));
        assertEquals(List.of(), camera.open());
        camera.done("officer", "maintain-device", Map.of("on", today(), "what", "充电"));
        assertEquals(List.of("device.maintenance.by WD-4"), camera.open());
    }

    @Test
    void a_facility_that_does_not_work_is_told_and_a_silent_station_too() throws Exception {
        var desk = DeviceDesk.of(server, "SQ", "none");
        var equipment = server.bean(EquipmentStreams.class);
        equipment.count("SQ");
        var fault = Map.of("facility", "SQ-ST-01", "at", at(5), "what", "无法联网");
        var reported = desk.person("officer").post("/api/units/zf1/equipment/acts/report-facility-fault", JSON.writeValueAsString(fault));
        assertEquals(200, reported.statusCode(), reported.body());
        assertTrue(unit(desk).stream().anyMatch(one -> one.startsWith("roles.facility fault SQ-ST-01")), unit(desk).toString());
        var mended = desk.person("unitHead").post("/api/units/zf1/equipment/acts/mend-facility", JSON.writeValueAsString(fault));
        assertEquals(200, mended.statusCode(), mended.body());
        assertTrue(unit(desk).stream().noneMatch(one -> one.startsWith("roles.facility")), unit(desk).toString());
        assertEquals(200, server.station("SQ").get("/api/station").statusCode());
        server.bean(AgencyRows.class).of("SQ", jdbc -> jdbc.sql("update station_contact set heard_at = heard_at - interval '30 days'").update());
        equipment.count("SQ");
        var silent = desk.person("systemAdministrator").json("/api/units/equipment").get("units").valueStream()
            .flatMap(unit -> unit.get("findings").valueStream()).filter(one -> one.get("occurrence").asString().startsWith("silent ")).toList();
        assertEquals(1, silent.size(), silent.toString());
        assertEquals(200, server.station("SQ").get("/api/station").statusCode());
        equipment.count("SQ");
        assertTrue(desk.person("systemAdministrator").json("/api/units/equipment").get("units").valueStream()
            .flatMap(unit -> unit.get("findings").valueStream()).filter(one -> one.get("occurrence").asString().startsWith("silent "))
            .allMatch(one -> one.get("state").asString().equals("cleared")), "heard again");
    }

    private static Stream<JsonNode> found(DeviceDesk desk) throws Exception {
        return desk.person("unitHead").json("/api/units/equipment").get("units").valueStream()
            .filter(unit -> unit.get("unit").asString().equals("zf1")).flatMap(unit -> unit.get("findings").valueStream());
    }

    private static List<String> unit(DeviceDesk desk) throws Exception {
        return found(desk).filter(one -> !one.get("state").asString().equals("cleared"))
            .map(one -> one.get("duty").asString() + " " + one.get("occurrence").asString() + " " + one.get("article").asString()).toList();
    }

    @Test
    void who_buys_who_watches_and_what_breaks() throws Exception {
        var desk = DeviceDesk.registered(server, "SQ");
        var bought = Map.<String, Object>of("purchase", Map.of("on", today(), "order", "采-7", "priceYuan", "1999.00", "purpose", "现场检查"));
        assertEquals(List.of("SQ-M-29"), articles(desk.refused(422, "incomplete", "finance", "purchase-device", bought)));
        desk.done("office", "purchase-device", bought);
        desk.done("finance", "view-purchase", Map.of("agreed", false, "text", "超出预算"));
        desk.done("office", "remark-quality", Map.of("on", today(), "text", "同批次接口松动"));
        desk.done("unitHead", "assign-device", Map.of("officer", desk.id("officer"), "at", at(90)));
        desk.done("officer", "report-fault", Map.of("foundAt", at(20), "stoppedAt", at(20), "what", "进水", "cause", "misuse"));
        var sheet = desk.person("finance").json("/api/devices/oversight");
        var holder = sheet.get("holders").valueStream().filter(one -> one.get("duty").asString().equals("roles.procurementSupervision")).findFirst().orElseThrow();
        assertEquals("SQ-E-8.p2", holder.get("article").asString());
        assertEquals("finance", holder.get("roles").get(0).asString());
        assertFalse(holder.get("people").isEmpty());
        var purchase = sheet.get("purchases").valueStream().filter(one -> one.get("device").asString().equals(desk.number())).findFirst().orElseThrow();
        assertEquals("采-7", purchase.get("order").asString());
        assertFalse(purchase.get("agreed").asBoolean());
        assertTrue(sheet.get("remarks").valueStream().anyMatch(one -> one.get("device").asString().equals(desk.number())));
        var model = sheet.get("models").valueStream().filter(one -> one.get("remarks").asInt() > 0).findFirst().orElseThrow();
        assertTrue(model.get("causes").get("misuse").asInt() >= 1);
        var harm = sheet.get("harm").valueStream().filter(one -> one.get("devices").toString().contains(desk.number())).findFirst().orElseThrow();
        assertEquals("张officer", harm.get("person").asString());
        assertEquals("采-7", desk.view().get("purchase").get("order").asString());
        assertTrue(desk.view().get("holders").size() >= 6);
    }

    private static JsonNode quota(String agency, String asked) throws Exception {
        return server.person(agency + ".office").json("/api/devices/quota" + asked).get("items").valueStream()
            .filter(row -> row.get("unit").asString().equals("zf1")).findFirst().orElseThrow();
    }

    private static List<Map<String, Object>> points(String... words) {
        return Stream.of(words).map(word -> Map.<String, Object>of("point", word, "met", true, "evidence", "实测")).toList();
    }

    private static List<String> articles(JsonNode problem) {
        return problem.get("missing").valueStream().map(missing -> missing.get("article").asString()).toList();
    }

    private static JsonNode row(DeviceDesk desk, String asked) throws Exception {
        return desk.person("supervision").json("/api/devices?" + asked + "&q=" + desk.number()).get("items").get(0);
    }

    private static List<String> holdings(DeviceDesk desk, String role) throws Exception {
        return desk.person("unitHead").json("/api/people/" + desk.id(role) + "/devices").get("items").valueStream()
            .map(held -> held.get("number").asString() + " " + held.get("how").asString()).toList();
    }

    /** An acceptance place of WD: a camera, the daily look at its record, what is missing, the service hall, the end. */
    @Test
    void a_place_of_wd_is_entered_filmed_checked_and_closed() throws Exception {
        var camera = DeviceDesk.of(server, "WD", "WD-7001");
        camera.done("custodian", "register-device", Map.of("kind", "surveillance", "unit", "zf1"));
        var id = camera.view().get("id").asString();
        var place = "/api/places/" + UUID.randomUUID();
        var entered = Map.<String, Object>of("kind", "acceptancePlace", "name", "一楼受理窗口", "unit", "zf1", "districtServiceHall", false,
            "inUseFrom", today());
        assertEquals(403, asked(camera, "officer", place, "register-place", entered).statusCode());
        assertEquals("not-found", code(asked(camera, "custodian", place, "close-place", Map.of("on", today(), "reason", "搬迁")), 404));
        done(camera, "custodian", place, "register-place", entered);
        assertEquals(List.of("avRecord.acceptancePlaceVideo.required WD-3.1"), open(camera, place));
        done(camera, "office", place, "amend-place", Map.of("name", "一楼受理窗口", "unit", "zf1", "districtServiceHall", true));
        assertEquals(List.of(), open(camera, place));
        assertEquals("WD-3.1", camera.person("custodian").json(place).get("exempt").get(0).asString());
        done(camera, "office", place, "amend-place", Map.of("name", "一楼受理窗口", "unit", "zf1", "districtServiceHall", false));

        assertEquals(List.of(id), camera.person("custodian").json(place).get("free").valueStream().map(one -> one.get("id").asString()).toList());
        assertEquals("no-such-device", code(asked(camera, "custodian", place, "place-camera", Map.of("device", UUID.randomUUID(), "at", at(30))), 422));
        done(camera, "custodian", place, "place-camera", Map.of("device", id, "at", at(30)));
        assertEquals(List.of(), open(camera, place));
        var other = "/api/places/" + UUID.randomUUID();
        done(camera, "custodian", other, "register-place", Map.of("kind", "inquiryRoom", "name", "询问室", "unit", "zf1", "inUseFrom", today()));
        assertEquals("stands-elsewhere", code(asked(camera, "custodian", other, "place-camera", Map.of("device", id, "at", at(20))), 409));

        var day = LocalDate.ofInstant(Instant.parse(at(20)), DeviceDesk.ZONE).toString(); // yesterday, soon after midnight
        var gap = Map.of("first", day, "last", today(), "gaps", List.of(Map.of("from", at(20), "to", at(10), "reason", "停电")));
        done(camera, "officer", place, "check-surveillance", gap);
        assertEquals(List.of("avRecord.acceptancePlaceVideo.required WD-3.1"), open(camera, place));
        var shown = camera.person("custodian").json("/api/places");
        var line = shown.get("items").valueStream().filter(one -> place.endsWith(one.get("id").asString())).findFirst().orElseThrow();
        assertEquals("WD-7001 available", line.get("cameras").get(0).get("number").asString() + " " + line.get("cameras").get(0).get("state").asString());
        assertEquals(today() + " 1", line.get("checkedTo").asString() + " " + line.get("findings").asInt());
        assertTrue(camera.person("custodian").json("/api/findings").toString().contains("/devices/places/" + line.get("id").asString()));
        done(camera, "officer", place, "check-surveillance", Map.of("first", day, "last", today(), "gaps", List.of()));
        assertEquals(List.of(), open(camera, place));

        done(camera, "custodian", place, "take-camera-away", Map.of("device", id, "at", at(5), "reason", "窗口停用"));
        done(camera, "custodian", place, "close-place", Map.of("on", today(), "reason", "窗口搬迁"));
        assertEquals("place-closed", code(asked(camera, "custodian", place, "place-camera", Map.of("device", id, "at", at(1))), 409));
        assertEquals(0, camera.person("custodian").json(place).get("cameras").valueStream().filter(one -> !one.has("until")).count());
        assertEquals(404, DeviceDesk.of(server, "SQ", "SQ-1").person("custodian").get(place).statusCode(), "another agency's place is not there");
        rebuilt();
    }

    /** What no device of the unit can do is found until one can, and counted again by the clock. */
    @Test
    void a_special_need_of_sq_is_met_by_a_device_that_is_there_and_works() throws Exception {
        var camera = DeviceDesk.of(server, "SQ", "SQ-7002");
        camera.done("custodian", "register-device", Map.of("kind", "bodyCamera", "unit", "zf2"));
        assertEquals(403, stated(camera, "officer", "explosionProof").statusCode());
        assertEquals(200, stated(camera, "unitHead", "explosionProof").statusCode());
        server.bean(FindingClock.class).judgeDue();
        assertEquals("device.special.capabilities SQ-M-28", need(camera));
        camera.done("custodian", "describe-device", Map.of("description", Map.of("functions", List.of("video"), "portable", true,
            "capabilities", List.of("explosionProof"))));
        server.bean(FindingClock.class).judgeDue();
        assertEquals("", need(camera));
        camera.done("custodian", "report-fault", Map.of("foundAt", at(10), "stoppedAt", at(10), "what", "无法开机", "cause", "unknown"));
        server.bean(FindingClock.class).judgeDue();
        assertEquals("device.special.capabilities SQ-M-28", need(camera));
        assertTrue(camera.person("custodian").json("/api/findings").toString().contains("/devices/facilities"));
        assertEquals(200, stated(camera, "unitHead").statusCode());
        assertEquals("", need(camera));
        rebuilt();
    }

    private static HttpResponse<String> stated(DeviceDesk desk, String role, String... capabilities) throws Exception {
        return desk.person(role).post("/api/facilities/zf2/acts/state-special-need",
            JSON.writeValueAsString(Map.of("capabilities", List.of(capabilities), "why", "烟花爆竹检查")));
    }

    private static String need(DeviceDesk desk) throws Exception {
        return desk.person("custodian").json("/api/facilities").get("items").valueStream().filter(row -> row.get("unit").asString().equals("zf2"))
            .flatMap(row -> row.get("findings").valueStream()).filter(finding -> !finding.get("state").asString().equals("cleared"))
            .map(finding -> finding.get("duty").asString() + " " + finding.get("article").asString()).collect(Collectors.joining());
    }

    private static HttpResponse<String> asked(DeviceDesk desk, String role, String place, String act, Map<String, ?> body) throws Exception {
        return desk.person(role).post(place + "/acts/" + act, JSON.writeValueAsString(body));
    }

    private static void done(DeviceDesk desk, String role, String place, String act, Map<String, ?> body) throws Exception {
        var answer = asked(desk, role, place, act, body);
        assertEquals(200, answer.statusCode(), act + ": " + answer.body());
    }

    private static String code(HttpResponse<String> answer, int status) {
        assertEquals(status, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body()).get("code").asString();
    }

    private static List<String> open(DeviceDesk desk, String place) throws Exception {
        return desk.person("custodian").json(place).get("findings").valueStream()
            .filter(finding -> !List.of("cleared", "accepted").contains(finding.get("state").asString()))
            .map(finding -> finding.get("duty").asString() + " " + finding.get("article").asString()).toList();
    }

    private static void rebuilt() {
        var rows = server.bean(AgencyRows.class);
        var before = tables(rows);
        new Rebuild(rows, server.beans(Projection.class)).run(_ -> {});
        assertEquals(before, tables(rows));
    }

    private static String tables(AgencyRows rows) {
        var all = new StringBuilder();
        for (var table : List.of("device_life", "device_holding", "device_finding", "device")) {
            all.append(rows.<String>ofAll(jdbc -> jdbc.sql("select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from " + table + " t")
                .query(String.class).single())).append('\n');
        }
        return all.toString();
    }
}
