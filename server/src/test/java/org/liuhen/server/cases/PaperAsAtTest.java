package org.liuhen.server.cases;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.server.cases.CaseDesk.fields;
import static org.liuhen.server.cases.CaseDesk.text;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.core.cases.DocumentEvent;
import org.liuhen.core.cases.Form;
import org.liuhen.core.cases.documents.FieldValue;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.DocumentId;
import org.liuhen.server.RunningServer;
import org.liuhen.server.journal.Journal;
import org.liuhen.server.journal.StreamAppend;
import org.liuhen.server.journal.Submission;

/** A document's paper as it stood at a moment, what the file is called, and drafts whose form the library has changed meanwhile. */
class PaperAsAtTest {

    private static final String FORM = "inspection-record";
    private static final String FORMER = "formerField";

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
    void the_paper_is_that_of_the_moment() throws Exception {
        var desk = CaseDesk.opened(server);
        var document = UUID.randomUUID().toString();
        desk.done(desk.officer, "draft-document", fields("document", document, "template", FORM, "values", desk.filled(FORM, fields("place", text("第一次写的地点")))));
        var drafted = Instant.now();
        Thread.sleep(5); // moments are told apart by milliseconds
        assertEquals(200, desk.act(desk.officer, "/documents/" + document + "/lock", "").statusCode());
        desk.done(desk.officer, "unlock-text", fields("document", document));
        desk.done(desk.officer, "save-draft", fields("document", document, "values", desk.filled(FORM, fields("place", text("第二次写的地点")))),
                "If-Match", "\"" + desk.version() + "\"");
        assertEquals(200, desk.act(desk.officer, "/documents/" + document + "/lock", "").statusCode());
        var versions = desk.officer.json("/api/cases/" + desk.id + "/documents/" + document).get("versions");
        var first = versions.get(0).get("at").asString();

        assertTrue(words(paper(desk, document, "?draft=1&asAt=" + drafted).body()).contains("第一次写的地点"));
        assertArrayEquals(paper(desk, document, "?version=1").body(), paper(desk, document, "?asAt=" + first).body());
        var now = paper(desk, document, "");
        assertArrayEquals(paper(desk, document, "?version=2").body(), now.body());
        assertTrue(words(now.body()).contains("第二次写的地点"));
        assertEquals(404, paper(desk, document, "?version=2&asAt=" + first).statusCode(), "then there was no second version");
        assertEquals(404, paper(desk, document, "?asAt=" + CaseDesk.at(3000, 9)).statusCode());
        assertEquals(400, paper(desk, document, "?asAt=yesterday").statusCode());
        assertEquals("inline; 现场检查（勘验）笔录.pdf", name(now));
        assertEquals("inline; 现场检查（勘验）笔录（第1版）.pdf", name(paper(desk, document, "?version=1")));
    }

    @Test
    void a_sealed_letter_of_the_past_has_its_number_and_seal() throws Exception {
        var desk = CaseDesk.opened(server);
        var document = desk.signed("correction-order", Map.of());
        desk.done(desk.officer, "/documents/" + document + "/number", "");
        desk.done(desk.officer, "/documents/" + document + "/seal", fields("issuedOn", CaseDesk.day(5)));
        var sealed = Instant.now();
        var paper = paper(desk, document, "");
        Thread.sleep(5);
        desk.done(desk.officer, "void-document", fields("document", document, "reason", "写错"));
        assertArrayEquals(paper.body(), paper(desk, document, "?asAt=" + sealed).body(), "with its seal, as it counted");
        assertTrue(name(paper).matches("inline; .+ 双市监.+号\\.pdf"), name(paper));
    }

    @Test
    void a_draft_outlives_a_change_of_its_form() throws Exception {
        var desk = CaseDesk.opened(server);
        var form = Form.of(server.bean(CaseLaw.class).templates().of(new TemplateId(FORM)).orElseThrow());
        var fields = new ArrayList<>(form.fields());
        fields.remove("place"); // which the library has added since
        fields.add(FORMER); // which it has taken out
        var document = begun(desk, form(form, form.template(), fields), Map.of(FORMER, new FieldValue.Text("旧模板里写的话")));
        var at = "/api/cases/" + desk.id + "/documents/" + document;

        var shown = desk.officer.json(at);
        assertEquals("{\"gone\":false,\"added\":[\"place\"],\"unfit\":[\"" + FORMER + "\"]}", shown.get("formChange").toString());
        assertEquals("旧模板里写的话", shown.get("values").get(FORMER).get("text").asString());
        var seen = "\"" + desk.version() + "\"";
        var kept = fields(FORMER, text("旧模板里写的话"), "place", text("执法一股"));
        var refused = desk.refused(desk.officer, "save-draft", fields("document", document, "values", kept), 422, "bad-fields", "If-Match", seen);
        assertTrue(refused.get("next").asString().contains("模板在起草之后已经更新"), refused.toString());
        assertEquals(422, desk.act(desk.officer, "/documents/" + document + "/lock", "").statusCode());
        assertEquals(200, paper(desk, document, "?draft=1").statusCode());

        var anew = UUID.randomUUID().toString();
        desk.done(desk.officer, "draft-document", fields("document", anew, "template", FORM, "values", fields("place", text("执法一股"))));
        desk.done(desk.officer, "void-document", fields("document", document, "reason", "模板已更新，按现行模板另拟"));
        assertTrue(desk.officer.json("/api/cases/" + desk.id + "/documents/" + anew).path("formChange").isMissingNode());
        assertEquals("旧模板里写的话", desk.officer.json(at).get("values").get(FORMER).get("text").asString(), "it stays readable");
    }

    @Test
    void a_draft_whose_form_is_gone_can_be_read_and_voided() throws Exception {
        var desk = CaseDesk.opened(server);
        var form = Form.of(server.bean(CaseLaw.class).templates().of(new TemplateId(FORM)).orElseThrow());
        var document = begun(desk, form(form, new TemplateId("former-record"), List.of(FORMER)), Map.of(FORMER, new FieldValue.Text("旧模板里写的话")));
        var shown = desk.officer.json("/api/cases/" + desk.id + "/documents/" + document);
        assertTrue(shown.get("formChange").get("gone").asBoolean() && shown.path("fields").isMissingNode(), shown.toString());
        assertEquals(409, desk.act(desk.officer, "/documents/" + document + "/lock", "").statusCode());
        assertEquals(409, paper(desk, document, "?draft=1").statusCode());
        desk.done(desk.officer, "void-document", fields("document", document, "reason", "模板已取消"));
    }

    private static Form form(Form now, TemplateId template, List<String> fields) {
        return new Form(template, now.title(), now.kind(), now.stage(), now.volume(), now.records(), fields, now.signatures(), now.agencySeal(),
                now.numbered(), now.approval(), now.served(), now.source());
    }

    /** As an earlier version of the library began it. */
    private static String begun(CaseDesk desk, Form form, Map<String, FieldValue> values) throws Exception {
        var document = DocumentId.parse(UUID.randomUUID().toString());
        server.bean(Journal.class).append(new Submission("SQ", UUID.randomUUID(), Actor.system("library"), Instant.now(), java.time.Duration.ZERO,
                List.of(new StreamAppend(UUID.fromString(desk.id), desk.version(), List.of(new DocumentEvent.DocumentDrafted(document, form, values))))));
        return document.toString();
    }

    private static HttpResponse<byte[]> paper(CaseDesk desk, String document, String query) throws Exception {
        return desk.officer.bytes("/api/cases/" + desk.id + "/documents/" + document + "/paper" + query);
    }

    private static String words(byte[] pdf) throws Exception {
        try (var file = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(file).replaceAll("\\s", "");
        }
    }

    /** As a browser reads it. */
    private static String name(HttpResponse<byte[]> answer) {
        var shown = answer.headers().firstValue("Content-Disposition").orElseThrow();
        return shown.substring(0, shown.indexOf(';')) + "; " + URLDecoder.decode(shown.substring(shown.indexOf("UTF-8''") + "UTF-8''".length()), StandardCharsets.UTF_8);
    }
}
