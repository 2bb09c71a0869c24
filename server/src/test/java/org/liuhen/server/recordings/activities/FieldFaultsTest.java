package org.liuhen.server.recordings.activities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.server.recordings.activities.FieldDesk.at;
import static org.liuhen.server.recordings.activities.FieldDesk.fields;
import static org.liuhen.server.recordings.activities.FieldDesk.instant;
import static org.liuhen.server.recordings.activities.FieldDesk.span;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.server.RunningServer;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.findings.FindingClock;

/** Whatever may go wrong with an activity: late, wrong, double, foreign, at once, and very many. */
class FieldFaultsTest {

    private static final int MANY = 10_000;

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
    void another_agency_cannot_tell_that_it_exists_nor_use_what_is_not_its_own() throws Exception {
        var desk = FieldDesk.opened(server);
        var other = server.person("cl.officer");
        for (var path : new String[] {"", "/coverage", "/candidates"}) {
            var answer = other.get("/api/activities/" + desk.id + path);
            assertEquals(404, answer.statusCode(), path);
            assertFalse(answer.body().contains("车站路"));
        }
        desk.refused(other, "start-activity", fields("at", instant(at("09:00"))), 404, "not-found");
        desk.refused(other, "/file-candidates", "", 404, "not-found");
        assertEquals(0, other.json("/api/activities").get("total").asInt());
        assertEquals(0L, server.bean(AgencyRows.class).<Long>of("CL", jdbc -> jdbc.sql("select count(*) from activity").query(Long.class).single()));

        var foreign = FieldDesk.of(server, "CL");
        var recording = foreign.handedIn("CL-0001", "foreign.mp4", new byte[] {1, 2, 3});
        desk.refused(desk.officer, "file-to-activity", fields("recording", recording), 404, "no-such-recording");
        desk.refused(desk.officer, "file-to-activity", fields("recording", desk.id), 404, "no-such-recording");
        var opening = FieldDesk.of(server, "SQ").opening("siteInspection");
        opening.put("activity", desk.id);
        opening.put("devices", List.of(foreign.device("CL-0001")));
        desk.refused(desk.officer, "open-activity", opening, 422, "no-such-device");
        opening.put("devices", List.of());
        opening.put("officers", List.of(foreign.person("officer")));
        var fresh = FieldDesk.of(server, "SQ");
        opening.put("activity", fresh.id);
        fresh.refused(fresh.officer, "open-activity", opening, 422, "no-officer");
        assertEquals(404, desk.officer.get("/api/activities/" + recording).statusCode(), "an id of something else");
        assertEquals(404, desk.officer.get("/api/recordings/" + desk.id).statusCode());
        assertEquals(404, desk.officer.get("/api/cases/" + desk.id).statusCode());
    }

    @Test
    void what_cannot_be_is_refused_and_changes_nothing() throws Exception {
        var desk = FieldDesk.opened(server);
        desk.refused(desk.officer, "end-activity", fields("at", instant(at("10:00"))), 409, "not-started");
        desk.done(desk.officer, "start-activity", fields("at", instant(at("10:00"))));
        desk.refused(desk.officer, "end-activity", fields("at", instant(at("09:59"))), 422, "contradictory");
        desk.refused(desk.officer, "end-activity", fields("at", instant(Instant.now().plus(Duration.ofHours(2)))), 422, "in-the-future");
        desk.refused(server.person("sq.unithead"), "end-activity", fields("at", instant(at("10:30"))), 409, "not-there");
        desk.refused(desk.officer, "open-activity", desk.opening("hearing"), 409, "already-opened");
        desk.refused(desk.officer, "close-activity", "", 409, "not-started");
        desk.refused(desk.officer, "exempt-activity", fields("ground", "tired", "facts", "累"), 422, "ground-not-allowed");
        desk.refused(desk.officer, "exempt-activity", fields("ground", "secretOrPrivacy", "facts", "涉及商业秘密"), 422, "empty");
        desk.refused(desk.officer, "acknowledge-work-record", "", 403, "not-allowed");
        desk.refused(desk.officer, "dance", "", 404, "not-found");
        desk.refused(desk.officer, "explain-finding", fields("finding", fields("duty", "a", "subject", "b", "occurrence", ""), "text", "c",
                "evidence", List.of()), 409, "no-such-finding");
        assertEquals(3, desk.view().get("version").asInt()); // opened, started, and the guide that it follows
        assertEquals("running", desk.view().get("state").asString());
        assertEquals(0, desk.view("/coverage").get("holes").size(), "it goes on");
    }

    @Test
    void what_cannot_be_understood_is_named() throws Exception {
        var desk = FieldDesk.of(server, "SQ");
        var opening = desk.opening("siteInspection");
        opening.put("act", "breakfast");
        desk.refused(desk.officer, "open-activity", opening, 422, "no-such-item");
        opening.put("act", "siteInspection");
        opening.put("planned", span("10:00", "09:00"));
        assertEquals("body.planned", desk.refused(desk.officer, "open-activity", opening, 400, "body-wrong").get("path").asString());
        opening.remove("planned");
        opening.put("weights", List.of("lifeHealth", "lifeHealth"));
        assertEquals("body.weights[1]", desk.refused(desk.officer, "open-activity", opening, 400, "body-wrong").get("path").asString());
        opening.put("weights", List.of());
        opening.put("activity", UUID.randomUUID().toString());
        assertEquals("body.activity", desk.refused(desk.officer, "open-activity", opening, 400, "body-wrong").get("path").asString());
        opening.put("activity", desk.id);
        opening.put("item", "mine");
        desk.refused(desk.officer, "open-activity", opening, 400, "body-wrong");
        opening.remove("item");
        opening.put("place", "\u202E");
        desk.refused(desk.officer, "open-activity", opening, 422, "bad-character");
        opening.put("place", " ");
        desk.refused(desk.officer, "open-activity", opening, 422, "empty");
        opening.put("unit", "zf9");
        desk.refused(desk.officer, "open-activity", opening, 422, "no-such-unit");
        desk.refused(desk.officer, "start-activity", "{", 400, "body-wrong");
        desk.refused(desk.officer, "start-activity", fields("at", instant(at("09:00"))), 404, "not-found");
        assertEquals(400, desk.officer.get("/api/activities?state=sleeping").statusCode());
        assertEquals(400, desk.officer.get("/api/activities?size=201").statusCode());
        assertEquals(400, desk.officer.get("/api/activities?from=yesterday").statusCode());
    }

    @Test
    void what_is_asked_twice_is_done_once() throws Exception {
        var desk = FieldDesk.opened(server);
        assertEquals(1, desk.done(desk.officer, "open-activity", desk.opening("siteInspection")));
        var key = UUID.randomUUID().toString();
        var mark = fields("kind", "focus", "at", instant(at("09:10")), "words", List.of("signing"));
        assertEquals(2, desk.done(desk.officer, "mark-moment", mark, "Idempotency-Key", key));
        assertEquals(3, desk.done(desk.officer, "find-violation", fields("found", true)));
        assertEquals(2, desk.done(desk.officer, "mark-moment", mark, "Idempotency-Key", key), "as it was answered then");
        assertEquals(3, desk.done(desk.officer, "mark-moment", mark), "and without a key nothing new");
        desk.refused(desk.officer, "find-violation", fields("found", false), 409, "key-used", "Idempotency-Key", key);
        desk.refused(desk.colleague, "mark-moment", mark, 409, "key-used", "Idempotency-Key", key);
        desk.refused(desk.officer, "cancel-activity", fields("reason", "改期"), 412, "overtaken", "If-Match", "\"2\"");
        desk.refused(desk.officer, "cancel-activity", fields("reason", "改期"), 400, "if-match-wrong", "If-Match", "two");
        assertEquals(4, desk.done(desk.officer, "cancel-activity", fields("reason", "改期"), "If-Match", "\"3\""));
        assertEquals("cancelled", desk.view().get("state").asString());
        desk.refused(desk.officer, "start-activity", fields("at", instant(at("09:00"))), 409, "activity-cancelled");
    }

    @Test
    void many_at_once_all_get_through() throws Exception {
        var desk = FieldDesk.opened(server);
        var words = List.of("signing", "inquiry", "reinspection", "other", "personsPresent", "importantArticles", "explainingPurpose", "mandatoryAreas");
        try (var threads = Executors.newFixedThreadPool(words.size())) {
            var asked = words.stream().<Callable<Integer>>map(word -> () ->
                    desk.act(desk.officer, "mark-moment", fields("kind", "focus", "words", List.of(word))).statusCode()).toList();
            for (var answer : threads.invokeAll(asked)) assertEquals(200, answer.get());
        }
        assertEquals(words.size(), desk.view().get("marks").size());
        assertEquals(1 + words.size(), desk.view().get("version").asInt());
        var key = UUID.randomUUID().toString();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var asked = new ArrayList<Callable<String>>();
            for (var i = 0; i < 6; i++) asked.add(() -> desk.act(desk.officer, "find-violation", fields("found", true), "Idempotency-Key", key).body());
            var answers = new ArrayList<String>();
            for (var answer : threads.invokeAll(asked)) answers.add(answer.get());
            assertEquals(1, answers.stream().distinct().count(), answers.toString());
        }
    }

    @Test
    void a_broken_file_is_filed_and_covers_nothing() throws Exception {
        var desk = FieldDesk.opened(server);
        desk.took("09:00", "10:00");
        var recording = desk.handedIn("SQ-0002", "broken-" + UUID.randomUUID() + ".mp4", "no medium at all".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        desk.done(server.person("sq.custodian"), "file-to-activity", fields("recording", recording));
        var filed = desk.view().get("recordings").get(0);
        assertEquals("other", filed.get("kind").asString());
        assertEquals(Duration.ofDays(1).toMillis(), filed.get("uncertaintyMillis").asLong());
        assertEquals(0, desk.view("/coverage").get("coveredMillis").asLong());
        assertEquals("whole", desk.view("/coverage").get("holes").get(0).get("edge").asString());
    }

    /** An officer says at once why there is no recording; the leader takes note; nothing is closed before. */
    @Test
    void an_act_without_recording_on_a_ground_of_the_text() throws Exception {
        var desk = FieldDesk.opened(server);
        desk.took("09:00", "10:00");
        desk.done(desk.officer, "exempt-activity", fields("ground", "urgent", "facts", "现场起火，须立即处置"));
        desk.refused(desk.officer, "close-activity", "", 422, "incomplete");
        desk.done(desk.officer, "submit-work-record", fields("reason", "情况紧急", "basis", "有关规定", "to", desk.person("unitHead"), "at", instant(at("15:00"))));
        desk.refused(server.person("sq.personincharge"), "acknowledge-work-record", "", 409, "not-addressed");
        desk.done(server.person("sq.unithead"), "acknowledge-work-record", "");
        desk.done(desk.officer, "close-activity", "");
        assertEquals("closed", desk.view().get("state").asString());
        assertFalse(desk.duties().contains("avRecord.required.mode"));
    }

    @Test
    void what_did_not_take_place_owes_nothing() throws Exception {
        var desk = FieldDesk.opened(server);
        desk.took("09:00", "10:00");
        assertTrue(desk.duties().contains("avRecord.required.mode"));
        desk.done(desk.officer, "cancel-activity", fields("reason", "当事人歇业，没有进行检查"));
        assertEquals(List.of(), desk.duties());
        assertEquals("cleared", desk.view().get("findings").get(0).get("state").asString(), "and it is still told that it was found");
        assertEquals("当事人歇业，没有进行检查", desk.view().get("cancelled").asString());
        assertEquals(0, desk.officer.json("/api/activities?state=cancelled&officer=" + desk.person("officer2")).get("items").valueStream()
                .filter(one -> one.get("id").asString().equals(desk.id)).findFirst().orElseThrow().get("findings").asInt());
    }

    /** The day after, nothing is recorded and nobody said why: found when the time is over, by the clock and not before. */
    @Test
    void the_clock_finds_what_was_never_handed_in() throws Exception {
        var desk = FieldDesk.opened(server);
        var due = Instant.now().plusSeconds(6).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        var ended = due.minus(Duration.ofHours(24));
        desk.done(desk.officer, "start-activity", fields("at", instant(ended.minus(Duration.ofHours(1)))));
        desk.done(desk.officer, "end-activity", fields("at", instant(ended)));
        assertFalse(desk.duties().contains("avRecord.required.mode"), "the last second of the limit is in time");
        var clock = server.bean(FindingClock.class);
        clock.judgeDue();
        var before = desk.view().get("version").asLong();
        Thread.sleep(Duration.between(Instant.now(), due.plusMillis(300)));
        clock.judgeDue();
        assertTrue(desk.duties().contains("avRecord.required.mode"));
        var after = desk.view().get("version").asLong();
        assertTrue(after > before);
        clock.judgeDue();
        assertEquals(after, desk.view().get("version").asLong(), "said once");
        var rows = server.bean(AgencyRows.class);
        rows.of("SQ", jdbc -> jdbc.sql("delete from judgement where stream = :id").param("id", UUID.fromString(desk.id)).update());
        clock.judgeForgotten();
        assertEquals(after, rows.<Long>of("SQ", jdbc -> jdbc.sql("select version from judgement where stream = :id")
                .param("id", UUID.fromString(desk.id)).query(Long.class).single()));
        desk.done(desk.officer, "give-reason", fields("duty", "avRecord.required.mode", "text", "设备统一送检"));
        assertFalse(desk.duties().contains("avRecord.required.mode"), "a written reason answers");
    }

    @Test
    void ten_thousand_recordings_and_activities_have_limits() throws Exception {
        var desk = FieldDesk.of(server, "SQ");
        var opening = desk.opening("hearing");
        opening.put("planned", span("14:00", "15:00"));
        desk.done(desk.officer, "open-activity", opening);
        try (var connection = server.administrator().connect(); var statement = connection.createStatement()) {
            statement.execute("""
                insert into recording (id, agency, version, recorded_at, name, path, size_bytes, sha256, device, probe, kind, started_at, ended_at, words)
                select gen_random_uuid(), 'SQ', 1, now(), 'MANY_' || n, 'MANY_' || n, n, encode(sha256(n::text::bytea), 'hex'), 'SQ-0002', 'done', 'video',
                    timestamptz '%s' + n * interval '100 milliseconds', timestamptz '%s' + n * interval '100 milliseconds' + interval '1 minute', 'many_' || n
                from generate_series(1, %d) n
                """.formatted(at("14:00"), at("14:00"), MANY));
            statement.execute("""
                insert into activity (id, agency, version, act, title, title_en, place, unit, officers, begins_at, status, changed_at, words)
                select gen_random_uuid(), 'SQ', 1, 'service', '直接送达', 'Direct service', '第' || n || '号', 'zf1', '张三', now() - n * interval '11 minutes',
                    'planned', now(), '直接送达 第' || n || '号 张三'
                from generate_series(1, %d) n
                """.formatted(MANY + 50));
            statement.execute("insert into activity_pairs select id, pairs(agency, words) from activity on conflict do nothing");
            statement.execute("vacuum analyze activity");
        }
        var began = System.nanoTime();
        var candidates = desk.view("/candidates");
        assertEquals(Candidates.AT_ONCE, candidates.get("items").size());
        assertEquals(MANY, candidates.get("total").asInt());
        var list = desk.officer.json("/api/activities?act=service&size=200&page=49");
        assertEquals(200, list.get("items").size());
        assertEquals(MANY, list.get("total").asInt(), "counted no further");
        assertEquals(MANY, list.get("mostCounted").asInt());
        assertEquals(1, desk.officer.json("/api/activities?q=" + java.net.URLEncoder.encode("第4711号", java.nio.charset.StandardCharsets.UTF_8)).get("total").asInt());
        assertTrue(Duration.ofNanos(System.nanoTime() - began).toSeconds() < 20, "far above what it takes, for slow machines");
        try (var connection = server.administrator().connect(); var statement = connection.createStatement()) {
            statement.execute("delete from recording where name like 'MANY%'");
            statement.execute("delete from activity where act = 'service'");
        }
    }
}
