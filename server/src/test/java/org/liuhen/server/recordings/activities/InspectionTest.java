package org.liuhen.server.recordings.activities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.server.recordings.activities.FieldDesk.at;
import static org.liuhen.server.recordings.activities.FieldDesk.fields;
import static org.liuhen.server.recordings.activities.FieldDesk.instant;
import static org.liuhen.server.recordings.activities.FieldDesk.span;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.server.RunningServer;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Rebuild;
import tools.jackson.databind.JsonNode;

/** An inspection from its plan to its closing, with real recordings, and what is computed of them. */
class InspectionTest {

    private static final List<String> TABLES = List.of(
            "activity", "activity_pairs", "activity_officer", "activity_recording", "activity_document", "activity_finding");

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.fresh();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_items_list_is_the_agencys_or_marked_as_the_products() throws Exception {
        var list = server.person("sq.officer").json("/api/items");
        var inspection = list.get("items").valueStream().filter(row -> row.get("act").asString().equals("siteInspection")).findFirst().orElseThrow();
        assertEquals("SQ-L-1", inspection.get("article").asString());
        assertTrue(inspection.get("must").asBoolean());
        assertEquals("enterInspectionPlace", inspection.get("start").get("point").asString());
        assertEquals("进入检查场所", inspection.get("start").get("title").asString());
        assertEquals("statutory", inspection.get("retention").asString());
        assertEquals("SQ-D-6", list.get("announcement").get("article").asString());
        assertEquals(List.of("explosiveAreaWithoutProofDevice", "secretOrPrivacy", "urgent", "objectiveCause"), words(list.get("grounds"), "ground"));
        assertEquals(8, list.get("causes").size());
        assertEquals(26, list.get("focus").size());
        assertEquals("参与人员 SQ-I-10", list.get("focus").get(23).get("title").asString() + " " + list.get("focus").get(23).get("article").asString());
        assertEquals("SQ-D-5 [\"leftShoulder\",\"leftChest\"] true", list.get("wear").get("article").asString() + " " + list.get("wear").get("positions")
            + " " + list.get("wear").get("handheld"));
        assertEquals("招牌和外观", list.get("focus").get(6).get("title").asString());
    }

    private static List<String> words(JsonNode items, String name) {
        return items.valueStream().map(item -> item.get(name).asString()).toList();
    }

    /** In a room of the register the whole act is to be recorded, and the camera there is planned without anybody naming it. */
    @Test
    void what_is_held_in_a_registered_room_is_recorded_from_beginning_to_end() throws Exception {
        var custodian = server.person("sq.custodian");
        var number = "SQ-JK-" + UUID.randomUUID().toString().substring(0, 8);
        asked(custodian, "/api/devices/" + number + "/acts/register-device", fields("kind", "surveillance", "unit", "zf1"));
        var camera = custodian.json("/api/devices/" + number).get("id").asString();
        var room = UUID.randomUUID().toString();
        asked(custodian, "/api/places/" + room + "/acts/register-place",
            fields("kind", "inquiryRoom", "name", "二楼询问室", "unit", "zf1", "inUseFrom", FieldDesk.day().toString()));
        asked(custodian, "/api/places/" + room + "/acts/place-camera", fields("device", camera, "at", instant(at("08:00"))));

        var desk = FieldDesk.of(server, "SQ");
        var opening = desk.opening("siteInspection");
        opening.remove("place");
        desk.refused(desk.officer, "open-activity", opening, 422, "empty");
        opening.put("room", UUID.randomUUID().toString());
        desk.refused(desk.officer, "open-activity", opening, 404, "not-found");
        opening.put("room", room);
        desk.done(desk.officer, "open-activity", opening);
        var held = desk.view();
        assertEquals("二楼询问室 " + room, held.get("place").asString() + " " + held.get("heldAt").asString());
        assertEquals(List.of("caseHandlingPlace"), held.get("weights").valueStream().map(JsonNode::asString).toList());
        assertTrue(held.get("devices").valueStream().anyMatch(one -> one.get("number").asString().equals(number)), held.get("devices").toString());
        assertEquals("二楼询问室", row(desk, "二楼询").get("place").asString());
        desk.took("09:00", "09:10");
        assertTrue(desk.duties().contains("avRecord.fullCourse.events"), desk.duties().toString());
        desk.done(desk.officer, "amend-activity", fields("place", "车站路3号门前", "officers", List.of(desk.person("officer")), "devices", List.of()));
        assertFalse(desk.view().has("heldAt"));
        assertFalse(desk.duties().contains("avRecord.fullCourse.events"), desk.duties().toString());

        asked(custodian, "/api/places/" + room + "/acts/close-place", fields("on", FieldDesk.day().plusDays(1).toString(), "reason", "改造"));
        desk.refused(desk.officer, "hold-at-place", fields("place", room), 409, "place-closed");
    }

    private static void asked(RunningServer.Client by, String address, Object body) throws Exception {
        var answer = by.post(address, FieldDesk.JSON.writeValueAsString(body));
        assertEquals(200, answer.statusCode(), address + ": " + answer.body());
    }

    @Test
    void the_legal_section_changes_what_is_said_and_an_activity_keeps_the_version_of_its_start() throws Exception {
        var desk = FieldDesk.of(server, "SQ"); // the register file confirmed the proposal
        var legal = server.person("sq.legalsection");
        var first = legal.json("/api/phrase-guide");
        assertEquals(1, first.get("inForce").asInt());
        assertTrue(first.get("mayIssue").asBoolean());
        desk.done(desk.officer, "open-activity", desk.opening("siteInspection"));
        desk.took("09:00", "10:00");
        assertEquals(1, desk.view().get("guide").get("number").asInt());

        var next = fields("number", 2, "from", FieldDesk.day().toString(), "phrases",
                List.of(fields("step", "end", "acts", List.of("siteInspection"), "text", "检查到此为止。")));
        assertEquals(403, desk.officer.post("/api/phrase-guide", FieldDesk.JSON.writeValueAsString(next)).statusCode());
        assertEquals("phrase-unknown", issue(legal, 2, "nod", "检查到此为止。"));
        assertEquals("phrase-long", issue(legal, 2, "end", "好".repeat(301)));
        assertEquals("guide-not-next", issue(legal, 3, "end", "检查到此为止。"));
        assertEquals("guide-length", issue(legal, 2, "end", " "));
        assertEquals("phrase-prescribed", issue(legal, 2, "announceRecording", "正在录像。"));
        assertEquals(200, legal.post("/api/phrase-guide", FieldDesk.JSON.writeValueAsString(next)).statusCode());

        var said = said(legal.json("/api/items").get("phrases").get("steps"));
        assertEquals(2, said.size(), "what the text prescribes stays");
        assertEquals("检查到此为止。", said.getLast());
        assertEquals(1, desk.view().get("guide").get("number").asInt());
        assertTrue(said(desk.view().get("phrases")).size() > 5, "what was said that day does not change");
        var later = FieldDesk.of(server, "SQ");
        later.done(later.officer, "open-activity", later.opening("siteInspection"));
        later.took("11:00", "12:00");
        assertEquals(2, later.view().get("guide").get("number").asInt());
        assertEquals(said, said(later.view().get("phrases")));
    }

    private static String issue(RunningServer.Client by, int number, String step, String text) throws Exception {
        var answer = by.post("/api/phrase-guide", FieldDesk.JSON.writeValueAsString(fields("number", number, "from",
                FieldDesk.day().toString(),
                "phrases", List.of(fields("step", step, "acts", List.of(), "text", text)))));
        return FieldDesk.JSON.readTree(answer.body()).get("code").asString();
    }

    private static List<String> said(JsonNode steps) {
        return steps.valueStream().flatMap(step -> step.get("phrases").valueStream()).map(phrase ->
                phrase.get("text").asString()).toList();
    }

    @Test
    void an_objective_cause_is_named_and_the_third_time_in_a_month_is_told() throws Exception {
        for (var time = 1; time <= 3; time++) {
            var desk = FieldDesk.opened(server);
            desk.took("14:00", "15:00");
            desk.refused(desk.officer, "exempt-activity", fields("ground", "objectiveCause", "facts", "设备送检"), 422, "empty");
            desk.done(desk.officer, "exempt-activity", fields("ground", "objectiveCause", "facts", "设备送检", "cause",
                    "deviceFault"));
            assertEquals("deviceFault", desk.view().get("exemptionCause").get("cause").asString());
            assertEquals(time == 3, desk.duties().contains("reading.SQ.repeat.count"), "time " + time);
        }
    }

    @Test
    void an_activity_with_a_secret_is_marked_and_shown_to_whom_it_concerns() throws Exception {
        var desk = FieldDesk.opened(server);
        desk.took("16:00", "17:00");
        var film = desk.video("SQ-0002", "16:10:00", "16:20:00");
        filing(desk, UUID.randomUUID().toString());
        var before = server.person("sq.custodian");
        assertEquals(201, before.post("/api/recordings/" + film + "/viewings", "{}").statusCode());
        desk.done(desk.officer, "exempt-activity", fields("ground", "secretOrPrivacy", "facts", "涉及配方", "secret", "商业秘密"));

        var row = server.person("sq.office").json("/api/activities").get("items").valueStream()
                .filter(one -> one.get("id").asString().equals(desk.id)).findFirst().orElseThrow();
        assertEquals("商业秘密", row.get("secret").asString());
        for (var stranger : List.of("sq.office", "sq.custodian", "sq.supervision")) {
            assertEquals(403, server.person(stranger).get("/api/activities/" + desk.id).statusCode(), stranger);
            assertEquals(403, server.person(stranger).post("/api/recordings/" + film + "/viewings", "{}").statusCode(), stranger);
        }
        for (var concerned : List.of("sq.officer", "sq.officer2", "sq.unithead", "sq.legalsection", "sq.personincharge")) {
            assertEquals(200, server.person(concerned).get("/api/activities/" + desk.id).statusCode(), concerned);
            assertEquals(201, server.person(concerned).post("/api/recordings/" + film + "/viewings", "{}").statusCode(),
                    concerned);
        }
        assertEquals("商业秘密", server.person("sq.office").json("/api/recordings/" + film).get("secret").asString());
    }

    @Test
    void what_was_necessary_and_the_articles_of_a_list_are_told() throws Exception {
        var desk = FieldDesk.opened(server);
        desk.took("09:00", "10:00");
        desk.refused(desk.officer, "state-necessity", fields("text", " "), 422, "empty");
        desk.done(desk.officer, "state-necessity", fields("text", "当事人可能转移物品"));
        assertEquals("当事人可能转移物品", desk.view().get("necessity").asString());
        desk.refused(desk.officer, "show-article", fields("name", "货架", "at", instant(at("10:00:01"))), 422, "contradictory");
        desk.done(desk.officer, "show-article", fields("name", "货架", "quantity", "2 组", "at", instant(at("09:20"))));
        var shown = desk.view().get("articles").get(0);
        assertEquals("货架 2 组 " + instant(at("09:20")), shown.get("name").asString() + " " + shown.get("quantity").asString()
                + " " + shown.get("at").asString());
    }

    @Test
    void an_inspection_from_its_plan_to_its_closing() throws Exception {
        var desk = FieldDesk.of(server, "SQ");
        var opening = desk.opening("siteInspection");
        opening.put("planned", span("09:00", "10:00"));
        desk.done(desk.officer, "open-activity", opening);
        assertEquals("planned", row(desk).get("state").asString());
        desk.done(desk.officer, "start-activity", fields("at", instant(at("09:01"))));
        assertEquals("running", row(desk).get("state").asString());
        desk.done(desk.officer, "start-activity", fields("at", instant(at("09:00")))); // said again, it corrects
        desk.done(desk.officer, "end-activity", fields("at", instant(at("10:00"))));
        assertTrue(desk.duties().contains("avRecord.required.mode"), "nothing was recorded, and the time to hand in is over");

        filed(desk);
        covered(desk);
        linked(desk);
        explained(desk);
        closed(desk);
        late(desk);
        judged(desk);
        rebuilt();
    }

    private static JsonNode row(FieldDesk desk) throws Exception {
        return row(desk, "车站路");
    }

    private static JsonNode row(FieldDesk desk, String words) throws Exception {
        return desk.officer.json("/api/activities?q=" + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8)).get("items")
                .valueStream().filter(one -> one.get("id").asString().equals(desk.id)).findFirst().orElseThrow();
    }

    /** The first camera is the officer's, the second one the activity's; what they took at noon is of something else. */
    private static void filed(FieldDesk desk) throws Exception {
        desk.video("SQ-0001", "08:59:00", "09:20:00");
        desk.video("SQ-0001", "09:20:00", "09:30:00");
        desk.video("SQ-0001", "09:40:00", "10:00:30");
        desk.video("SQ-0002", "09:28:00", "09:35:00");
        desk.video("SQ-0001", "12:00:00", "12:05:00");
        var candidates = desk.view("/candidates");
        assertEquals(4, candidates.get("total").asInt());
        assertEquals(List.of("SQ-0001", "SQ-0001", "SQ-0002", "SQ-0001"), words(candidates.get("items"), "device"));
        var before = desk.view().get("version").asLong();
        var key = UUID.randomUUID().toString();
        var once = filing(desk, key);
        assertEquals(4, once.get("filed").asInt());
        assertEquals(0, once.get("left").asInt());
        assertTrue(once.get("version").asLong() > before);
        assertEquals(once, filing(desk, key), "the same request again is answered alike");
        assertEquals(0, filing(desk, UUID.randomUUID().toString()).get("filed").asInt());
        assertEquals(once.get("version").asLong(), desk.view().get("version").asLong());
        assertFalse(desk.duties().contains("avRecord.required.mode"));
    }

    private static JsonNode filing(FieldDesk desk, String key) throws Exception {
        var answer = desk.act(desk.officer, "/file-candidates", "", "Idempotency-Key", key);
        assertEquals(200, answer.statusCode(), answer.body());
        return FieldDesk.JSON.readTree(answer.body());
    }

    /** By hand: 09:00 to 09:35 and 09:40 to 10:00 are 55 minutes of 60; each edge of the hole is as unsure as its camera. */
    private static void covered(FieldDesk desk) throws Exception {
        var coverage = desk.view("/coverage");
        assertEquals(instant(at("09:00")), instant(java.time.Instant.parse(coverage.get("from").asString())));
        assertEquals(55 * 60_000, coverage.get("coveredMillis").asLong());
        assertEquals(1, coverage.get("holes").size(), coverage.toString());
        var hole = coverage.get("holes").get(0);
        assertEquals(at("09:35"), java.time.Instant.parse(hole.get("from").asString()));
        assertEquals(at("09:40"), java.time.Instant.parse(hole.get("to").asString()));
        assertEquals(2 * FieldDesk.UNCERTAINTY.toMillis(), hole.get("slackMillis").asLong());
        assertEquals("middle", hole.get("edge").asString());
        assertFalse(hole.get("explained").asBoolean());
        assertEquals(List.of("SQ-0001", "SQ-0002"), words(coverage.get("lanes"), "number"));
        assertEquals("张officer", coverage.get("lanes").get(0).get("officer").asString());
        var first = coverage.get("lanes").get(0).get("segments").get(0);
        assertEquals(at("08:59"), java.time.Instant.parse(first.get("from").asString()));
        assertEquals(at("09:20"), java.time.Instant.parse(first.get("to").asString()));
        assertTrue(first.get("name").asString().startsWith("SQ-0001_0801_"));
        assertEquals(1_500, first.get("uncertaintyMillis").asLong());
        var row = row(desk);
        assertEquals(55 * 60_000, row.get("coveredMillis").asLong());
        assertEquals(60 * 60_000, row.get("lengthMillis").asLong());
        assertEquals(4, row.get("recordings").asInt());
    }

    private static void linked(FieldDesk desk) throws Exception {
        var inCase = UUID.randomUUID();
        caseAct(desk, inCase, "open-case", fields("id", inCase, "kind", "penalty", "procedure", "ordinary", "origin", "exOfficio", "subject", "涉嫌无照经营案",
                "unit", "zf1", "handlers", List.of(desk.person("officer"), desk.person("officer2")), "at", instant(at("08:00"))));
        var record = UUID.randomUUID();
        caseAct(desk, inCase, "draft-document", fields("document", record, "template", "inspection-record", "values", fields(
                "beganAt", fields("is", "time", "at", instant(at("09:05"))), "endedAt", fields("is", "time", "at", instant(at("10:00"))))));
        var proof = UUID.randomUUID();
        caseAct(desk, inCase, "draft-document", fields("document", proof, "template", "proof-of-service", "values", fields()));
        desk.done(desk.officer, "link-document", fields("case", inCase, "document", record));
        desk.done(desk.officer, "link-document", fields("case", inCase, "document", proof));
        var documents = desk.view().get("documents");
        var withTimes = documents.valueStream().filter(one -> one.get("id").asString().equals(record.toString())).findFirst().orElseThrow();
        assertEquals(inCase.toString(), withTimes.get("case").asString());
        assertEquals(at("09:05"), java.time.Instant.parse(withTimes.get("from").asString()));
        var without = documents.valueStream().filter(one -> one.get("id").asString().equals(proof.toString())).findFirst().orElseThrow();
        assertFalse(without.has("from"), "a proof of service tells no begin and end");
        assertEquals(1, desk.view("/coverage").get("documents").size());
        assertTrue(desk.duties().contains("avRecord.timeMatch.required"), "the record begins five minutes after the act");
        assertEquals(desk.id, desk.officer.json("/api/activities?case=" + inCase).get("items").get(0).get("id").asString());
        desk.refused(desk.officer, "link-document", fields("case", UUID.randomUUID(), "document", record), 404, "not-found");
        desk.refused(desk.officer, "link-document", fields("case", desk.id, "document", record), 404, "not-found");
    }

    private static void caseAct(FieldDesk desk, UUID id, String act, Object body) throws Exception {
        var answer = desk.officer.send("POST", "/api/cases/" + id + "/acts/" + act, BodyPublishers.ofString(FieldDesk.JSON.writeValueAsString(body)),
                "Content-Type", "application/json");
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private static void explained(FieldDesk desk) throws Exception {
        assertTrue(desk.duties().contains("avRecord.continuous.required"), desk.duties().toString());
        desk.done(desk.officer, "explain-interruption", fields("time", span("09:35", "09:40"), "cause", "batteryLow", "spoken", true));
        assertFalse(desk.duties().contains("avRecord.continuous.required"));
        assertTrue(desk.view("/coverage").get("holes").get(0).get("explained").asBoolean());
    }

    private static void closed(FieldDesk desk) throws Exception {
        var problem = desk.refused(desk.officer, "close-activity", "", 422, "incomplete");
        assertTrue(words(problem.get("missing"), "duty").contains("avRecord.announcement.required"), problem.toString());
        assertEquals(words(problem.get("missing"), "article"), words(desk.view().get("blocks"), "article"));
        desk.done(desk.officer, "mark-moment", fields("kind", "announced", "at", instant(at("09:00")), "words", List.of("party"), "toWhom", "店主王某"));
        desk.done(desk.officer, "close-activity", "");
        assertEquals("closed", desk.view().get("state").asString());
        assertEquals(List.of(), FieldDesk.JSON.convertValue(desk.view().get("blocks"), List.class));
        desk.refused(desk.officer, "end-activity", fields("at", instant(at("10:01"))), 409, "activity-closed");
        var may = FieldDesk.JSON.convertValue(desk.view().get("may"), List.class);
        assertTrue(may.contains("file-to-activity") && !may.contains("end-activity") && !may.contains("judge-explanation"), may.toString());
    }

    /** A recording is never refused for being late, or for being of another time. */
    private static void late(FieldDesk desk) throws Exception {
        var noon = desk.officer.json("/api/recordings?device=SQ-0001&sort=startedAt").get("items").get(0).get("id").asString();
        var version = desk.done(desk.officer, "file-to-activity", fields("recording", noon));
        assertEquals(version, desk.done(desk.officer, "file-to-activity", fields("recording", noon)), "twice is once");
        assertTrue(desk.duties().contains("avRecord.backfill.forbidden"));
        var finding = desk.view().get("findings").valueStream().filter(one -> one.get("duty").asString().equals("avRecord.backfill.forbidden"))
                .findFirst().orElseThrow();
        assertEquals("SQ-I-11.p4", finding.get("article").asString());
        assertEquals(noon, finding.get("occurrence").asString());
        desk.refused(desk.officer, "unfile-from-activity", fields("recording", noon, "reason", " "), 422, "empty");
        desk.done(desk.officer, "unfile-from-activity", fields("recording", noon, "reason", "午间另一活动"));
        assertFalse(desk.duties().contains("avRecord.backfill.forbidden"));
        var asAt = desk.view().get("findings").valueStream().filter(one -> one.get("duty").asString().equals("avRecord.backfill.forbidden"))
                .findFirst().orElseThrow().get("raisedAt").asString();
        assertEquals(5, desk.view("?asAt=" + asAt).get("recordings").size());
        assertEquals(4, desk.view().get("recordings").size());
        desk.refused(desk.officer, "unfile-from-activity", fields("recording", noon, "reason", "再次"), 409, "not-filed");
    }

    /** A finding lives as those of cases do: explained by who was there, judged by somebody else. */
    private static void judged(FieldDesk desk) throws Exception {
        var finding = desk.view().get("findings").valueStream().filter(one -> one.get("duty").asString().equals("avRecord.timeMatch.required"))
                .findFirst().orElseThrow();
        var key = fields("duty", finding.get("duty").asString(), "subject", finding.get("subject").asString(), "occurrence", finding.get("occurrence").asString());
        var legal = server.person("sq.legalsection");
        desk.refused(legal, "judge-explanation", fields("finding", key, "accepted", true, "reason", "属实"), 409, "not-explained");
        desk.refused(legal, "explain-finding", fields("finding", key, "text", "笔录从亮证后起算", "evidence", List.of()), 409, "not-named");
        desk.done(desk.colleague, "explain-finding", fields("finding", key, "text", "笔录从亮证后起算", "evidence", List.of()));
        var open = row(desk).get("findings").asInt();
        desk.done(legal, "judge-explanation", fields("finding", key, "accepted", true, "reason", "属实"));
        assertEquals(open - 1, row(desk).get("findings").asInt());
        assertTrue(desk.officer.json("/api/activities?state=findings").get("items").valueStream().anyMatch(one -> one.get("id").asString().equals(desk.id)));
    }

    /** The tables follow from the journal: emptied and replayed they hold the same rows. */
    private static void rebuilt() {
        var rows = server.bean(AgencyRows.class);
        var before = tables(rows);
        new Rebuild(rows, server.beans(Projection.class)).run(_ -> {});
        assertEquals(before, tables(rows));
        for (var table : TABLES) assertTrue(count(rows, table) > 0, table);
    }

    private static long count(AgencyRows rows, String table) {
        return rows.<Long>ofAll(jdbc -> jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }

    private static String tables(AgencyRows rows) {
        var all = new StringBuilder();
        for (var table : TABLES) {
            all.append(rows.<String>ofAll(jdbc -> jdbc.sql("select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from " + table + " t")
                    .query(String.class).single())).append('\n');
        }
        return all.toString();
    }
}
