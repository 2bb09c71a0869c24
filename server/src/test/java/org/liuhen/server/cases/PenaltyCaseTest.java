package org.liuhen.server.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.server.cases.CaseDesk.at;
import static org.liuhen.server.cases.CaseDesk.day;
import static org.liuhen.server.cases.CaseDesk.fields;
import static org.liuhen.server.cases.CaseDesk.instant;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

/** A penalty case of SQ from its opening to its end over HTTP, with the steps that are refused on the way. */
class PenaltyCaseTest {

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.fresh();
        CaseDesk.adopt(server, "SQ", "{by: sq.personincharge, activation: 2024-01-01, from: 2024-01-01}");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_whole_case_from_opening_to_end() throws Exception {
        var desk = CaseDesk.opened(server);
        initiation(desk);
        investigation(desk);
        var early = Instant.now();
        var before = desk.officer.get("/api/cases/" + desk.id + "?asAt=" + early).body();

        var tooEarly = desk.refused(desk.officer, "end-case", fields("ground", "performed", "on", day(0)), 422, "incomplete");
        assertTrue(articles(tooEarly).stream().allMatch(article -> article.matches("(SQ-[A-Z].*|CN-.*|product)")), tooEarly.toString());
        assertTrue(articles(tooEarly).stream().anyMatch(article -> article.startsWith("SQ-M")), tooEarly.toString());
        for (var missing : tooEarly.get("missing")) assertFalse(missing.get("wayOut").asString().isBlank(), missing.toString());

        approval(desk, "decision");
        var decision = decision(desk);
        assertEquals("final", document(desk, decision).get("phase").get("is").asString());
        unserved(desk, decision);
        served(desk, decision);
        performance(desk);
        desk.done(desk.officer, "end-case", fields("ground", "performed", "on", day(0)));

        var view = desk.view(desk.officer);
        assertEquals("ended", view.get("status").get("is").asString());
        desk.refused(desk.officer, "enter-stage", fields("stage", "serviceExecution", "on", day(0)), 409, "case-ended");
        assertEquals(before, desk.officer.get("/api/cases/" + desk.id + "?asAt=" + early).body(), "the past stays as it was");
        assertEquals("running", CaseDesk.JSON.readTree(before).get("status").get("is").asString());

        var row = desk.officer.json("/api/cases?state=ended&q=" + java.net.URLEncoder.encode("过期", StandardCharsets.UTF_8));
        assertEquals(0, row.get("total").asInt());
        row = desk.officer.json("/api/cases?state=ended&q=" + java.net.URLEncoder.encode("保质期", StandardCharsets.UTF_8));
        assertEquals(desk.id, row.get("items").get(0).get("id").asString());
        assertEquals(view.get("number").asString(), row.get("items").get(0).get("number").asString());
        trace(desk, view);
        rebuilt();
    }

    private static void initiation(CaseDesk desk) throws Exception {
        desk.done(desk.officer, "name-party", fields("party", fields("id", UUID.randomUUID().toString(), "kind", "company", "name", "承德双桥区龘记食品店",
            "identityNumber", "92130802MA0ABCDE12", "address", "双桥区𠮷祥路 12 号", "phone", "0314-2000000")));
        desk.done(desk.officer, "state-source", fields("source", fields("kind", "inspectionPlan", "on", day(20), "cause", "检查中发现过期食品")));
        desk.done(desk.officer, "enter-stage", fields("stage", "investigation", "on", day(19)));
        desk.done(desk.officer, "show-certificates", fields("officers", List.of(desk.officerId, desk.colleagueId), "toWhom", "店主", "at", instant(at(19, 9)), "how", "当面出示"));
        for (var right : List.of("statement", "defence", "recusal", "hearing")) {
            desk.done(desk.officer, "tell-right", fields("right", right, "at", instant(at(19, 10)), "manner", "当面口头告知"));
            desk.done(desk.officer, "record-response", fields("right", right, "response", "waived", "at", instant(at(19, 11))));
        }
    }

    private static void investigation(CaseDesk desk) throws Exception {
        for (var template : List.of("inspection-record", "inquiry-record")) {
            var record = desk.made(template, fields());
            assertEquals("final", document(desk, record).get("phase").get("is").asString());
            var paper = desk.officer.bytes("/api/cases/" + desk.id + "/documents/" + record + "/paper");
            assertEquals("application/pdf", paper.headers().firstValue("Content-Type").orElse(""));
            assertTrue(new String(paper.body(), 0, 5, StandardCharsets.US_ASCII).startsWith("%PDF-"));
        }
        for (var item : List.of("documentaryAndPhysicalEvidence", "sampling", "testing", "evidencePreservation", "coerciveMeasure", "hearingAndArgument")) {
            desk.done(desk.officer, "declare-item", fields("item", fields("stage", "investigation", "item", item), "declaration", "didNotOccur"));
        }
    }

    private static void approval(CaseDesk desk, String matter) throws Exception {
        var approval = UUID.randomUUID().toString();
        var proposal = fields("proposal", "罚款五千元", "facts", "经营过期食品", "evidence", "笔录两份", "basis", "食品安全法第一百二十四条", "discretion", "及时改正，从轻");
        var incomplete = fields("approval", approval, "matter", matter, "proposal", fields("proposal", "罚款", "facts", "", "evidence", "", "basis", "", "discretion", ""));
        assertTrue(articles(desk.refused(desk.officer, "request-approval", incomplete, 422, "incomplete")).contains("SQ-M-8.1"));
        desk.done(desk.officer, "request-approval", fields("approval", approval, "matter", matter, "proposal", proposal));
        var opinion = fields("approval", approval, "verdict", "agreed", "opinion", "同意", "signedOn", day(0), "onPaper", false);
        assertEquals(403, desk.act(desk.officer, "give-opinion", opinion).statusCode());
        desk.refused(server.person("sq.personincharge"), "give-opinion", opinion, 409, "not-your-step");
        desk.done(server.person("sq.unithead"), "give-opinion", opinion);
        desk.done(server.person("sq.personincharge"), "give-opinion", opinion);
        assertEquals("agreed", desk.view(desk.officer).get("approvals").get(0).get("state").asString());
        for (var item : List.of("legalReview", "collectiveDiscussion")) {
            desk.done(desk.officer, "declare-item", fields("item", fields("stage", "reviewDecision", "item", item), "declaration", "notRequired",
                "ground", "不属于应当审核或者讨论的案件"));
        }
    }

    private static String decision(CaseDesk desk) throws Exception {
        var document = desk.signed("penalty-decision", fields("issuedOn", fields("is", "day", "day", day(0)), "facts", CaseDesk.text("经营超过保质期的食品 12 袋")));
        desk.refused(desk.officer, "finalise-document", fields("document", document), 409, "not-numbered");
        desk.done(desk.officer, "/documents/" + document + "/number", "");
        var number = document(desk, document).get("number").asString();
        assertEquals("双市监罚决〔" + CaseDesk.today().getYear() + "〕1号", number);
        desk.done(desk.officer, "/documents/" + document + "/number", "{}");
        assertEquals(number, document(desk, document).get("number").asString(), "a document has one number");
        var locked = desk.officer.bytes("/api/cases/" + desk.id + "/documents/" + document + "/paper").body();
        desk.done(desk.officer, "/documents/" + document + "/seal", fields("issuedOn", day(0)));
        var sealed = desk.officer.bytes("/api/cases/" + desk.id + "/documents/" + document + "/paper").body();
        assertNotEquals(locked.length, sealed.length);
        assertTrue(new String(sealed, StandardCharsets.ISO_8859_1).contains("ETSI.CAdES.detached"));
        desk.done(desk.officer, "finalise-document", fields("document", document));
        assertEquals(locked.length, desk.officer.bytes("/api/cases/" + desk.id + "/documents/" + document + "/paper?version=1").body().length,
            "the text that was locked stays readable");
        return document;
    }

    private static void unserved(CaseDesk desk, String decision) throws Exception {
        var refused = desk.refused(desk.officer, "end-case", fields("ground", "performed", "on", day(0)), 422, "incomplete");
        assertTrue(refused.get("missing").toString().contains("送达"), refused.toString());
        assertTrue(refused.get("missing").valueStream().anyMatch(missing -> missing.path("subject").asString("").equals(decision)), refused.toString());
    }

    private static void served(CaseDesk desk, String document) throws Exception {
        var service = UUID.randomUUID().toString();
        var facts = fields("method", "direct", "documents", List.of(document), "recipient", "王小明", "place", "当事人住所", "at", instant(Instant.now().minusSeconds(60)
            .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)), "signatures", List.of(), "receipts", List.of(), "server", desk.officerId);
        desk.done(desk.officer, "record-service", fields("service", service, "facts", facts));
        desk.refused(desk.officer, "complete-service", fields("service", service), 422, "incomplete");
        facts.put("signatures", List.of(
            fields("as", "server", "name", "张officer", "officer", desk.officerId, "kind", "signature", "on", day(0), "onPaper", false, "picture", desk.picture()),
            fields("as", "recipient", "name", "王小明", "kind", "signature", "on", day(0), "onPaper", false, "picture", desk.picture())));
        desk.done(desk.officer, "record-service", fields("service", service, "facts", facts));
        desk.done(desk.officer, "complete-service", fields("service", service));
        assertEquals(day(0), document(desk, document).get("served").asString());
    }

    private static void performance(CaseDesk desk) throws Exception {
        desk.done(server.person("sq.finance"), "record-performance", fields("on", day(0), "kind", "罚款", "amount", "5000", "status", "full"));
        for (var item : List.of("coerciveExecution", "confiscatedProperty")) {
            desk.done(desk.officer, "declare-item", fields("item", fields("stage", "serviceExecution", "item", item), "declaration", "didNotOccur"));
        }
    }

    /** The trace tells every step once, in order, and where it stands in the ledger. */
    private static void trace(CaseDesk desk, JsonNode view) throws Exception {
        var steps = desk.officer.json("/api/cases/" + desk.id + "/trace").get("items");
        assertEquals(view.get("version").asInt(), steps.size());
        for (var i = 0; i < steps.size(); i++) assertEquals(i + 1, steps.get(i).get("version").asInt());
        assertEquals("CaseOpened", steps.get(0).get("type").asString());
        assertEquals("张officer", steps.get(0).get("actor").get("name").asString());
        var ended = steps.get(steps.size() - 1).get("recordedAt").asString();
        var between = desk.officer.json("/api/cases/" + desk.id + "/differences?from=" + steps.get(4).get("recordedAt").asString() + "&to=" + ended).get("items");
        assertTrue(between.size() < steps.size() && between.size() > 0);
    }

    /** The tables follow from the journal: emptied and replayed they hold the same rows. */
    private static void rebuilt() {
        var rows = server.bean(AgencyRows.class);
        var before = tables(rows);
        new Rebuild(rows, server.beans(Projection.class)).run(_ -> {});
        assertEquals(before, tables(rows));
    }

    private static String tables(AgencyRows rows) {
        var all = new StringBuilder();
        for (var table : List.of("case_file", "case_words", "case_handler", "case_finding")) {
            all.append(rows.<String>ofAll(jdbc -> jdbc.sql("select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from " + table + " t")
                .query(String.class).single())).append('\n');
        }
        return all.toString();
    }

    private static JsonNode document(CaseDesk desk, String id) throws Exception {
        return desk.officer.json("/api/cases/" + desk.id + "/documents/" + id);
    }

    private static List<String> articles(JsonNode problem) {
        return problem.get("missing").valueStream().map(missing -> missing.get("article").asString()).toList();
    }
}
