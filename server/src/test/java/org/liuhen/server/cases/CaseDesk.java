package org.liuhen.server.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.liuhen.formats.agencies.Registry;
import org.liuhen.server.RunningServer;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.agencies.Registrar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A case on a running server, acted on over HTTP as the pages do it. It is a penalty case of two officers of SQ. */
public final class CaseDesk {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final RunningServer server;
    final String agency;
    final RunningServer.Client officer;
    final RunningServer.Client colleague;
    final String id = UUID.randomUUID().toString();
    final String officerId;
    final String colleagueId;

    private CaseDesk(RunningServer server, String agency) throws Exception {
        this.server = server;
        this.agency = agency;
        var prefix = agency.toLowerCase(java.util.Locale.ROOT);
        officer = server.person(prefix + ".officer");
        colleague = server.person(prefix + ".officer2");
        officerId = person(prefix + ".officer");
        colleagueId = person(prefix + ".officer2");
    }

    /** The agency works by its profile, as adopted with that registry entry. */
    public static void adopt(RunningServer server, String agency, String profile) {
        server.bean(Registrar.class).enter(Registry.parse("""
            format: liuhen-registry-v1
            agencies:
              - code: %1$s
                name: %2$s
                units: [{code: zf1, name: 执法一股, kind: section}]
                people: [{username: %3$s.personincharge, name: 张personInCharge, unit: zf1, roles: [personInCharge]}]
                profile: %4$s
            """.formatted(agency, server.bean(Register.class).agency(agency).orElseThrow().name(), agency.toLowerCase(java.util.Locale.ROOT), profile)
            .getBytes(StandardCharsets.UTF_8)));
    }

    /** A case that nobody has opened yet. */
    static CaseDesk of(RunningServer server, String agency) throws Exception {
        return new CaseDesk(server, agency);
    }

    /** An opened case of SQ, whose handlers are both officers. */
    static CaseDesk opened(RunningServer server) throws Exception {
        var desk = of(server, "SQ");
        desk.done(desk.officer, "open-case", desk.opening("涉嫌经营超过保质期的食品案", at(20, 9)));
        return desk;
    }

    String person(String username) {
        return server.bean(Register.class).personByUsername(username).orElseThrow().id().toString();
    }

    Map<String, Object> opening(String subject, Instant at) {
        return fields("id", id, "kind", "penalty", "procedure", "ordinary", "origin", "exOfficio", "subject", subject, "unit", "zf1",
            "handlers", List.of(officerId, colleagueId), "at", instant(at));
    }

    static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    /** So many days ago, at that hour. */
    static Instant at(int daysAgo, int hour) {
        return today().minusDays(daysAgo).atTime(hour, 0).atZone(ZONE).toInstant();
    }

    static String day(int daysAgo) {
        return today().minusDays(daysAgo).toString();
    }

    static String instant(Instant at) {
        return at.toString().replace("Z", ".000Z");
    }

    /** Names and values by turns. */
    static Map<String, Object> fields(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return fields;
    }

    HttpResponse<String> act(RunningServer.Client by, String act, Object body, String... headers) throws IOException, InterruptedException {
        var text = body instanceof String raw ? raw : JSON.writeValueAsString(body);
        var all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return by.send("POST", "/api/cases/" + id + (act.startsWith("/") ? act : "/acts/" + act), BodyPublishers.ofString(text), all.toArray(String[]::new));
    }

    /** Carried out; the version after it. */
    long done(RunningServer.Client by, String act, Object body, String... headers) throws IOException, InterruptedException {
        var answer = act(by, act, body, headers);
        assertEquals(200, answer.statusCode(), act + ": " + answer.body());
        return JSON.readTree(answer.body()).get("version").asLong();
    }

    /** Refused with that code; the problem. */
    JsonNode refused(RunningServer.Client by, String act, Object body, int status, String code, String... headers) throws IOException, InterruptedException {
        var answer = act(by, act, body, headers);
        assertEquals(status, answer.statusCode(), act + ": " + answer.body());
        var problem = JSON.readTree(answer.body());
        assertEquals(code, problem.get("code").asString(), answer.body());
        return problem;
    }

    JsonNode view(RunningServer.Client by) throws IOException, InterruptedException {
        return by.json("/api/cases/" + id);
    }

    long version() throws IOException, InterruptedException {
        return view(officer).get("version").asLong();
    }

    /** The picture of somebody's signature, in the vault. */
    String picture() throws IOException, InterruptedException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 10, BufferedImage.TYPE_INT_ARGB), "png", picture);
        var answer = upload(officer, "/pictures", picture.toByteArray(), "image/png");
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body()).get("digest").asString();
    }

    HttpResponse<String> upload(RunningServer.Client by, String path, byte[] file, String type) throws IOException, InterruptedException {
        var boundary = "-----" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../x\"\r\nContent-Type: " + type + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return by.send("POST", "/api/cases/" + id + path, BodyPublishers.ofByteArray(body.toByteArray()), "Content-Type", "multipart/form-data; boundary=" + boundary);
    }

    /** Values for every field that a final document of that form needs: what is known already, and something fitting for the rest. */
    Map<String, Object> filled(String template, Map<String, Object> own) throws IOException, InterruptedException {
        var values = new LinkedHashMap<String, Object>();
        var known = officer.json("/api/cases/" + id + "/prefill/" + template).get("values");
        for (var field : template(template).get("fields")) {
            var name = field.get("name").asString();
            if (known.has(name)) values.put(name, JSON.convertValue(known.get(name), Map.class));
            else if (field.get("required").asBoolean() && !name.matches(".*(Opinion|Reason)|handledOn|reviewedOn|approvedOn")) values.put(name, sample(field));
        }
        values.putAll(own);
        return values;
    }

    JsonNode template(String id) throws IOException, InterruptedException {
        for (var template : officer.json("/api/templates").get("items")) {
            if (template.get("id").asString().equals(id)) return template;
        }
        throw new IllegalArgumentException("no form " + id);
    }

    private Object sample(JsonNode field) {
        return switch (field.get("type").asString()) {
            case "text", "longText" -> text("　" + field.get("title").asString() + "：见卷内材料");
            case "time" -> fields("is", "time", "at", instant(at(10, field.get("name").asString().startsWith("ended") ? 11 : 10)));
            case "day" -> fields("is", "day", "day", day(5));
            case "number" -> fields("is", "whole", "number", 2);
            case "money" -> fields("is", "money", "yuan", "5000.00");
            case "choice" -> fields("is", "words", "words", List.of(field.get("words").get(0).get("word").asString()));
            case "person" -> fields("is", "person", "person", officerId);
            case "officers" -> fields("is", "officers", "people", List.of(officerId, colleagueId));
            case "dialogue" -> fields("is", "dialogue", "exchanges", List.of(fields("question", "证件看清楚了吗？", "answer", "看清楚了。")));
            case "yesNo" -> fields("is", "yesNo", "yes", true);
            case "articles" -> fields("is", "refs", "refs", List.of("食品安全法第一百二十四条"));
            case "items" -> {
                var row = new LinkedHashMap<String, Object>();
                for (var column : field.get("columns")) row.put(column.get("name").asString(), sample(column));
                yield fields("is", "rows", "rows", List.of(row));
            }
            default -> throw new IllegalArgumentException("what stands in " + field);
        };
    }

    static Map<String, Object> text(String text) {
        return fields("is", "text", "text", text);
    }

    /** Drafted, locked and signed by whom its form asks for, so that only number, seal and finality are left. */
    String signed(String template, Map<String, Object> own) throws IOException, InterruptedException {
        var document = UUID.randomUUID().toString();
        done(officer, "draft-document", fields("document", document, "template", template, "values", filled(template, own)));
        var locked = act(officer, "/documents/" + document + "/lock", "");
        assertEquals(200, locked.statusCode(), locked.body());
        var pages = JSON.readTree(locked.body()).get("pages").asInt();
        for (var place : template(template).get("signatures")) {
            for (var i = 0; i < place.get("count").asInt(); i++) {
                var as = place.get("as").asString();
                var agencySide = List.of("officer", "recorder", "handler", "server", "host").contains(as);
                var signature = fields("as", as, "name", agencySide ? i == 0 ? "张officer" : "李officer2" : "王小明" + (i == 0 ? "" : i), "kind", "signature",
                    "on", day(10), "onPaper", false, "picture", picture());
                if (agencySide) signature.put("officer", i == 0 ? officerId : colleagueId);
                if (as.equals("approver")) signature.put("officer", person(agency.toLowerCase(java.util.Locale.ROOT) + ".personincharge"));
                done(officer, "sign-document", fields("document", document, "signature", signature));
            }
        }
        if (pages > 1) {
            done(officer, "mark-across-pages", fields("document", document, "kind", "fingerprint", "fromPage", 1, "toPage", pages, "picture", picture()));
        }
        return document;
    }

    /** The same, numbered and sealed where its form asks for it, and final. */
    String made(String template, Map<String, Object> own) throws IOException, InterruptedException {
        var document = signed(template, own);
        var form = template(template);
        if (form.get("numbered").asBoolean()) done(officer, "/documents/" + document + "/number", "");
        if (form.get("seal").asBoolean()) done(officer, "/documents/" + document + "/seal", fields("issuedOn", day(0)));
        done(officer, "finalise-document", fields("document", document));
        return document;
    }

    /** Approved by whoever is due, step after step. */
    void agreed(String matter) throws IOException, InterruptedException {
        var approval = UUID.randomUUID().toString();
        done(officer, "request-approval", fields("approval", approval, "matter", matter, "proposal",
            fields("proposal", "拟同意", "facts", "见卷内材料", "evidence", "见卷内材料", "basis", "有关法律", "discretion", "无")));
        for (var due = due(approval); due != null; due = due(approval)) {
            if (due.equals("adoption")) {
                done(officer, "adopt-review", fields("approval", approval, "adopted", true));
            } else {
                var role = Map.of("unitHead", "unithead", "legalReview", "legalsection", "agencyHead", "personincharge").get(due);
                done(server.person(agency.toLowerCase(java.util.Locale.ROOT) + "." + role), "give-opinion",
                    fields("approval", approval, "verdict", "agreed", "opinion", "同意", "signedOn", day(0), "onPaper", false));
            }
        }
    }

    private @Nullable String due(String approval) throws IOException, InterruptedException {
        for (var one : view(officer).get("approvals")) {
            if (one.get("id").asString().equals(approval) && one.has("due")) return one.get("due").asString();
        }
        return null;
    }

    /** The finding that cites the article. */
    JsonNode finding(String article) throws IOException, InterruptedException {
        var findings = view(officer).get("findings");
        return findings.valueStream().filter(one -> one.get("article").asString().equals(article)).findFirst()
            .orElseThrow(() -> new AssertionError("nothing cites " + article + ": " + findings));
    }
}
