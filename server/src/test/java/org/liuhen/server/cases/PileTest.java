package org.liuhen.server.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.server.cases.CaseDesk.fields;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.server.RunningServer;
import tools.jackson.databind.JsonNode;

/** Paper that was signed by hand: scanned as a pile, and blanks whose numbers were given out beforehand. */
class PileTest {

    private static final int DPI = 150;

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
    void a_pile_sorts_itself_and_is_filed_once() throws Exception {
        var desk = CaseDesk.opened(server);
        var inquiry = locked(desk, "inquiry-record", Map.of("dialogue", longDialogue()));
        var inspection = locked(desk, "inspection-record", Map.of());
        var sheets = new ArrayList<byte[]>();
        var pages = pictures(desk, inquiry);
        assertTrue(pages.size() > 1, "a record of several pages");
        for (var i = pages.size() - 1; i > 0; i--) sheets.add(png(turned(pages.get(i), i)));
        sheets.add(png(new BufferedImage(600, 800, BufferedImage.TYPE_BYTE_GRAY))); // something without a code
        sheets.add(desk.officer.bytes("/api/cases/" + desk.id + "/documents/" + inspection + "/paper").body());

        var sorted = pile(desk, sheets, false);
        assertEquals("incomplete", of(sorted, inquiry).get("standing").asString());
        assertEquals("[1]", of(sorted, inquiry).get("missing").toString());
        assertEquals("fits", of(sorted, inspection).get("standing").asString());
        assertEquals(1, sorted.get("foreign").size());
        assertTrue(document(desk, inspection).get("scan") == null, "only sorted");

        sheets.add(png(turned(pages.getFirst(), 2)));
        sheets.add(png(pages.getFirst()));
        var filed = pile(desk, sheets, true);
        assertEquals("filed", of(filed, inquiry).get("standing").asString());
        assertEquals(1, of(filed, inquiry).get("doubled").size());
        assertEquals("filed", of(filed, inspection).get("standing").asString());
        var scan = document(desk, inquiry).get("scan");
        assertEquals(pages.size(), scan.get("pages").asInt());
        var bound = desk.officer.bytes("/api/cases/" + desk.id + "/objects/" + scan.get("scan").asString()).body();
        try (var file = Loader.loadPDF(bound)) {
            assertEquals(pages.size(), file.getNumberOfPages());
        }
        var version = desk.version();
        assertEquals("onFile", of(pile(desk, sheets, true), inquiry).get("standing").asString());
        assertEquals(version, desk.version(), "nothing is filed twice");
    }

    @Test
    void paper_of_another_case_or_version_is_told_and_not_filed() throws Exception {
        var desk = CaseDesk.opened(server);
        var other = CaseDesk.opened(server);
        var foreign = locked(other, "inspection-record", Map.of());
        var paper = other.officer.bytes("/api/cases/" + other.id + "/documents/" + foreign + "/paper").body();
        assertEquals("notExpected", pile(desk, List.of(paper), true).get("documents").get(0).get("standing").asString());
        other.done(other.officer, "unlock-text", fields("document", foreign));
        other.act(other.officer, "/documents/" + foreign + "/lock", "");
        assertEquals("otherVersion", pile(other, List.of(paper), true).get("documents").get(0).get("standing").asString());
        assertEquals(422, send(desk, List.of("%PDF-1.7 broken".getBytes(StandardCharsets.US_ASCII)), true).statusCode());
        var html = send(desk, List.of(paper, "<html>".getBytes(StandardCharsets.US_ASCII)), true);
        assertEquals(415, html.statusCode());
        assertTrue(CaseDesk.JSON.readTree(html.body()).get("title").asString().startsWith("第 2 个文件“x”："), html.body());
        assertEquals(400, send(desk, List.of(new byte[0]), true).statusCode());
        var tooLarge = send(desk, List.of(new byte[UploadedFile.SCAN_BYTES_MAX + 1]), true);
        assertEquals(413, tooLarge.statusCode(), tooLarge.body());
        var bomb = png(new BufferedImage(12_000, 6_000, BufferedImage.TYPE_BYTE_BINARY)); // a page of 72 million points in few bytes
        assertEquals(422, send(desk, List.of(bomb), true).statusCode());
    }

    @Test
    void paper_of_another_agency_is_told_like_any_strange_document() throws Exception {
        var desk = CaseDesk.opened(server);
        CaseDesk.adopt(server, "CL", "{by: cl.personincharge, activation: 2024-01-01, from: 2024-01-01}");
        var other = CaseDesk.of(server, "CL");
        other.done(other.officer, "open-case", other.opening("涉嫌无证经营案", CaseDesk.at(20, 9)));
        var foreign = locked(other, "inspection-record", Map.of());
        var pages = pictures(other, foreign);
        var spoiled = pages.getFirst(); // the code is cut off
        var sorted = pile(desk, List.of(png(pages.getLast()), png(spoiled.getSubimage(0, 0, spoiled.getWidth(), spoiled.getHeight() / 2))), true);
        var told = sorted.get("documents").get(0);
        assertEquals("notExpected", told.get("standing").asString());
        assertEquals("[1]", told.get("places").toString());
        assertTrue(told.path("title").isMissingNode() && told.path("document").isMissingNode(), "nothing of the other agency: " + told);
        assertEquals("[2]", sorted.get("foreign").toString());
    }

    @Test
    void blanks_are_issued_printed_used_and_void() throws Exception {
        var office = server.person("sq.office");
        var form = office.json("/api/blanks").get("items").get(0).get("template").asString();
        var officer = CaseDesk.of(server, "SQ");
        var issue = CaseDesk.JSON.writeValueAsString(fields("count", 3, "unit", "zf1", "to", officer.officerId));
        var key = UUID.randomUUID().toString();
        assertEquals(403, officer.officer.post("/api/blanks/" + form + "/issue", issue).statusCode());
        var listing = CaseDesk.JSON.readTree(office.send("POST", "/api/blanks/" + form + "/issue", BodyPublishers.ofString(issue), "Content-Type", "application/json",
                "Idempotency-Key", key).body());
        assertEquals(3, listing.get("items").size());
        listing = CaseDesk.JSON.readTree(office.send("POST", "/api/blanks/" + form + "/issue", BodyPublishers.ofString(issue), "Content-Type", "application/json",
                "Idempotency-Key", key).body());
        assertEquals(3, listing.get("items").size(), "issued once");
        var first = listing.get("items").get(2);
        assertTrue(first.get("written").asString().startsWith("双市监"), first.toString());

        var paper = office.bytes("/api/blanks/" + form + "/paper?first=1&last=3");
        assertEquals(200, paper.statusCode());
        try (var file = Loader.loadPDF(paper.body())) {
            assertTrue(file.getNumberOfPages() >= 3);
        }
        var spoiled = officer.officer.post("/api/blanks/" + form + "/void", "{\"number\":2,\"reason\":\"写坏\"}");
        assertEquals("voided", CaseDesk.JSON.readTree(spoiled.body()).get("items").get(1).get("state").asString(), spoiled.body());
        assertEquals(409, office.bytes("/api/blanks/" + form + "/paper?first=1&last=3").statusCode());
        for (var wrong : List.of("{}", "{\"number\":9,\"reason\":\"x\"}", "{\"number\":1,\"reason\":\"\"}", "[", "{\"number\":\"x\"}")) {
            var answer = officer.officer.post("/api/blanks/" + form + "/void", wrong);
            assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, wrong + answer.body());
        }
        for (var wrong : List.of("{}", "{\"count\":0,\"unit\":\"zf1\",\"to\":\"" + officer.officerId + "\"}",
                "{\"count\":501,\"unit\":\"zf1\",\"to\":\"" + officer.officerId + "\"}",
                "{\"count\":1,\"unit\":\"<b>\",\"to\":\"" + officer.officerId + "\"}", "{\"count\":1,\"unit\":\"zf1\",\"to\":\"" + UUID.randomUUID() + "\"}")) {
            var answer = office.post("/api/blanks/" + form + "/issue", wrong);
            assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, wrong + answer.body());
        }
        assertEquals(404, office.get("/api/blanks/no-such-form").statusCode());
        assertEquals(400, office.get("/api/blanks/" + form + "?year=7").statusCode());
    }

    private static List<Map<String, Object>> longDialogue() {
        var exchanges = new ArrayList<Map<String, Object>>();
        for (var i = 1; i <= 40; i++) exchanges.add(fields("question", "第" + i + "个问题：货架上的食品什么时候进的货？", "answer", "记不清了，要看进货的单据才知道。"));
        return exchanges;
    }

    private static String locked(CaseDesk desk, String template, Map<String, Object> dialogue) throws Exception {
        var own = fields();
        for (var field : desk.template(template).get("fields")) {
            if (dialogue.containsKey("dialogue") && field.get("type").asString().equals("dialogue")) {
                own.put(field.get("name").asString(), fields("is", "dialogue", "exchanges", dialogue.get("dialogue")));
            }
        }
        var document = UUID.randomUUID().toString();
        desk.done(desk.officer, "draft-document", fields("document", document, "template", template, "values", desk.filled(template, own)));
        var answer = desk.act(desk.officer, "/documents/" + document + "/lock", "");
        assertEquals(200, answer.statusCode(), answer.body());
        return document;
    }

    private static List<BufferedImage> pictures(CaseDesk desk, String document) throws Exception {
        var pictures = new ArrayList<BufferedImage>();
        try (var file = Loader.loadPDF(desk.officer.bytes("/api/cases/" + desk.id + "/documents/" + document + "/paper").body())) {
            var renderer = new PDFRenderer(file);
            for (var i = 0; i < file.getNumberOfPages(); i++) pictures.add(renderer.renderImageWithDPI(i, DPI));
        }
        return pictures;
    }

    private static BufferedImage turned(BufferedImage page, int quarters) {
        var side = new AffineTransform();
        for (var i = 0; i < Math.floorMod(quarters, 4); i++) {
            // each quarter turn about the origin, moved back into the picture
            var height = i % 2 == 0 ? page.getHeight() : page.getWidth();
            side.preConcatenate(AffineTransform.getQuadrantRotateInstance(1));
            side.preConcatenate(AffineTransform.getTranslateInstance(height, 0));
        }
        return new AffineTransformOp(side, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(page, null);
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    private static HttpResponse<String> send(CaseDesk desk, List<byte[]> scans, boolean keep) throws Exception {
        var boundary = "-----" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        for (var scan : scans) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"scans\"; filename=\"x\"\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.writeBytes(scan);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return desk.officer.send("POST", "/api/cases/" + desk.id + "/pile?keep=" + keep, BodyPublishers.ofByteArray(body.toByteArray()),
                "Content-Type", "multipart/form-data; boundary=" + boundary);
    }

    private static JsonNode pile(CaseDesk desk, List<byte[]> scans, boolean keep) throws Exception {
        var answer = send(desk, scans, keep);
        assertEquals(200, answer.statusCode(), answer.body());
        return CaseDesk.JSON.readTree(answer.body());
    }

    private static JsonNode of(JsonNode pile, String document) {
        return pile.get("documents").valueStream().filter(one -> one.path("document").asString("").equals(document)).findFirst().orElseThrow();
    }

    private static JsonNode document(CaseDesk desk, String id) throws Exception {
        return desk.officer.json("/api/cases/" + desk.id + "/documents/" + id);
    }
}
