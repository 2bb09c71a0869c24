package org.liuhen.server.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.server.cases.CaseDesk.at;
import static org.liuhen.server.cases.CaseDesk.day;
import static org.liuhen.server.cases.CaseDesk.fields;
import static org.liuhen.server.cases.CaseDesk.instant;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.server.RunningServer;
import org.liuhen.server.agencies.Register;
import tools.jackson.databind.JsonNode;

/** A licence case of CL, on application, from the application to its end over HTTP; and the agency's profile adopted anew in the middle of one. */
class LicenceCaseTest {

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.fresh();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** From that day on count the articles whose text does not print its day. */
    private static void adopt(String activation) throws Exception {
        var administrator = server.person("cl.systemadministrator");
        var offered = administrator.json("/api/register").get("offered").get("digest").asString();
        var by = server.bean(Register.class).personByUsername("cl.personincharge").orElseThrow().id();
        var answer = administrator.post("/api/register/adopt-profile",
            "{\"digest\":\"%s\",\"from\":\"2024-01-01\",\"activation\":\"%s\",\"by\":\"%s\",\"confirmations\":[]}".formatted(offered, activation, by));
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private static CaseDesk opened() throws Exception {
        var desk = CaseDesk.of(server, "CL");
        var opening = desk.opening("食品经营许可", at(20, 9));
        opening.putAll(fields("kind", "licence", "origin", "onApplication"));
        desk.done(desk.officer, "open-case", opening);
        desk.done(desk.officer, "name-party", fields("party", fields("id", UUID.randomUUID().toString(), "kind", "company", "name", "昌黎某某食品有限公司",
            "address", "昌黎县某某路 1 号")));
        desk.done(desk.officer, "receive-application", fields("application",
            fields("receivedAt", instant(at(20, 10)), "applicant", "昌黎某某食品有限公司", "materials", List.of("申请书", "营业执照"))));
        return desk;
    }

    private static Map<String, Object> acceptance(String outcome, Object... more) {
        var acceptance = fields("outcome", outcome, "at", instant(at(19, 9)), "corrections", List.of(), "toSupplement", List.of());
        acceptance.putAll(fields(more));
        return fields("acceptance", acceptance);
    }

    @Test
    void from_the_application_to_the_licence() throws Exception {
        adopt("2024-01-01");
        var desk = opened();
        outcomes(desk);
        desk.done(desk.officer, "enter-stage", fields("stage", "investigation", "on", day(19)));
        desk.done(desk.officer, "show-certificates", fields("officers", List.of(desk.officerId, desk.colleagueId), "toWhom", "申请人", "at", instant(at(3, 9)), "how", "当面"));
        verification(desk);
        for (var right : List.of("statement", "defence", "recusal", "hearing")) {
            desk.done(desk.officer, "except-right", fields("right", right, "ground", "准予许可，不影响当事人权利"));
        }
        desk.agreed("licenceDecision");
        var decision = desk.made("licence-decision", fields("issuedOn", fields("is", "day", "day", day(0))));
        assertEquals("final", desk.officer.json("/api/cases/" + desk.id + "/documents/" + decision).get("phase").get("is").asString());
        served(desk, decision);
        desk.done(desk.officer, "end-case", fields("ground", "granted", "on", day(0)));
        assertEquals("ended", desk.view(desk.officer).get("status").get("is").asString());
        var row = desk.officer.json("/api/cases?kind=licence&state=ended").get("items").get(0);
        assertEquals(List.of(desk.id, "onApplication", "昌黎某某食品有限公司"),
            List.of(row.get("id").asString(), row.get("origin").asString(), row.get("party").asString()));
    }

    /** Each outcome asks for what its own item of article 6 names; exactly one holds. */
    private static void outcomes(CaseDesk desk) throws Exception {
        record Lacking(String article, Map<String, Object> body) {}
        for (var lacking : List.of(
                new Lacking("CL-6.1", acceptance("accept")),
                new Lacking("CL-6.2", acceptance("acceptWithVerification", "verificationMatter", "经营场所")),
                new Lacking("CL-6.3", acceptance("correctOnSpotThenAccept")),
                new Lacking("CL-6.4", acceptance("notifySupplementAndReject", "toSupplement", List.of("场所平面图"))),
                new Lacking("CL-6.5", acceptance("rejectNotCompetent")))) {
            var problem = desk.refused(desk.officer, "decide-acceptance", lacking.body, 422, "incomplete");
            for (var missing : problem.get("missing")) assertEquals(lacking.article, missing.get("article").asString(), problem.toString());
        }
        var tooEarly = acceptance("acceptWithVerification", "at", instant(at(21, 9)));
        desk.refused(desk.officer, "decide-acceptance", tooEarly, 422, "contradictory");
        desk.refused(desk.officer, "decide-acceptance", acceptance("accept", "at", instant(at(-1, 9))), 422, "in-the-future");
        desk.done(desk.officer, "decide-acceptance", acceptance("acceptWithVerification", "verificationMatter", "经营场所",
            "verificationReason", "材料与场所是否一致", "verificationAt", instant(at(3, 9))));
        desk.refused(desk.officer, "decide-acceptance", acceptance("rejectNotCompetent", "authority", "住建部门"), 409, "outcome-decided");
        assertEquals(1, desk.view(desk.officer).get("licence").get("outcomes").size());
    }

    /** The time of verification that the applicant was told has passed: found until the record is there. */
    private static void verification(CaseDesk desk) throws Exception {
        var finding = desk.finding("CL-6.2");
        assertEquals("raised", finding.get("state").asString());
        assertTrue(desk.officer.get("/api/findings?mine=1").body().contains(desk.id));
        desk.made("verification-record", fields("beganAt", fields("is", "time", "at", instant(at(3, 9))), "endedAt", fields("is", "time", "at", instant(at(3, 10)))));
        assertEquals("cleared", desk.finding("CL-6.2").get("state").asString());
    }

    private static void served(CaseDesk desk, String document) throws Exception {
        var service = UUID.randomUUID().toString();
        desk.done(desk.officer, "record-service", fields("service", service, "facts", fields("method", "direct", "documents", List.of(document),
            "recipient", "王小明", "place", "窗口", "at", instant(Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS)), "receipts", List.of(),
            "server", desk.officerId, "signatures", List.of(
                fields("as", "server", "name", "张officer", "officer", desk.officerId, "kind", "signature", "on", day(0), "onPaper", false, "picture", desk.picture()),
                fields("as", "recipient", "name", "王小明", "kind", "signature", "on", day(0), "onPaper", false, "picture", desk.picture())))));
        desk.done(desk.officer, "complete-service", fields("service", service));
    }

    @Test
    void a_profile_adopted_in_the_middle_counts_from_then_on_and_leaves_the_past_as_it_was() throws Exception {
        adopt("2024-01-02");
        var desk = opened();
        desk.refused(desk.officer, "decide-acceptance", acceptance("accept"), 422, "incomplete");
        var opened = desk.view(desk.officer).get("profile").asString();
        var early = Instant.now();
        var before = desk.officer.get("/api/cases/" + desk.id + "?asAt=" + early).body();
        adopt(day(5));
        desk.done(desk.officer, "decide-acceptance", acceptance("accept")); // that article now binds from a later day than the act
        var later = CaseDesk.of(server, "CL");
        var opening = later.opening("食品经营许可变更", at(4, 9));
        opening.putAll(fields("kind", "licence", "origin", "onApplication"));
        later.done(later.officer, "open-case", opening);
        later.done(later.officer, "receive-application", fields("application", fields("receivedAt", instant(at(4, 9)), "applicant", "某公司", "materials", List.of("申请书"))));
        later.refused(later.officer, "decide-acceptance", acceptance("accept", "at", instant(at(4, 10))), 422, "incomplete");
        assertEquals(opened, desk.view(desk.officer).get("profile").asString(), "the law of the opening stays named");
        assertNotEquals(opened, later.view(later.officer).get("profile").asString(), "another adoption is another law");
        assertEquals(before, desk.officer.get("/api/cases/" + desk.id + "?asAt=" + early).body(), "the past stays as it was, rules too");
    }

    @Test
    void an_agency_that_has_adopted_nothing_is_told_what_to_do() throws Exception {
        try (var other = RunningServer.fresh()) {
            var desk = CaseDesk.of(other, "CL");
            var problem = desk.refused(desk.officer, "open-case", desk.opening("尚未启用制度", at(1, 9)), 409, "no-profile");
            assertTrue(problem.get("nextEn").asString().contains("administrator"), problem.toString());
            assertEquals(404, desk.officer.get("/api/cases/" + desk.id).statusCode());
        }
    }

    @Test
    void an_application_belongs_to_a_case_on_application() throws Exception {
        adopt("2024-01-01");
        CaseDesk.adopt(server, "SQ", "{by: sq.personincharge, activation: 2024-01-01, from: 2024-01-01}");
        var desk = CaseDesk.opened(server);
        JsonNode problem = desk.refused(desk.officer, "receive-application", fields("application",
            fields("receivedAt", instant(at(20, 10)), "applicant", "某公司", "materials", List.of())), 409, "not-on-application");
        assertTrue(problem.has("next"), problem.toString());
    }
}
