package org.liuhen.server.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.server.cases.CaseDesk.day;
import static org.liuhen.server.cases.CaseDesk.fields;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.core.cases.ProcessCommand;
import org.liuhen.server.RunningServer;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.journal.Journal;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Rebuild;
import tools.jackson.databind.JsonNode;

/** What nobody should send: refused in both languages with nothing written, or taken as plain text; never a failure of the server. */
class HostileCaseTest {

    private static final int BODIES_PER_ACT = 8;

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

    /** Somebody who may ask for the act. */
    private static Map<String, RunningServer.Client> clients() throws Exception {
        var byRole = new HashMap<String, RunningServer.Client>();
        for (var role : List.of("officer", "unitHead", "legalSection", "personInCharge", "finance", "supervision", "custodian")) {
            byRole.put(role, server.person("sq." + role.toLowerCase(java.util.Locale.ROOT)));
        }
        var clients = new TreeMap<String, RunningServer.Client>();
        for (var act : CaseActs.ALL.all()) {
            var role = act.roles().stream().filter(one -> byRole.containsKey(one.word())).findFirst().orElseThrow();
            clients.put(act.name(), byRole.get(role.word()));
        }
        return clients;
    }

    /** A refusal that tells a person, in both languages, what is wrong. */
    private static JsonNode problem(HttpResponse<String> answer, String what) {
        assertEquals(4, answer.statusCode() / 100, what + ": " + answer.statusCode() + " " + answer.body());
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElse(""), what);
        var problem = CaseDesk.JSON.readTree(answer.body());
        assertTrue(problem.get("title").asString().codePoints().anyMatch(Character::isIdeographic), what + answer.body());
        assertTrue(problem.get("titleEn").asString().matches("(?s).*[a-z]{2}.*"), what + answer.body());
        return problem;
    }

    @Test
    void bodies_that_are_no_command_are_refused_by_every_act() throws Exception {
        var desk = CaseDesk.opened(server);
        var before = desk.version();
        var bodies = new LinkedHashMap<String, byte[]>();
        for (var text : List.of("", "null", "[]", "7", "\"x\"", "{", "{}{}", "{\"a\":1,\"a\":2}", "{}", "{\"id\":null}", "{\"on\":1.5}", "{\"on\":99999999999999999999}",
                "{\"on\":1e400}", "{\"reason\":\"a\\u0000b\"}", "{\"reason\":\"\\ud800\"}", "{\"reason\":\"\\u0007\"}", "{\"reason\":\"\\u202e反\"}", "{\"\\ufeffreason\":\"x\"}", "{\"no such\":\"component\"}", "{'a':1}", "{\"a\":NaN}",
                "[".repeat(10_000), "{\"a\":".repeat(10_000))) {
            bodies.put(text.substring(0, Math.min(30, text.length())), text.getBytes(StandardCharsets.UTF_8));
        }
        bodies.put("not UTF-8", new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, '(', '"', '}'});
        var few = new LinkedHashMap<String, byte[]>();
        few.put("a megabyte of text", ("{\"reason\":\"" + "长".repeat(350_000) + "\"}").getBytes(StandardCharsets.UTF_8));
        few.put("ten thousand items", ("{\"by\":[" + "\"x\",".repeat(9_999) + "\"x\"]}").getBytes(StandardCharsets.UTF_8));
        few.put("a long name", ("{\"" + "n".repeat(60_000) + "\":1}").getBytes(StandardCharsets.UTF_8));
        var clients = clients();
        bodies.putAll(few);
        for (var act : clients.entrySet()) {
            for (var body : bodies.entrySet()) {
                if (few.containsKey(body.getKey()) && !act.getKey().startsWith("s")) continue; // the large ones are read before the act matters
                var answer = act.getValue().send("POST", "/api/cases/" + desk.id + "/acts/" + act.getKey(), BodyPublishers.ofByteArray(body.getValue()),
                    "Content-Type", "application/json");
                problem(answer, act.getKey() + " " + body.getKey());
                assertTrue(answer.body().length() < 4_000, "what was sent is not sent back: " + body.getKey());
            }
        }
        var large = desk.act(desk.officer, "enter-stage", "{\"stage\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}");
        assertEquals(413, large.statusCode(), large.body());
        for (var act : List.of("no-such-act", "note-assessment", "lock-text", "affix-seal", "Open-Case", "open-case%20")) {
            var answer = desk.act(desk.officer, act, "{}");
            problem(answer, act);
        }
        for (var page : List.of("?asAt=yesterday", "/trace?asAt=x", "/differences", "/differences?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", "/documents/7",
                "/documents/" + UUID.randomUUID() + "/paper", "/prefill/no-such", "/objects/x", "?asAt=2001-01-01T00:00:00Z")) {
            problem(desk.officer.get("/api/cases/" + desk.id + page), page);
        }
        for (var query : List.of("state=x", "size=0", "size=100000", "page=-1", "sort=x", "from=x", "to=2026-13-01", "handler=x", "q=" + "x".repeat(200), "q=%ED%A0%80")) {
            problem(desk.officer.get("/api/cases?" + query), query);
        }
        for (var query : List.of("q=%00", "q=%25", "q=_", "q=%27%3B--", "q=%F0%A0%AE%B7", "q=!", "kind=x", "from=0001-01-01", "to=9999-12-31")) {
            assertEquals(200, desk.officer.get("/api/cases?" + query).statusCode(), query);
        }
        for (var body : List.of("{}", "{\"profile\":null}", "null", "[]")) {
            problem(server.person("sq.legalsection").post("/api/law/rehearsals", body), "rehearsal of " + body);
            problem(server.visitor().post("/api/session", body), "sign-in with " + body);
        }
        assertEquals(before, desk.version(), "nothing was written");
    }

    @Test
    void contradictory_and_hostile_commands_of_every_kind_never_break_the_server() throws Exception {
        var desk = CaseDesk.opened(server);
        var ids = new ArrayList<>(List.of(desk.id, desk.officerId, desk.colleagueId));
        for (var i = 0; i < 3; i++) ids.add(UUID.randomUUID().toString());
        desk.done(desk.officer, "draft-document", fields("document", ids.get(3), "template", "inquiry-record", "values", fields()));
        var clients = clients();
        var done = new TreeMap<String, Integer>();
        for (var round = 0; round < BODIES_PER_ACT; round++) {
            var ends = round == BODIES_PER_ACT - 1;
            for (var act : CaseActs.ALL.all()) {
                if (!ends && List.of("end-case", "transfer-case", "merge-case", "suspend-case").contains(act.name())) continue; // what comes after would be refused for that
                var type = act.command() == ProcessCommand.FileRecording.class ? RecordingOnFile.Asked.class : act.command();
                var body = CaseDesk.JSON.writeValueAsString(new HostileBodies(round * 1000L + act.name().hashCode(), ids).of(type));
                var version = events(desk);
                var answer = desk.act(Objects.requireNonNull(clients.get(act.name())), act.name(), body);
                if (answer.statusCode() == 200) {
                    done.merge(act.name(), 1, Integer::sum);
                } else {
                    problem(answer, act.name() + " " + (body.length() > 600 ? body.substring(0, 600) : body));
                    assertEquals(version, events(desk), act.name() + " was refused and written");
                }
            }
        }
        assertTrue(done.size() > 15, "most of these commands never reached the case: " + done);
        for (var page : List.of("", "/trace", "/prefill/penalty-decision", "/documents/" + ids.get(3), "/documents/" + ids.get(3) + "/paper?draft=1")) {
            var answer = desk.officer.get("/api/cases/" + desk.id + page);
            assertEquals(200, answer.statusCode(), page + answer.body().substring(0, Math.min(500, answer.body().length())));
        }
        for (var page : List.of("/api/cases", "/api/findings", "/api/cases?q=%3Cscript")) {
            var answer = desk.officer.get(page);
            assertEquals(200, answer.statusCode(), page + answer.body());
            assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
            assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json"));
        }
        new Rebuild(server.bean(AgencyRows.class), server.beans(Projection.class)).run(_ -> {});
        assertEquals(200, desk.officer.get("/api/cases/" + desk.id).statusCode(), "the journal can be replayed");
    }

    private static int events(CaseDesk desk) {
        return server.bean(Journal.class).read(UUID.fromString(desk.id)).size();
    }

    @Test
    void hostile_text_is_kept_as_it_was_typed_and_printed_as_text() throws Exception {
        var desk = CaseDesk.opened(server);
        for (var text : HostileBodies.KEPT) {
            var party = UUID.randomUUID().toString();
            desk.done(desk.officer, "name-party", fields("party", fields("id", party, "kind", "company", "name", text)));
            var named = desk.view(desk.officer).get("parties").valueStream().filter(one -> one.get("id").asString().equals(party)).findFirst().orElseThrow();
            assertEquals(text, named.get("name").asString());
            var document = UUID.randomUUID().toString();
            desk.done(desk.officer, "draft-document", fields("document", document, "template", "inquiry-record", "values", desk.filled("inquiry-record",
                fields("place", CaseDesk.text(text), "party", CaseDesk.text(text)))));
            var locked = desk.act(desk.officer, "/documents/" + document + "/lock", "");
            assertEquals(200, locked.statusCode(), text + locked.body());
            var paper = desk.officer.bytes("/api/cases/" + desk.id + "/documents/" + document + "/paper");
            var pdf = new String(paper.body(), StandardCharsets.ISO_8859_1);
            assertTrue(pdf.startsWith("%PDF-"), text);
            for (var active : List.of("/JavaScript", "/JS", "/Launch", "/URI", "/EmbeddedFile")) assertFalse(pdf.contains(active), text + active);
            assertEquals("nosniff", paper.headers().firstValue("X-Content-Type-Options").orElse(""));
            assertTrue(paper.headers().firstValue("Content-Security-Policy").orElse("").contains("default-src 'none'"));
        }
    }

    @Test
    void more_than_an_entry_holds_is_refused_with_a_sentence_and_nothing_is_written() throws Exception {
        var desk = CaseDesk.opened(server);
        var before = desk.version();
        var values = new LinkedHashMap<String, Object>();
        for (var field : List.of("facts", "evidence")) values.put(field, CaseDesk.text("长".repeat(10_000)));
        var document = UUID.randomUUID().toString();
        var refused = desk.refused(desk.officer, "draft-document", fields("document", document, "template", "penalty-decision", "values", values), 422, "content-too-large");
        assertTrue(refused.get("detail").asString().contains("48 KiB") && refused.get("nextEn").asString().contains("kept"), refused.toString());
        assertEquals(before, desk.version());
        assertEquals(404, desk.officer.get("/api/cases/" + desk.id + "/documents/" + document).statusCode());

        desk.done(desk.officer, "draft-document", fields("document", document, "template", "penalty-decision", "values", desk.filled("penalty-decision", fields())));
        before = desk.version();
        desk.refused(desk.officer, "save-draft", fields("document", document, "values", values), 422, "content-too-large", "If-Match", "\"" + before + "\"");
        desk.refused(desk.officer, "suspend-case", fields("reason", "长".repeat(20_000), "on", day(0)), 422, "content-too-large");
        var text = desk.refused(desk.officer, "suspend-case", fields("reason", "长".repeat(20_001), "on", day(0)), 422, "text-too-long");
        assertEquals("body.reason", text.get("path").asString());
        assertEquals(before, desk.version());
        var typing = "/api/cases/" + desk.id + "/documents/" + document + "/typing";
        var typed = CaseDesk.JSON.writeValueAsString(fields("values", values));
        assertEquals(204, desk.officer.send("PUT", typing, BodyPublishers.ofString(typed), "Content-Type", "application/json").statusCode());
        assertEquals(typed, CaseDesk.JSON.writeValueAsString(Map.of("values", desk.officer.json(typing).get("values"))), "what was typed is not lost");
        assertEquals(204, desk.colleague.get(typing).statusCode(), "and nobody else's");
        problem(desk.officer.send("PUT", typing, BodyPublishers.ofString("{\"values\":"), "Content-Type", "application/json"), "half a body");
        problem(desk.officer.send("PUT", typing, BodyPublishers.ofString("x".repeat(1_100_000)), "Content-Type", "application/json"), "a megabyte");
    }
}
