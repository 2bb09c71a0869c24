package org.liuhen.server.recordings.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.server.recordings.activities.FieldDesk.fields;
import static org.liuhen.server.recordings.activities.FieldDesk.instant;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.server.RunningServer;
import org.liuhen.server.cases.CaseDesk;
import org.liuhen.server.findings.FindingClock;
import org.liuhen.server.recordings.activities.FieldDesk;
import org.liuhen.server.recordings.media.Workbench;
import tools.jackson.databind.JsonNode;

/** Real files, two days old when they come in, and what the agencies' clocks and custodians make of them. */
class CustodyTest {

    private static RunningServer server;

    /** A recording of an agency that had not yet adopted its profile, as it was shown then. */
    private static JsonNode beforeTheLaw;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.fresh();
        var desk = FieldDesk.of(server, "CL");
        beforeTheLaw = storing(desk, desk.video("CL-0002", "08:00", "08:01"));
        CaseDesk.adopt(server, "CL", "{by: cl.personincharge, activation: 2024-01-01, from: 2024-01-01}");
    }

    @Test
    void without_a_profile_recordings_are_taken_in_and_shown_and_judged_once_it_is_adopted() throws Exception {
        assertFalse(beforeTheLaw.has("storedBy"));
        assertEquals(0, beforeTheLaw.get("findings").size());
        var desk = FieldDesk.of(server, "CL");
        var recording = beforeTheLaw.get("id").asString();
        act(desk.officer, recording, "claim-accident", fields("reason", "误触"), 200);
        assertEquals(List.of("recording.storeWithin", "storage.classificationKeys"), duties(desk, recording));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode storing(FieldDesk desk, String recording) throws Exception {
        return desk.officer.json("/api/recordings/" + recording + "/storing");
    }

    private static List<String> duties(FieldDesk desk, String recording) throws Exception {
        return storing(desk, recording).get("findings").valueStream().filter(one -> !one.get("state").asString().equals("cleared"))
                .map(one -> one.get("duty").asString()).sorted().toList();
    }

    private static JsonNode act(RunningServer.Client by, String recording, String act, Object body, int status) throws Exception {
        var answer = by.post("/api/recordings/" + recording + "/acts/" + act, FieldDesk.JSON.writeValueAsString(body));
        assertEquals(status, answer.statusCode(), act + ": " + answer.body());
        return FieldDesk.JSON.readTree(answer.body());
    }

    private static JsonNode all(RunningServer.Client by, String path, Map<String, Object> body) throws Exception {
        var answer = by.send("POST", "/api/recordings/" + path, BodyPublishers.ofString(FieldDesk.JSON.writeValueAsString(body)), "Content-Type",
                "application/json");
        assertEquals(200, answer.statusCode(), answer.body());
        return FieldDesk.JSON.readTree(answer.body());
    }

    private static List<String> column(RunningServer.Client by, String column) throws Exception {
        return by.json("/api/recordings-board?column=" + column).get("columns").get(0).get("items").valueStream()
                .map(item -> item.get("id").asString()).toList();
    }

    /** An observation, which somebody explains. */
    @Test
    void what_is_observed_in_a_file_is_a_finding_where_the_text_speaks_of_it() throws Exception {
        var desk = FieldDesk.of(server, "SQ");
        var dark = Workbench.ffmpeg(Files.createTempFile(server.folder(), "dark", ".mp4"), "-f", "lavfi", "-i", "color=black:size=64x64:rate=5:duration=8",
                "-c:v", "mpeg4");
        var recording = desk.handedIn("SQ-0001", "黑屏.mp4", Files.readAllBytes(dark));
        for (var tries = 0; tries < 600 && !duties(desk, recording).contains("avRecord.quality.checked"); tries++) Thread.sleep(100);
        var found = storing(desk, recording).get("findings").valueStream().filter(one -> one.get("duty").asString().startsWith("avRecord.")).toList();
        assertEquals(List.of("avRecord.quality.checked SQ-D-5 black 检查文件观察到：黑屏 2 秒以上 1 处。这是观察，不是判断。"),
                found.stream().map(one -> String.join(" ", one.get("duty").asString(), one.get("article").asString(), one.get("occurrence").asString(),
                        one.get("what").asString())).toList());
        var key = fields("duty", "avRecord.quality.checked", "subject", recording, "occurrence", "black");
        act(server.person("sq.unithead"), recording, "explain-finding", fields("finding", key, "text", "镜头被衣服遮挡，现场声音完整", "evidence", List.of()), 200);
        assertTrue(storing(desk, recording).get("findings").valueStream().anyMatch(one -> one.get("state").asString().equals("explained")));
    }

    @Test
    void a_recording_while_nobody_had_the_camera_out_is_asked_about_until_two_people_call_it_an_accident() throws Exception {
        var desk = FieldDesk.of(server, "SQ");
        var custodian = server.person("sq.custodian");
        onDevice(custodian, "register-device", fields("kind", "bodyCamera", "unit", "zf1", "officer", desk.person("officer")));
        onDevice(desk.officer, "check-out-device", fields("officer", desk.person("officer"), "at", instant(FieldDesk.at("09:00")), "purpose", "caseWork"));
        onDevice(desk.officer, "return-device", fields("by", desk.person("officer"), "at", instant(FieldDesk.at("10:00")), "condition", "good"));
        desk.video("SQ-U-1", "09:30", "09:31");
        server.bean(FindingClock.class).judgeDue();
        assertEquals(List.of(), outside(custodian));
        var recording = desk.video("SQ-U-1", "11:00", "11:01");
        server.bean(FindingClock.class).judgeDue();
        assertEquals(List.of("raised recording " + recording), outside(custodian));
        act(desk.officer, recording, "claim-accident", fields("reason", "误触"), 200);
        act(custodian, recording, "confirm-accident", fields(), 200);
        server.bean(FindingClock.class).judgeDue();
        assertEquals(List.of("cleared recording " + recording), outside(custodian));
    }

    private static void onDevice(RunningServer.Client by, String act, Map<String, Object> body) throws Exception {
        var answer = by.send("POST", "/api/devices/SQ-U-1/acts/" + act, BodyPublishers.ofString(FieldDesk.JSON.writeValueAsString(body)), "Content-Type",
                "application/json");
        assertEquals(200, answer.statusCode(), act + ": " + answer.body());
    }

    private static List<String> outside(RunningServer.Client by) throws Exception {
        return by.json("/api/devices/SQ-U-1").get("findings").valueStream().filter(one -> one.get("duty").asString().equals("device.useOnlyForEnforcement"))
                .map(one -> one.get("state").asString() + " " + one.get("occurrence").asString()).toList();
    }

    @Test
    void two_clocks_run_and_the_exception_moves_both_by_the_article_that_covers_its_ground() throws Exception {
        var desk = FieldDesk.of(server, "SQ");
        var custodian = server.person("sq.custodian");
        var recording = desk.video("SQ-0002", "09:00", "09:01");
        assertEquals(List.of("recording.handOver.due", "recording.storeWithin", "storage.classificationKeys"), duties(desk, recording));
        var late = storing(desk, recording);
        assertEquals("SQ-M-21", late.get("storedByArticle").asString());
        assertEquals("SQ-D-9", late.get("handedByArticle").asString());
        assertEquals(instant(FieldDesk.at("09:01").plus(Duration.ofHours(24))), late.get("storedBy").asString().substring(0, 19) + ".000Z");
        assertTrue(column(custodian, "toHand").contains(recording));
        assertTrue(column(custodian, "findings").contains(recording));

        var back = instant(Instant.now().minus(Duration.ofHours(1)));
        var excepted = fields("ground", "onWater", "place", "滦河水库", "statement", "水上执法，船只无法靠岸", "returnedAt", back);
        act(desk.officer, recording, "except-storing", excepted, 200);
        assertEquals(List.of("recording.storeException.from"), duties(desk, recording),
                "storing and hand-over share one list of grounds, and with them the filing; and it was entered late");
        assertEquals("SQ-M-21.p3", storing(desk, recording).get("storedByArticle").asString());
        assertEquals("SQ-M-21.p3", storing(desk, recording).get("handedByArticle").asString(), "only this article names on water");
        excepted.put("ground", "remote");
        act(desk.officer, recording, "except-storing", excepted, 200);
        assertEquals(List.of("recording.storeException.from"), duties(desk, recording));
        assertEquals("SQ-D-9.p2", storing(desk, recording).get("handedByArticle").asString(), "both name remote");

        assertEquals("not-allowed", act(desk.officer, recording, "hand-to-custodian", fields("at", back), 403).get("code").asString());
        act(custodian, recording, "hand-to-custodian", fields("from", desk.person("officer"), "at", back), 200);
        assertFalse(column(custodian, "toHand").contains(recording));
        assertEquals("already-handed", act(custodian, recording, "hand-to-custodian", fields("at", back), 409).get("code").asString());
    }

    /** The officer says so before anything is handed in, on a terminal without a network; and the device comes back after its files. */
    @Test
    void what_was_said_of_the_camera_holds_for_what_it_hands_in_later() throws Exception {
        var desk = FieldDesk.of(server, "SQ");
        var custodian = server.person("sq.custodian");
        var number = "SQ-" + UUID.randomUUID().toString().substring(0, 8);
        device(custodian, number, "register-device", fields("kind", "bodyCamera", "unit", "zf1", "officer", desk.person("officer")), 200);
        device(custodian, number, "check-out-device", fields("officer", desk.person("officer"), "at", instant(FieldDesk.at("06:00")), "purpose", "caseWork"), 200);
        var excepted = fields("ground", "tired", "place", "滦河水库", "statement", "水上执法，当日不能返回", "evidence", List.of(),
                "statedAt", instant(FieldDesk.at("06:30")));
        assertEquals("ground-not-allowed", device(desk.officer, number, "except-hand-in", excepted, 422).get("code").asString());
        excepted.put("ground", "onWater");
        assertEquals("empty", device(desk.officer, number, "except-hand-in", excepted, 422).get("code").asString());
        excepted.put("returnedAt", instant(FieldDesk.at("05:00")));
        assertEquals("contradictory", device(desk.officer, number, "except-hand-in", excepted, 422).get("code").asString());
        excepted.remove("returnedAt");
        excepted.put("expectedAt", instant(Instant.now().plus(Duration.ofHours(1))));
        device(desk.officer, number, "except-hand-in", excepted, 200);
        device(server.person("sq.officer2"), number, "enter-return", fields("returnedAt", instant(FieldDesk.at("09:30"))), 403);

        var recording = desk.video(number, "09:00", "09:01");
        assertEquals(List.of(), duties(desk, recording), "neither late nor unfiled: the time runs from the return");
        var storing = storing(desk, recording);
        assertEquals("SQ-M-21.p3", storing.get("storedByArticle").asString());
        assertFalse(storing.get("exception").get("returned").asBoolean());
        assertTrue(storing.get("reports").get(0).get("what").asString().contains("终端上写于"), storing.get("reports").toString());

        var back = instant(Instant.now().minus(Duration.ofMinutes(30)));
        device(desk.officer, number, "enter-return", fields("returnedAt", back), 200);
        device(custodian, number, "return-device", fields("by", desk.person("officer"), "at", back, "condition", "good"), 200);
        server.bean(FindingClock.class).judgeDue();
        storing = storing(desk, recording);
        assertTrue(storing.get("exception").get("returned").asBoolean());
        assertEquals(back, storing.get("exception").get("checkedInAt").asString().substring(0, 19) + ".000Z");
        excepted.put("statedAt", back);
        assertTrue(device(FieldDesk.of(server, "CL").officer, "CL-0001", "except-hand-in", excepted, 409).get("title").asString().contains("CL-19.p2"));
    }

    private static JsonNode device(RunningServer.Client by, String number, String act, Object body, int status) throws Exception {
        var answer = by.post("/api/devices/" + number + "/acts/" + act, FieldDesk.JSON.writeValueAsString(body));
        assertEquals(status, answer.statusCode(), act + ": " + answer.body());
        return FieldDesk.JSON.readTree(answer.body());
    }

    @Test
    void what_cannot_be_is_refused_and_changes_nothing() throws Exception {
        var desk = FieldDesk.of(server, "SQ");
        var recording = desk.video("SQ-0002", "10:00", "10:01");
        var excepted = fields("ground", "tired", "place", "城区", "statement", "累", "returnedAt", instant(FieldDesk.at("12:00")));
        act(desk.officer, recording, "except-storing", excepted, 422);
        excepted.put("ground", "offsite");
        excepted.put("returnedAt", instant(FieldDesk.at("09:00")));
        assertEquals("contradictory", act(desk.officer, recording, "except-storing", excepted, 422).get("code").asString());
        excepted.put("returnedAt", instant(Instant.now().plus(Duration.ofHours(2))));
        assertEquals("in-the-future", act(desk.officer, recording, "except-storing", excepted, 422).get("code").asString());
        excepted.remove("returnedAt");
        assertEquals("body-wrong", act(desk.officer, recording, "except-storing", excepted, 400).get("code").asString());
        assertEquals("no-claim", act(server.person("sq.unithead"), recording, "confirm-accident", fields(), 409).get("code").asString());
        act(desk.officer, UUID.randomUUID().toString(), "claim-accident", fields("reason", "误触"), 404);
        act(server.person("cl.officer"), recording, "claim-accident", fields("reason", "误触"), 404);
        assertEquals(404, server.person("cl.officer").get("/api/recordings/" + recording + "/storing").statusCode());

        var other = FieldDesk.of(server, "CL");
        var theirs = other.video("CL-0002", "10:00", "10:01");
        excepted.put("returnedAt", instant(FieldDesk.at("12:00")));
        assertEquals("no-exception", act(other.officer, theirs, "except-storing", excepted, 409).get("code").asString());
        assertEquals(List.of("recording.storeWithin", "storage.classificationKeys"), duties(other, theirs), "no second clock there");
    }

    @Test
    void two_people_label_an_accident_and_nobody_confirms_their_own_claim() throws Exception {
        var desk = FieldDesk.of(server, "SQ");
        var custodian = server.person("sq.custodian");
        var recording = desk.video("SQ-0002", "11:00", "11:01");
        act(custodian, recording, "claim-accident", fields("reason", "装入口袋时误触"), 200);
        assertTrue(column(custodian, "accidents").contains(recording));
        assertTrue(column(custodian, "unlinked").contains(recording));
        assertEquals("own-matter", act(custodian, recording, "confirm-accident", fields(), 409).get("code").asString());
        act(server.person("sq.unithead"), recording, "confirm-accident", fields(), 200);
        assertFalse(column(custodian, "accidents").contains(recording));
        assertFalse(column(custodian, "unlinked").contains(recording), "an accident belongs to nothing");
        assertEquals(List.of("recording.handOver.due", "recording.storeWithin"), duties(desk, recording), "an accident is filed under nothing");
        act(server.person("sq.unithead"), recording, "deny-accident", fields("reason", "经复核与执法有关"), 200);
        assertTrue(duties(desk, recording).contains("storage.classificationKeys"));
    }

    @Test
    void several_are_filed_by_what_is_known_and_what_is_refused_is_told_one_by_one() throws Exception {
        var desk = FieldDesk.of(server, "SQ");
        var custodian = server.person("sq.custodian");
        var first = desk.video("SQ-0002", "13:00", "13:01");
        var second = desk.video("SQ-0002", "14:00", "14:01");
        var nowhere = UUID.randomUUID().toString();
        desk.done(desk.officer, "open-activity", desk.opening("siteInspection"));
        desk.took("12:59", "13:02");
        desk.done(desk.officer, "file-to-activity", fields("recording", first));
        assertEquals("officer", storing(desk, first).get("unfiled").get(0).asString());

        var filed = all(desk.officer, "file-suggested", fields("recordings", List.of(first, second, nowhere)));
        assertEquals(2, filed.get("done").asInt());
        assertEquals(nowhere, filed.get("refused").get(0).get("recording").asString());
        assertEquals(0, storing(desk, first).get("unfiled").size());
        assertFalse(column(custodian, "toFile").contains(first));

        var handed = all(custodian, "acts/hand-to-custodian",
                fields("recordings", List.of(first, second), "from", desk.person("officer"), "at", instant(Instant.now())));
        assertEquals(2, handed.get("done").asInt());
        var again = all(custodian, "acts/hand-to-custodian",
                fields("recordings", List.of(first), "from", desk.person("officer"), "at", instant(Instant.now().minusSeconds(60))));
        assertEquals("already-handed", again.get("refused").get(0).get("code").asString());
        assertEquals(400, custodian.post("/api/recordings/acts/hand-to-custodian", "{\"recordings\":[]}").statusCode());
        assertEquals(400, custodian.get("/api/recordings-board?column=breakfast").statusCode());
    }

    @Test
    void a_finding_of_a_recording_is_explained_judged_and_kept() throws Exception {
        var desk = FieldDesk.of(server, "CL");
        var recording = desk.video("CL-0002", "09:00", "09:01");
        var finding = fields("duty", "recording.storeWithin", "subject", recording, "occurrence", "");
        assertTrue(duties(desk, recording).contains("recording.storeWithin"));
        var explained = fields("finding", finding, "text", "采集站断网，见故障登记", "evidence", List.of());
        assertEquals(403, server.person("cl.office").post("/api/recordings/" + recording + "/acts/explain-finding",
                FieldDesk.JSON.writeValueAsString(explained)).statusCode());
        act(server.person("cl.unithead"), recording, "explain-finding", explained, 200);
        act(server.person("cl.legalsection"), recording, "judge-explanation", fields("finding", finding, "accepted", true, "reason", "属实"), 200);
        assertFalse(duties(desk, recording).isEmpty());
        server.bean(FindingClock.class).judgeDue();
        server.bean(FindingClock.class).judgeForgotten();
        assertEquals("accepted", storing(desk, recording).get("findings").valueStream()
                .filter(one -> one.get("duty").asString().equals("recording.storeWithin")).findFirst().orElseThrow().get("state").asString());
    }
}
