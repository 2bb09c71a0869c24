package org.liuhen.server.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.liuhen.formats.agencies.Registry;
import org.liuhen.server.RunningServer;
import org.liuhen.server.agencies.AfterRegistry;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.agencies.Registrar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device on a running server, acted on over HTTP as the pages do it. */
final class DeviceDesk {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** Everything that any text wants looked at, and all of it is good. */
    static final Map<String, Object> ALL_GOOD = Map.of("battery", Map.of("percent", 95, "enough", true),
        "storage", Map.of("freeBytes", 60_000_000_000L, "enough", true), "clock", Map.of("offsetMillis", 400, "accurate", true, "set", false),
        "faultFree", true);

    private final RunningServer server;
    private final String agency;
    private final String number;

    private DeviceDesk(RunningServer server, String agency, String number) {
        this.server = server;
        this.agency = agency;
        this.number = number;
    }

    /** SQ works by its profile, and so does WD, which the server did not have before. */
    static RunningServer server() {
        var server = RunningServer.fresh();
        var people = new StringBuilder();
        for (var role : List.of("officer", "officer2", "custodian", "unitHead", "legalSection", "office", "personInCharge", "finance", "supervision", "systemAdministrator")) {
            var certificate = role.startsWith("officer") ? "certificate: {number: \"09" + role.length() + "\", from: 2024-07-01, to: 2039-06-30}, " : "";
            people.append("      - {username: wd.%s, name: 王%s, %sunit: zf1, roles: [%s]}%n"
                .formatted(role.toLowerCase(Locale.ROOT), role, certificate, role.replace("2", "")));
        }
        enter(server, """
              - code: WD
                name: 稳得县市场监督管理局
                units: [{code: zf1, name: 执法一股, kind: section}]
                people:
            %s    profile: {by: wd.personincharge, activation: 2024-01-01, from: 2024-01-01}
                stations: [{number: WD-ST-01, name: 一楼采集站, unit: zf1}]
                devices: [{number: WD-0001, kind: bodyCamera, unit: zf1}]
            """.formatted(people));
        enter(server, """
              - code: SQ
                name: %s
                units: [{code: zf1, name: 执法一股, kind: section}, {code: zf2, name: 执法二股, kind: section}]
                people: [{username: sq.personincharge, name: 张personInCharge, unit: zf1, roles: [personInCharge]}]
                profile: {by: sq.personincharge, activation: 2024-01-01, from: 2024-01-01}
            """.formatted(server.bean(Register.class).agency("SQ").orElseThrow().name()));
        server.bean(AfterRegistry.class).registered(List.of("SQ", "CL", "WD"), true);
        return server;
    }

    private static void enter(RunningServer server, String agency) {
        server.bean(Registrar.class).enter(Registry.parse(("format: liuhen-registry-v1\nagencies:\n" + agency).getBytes(StandardCharsets.UTF_8)));
    }

    static DeviceDesk of(RunningServer server, String agency, String number) {
        return new DeviceDesk(server, agency, number);
    }

    /** In the register, and whose number nobody else uses. */
    static DeviceDesk registered(RunningServer server, String agency) throws Exception {
        var desk = of(server, agency, agency + "-" + UUID.randomUUID().toString().substring(0, 8));
        desk.done("custodian", "register-device", Map.of("kind", "bodyCamera", "unit", "zf1"));
        return desk;
    }

    String number() {
        return number;
    }

    RunningServer.Client person(String role) throws IOException, InterruptedException {
        return server.person(agency.toLowerCase(Locale.ROOT) + "." + role.toLowerCase(Locale.ROOT));
    }

    String id(String role) {
        return server.bean(Register.class).personByUsername(agency.toLowerCase(Locale.ROOT) + "." + role.toLowerCase(Locale.ROOT)).orElseThrow().id().toString();
    }

    HttpResponse<String> act(String role, String act, Map<String, Object> body, String... headers) throws Exception {
        var all = new java.util.ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return person(role).send("POST", "/api/devices/" + number + "/acts/" + act, BodyPublishers.ofString(JSON.writeValueAsString(body)),
            all.toArray(String[]::new));
    }

    JsonNode done(String role, String act, Map<String, Object> body) throws Exception {
        var answer = act(role, act, body);
        assertEquals(200, answer.statusCode(), act + ": " + answer.body());
        return JSON.readTree(answer.body());
    }

    JsonNode refused(int status, String code, String role, String act, Map<String, Object> body) throws Exception {
        var answer = act(role, act, body);
        assertEquals(status, answer.statusCode(), act + ": " + answer.body());
        var problem = JSON.readTree(answer.body());
        assertEquals(code, problem.get("code").asString(), answer.body());
        return problem;
    }

    Map<String, Object> checkOut(String role, int minutesAgo) {
        return fields("officer", id(role), "at", at(minutesAgo), "purpose", "caseWork", "what", "检查食品店", "check", ALL_GOOD);
    }

    Map<String, Object> takeBack(String role, int minutesAgo) {
        return fields("by", id(role), "at", at(minutesAgo), "condition", "good");
    }

    JsonNode view() throws Exception {
        return person("custodian").json("/api/devices/" + number);
    }

    /** Open findings as {@code duty article}, sorted. */
    List<String> open() throws Exception {
        return view().get("findings").valueStream().filter(finding -> !List.of("cleared", "accepted").contains(finding.get("state").asString()))
            .map(finding -> finding.get("duty").asString() + " " + finding.get("article").asString()).sorted().toList();
    }

    static String at(int minutesAgo) {
        return Instant.now().minus(minutesAgo, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z");
    }

    static String today() {
        return LocalDate.now(ZONE).toString();
    }

    static Map<String, Object> fields(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return fields;
    }
}
