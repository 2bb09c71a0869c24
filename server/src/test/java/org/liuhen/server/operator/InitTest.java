package org.liuhen.server.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liuhen.server.Application;
import org.liuhen.server.agencies.Register;

/** How an agency without the demo begins: registry, first administrator, first station. */
class InitTest {

    private static final String REGISTRY = """
        format: liuhen-registry-v1
        agencies:
          - code: SQ
            name: 双桥区市场监督管理局
            units:
              - {code: zf1, name: 执法一股, kind: section}
            people:
              - {username: sq.admin, name: 王管理, unit: zf1, roles: [systemAdministrator]}
              - {username: sq.zhang, name: 张三, unit: zf1, roles: [officer]}
            stations:
              - {number: SQ-ST-01, name: 一楼采集站, unit: zf1}
            devices:
              - {number: SQ-0001, kind: bodyCamera, unit: zf1, officer: sq.zhang}
        """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... words) {
        out.reset();
        err.reset();
        var commands = new Commands(Application.class, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return commands.run(Arrays.asList(words));
    }

    private int init(String... more) {
        var words = new java.util.ArrayList<>(List.of("init", "--data", folder.resolve("data").toString()));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private Path registry(String text) throws Exception {
        return Files.writeString(folder.resolve("registry.yaml"), text);
    }

    private Path tokenFile() {
        return folder.resolve("data/tokens/SQ/SQ-ST-01.token");
    }

    private String code(String username) {
        return said().lines().filter(line -> line.contains(username + "  ")).findFirst().orElseThrow().strip().split("  ")[1];
    }

    @Test
    void a_wrong_registry_is_told_with_line_and_column_and_leaves_no_folder() throws Exception {
        assertEquals(2, init("--registry", registry(REGISTRY.replace("kind: bodyCamera", "kin: bodyCamera")).toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).matches("(?s).*13.*kin.*"), err.toString(StandardCharsets.UTF_8));
        assertEquals(2, init("--registry", folder.resolve("none.yaml").toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("no such file"), err.toString(StandardCharsets.UTF_8));
        assertFalse(Files.exists(folder.resolve("data")));
    }

    @Test
    void the_first_administrator_comes_in_with_the_code_and_a_station_with_its_file() throws Exception {
        assertEquals(0, init("--registry", registry(REGISTRY).toString()), () -> err.toString(StandardCharsets.UTF_8));
        var code = code("sq.admin");
        assertFalse(said().contains("sq.zhang"), "officers get theirs from --one-time-code");
        assertTrue(said().contains(tokenFile().toString()), said());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(tokenFile())));
        var token = Files.readString(tokenFile()).strip();

        var longer = REGISTRY.replace("    stations:", "      - {username: sq.li, name: 李四, unit: zf1, roles: [officer]}\n    stations:");
        assertEquals(0, init("--registry", registry(longer).toString(), "--one-time-code", "sq.li"), () -> err.toString(StandardCharsets.UTF_8));
        assertFalse(said().contains("sq.admin") || said().contains(".token"), "shown once");
        var codeOfLi = code("sq.li");
        try (var server = Server.start(Server.Settings.in(Application.class, folder.resolve("data")))) {
            assertEquals(3, server.bean(Register.class).people("SQ").size());
            assertEquals(401, firstUse(server, "sq.admin", "AAAA-BBBB-CCCC"));
            assertEquals(200, firstUse(server, "sq.admin", code));
            assertEquals(401, firstUse(server, "sq.admin", code), "a code is used once");
            assertEquals(200, firstUse(server, "sq.li", codeOfLi));
            assertEquals(200, agency(server, token));
        }

        assertEquals(0, init("--renew-token", "SQ-ST-01"), () -> err.toString(StandardCharsets.UTF_8));
        var renewed = Files.readString(tokenFile()).strip();
        assertNotEquals(token, renewed);
        try (var server = Server.start(Server.Settings.in(Application.class, folder.resolve("data")))) {
            assertEquals(401, agency(server, token));
            assertEquals(200, agency(server, renewed));
        }
        assertEquals(0, init("--revoke-token", "SQ/SQ-ST-01"));
        assertFalse(Files.exists(tokenFile()));
        assertEquals(2, init("--renew-token", "SQ-ST-99"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("SQ-ST-99"));
    }

    private static int firstUse(Server server, String username, String code) throws Exception {
        var cookies = new CookieManager();
        try (var http = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            var session = URI.create(server.url() + "/api/session");
            http.send(HttpRequest.newBuilder(session).build(), HttpResponse.BodyHandlers.discarding());
            var xsrf = cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN")).findFirst();
            var body = "{\"username\":\"%s\",\"oneTimeCode\":\"%s\",\"password\":\"a long enough password\"}".formatted(username, code);
            return http.send(HttpRequest.newBuilder(URI.create(session + "/first-use")).header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", Objects.requireNonNull(xsrf.orElseThrow().getValue()))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static int agency(Server server, String token) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(server.url() + "/api/agency")).header("Authorization", "Bearer " + token).build(),
                HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
