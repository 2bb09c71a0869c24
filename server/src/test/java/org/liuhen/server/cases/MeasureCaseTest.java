package org.liuhen.server.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.server.cases.CaseDesk.at;
import static org.liuhen.server.cases.CaseDesk.day;
import static org.liuhen.server.cases.CaseDesk.fields;
import static org.liuhen.server.cases.CaseDesk.instant;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.server.RunningServer;

/** Sealing, its extension and lifting; and a finding through its life: raised, explained, rejected, appealed, decided. */
class MeasureCaseTest {

    private static final Map<String, Object> FOOD = fields("name", "过期饼干", "quantity", "12 袋", "condition", "完好");
    private static final Map<String, Object> SHELF = fields("name", "货架", "quantity", "1 个", "condition", "完好");

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

    private static CaseDesk opened() throws Exception {
        var desk = CaseDesk.of(server, "SQ");
        desk.done(desk.officer, "open-case", desk.opening("涉嫌经营过期食品案", at(60, 9)));
        desk.done(desk.officer, "name-party", fields("party", fields("id", UUID.randomUUID().toString(), "kind", "person", "name", "王小明")));
        return desk;
    }

    private static String draft(CaseDesk desk, String template) throws Exception {
        var document = UUID.randomUUID().toString();
        desk.done(desk.officer, "draft-document", fields("document", document, "template", template, "values", fields()));
        return document;
    }

    private static Map<String, Object> sealing(String measure, String decision, int daysAgo, int until) {
        return fields("measure", measure, "kind", "sealing", "decision", decision, "beganAt", instant(at(daysAgo, 9)), "until", day(until), "things", List.of(FOOD, SHELF),
            "place", "店内", "keeper", "王小明");
    }

    @Test
    void sealing_is_extended_and_lifted_and_what_cannot_be_is_refused() throws Exception {
        var desk = opened();
        var decision = draft(desk, "measure-decision");
        var measure = UUID.randomUUID().toString();
        desk.refused(desk.officer, "take-measure", sealing(measure, UUID.randomUUID().toString(), 20, 0), 409, "no-such-document");
        desk.refused(desk.officer, "take-measure", sealing(measure, decision, -1, -2), 422, "in-the-future");
        desk.refused(desk.officer, "take-measure", sealing(measure, decision, 20, 21), 422, "contradictory");
        var nothing = sealing(measure, decision, 20, 0);
        nothing.put("things", List.of());
        desk.refused(desk.officer, "take-measure", nothing, 422, "empty");
        desk.done(desk.officer, "take-measure", sealing(measure, decision, 20, -9));
        desk.refused(desk.officer, "take-measure", sealing(measure, decision, 19, -9), 409, "already-taken");
        var ending = desk.refused(desk.officer, "end-case", fields("ground", "performed", "on", day(0)), 422, "incomplete");
        assertTrue(ending.get("missing").toString().contains("解除"), ending.toString());

        var extension = draft(desk, "measure-extension-decision");
        var extend = fields("measure", measure, "until", day(0), "decision", extension, "reason", "等待检验结果");
        desk.refused(desk.officer, "extend-measure", extend, 422, "contradictory");
        extend.put("until", day(-39));
        desk.done(desk.officer, "extend-measure", extend);
        assertEquals(day(-39), desk.view(desk.officer).get("measures").get(0).get("until").asString());

        var lifting = draft(desk, "measure-lifting-decision");
        var lift = fields("measure", measure, "at", instant(at(25, 9)), "manner", "returned", "decision", lifting, "things", List.of(FOOD));
        desk.refused(desk.officer, "lift-measure", lift, 422, "contradictory");
        lift.put("at", instant(at(1, 9)));
        lift.put("things", List.of(fields("name", "冰柜", "quantity", "1", "condition", "好")));
        desk.refused(desk.officer, "lift-measure", lift, 409, "not-in-inventory");
        lift.put("things", List.of(FOOD));
        desk.done(desk.officer, "lift-measure", lift);
        assertFalse(desk.view(desk.officer).get("measures").get(0).get("ended").asBoolean(), "the shelf is still sealed");
        lift.put("things", List.of());
        desk.done(desk.officer, "lift-measure", lift);
        assertTrue(desk.view(desk.officer).get("measures").get(0).get("ended").asBoolean());
        lift.put("manner", "other");
        desk.refused(desk.officer, "lift-measure", lift, 409, "measure-ended");
        desk.refused(desk.officer, "extend-measure", extend, 409, "measure-ended");
    }

    @Test
    void a_finding_is_explained_rejected_appealed_and_decided_by_different_people() throws Exception {
        var desk = opened();
        var measure = UUID.randomUUID().toString();
        desk.done(desk.officer, "take-measure", sealing(measure, draft(desk, "measure-decision"), 45, 20));
        var found = desk.finding("CN-compulsion-25");
        assertEquals(List.of("raised", measure), List.of(found.get("state").asString(), found.get("subject").asString()));
        assertTrue(found.get("due").asString().startsWith(day(20)) || found.get("due").asString().compareTo(day(14)) < 0, found.toString());
        var open = desk.view(desk.officer).get("findings").valueStream().filter(one -> one.get("state").asString().equals("raised")).count();
        assertEquals(open, row(desk).get("findings").asLong());
        var key = fields("duty", found.get("duty").asString(), "subject", measure, "occurrence", found.get("occurrence").asString());
        var legal = server.person("sq.legalsection");
        var head = server.person("sq.personincharge");

        desk.refused(legal, "judge-explanation", fields("finding", key, "accepted", true, "reason", "属实"), 409, "not-explained");
        desk.refused(server.person("sq.office"), "explain-finding", fields("finding", key, "text", "代为说明", "evidence", List.of()), 409, "not-named");
        desk.refused(desk.officer, "explain-finding", fields("finding", key, "text", " ", "evidence", List.of()), 422, "empty");
        desk.refused(desk.officer, "explain-finding", fields("finding", key, "text", "见附件", "evidence", List.of("sha256:" + "0".repeat(64))), 422, "no-such-object");
        desk.done(desk.officer, "explain-finding", fields("finding", key, "text", "检验期间不计入", "evidence", List.of(desk.picture())));
        assertEquals("explained", desk.finding("CN-compulsion-25").get("state").asString());
        assertEquals(403, desk.act(desk.officer, "judge-explanation", fields("finding", key, "accepted", true, "reason", "属实")).statusCode());
        desk.refused(desk.officer, "appeal-finding", fields("finding", key, "text", "不服"), 409, "not-rejected");
        desk.done(legal, "judge-explanation", fields("finding", key, "accepted", false, "reason", "没有检验文书"));
        desk.refused(legal, "judge-explanation", fields("finding", key, "accepted", true, "reason", "改变主意"), 409, "already-judged");
        desk.refused(head, "decide-appeal", fields("finding", key, "upheld", true, "reason", "成立"), 409, "not-appealed");
        desk.done(desk.officer, "appeal-finding", fields("finding", key, "text", "检验委托书已补交"));
        desk.done(head, "decide-appeal", fields("finding", key, "upheld", true, "reason", "申诉成立"));
        desk.refused(head, "decide-appeal", fields("finding", key, "upheld", false, "reason", "不成立"), 409, "appeal-decided");
        assertEquals("accepted", desk.finding("CN-compulsion-25").get("state").asString());
        assertEquals(open - 1, row(desk).get("findings").asLong());
        assertEquals(List.of("FindingExplained", "ExplanationJudged", "FindingAppealed", "AppealDecided"), desk.officer.json("/api/cases/" + desk.id + "/trace").get("items").valueStream()
            .map(step -> step.get("type").asString()).filter(type -> type.matches("FindingExplained|ExplanationJudged|FindingAppealed|AppealDecided")).toList());
    }

    private static tools.jackson.databind.JsonNode row(CaseDesk desk) throws Exception {
        return desk.officer.json("/api/cases").get("items").valueStream().filter(one -> one.get("id").asString().equals(desk.id)).findFirst().orElseThrow();
    }
}
