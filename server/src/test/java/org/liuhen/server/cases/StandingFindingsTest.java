package org.liuhen.server.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.server.recordings.activities.FieldDesk.fields;
import static org.liuhen.server.recordings.activities.FieldDesk.instant;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.server.RunningServer;
import org.liuhen.server.recordings.activities.FieldDesk;
import tools.jackson.databind.JsonNode;

/** One list of what stands open over cases, activities, devices and recordings; and the paper of a hand-over. */
class StandingFindingsTest {

    private static RunningServer server;

    /** A recording that came in two days late, taken by the device that the test registers last. */
    private static String recording;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.fresh();
        var supervised = CaseDesk.of(server, "SQ");
        supervised.done(supervised.officer, "open-case", supervised.opening("逾期未作出决定案", CaseDesk.at(200, 9)));
        var desk = FieldDesk.opened(server);
        desk.took("08:00", "08:30");
        recording = desk.video("SQ-0002", "15:00", "15:01");
        done(server.person("sq.custodian"), "register-device", fields("kind", "bodyCamera", "unit", "zf1"));
        done(server.person("sq.unithead"), "assign-device", fields("officer", desk.person("officer2"), "at", ago(2)));
        done(server.person("sq.supervision"), "note-outside-use", fields("at", ago(1), "what", "拍摄婚礼", "officer", desk.person("officer2")));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String ago(int hours) {
        return instant(Instant.now().minus(Duration.ofHours(hours)));
    }

    private static void done(RunningServer.Client by, String act, Map<String, Object> body) throws Exception {
        var answer = posted(by, "/api/devices/SQ-F-1/acts/" + act, body);
        assertEquals(200, answer.statusCode(), act + ": " + answer.body());
    }

    private static HttpResponse<String> posted(RunningServer.Client by, String path, Map<String, Object> body) throws Exception {
        return by.send("POST", path, BodyPublishers.ofString(FieldDesk.JSON.writeValueAsString(body)), "Content-Type", "application/json");
    }

    private static List<JsonNode> lines(String user, String query) throws Exception {
        return server.person(user).json("/api/findings" + query).get("items").valueStream().toList();
    }

    /** Without those of units, which the clock counts in its own time. */
    private static Set<String> kinds(List<JsonNode> lines) {
        return lines.stream().map(line -> line.get("kind").asString()).filter(kind -> !kind.equals("unit")).collect(Collectors.toSet());
    }

    @Test
    void every_kind_stands_in_one_list_each_with_the_address_of_its_page() throws Exception {
        var lines = lines("sq.supervision", "");
        assertEquals(Set.of("case", "activity", "device", "recording"), kinds(lines));
        for (var line : lines) {
            assertEquals(line.get("kind").asString().equals("case"), line.has("caseId"), line.toString());
            assertFalse(line.get("what").asString().isBlank(), line.toString());
        }
        var late = lines.stream().filter(line -> line.get("link").asString().equals("/recordings/" + recording)
                && line.get("duty").asString().equals("recording.storeWithin")).findFirst().orElseThrow();
        assertEquals(FieldDesk.at("15:01").plus(Duration.ofHours(24)), Instant.parse(late.get("due").asString()));
        assertTrue(lines.stream().anyMatch(line -> line.get("link").asString().equals("/devices/SQ-F-1")
                && line.get("duty").asString().equals("device.useOnlyForEnforcement")));
        var activity = lines.stream().filter(line -> line.get("kind").asString().equals("activity")).findFirst().orElseThrow();
        assertTrue(activity.get("subject").asString().endsWith(" · 双桥区车站路3号"), activity.toString());
        var dues = lines.stream().filter(line -> line.has("due")).map(line -> Instant.parse(line.get("due").asString())).toList();
        assertEquals(dues.stream().sorted().toList(), dues);
        assertTrue(lines.stream().limit(dues.size()).allMatch(line -> line.has("due")), "what has a time stands first");
    }

    @Test
    void mine_are_my_cases_my_activities_and_what_i_have_in_hand() throws Exception {
        assertTrue(kinds(lines("sq.officer", "?mine=1")).containsAll(Set.of("case", "activity")));
        var colleague = lines("sq.officer2", "?mine=1");
        assertTrue(kinds(colleague).containsAll(Set.of("activity", "device")), colleague.toString());
        assertEquals(Set.of(), kinds(lines("sq.supervision", "?mine=1")));
    }

    @Test
    void nobody_sees_another_agencys_and_finance_sees_no_recordings() throws Exception {
        assertEquals(List.of(), lines("cl.supervision", ""));
        assertEquals(Set.of("case", "device"), kinds(lines("sq.finance", "")));
        assertEquals(403, server.person("sq.systemadministrator").get("/api/findings").statusCode());
    }

    @Test
    void an_article_counts_and_names_what_stands_under_it_whatever_it_is_of() throws Exception {
        var card = server.person("sq.officer").json("/api/law/articles/SQ-I-3");
        assertEquals(1, card.get("article").get("findings").asInt());
        var line = card.get("findings").get(0);
        assertEquals("device", line.get("kind").asString());
        assertEquals("/devices/SQ-F-1", line.get("link").asString());
        var storing = server.person("sq.officer").json("/api/law/articles/SQ-M-21").get("findings").valueStream().map(one -> one.get("link").asString()).toList();
        assertTrue(storing.contains("/recordings/" + recording), storing.toString());
        assertEquals(0, server.person("sq.systemadministrator").json("/api/law/articles/SQ-I-3").get("findings").size());
    }

    @Test
    void the_paper_of_a_hand_over_has_what_the_custodian_received_that_day() throws Exception {
        var custodian = server.person("sq.custodian");
        var today = LocalDate.now(FieldDesk.ZONE);
        var path = "/api/recordings-received?day=";
        assertEquals(0, custodian.json(path + today).get("items").size());
        var at = instant(Instant.now().minus(Duration.ofSeconds(1)));
        var answer = posted(custodian, "/api/recordings/" + recording + "/acts/hand-to-custodian", fields("at", at));
        assertEquals(200, answer.statusCode(), answer.body());
        var items = custodian.json(path + Instant.parse(at).atZone(FieldDesk.ZONE).toLocalDate()).get("items");
        assertEquals(1, items.size());
        assertEquals(recording, items.get(0).get("id").asString());
        assertEquals("张custodian", items.get(0).get("custodian").get("name").asString());
        var shown = custodian.json("/api/recordings/" + recording);
        assertEquals(shown.get("sha256").asString(), items.get(0).get("sha256").asString());
        assertEquals(0, custodian.json(path + today.minusDays(3)).get("items").size());
        assertEquals(0, server.person("cl.custodian").json(path + today).get("items").size());
        for (var wrong : List.of("", "yesterday", today + "&officer=zhang")) assertEquals(400, custodian.get(path + wrong).statusCode(), wrong);
    }
}
