package org.liuhen.server.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.server.cases.CaseDesk.at;
import static org.liuhen.server.cases.CaseDesk.day;
import static org.liuhen.server.cases.CaseDesk.fields;
import static org.liuhen.server.cases.CaseDesk.instant;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.server.RunningServer;

/** What only handlers read, keys and versions, several people at once, and other agencies' cases. */
class CaseFaultsTest {

    private static final String IDENTITY = "130802199001011234";
    private static final String INFORMANT = "匿名举报人赵某";

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.fresh();
        CaseDesk.adopt(server, "SQ", "{by: sq.personincharge, activation: 2024-01-01, from: 2024-01-01}");
        CaseDesk.adopt(server, "CL", "{by: cl.personincharge, activation: 2024-01-01, from: 2024-01-01}");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<String, Object> party() {
        return fields("party", fields("id", UUID.randomUUID().toString(), "kind", "person", "name", "王小明", "identityNumber", IDENTITY));
    }

    private static Map<String, Object> entered(String stage, int daysAgo) {
        return fields("stage", stage, "on", day(daysAgo));
    }

    private static List<String> types(CaseDesk desk) throws Exception {
        return desk.officer.json("/api/cases/" + desk.id + "/trace").get("items").valueStream().map(step -> step.get("type").asString()).toList();
    }

    @Test
    void only_handlers_read_identity_numbers_and_who_reported_the_matter() throws Exception {
        var desk = CaseDesk.opened(server);
        desk.done(desk.officer, "name-party", party());
        desk.done(desk.officer, "state-source", fields("source", fields("kind", "complaint", "on", day(20), "cause", "投诉举报",
            "informant", fields("name", INFORMANT, "contact", "13800000000"))));
        var handler = desk.view(desk.officer);
        assertEquals(IDENTITY, handler.get("parties").get(0).get("identityNumber").asString());
        assertEquals(INFORMANT, handler.get("source").get("informant").get("name").asString());
        var pages = List.of("", "/trace", "/prefill/penalty-decision", "?asAt=" + java.time.Instant.now(),
            "/differences?from=2020-01-01T00:00:00.000Z&to=2099-01-01T00:00:00.000Z");
        for (var who : List.of("sq.unithead", "sq.legalsection", "sq.personincharge", "sq.office", "sq.supervision", "sq.custodian")) {
            var reader = server.person(who);
            for (var page : pages) {
                var body = reader.get("/api/cases/" + desk.id + page);
                assertEquals(200, body.statusCode(), who + page + body.body());
                for (var secret : List.of(IDENTITY, INFORMANT, "13800000000")) assertFalse(body.body().contains(secret), who + page);
            }
            assertEquals("1308************34", reader.json("/api/cases/" + desk.id).get("parties").get(0).get("identityNumber").asString(), who);
            assertEquals("已保密", reader.json("/api/cases/" + desk.id).get("source").get("informant").get("name").asString(), who);
        }
        for (var reader : List.of(desk.officer, server.person("sq.unithead"))) {
            assertFalse(reader.get("/api/cases").body().contains(IDENTITY), "a list shows nobody's whole number");
            for (var secret : List.of(IDENTITY, "13800000000")) {
                assertEquals(0, reader.json("/api/cases?q=" + secret).get("total").asInt(), "nor can it be searched for");
            }
        }
    }

    @Test
    void a_document_names_the_informant_to_handlers_only() throws Exception {
        var desk = CaseDesk.opened(server);
        desk.done(desk.officer, "name-party", party());
        var document = desk.signed("lead-register", fields("informant", CaseDesk.text(INFORMANT), "leaderOpinion", CaseDesk.text("同意核查")));
        var page = "/api/cases/" + desk.id + "/documents/" + document;
        assertEquals(INFORMANT, desk.officer.json(page).get("values").get("informant").get("text").asString());
        var altered = desk.filled("lead-register", fields("informant", CaseDesk.text(INFORMANT + "（更正）"), "leaderOpinion", CaseDesk.text("同意核查")));
        var alteration = desk.act(desk.officer, "/documents/" + document + "/alter", fields("values", altered));
        assertEquals(200, alteration.statusCode(), alteration.body());
        var text = desk.officer.json(page).get("versions").get(0).get("digest").asString();
        var letter = desk.picture();
        desk.done(desk.officer, "state-source", fields("source", fields("kind", "complaint", "on", day(20), "cause", "投诉举报",
            "informant", fields("name", INFORMANT), "attachment", letter)));
        assertEquals(200, desk.officer.get("/api/cases/" + desk.id + "/objects/" + text).statusCode());
        for (var who : List.of("sq.unithead", "sq.supervision", "sq.finance", "sq.personincharge")) {
            var reader = server.person(who);
            for (var from : List.of("", "/trace", "?asAt=" + java.time.Instant.now(), "/differences?from=2020-01-01T00:00:00.000Z&to=2099-01-01T00:00:00.000Z",
                    "/documents/" + document, "/documents/" + document + "?asAt=" + java.time.Instant.now())) {
                var answer = reader.get("/api/cases/" + desk.id + from);
                assertEquals(200, answer.statusCode(), from + answer.body());
                assertFalse(answer.body().contains(INFORMANT), who + from + answer.body());
            }
            assertEquals("已保密", reader.json(page).get("values").get("informant").get("text").asString());
            assertEquals(200, reader.get(page + "/paper").statusCode(), "what is left of it is shown");
            for (var closed : List.of(page + "/paper?version=1", "/api/cases/" + desk.id + "/objects/" + text, "/api/cases/" + desk.id + "/objects/" + letter)) {
                var answer = reader.get(closed);
                assertEquals("403 informant-protected", answer.statusCode() + " " + CaseDesk.JSON.readTree(answer.body()).path("code").asString(), who + closed);
            }
        }
        assertFalse(java.util.Arrays.equals(desk.officer.bytes(page + "/paper").body(), server.person("sq.unithead").bytes(page + "/paper").body()));
    }

    @Test
    void a_renewed_certificate_does_not_undo_the_one_of_the_day_of_the_act() throws Exception {
        var desk = CaseDesk.opened(server);
        var document = desk.signed("inspection-record", fields());
        var renewed = server.person("sq.systemadministrator").post("/api/register/register-certificate", CaseDesk.JSON.writeValueAsString(
            fields("person", desk.colleagueId, "number", "0902", "from", day(0), "to", "2039-06-30")));
        assertEquals(200, renewed.statusCode(), renewed.body());
        var answer = desk.act(desk.officer, "finalise-document", fields("document", document));
        assertFalse(answer.body().contains("0902"), answer.body());
        desk.done(desk.officer, "show-certificates", fields("officers", List.of(desk.colleagueId), "toWhom", "王小明", "at", instant(at(10, 9)), "how", "当面出示"));
        assertEquals("0802", desk.view(desk.officer).get("certificatesShown").get(0).get("officers").get(0).get("certificate").asString());
    }

    @Test
    void nobody_reads_a_case_as_it_will_be_or_as_it_was_not_yet() throws Exception {
        var desk = CaseDesk.opened(server);
        for (var page : List.of("/api/cases/" + desk.id, "/api/cases/" + desk.id + "/documents/" + UUID.randomUUID())) {
            assertEquals(400, desk.officer.get(page + "?asAt=2099-01-01T00:00:00.000Z").statusCode());
            for (var early : List.of("2001-01-01T00:00:00.000Z", "-1000000000-01-01T00:00:00Z")) {
                var before = desk.officer.get(page + "?asAt=" + early);
                assertEquals(404, before.statusCode(), before.body());
                assertTrue(before.body().contains("当时还没有这个案件"), before.body());
            }
        }
    }

    @Test
    void a_case_goes_on_in_one_of_the_agency_that_is_still_open() throws Exception {
        var desk = CaseDesk.opened(server);
        var theirs = CaseDesk.of(server, "CL");
        theirs.done(theirs.officer, "open-case", theirs.opening("外机关案件", at(20, 9)));
        var into = CaseDesk.opened(server);
        for (var wrong : List.of(UUID.randomUUID().toString(), theirs.id, desk.officerId)) {
            var answer = desk.act(desk.officer, "merge-case", fields("into", wrong, "reason", "并案", "on", day(1)));
            assertTrue(List.of(404, 409).contains(answer.statusCode()), answer.body());
        }
        assertEquals("running", desk.view(desk.officer).get("status").get("is").asString());
        desk.done(desk.officer, "merge-case", fields("into", into.id, "reason", "并案", "on", day(1)));
        into.refused(into.officer, "merge-case", fields("into", desk.id, "reason", "并案", "on", day(1)), 409, "no-such-target");
    }

    @Test
    void a_key_counts_once_and_for_one_request_only() throws Exception {
        var desk = CaseDesk.opened(server);
        var key = UUID.randomUUID().toString();
        var first = desk.act(desk.officer, "enter-stage", entered("investigation", 19), "Idempotency-Key", key);
        var again = desk.act(desk.officer, "enter-stage", entered("investigation", 19), "Idempotency-Key", key, "If-Match", "\"1\"");
        assertEquals(200, first.statusCode(), first.body());
        assertEquals(first.body(), again.body());
        assertEquals(first.headers().firstValue("ETag"), again.headers().firstValue("ETag"));
        assertEquals(1, types(desk).stream().filter("StageEntered"::equals).count());
        var before = desk.version();
        desk.refused(desk.officer, "enter-stage", entered("investigation", 18), 409, "key-used", "Idempotency-Key", key);
        desk.refused(desk.officer, "suspend-case", fields("reason", "等待鉴定", "on", day(0)), 409, "key-used", "Idempotency-Key", key);
        desk.refused(desk.colleague, "enter-stage", entered("investigation", 19), 409, "key-used", "Idempotency-Key", key);
        var other = CaseDesk.opened(server);
        other.refused(other.officer, "enter-stage", entered("investigation", 19), 409, "key-used", "Idempotency-Key", key);
        assertEquals(before, desk.version());
        var refused = UUID.randomUUID().toString();
        desk.refused(desk.officer, "suspend-case", fields("reason", "", "on", day(0)), 422, "empty", "Idempotency-Key", refused);
        desk.done(desk.officer, "suspend-case", fields("reason", "等待鉴定", "on", day(0)), "Idempotency-Key", refused);
        desk.refused(desk.officer, "enter-stage", entered("investigation", 19), 400, "bad-request", "Idempotency-Key", "1");
    }

    @Test
    void the_same_request_sent_by_many_threads_is_carried_out_once() throws Exception {
        var desk = CaseDesk.opened(server);
        var key = UUID.randomUUID().toString();
        var answers = atOnce(8, _ -> desk.act(desk.officer, "enter-stage", entered("investigation", 19), "Idempotency-Key", key));
        for (var answer : answers) assertEquals("200 " + answers.getFirst().body(), answer.statusCode() + " " + answer.body());
        assertEquals(1, types(desk).stream().filter("StageEntered"::equals).count());
    }

    @Test
    void who_saw_an_older_version_is_told_and_nothing_is_written() throws Exception {
        var desk = CaseDesk.opened(server);
        var seen = "\"" + desk.version() + "\"";
        desk.done(desk.officer, "name-party", party(), "If-Match", seen);
        var now = desk.version();
        var problem = desk.refused(desk.colleague, "enter-stage", entered("investigation", 19), 412, "overtaken", "If-Match", seen);
        assertEquals(now, problem.get("version").asLong());
        desk.refused(desk.colleague, "enter-stage", entered("investigation", 19), 400, "if-match-wrong", "If-Match", "\"seven\"");
        var document = UUID.randomUUID().toString();
        desk.done(desk.officer, "draft-document", fields("document", document, "template", "inquiry-record", "values", fields()));
        desk.refused(desk.officer, "save-draft", fields("document", document, "values", fields()), 428, "if-match-missing");
        desk.refused(desk.officer, "save-draft", fields("document", document, "values", fields("place", CaseDesk.text("店内"))), 412, "overtaken", "If-Match", seen);
        desk.done(desk.officer, "save-draft", fields("document", document, "values", fields("place", CaseDesk.text("店内"))), "If-Match", "\"" + desk.version() + "\"");
    }

    @Test
    void of_people_who_decide_at_once_one_wins_and_the_others_are_told() throws Exception {
        var desk = CaseDesk.opened(server);
        var approval = UUID.randomUUID().toString();
        desk.done(desk.officer, "request-approval", fields("approval", approval, "matter", "caseOpening",
            "proposal", fields("proposal", "建议立案", "facts", "涉嫌经营过期食品", "evidence", "照片", "basis", "食品安全法", "discretion", "立案")));
        var head = server.person("sq.unithead");
        var answers = atOnce(6, i -> desk.act(head, "give-opinion", fields("approval", approval, "verdict", i % 2 == 0 ? "agreed" : "refused",
            "opinion", i % 2 == 0 ? "同意" : "不同意" + i, "reason", "理由" + i, "signedOn", day(0), "onPaper", false)));
        var won = answers.stream().filter(answer -> answer.statusCode() == 200).map(HttpResponse::body).distinct().count();
        assertEquals(1, won, answers.toString());
        for (var answer : answers) {
            assertTrue(answer.statusCode() == 200 || answer.statusCode() == 409, answer.body());
            if (answer.statusCode() == 409) assertTrue(CaseDesk.JSON.readTree(answer.body()).get("nextEn").asString().length() > 5, answer.body());
        }
        assertEquals(1, types(desk).stream().filter("OpinionGiven"::equals).count(), types(desk).toString());

        var seen = "\"" + desk.version() + "\"";
        var parties = atOnce(6, _ -> desk.act(desk.officer, "name-party", party(), "If-Match", seen));
        assertEquals(1, parties.stream().filter(answer -> answer.statusCode() == 200).count());
        for (var answer : parties) assertTrue(answer.statusCode() == 200 || answer.statusCode() == 412, answer.body());
        assertEquals(1, types(desk).stream().filter("PartyNamed"::equals).count());

        var free = atOnce(4, _ -> desk.act(desk.officer, "name-party", party()));
        for (var answer : free) assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(5, types(desk).stream().filter("PartyNamed"::equals).count(), "acts that do not touch each other all count");
    }

    @Test
    void documents_numbered_at_once_get_numbers_in_a_row() throws Exception {
        var desk = CaseDesk.opened(server);
        desk.done(desk.officer, "name-party", party());
        var drafts = new ArrayList<String>();
        for (var i = 0; i < 16; i++) drafts.add(UUID.randomUUID().toString());
        for (var draft : drafts) {
            desk.done(desk.officer, "draft-document", fields("document", draft, "template", "penalty-notice", "values", fields()));
        }
        for (var answer : atOnce(16, i -> desk.act(desk.officer, "/documents/" + drafts.get(i) + "/number", ""))) assertEquals(200, answer.statusCode(), answer.body());
        var numbers = new ArrayList<String>();
        for (var draft : drafts) numbers.add(desk.officer.json("/api/cases/" + desk.id + "/documents/" + draft).get("number").asString());
        assertEquals(java.util.stream.IntStream.rangeClosed(1, 16).boxed().toList(),
            numbers.stream().map(number -> Integer.parseInt(number.replaceAll(".*〕|号", ""))).sorted().toList());
    }

    @Test
    void another_agencys_case_is_like_one_that_never_was() throws Exception {
        var desk = CaseDesk.opened(server);
        var document = UUID.randomUUID().toString();
        desk.done(desk.officer, "draft-document", fields("document", document, "template", "inquiry-record", "values", fields()));
        var picture = desk.picture();
        var stranger = server.person("cl.officer");
        var never = UUID.randomUUID().toString();
        for (var page : List.of("", "/trace", "/differences?from=2020-01-01T00:00:00Z&to=2030-01-01T00:00:00Z", "/documents/" + document,
                "/documents/" + document + "/paper", "/prefill/inquiry-record", "/objects/" + picture, "?asAt=2030-01-01T00:00:00Z")) {
            var theirs = stranger.get("/api/cases/" + desk.id + page);
            assertEquals(404, theirs.statusCode(), page + theirs.body());
            assertEquals(stranger.get("/api/cases/" + never + page).body().replace(never, desk.id), theirs.body());
        }
        for (var act : List.of("name-party", "open-case")) {
            var body = act.equals("open-case") ? desk.opening("抢注", at(1, 9)) : party();
            var answer = desk.act(stranger, act, body);
            assertEquals(404, answer.statusCode(), answer.body());
        }
        for (var act : List.of("lock", "number", "seal")) {
            assertEquals(404, desk.act(stranger, "/documents/" + document + "/" + act, act.equals("seal") ? fields("issuedOn", day(0)) : "").statusCode(), act);
        }
        for (var method : List.of("GET", "DELETE")) {
            assertEquals(404, stranger.send(method, "/api/cases/" + desk.id + "/documents/" + document + "/typing", BodyPublishers.noBody()).statusCode(), method);
        }
        assertEquals(404, stranger.send("PUT", "/api/cases/" + desk.id + "/documents/" + document + "/typing", BodyPublishers.ofString("{\"values\":{}}"),
            "Content-Type", "application/json").statusCode());
        assertEquals(404, desk.upload(stranger, "/pictures", new byte[8], "image/png").statusCode());
        assertEquals(0, stranger.json("/api/cases").get("total").asInt());
        var theirs = CaseDesk.of(server, "CL");
        theirs.done(theirs.officer, "open-case", theirs.opening("自己的案件", at(1, 9)));
        var taken = desk.refused(stranger, "name-party", party(), 404, "not-found");
        assertEquals("没有这个案件", taken.get("title").asString());
        var foreign = theirs.opening("借用他人", at(1, 9));
        foreign.put("id", never);
        foreign.put("handlers", List.of(desk.officerId, desk.colleagueId));
        var answer = theirs.officer.post("/api/cases/" + never + "/acts/open-case", CaseDesk.JSON.writeValueAsString(foreign));
        assertEquals(409, answer.statusCode(), "officers of another agency are none: " + answer.body());
        var borrowed = fields("as", "officer", "name", "张", "kind", "signature", "on", day(0), "onPaper", false, "picture", picture);
        var signature = theirs.act(theirs.officer, "sign-document", fields("document", UUID.randomUUID().toString(), "signature", borrowed));
        assertEquals("422 no-such-object", signature.statusCode() + " " + CaseDesk.JSON.readTree(signature.body()).get("code").asString());
    }

    @Test
    void times_are_taken_from_the_past_and_never_from_the_future() throws Exception {
        var desk = CaseDesk.opened(server);
        var early = CaseDesk.of(server, "SQ");
        early.refused(early.officer, "open-case", early.opening("明天的案件", at(-1, 9)), 422, "in-the-future");
        early.refused(early.officer, "enter-stage", entered("investigation", 0), 404, "not-found");
        desk.refused(desk.officer, "suspend-case", fields("reason", "等待", "on", day(-1)), 422, "in-the-future");
        desk.refused(desk.officer, "suspend-case", fields("reason", "等待", "on", day(400)), 422, "before-opening");
        desk.done(desk.officer, "tell-right", fields("right", "statement", "at", instant(at(19, 10)), "manner", "口头"));
        var trace = desk.officer.json("/api/cases/" + desk.id + "/trace").get("items");
        var told = trace.get(trace.size() - 1);
        assertTrue(told.get("recordedAt").asString().compareTo(told.get("data").get("at").asString()) > 0, "both times are kept: " + told);
        desk.done(desk.officer, "suspend-case", fields("reason", "等待", "on", day(3)));
        desk.refused(desk.officer, "resume-case", fields("on", day(4)), 422, "contradictory");
    }

    @FunctionalInterface
    private interface Numbered<T> {
        T call(int i) throws Exception;
    }

    private static <T> List<T> atOnce(int threads, Numbered<T> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var calls = new ArrayList<Callable<T>>();
            for (var i = 0; i < threads; i++) {
                var number = i;
                calls.add(() -> work.call(number));
            }
            var results = new ArrayList<T>();
            for (var future : pool.invokeAll(calls)) results.add(future.get());
            return results;
        }
    }
}
