package org.liuhen.server.agencies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.formats.agencies.Registry;
import org.liuhen.server.RunningServer;
import org.liuhen.server.journal.Rebuild;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The register as the file and the system administrator enter it, and as cases ask it. */
class RegisterTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final LocalDate today = LocalDate.now(Registrar.ZONE);
    private static final String LONG_AGO = "2001-01-01";

    /** An agency whose text prints no day of its own. */
    private static final String LX = """
        format: liuhen-registry-v1
        agencies:
          - code: LX
            name: 街道办事处
            units:
              - {code: zd, name: 一中队, kind: brigade}
              - {code: wt, name: 受委托中心, kind: other}
            people:
              - {username: lx.old, name: 旧证, certificate: "0800", unit: zd, roles: [{role: officer, from: 2020-05-01}]}
              - {username: lx.new, name: 新证, certificate: {number: "0801", from: 2024-01-01, to: 2099-12-31}, unit: zd, roles: [officer]}
              - {username: lx.renewed, name: 换证, certificate: {number: "0802", from: 2024-01-01, to: 2099-12-31}, unit: zd, roles: [officer]}
              - {username: lx.lead, name: 邓超, unit: zd, roles: [{role: personInCharge, from: 2020-05-01}]}
              - {username: lx.vice, name: 姚远, unit: zd}
              - {username: lx.legal, name: 曹卫民, unit: zd, roles: [{role: legalSection, from: 2020-05-01}]}
            deputies:
              - {person: lx.vice, role: personInCharge, of: lx.lead, from: 2026-01-01, to: 2026-01-31}
            custodians:
              - {unit: zd, person: lx.old, kind: records, deputy: lx.new, from: 2026-01-01}
            entrustments:
              - {unit: wt, body: 受委托中心, document: 委托书1号, from: 2026-01-01, to: 2026-12-31}
            profile:
              {by: lx.lead, activation: 2024-05-01, from: 2024-05-01, confirmed: [{key: service.electronic.allowed, by: lx.legal, on: 2024-05-01}]}
        """;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.fresh();
        assertTrue(enter(LX) > 0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static int enter(String yaml) {
        return server.bean(Registrar.class).enter(Registry.parse(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static Register register() {
        return server.bean(Register.class);
    }

    private static UUID id(String username) {
        return register().personByUsername(username).orElseThrow().id();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static int act(String act, String body) throws Exception {
        return server.person("sq.systemadministrator").post("/api/register/" + act, body).statusCode();
    }

    private static JsonNode personOf(JsonNode register, UUID id) {
        for (var person : register.get("people")) {
            if (person.get("id").asString().equals(id.toString())) return person;
        }
        throw new IllegalStateException("nobody: " + id);
    }

    @Test
    void the_file_says_what_cases_ask() {
        var undated = register().certificate(id("lx.old")).orElseThrow();
        assertEquals(new Register.Certificate(id("lx.old"), "LX", "旧证", "0800", day("2020-05-01"), day("9999-12-31"), "zd"), undated);
        var dated = register().certificate(id("lx.new")).orElseThrow();
        assertEquals(List.of("0801", day("2024-01-01"), day("2099-12-31")), List.of(dated.number(), dated.from(), dated.to()));
        assertTrue(register().certificate(id("lx.lead")).isEmpty());
        assertEquals(Optional.of(day("2024-05-01")), register().activation("LX"));
        assertTrue(register().activation("SQ").isEmpty());
        assertTrue(register().entrusted("LX", "zd", day(LONG_AGO)), "its own unit");
        assertFalse(register().entrusted("LX", "wt", day("2025-12-31")));
        assertTrue(register().entrusted("LX", "wt", day("2026-01-01")) && register().entrusted("LX", "wt", day("2026-12-31")));
        assertFalse(register().entrusted("LX", "wt", day("2027-01-01")) || register().entrusted("LX", "none", today));
        assertEquals(List.of(), register().roles(id("lx.vice"), day("2025-12-31")));
        assertEquals(List.of("personInCharge"), register().roles(id("lx.vice"), day("2026-01-31")));
        assertEquals(List.of(), register().roles(id("lx.vice"), day("2026-02-01")));
    }

    @Test
    void the_same_file_again_enters_nothing_and_a_renewed_certificate_one_event() {
        assertEquals(0, enter(LX));
        var renewed = LX.replace("number: \"0802\", from: 2024-01-01, to: 2099-12-31", "number: \"0888\", from: 2026-01-01, to: 2098-12-31");
        assertEquals(1, enter(renewed));
        assertEquals("0888", register().certificate(id("lx.renewed")).orElseThrow().number());
        var early = LX.replace("number: \"0802\", from: 2024-01-01, to: 2099-12-31", "number: \"0889\", from: 2097-01-01, to: 2099-12-31");
        assertEquals(1, enter(early));
        assertEquals("0888", register().certificate(id("lx.renewed")).orElseThrow().number(), "the next one has not begun");
    }

    @Test
    void a_rebuild_gives_the_same_register() {
        var views = server.bean(RegisterViews.class);
        var before = views.view("LX").orElseThrow();
        server.bean(Rebuild.class).run(_ -> {});
        assertEquals(before, views.view("LX").orElseThrow());
    }

    @Test
    void the_system_administrator_enters_and_the_page_shows_it() throws Exception {
        var officer = id("sq.officer");
        var head = id("sq.unithead");
        assertEquals(200, act("register-certificate",
                "{\"person\":\"%s\",\"number\":\"0901\",\"from\":\"2024-01-01\",\"to\":\"2099-12-31\"}".formatted(officer)));
        assertEquals(200, act("grant-role", "{\"person\":\"%s\",\"role\":\"custodian\",\"from\":\"%s\"}".formatted(officer, today)));
        assertEquals(200, act("name-deputy",
                "{\"person\":\"%s\",\"role\":\"unitHead\",\"of\":\"%s\",\"from\":\"%s\"}".formatted(officer, head, today)));
        assertEquals(200, act("name-custodian",
                "{\"unit\":\"zf1\",\"person\":\"%s\",\"kind\":\"devices\",\"from\":\"%s\"}".formatted(officer, today)));
        assertEquals(List.of("custodian", "officer", "unitHead"), register().roles(officer, today));
        assertEquals(200, act("end-role", "{\"person\":\"%s\",\"role\":\"custodian\",\"on\":\"%s\"}".formatted(officer, today)));
        assertEquals(List.of("officer", "unitHead"), register().roles(officer, today.plusDays(1)));

        var seen = server.person("sq.legalsection").json("/api/register");
        var person = personOf(seen, officer);
        assertEquals("0901", person.get("certificate").get("number").asString());
        assertEquals(2, person.get("certificates").size(), "the one of the file stays readable");
        assertEquals(3, person.get("roles").size());
        assertTrue(person.get("roles").toString().contains("\"deputyFor\":\"" + head + "\""), person.get("roles").toString());
        assertEquals("devices", seen.get("custodians").get(0).get("kind").asString());
        assertFalse(seen.toString().contains("lx."), "nothing of another agency");
    }

    @Test
    void a_profile_is_adopted_with_what_is_on_the_page() throws Exception {
        var client = server.person("sq.systemadministrator");
        var offered = client.json("/api/register").get("offered");
        var body = "{\"digest\":\"%s\",\"from\":\"%s\",\"by\":\"%s\",\"confirmations\":[{\"key\":\"%s\",\"by\":\"%s\",\"on\":\"%s\"}]}".formatted(
                offered.get("digest").asString(), today, id("sq.personincharge"),
                offered.get("proposed").get(0).get("key").asString(), id("sq.legalsection"), today);
        assertEquals(409, act("adopt-profile", body.replace(offered.get("digest").asString(), "sha256:" + "0".repeat(64))));
        assertEquals(200, act("adopt-profile", body));
        var adopted = client.json("/api/register").get("profile");
        assertEquals(offered.get("digest"), adopted.get("digest"));
        assertEquals("张personInCharge", adopted.get("adoptedBy").asString());
        assertEquals(offered.get("proposed").get(0).get("title"), adopted.get("confirmations").get(0).get("title"));
    }

    @Test
    void an_act_is_carried_out_once_and_only_by_the_system_administrator() throws Exception {
        var body = "{\"unit\":\"zf1\",\"body\":\"某中心\",\"document\":\"委托书\",\"from\":\"2026-01-01\",\"to\":\"2026-12-31\"}";
        var client = server.person("cl.systemadministrator");
        var key = UUID.randomUUID().toString();
        var first = client.send("POST", "/api/register/register-entrustment", BodyPublishers.ofString(body),
                "Content-Type", "application/json", "Idempotency-Key", key);
        var again = client.send("POST", "/api/register/register-entrustment", BodyPublishers.ofString(body),
                "Content-Type", "application/json", "Idempotency-Key", key);
        assertEquals(200, first.statusCode(), first.body());
        assertEquals(first.body(), again.body());
        var other = client.send("POST", "/api/register/register-entrustment", BodyPublishers.ofString(body.replace("某中心", "另一中心")),
                "Content-Type", "application/json", "Idempotency-Key", key);
        assertEquals("409 key-used", other.statusCode() + " " + JSON.readTree(other.body()).path("code").asString());
        assertEquals(1, server.person("cl.personincharge").json("/api/register").get("entrusted").size());
        for (var role : List.of("officer", "legalSection", "personInCharge", "securityAdministrator", "auditAdministrator")) {
            assertEquals(403, server.person("cl." + role.toLowerCase(Locale.ROOT)).post("/api/register/register-entrustment", body).statusCode());
        }
        assertEquals(403, server.person("cl.officer").get("/api/register").statusCode());
        assertEquals(401, server.anonymous().get("/api/register").statusCode());
    }

    @Test
    void a_refusal_names_itself_and_writes_nothing() throws Exception {
        var client = server.person("sq.systemadministrator");
        var before = server.bean(RegisterViews.class).view("SQ").orElseThrow();
        var administrator = id("sq.systemadministrator");
        record Wrong(String act, String body, int status, String code) {}
        for (var wrong : List.of(
                new Wrong("no-such-act", "{}", 404, "not-found"),
                new Wrong("grant-role", "{}", 400, "body-wrong"),
                new Wrong("grant-role", "{\"person\":7}", 400, "body-wrong"),
                new Wrong("grant-role", "{\"person\":null}", 400, "body-wrong"),
                new Wrong("grant-role", "{\"person\":\"%s\",\"role\":\"king\",\"from\":\"2026-01-01\"}".formatted(administrator), 400, "body-wrong"),
                new Wrong("grant-role", "{\"person\":\"%s\",\"role\":\"officer\",\"from\":\"2026-13-01\"}".formatted(administrator), 400, "body-wrong"),
                new Wrong("register-entrustment", "{\"unit\":\"zf1\",\"body\":\"a\\u0000b\",\"document\":\"d\",\"from\":\"2026-01-01\",\"to\":\"2026-12-31\"}",
                        400, "body-wrong"),
                new Wrong("register-entrustment", "{\"unit\":\"zf9\",\"body\":\"a\",\"document\":\"d\",\"from\":\"2026-01-01\",\"to\":\"2026-12-31\"}",
                        422, "not-registered"),
                new Wrong("grant-role", "{\"person\":\"%s\",\"role\":\"officer\",\"from\":\"%s\"}".formatted(administrator, today), 409, "roles-not-together"),
                new Wrong("end-role", "{\"person\":\"%s\",\"role\":\"systemAdministrator\",\"on\":\"%s\"}".formatted(administrator, today),
                        409, "last-administrator"),
                new Wrong("grant-role", "{\"person\":\"%s\",\"role\":\"officer\",\"from\":\"2026-01-01\"}".formatted(id("cl.officer")), 422, "not-registered"),
                new Wrong("register-certificate",
                        "{\"person\":\"%s\",\"number\":\"1\",\"from\":\"2026-01-02\",\"to\":\"2026-01-01\"}".formatted(administrator), 422, "days-reversed"))) {
            var answer = client.post("/api/register/" + wrong.act, wrong.body);
            assertEquals(wrong.status, answer.statusCode(), wrong + answer.body());
            assertEquals(wrong.code, JSON.readTree(answer.body()).get("code").asString(), wrong.toString());
        }
        assertEquals(before, server.bean(RegisterViews.class).view("SQ").orElseThrow());
    }
}
