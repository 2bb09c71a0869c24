package org.liuhen.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.core.values.Role;
import org.liuhen.server.RunningServer;
import org.liuhen.server.http.ServesAnyone;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every endpoint as every role, as nobody and as a station, and compares who gets in with the table that a person reviewed. */
class EveryEndpointTest {

    private static final List<Role> ROLES = List.of(Role.OFFICER, Role.CUSTODIAN, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE,
        Role.FINANCE, Role.SUPERVISION, Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.fresh();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void each_endpoint_serves_exactly_the_roles_of_the_table() throws Exception {
        var clients = new LinkedHashMap<String, RunningServer.Client>();
        for (var role : ROLES) clients.put(role.word(), server.person("sq." + role.word().toLowerCase(Locale.ROOT)));
        clients.put(Role.STATION.word(), server.station("SQ"));
        clients.put(Role.SYSTEM.word(), server.operator());
        var table = new StringBuilder();
        for (var endpoint : endpoints().entrySet()) {
            var served = served(endpoint.getValue(), clients);
            table.append(endpoint.getKey()).append("  ").append(served).append('\n');
        }
        assertEquals(reviewed(), table.toString(), "the table in endpoints.txt is what a person reviewed; change it only with the endpoint");
    }

    @Test
    void administrators_see_no_recording_no_activity_and_no_case() throws Exception {
        assertTrue(reviewed().lines().filter(line -> line.contains("/api/recordings") || line.contains("/api/uploads/{id}") || line.contains("/api/hand-ins")
                || line.contains("/api/cases") || line.contains("/api/devices") || line.contains("/api/findings") || line.contains("/api/activities") || line.contains("/api/items"))
            .noneMatch(line -> line.contains("Administrator") || (line.endsWith("  anyone") && !line.startsWith("OPTIONS"))));
    }

    private static String served(Endpoint endpoint, Map<String, RunningServer.Client> clients) throws IOException, InterruptedException {
        if (isAdmitted(endpoint, server.visitor())) return "anyone";
        var served = new java.util.ArrayList<String>();
        for (var client : clients.entrySet()) {
            if (isAdmitted(endpoint, client.getValue())) served.add(client.getKey());
        }
        return served.isEmpty() ? "nobody" : String.join(" ", served);
    }

    /** Whether the gate lets the request through; what the endpoint then says of a wrong body or id does not matter. */
    private static boolean isAdmitted(Endpoint endpoint, RunningServer.Client client) throws IOException, InterruptedException {
        var answer = client.send(endpoint.method, endpoint.path, BodyPublishers.noBody());
        return List.of("not-signed-in", "not-allowed", "csrf").stream().noneMatch(code -> answer.body().contains("\"code\":\"" + code + "\""))
            && !(endpoint.method.equals("HEAD") && (answer.statusCode() == 401 || answer.statusCode() == 403));
    }

    private record Endpoint(String method, String path) {}

    private static Map<String, Endpoint> endpoints() {
        var found = new TreeMap<String, Endpoint>();
        server.bean(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, handler) -> {
            if (!handler.getBeanType().getName().startsWith("org.liuhen.")) return;
            if (handler.hasMethodAnnotation(ServesAnyone.class) && handler.getBeanType() == SessionEndpoints.class) return; // signing out would end the walk; SessionTest has them
            for (var pattern : mapping.getPatternValues()) {
                var methods = mapping.getMethodsCondition().getMethods();
                for (var method : methods.isEmpty() ? java.util.Set.of(RequestMethod.GET) : methods) {
                    var conditions = mapping.getHeadersCondition().isEmpty() ? "" : " " + mapping.getHeadersCondition();
                    if (!conditions.isEmpty()) continue; // the same methods under another name, for old proxies
                    var path = pattern.replace("{id}", "7d5b3f0e-0000-4000-8000-000000000000").replace("{export}", "7d5b3f0e-0000-4000-8000-000000000001")
                        .replace("{copy}", "web").replaceAll("\\{number:[^/]*}", "2").replace("{number}", "SQ-0001").replace("{version}", "1").replace("{agency}", "SQ").replace("{*rest}", "/0/000").replace("{act}", "end-role")
                        .replace("{document}", "7d5b3f0e-0000-4000-8000-000000000002").replace("{template}", "inquiry-record").replace("{digest}", "none").replace("{article}", "SQ-M-12.p2")
                        .replace("{month}", "2026-03").replace("{unit}", "zf1").replace("{person}", "7d5b3f0e-0000-4000-8000-000000000003");
                    found.put(method + " " + pattern, new Endpoint(method.name(), path));
                }
            }
        });
        return found;
    }

    private static String reviewed() throws IOException {
        try (var in = EveryEndpointTest.class.getResourceAsStream("endpoints.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
