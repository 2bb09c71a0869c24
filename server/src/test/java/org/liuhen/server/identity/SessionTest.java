package org.liuhen.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.core.values.StationId;
import org.liuhen.server.RunningServer;
import org.liuhen.server.folder.DataFolder;
import org.slf4j.LoggerFactory;

/** Signing in and out. */
class SessionTest {

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
    void a_session_ends_when_it_is_signed_out() throws Exception {
        var officer = server.person("sq.officer");
        assertEquals("张officer", officer.json("/api/session").get("person").get("name").asString());
        assertEquals(204, officer.send("DELETE", "/api/session", BodyPublishers.noBody()).statusCode());
        assertEquals(204, officer.get("/api/session").statusCode());
        assertEquals(401, officer.get("/api/recordings").statusCode());
    }

    @Test
    void after_five_failures_one_waits_whether_the_name_exists_or_not() throws Exception {
        for (var name : new String[] {"sq.finance", "nobody.here"}) {
            var visitor = server.visitor();
            var typed = "{\"username\":\"" + name + "\",\"password\":\"wrong\"}";
            for (var i = 0; i < SignIns.FREE_FAILURES; i++) assertEquals(401, visitor.post("/api/session", typed).statusCode(), name);
            var waiting = visitor.post("/api/session", typed);
            assertEquals(429, waiting.statusCode(), name);
            assertTrue(waiting.headers().firstValue("Retry-After").isPresent());
        }
    }

    @Test
    void the_wait_doubles_and_has_an_end() {
        assertEquals(SignIns.FIRST_WAIT, SignIns.waitAfter(SignIns.FREE_FAILURES));
        assertEquals(SignIns.FIRST_WAIT.multipliedBy(4), SignIns.waitAfter(SignIns.FREE_FAILURES + 2));
        assertEquals(SignIns.LONGEST_WAIT, SignIns.waitAfter(Integer.MAX_VALUE));
    }

    @Test
    void a_token_opens_nothing_after_its_end_or_its_revocation() throws Exception {
        var tokens = server.bean(StationTokens.class);
        var station = new StationId(UUID.randomUUID());
        var now = Instant.now();
        var ended = tokens.issue("SQ", station, "二楼采集站", "zf1", now.minusSeconds(60), Duration.ofSeconds(59));
        assertTrue(server.bearer(ended).get("/api/agency").body().contains("token-invalid"));
        var good = tokens.issue("SQ", station, "二楼采集站", "zf1", now, Duration.ofMinutes(1));
        assertEquals(200, server.bearer(good).get("/api/agency").statusCode());
        tokens.revoke("SQ", station, now);
        assertEquals(401, server.bearer(good).get("/api/agency").statusCode());
    }

    @Test
    void the_operators_token_is_good_on_this_machine_alone() throws Exception {
        var folder = new DataFolder(server.folder());
        var token = Files.readString(folder.keys().resolve("operator.token")).strip();
        var operator = new OperatorToken(folder);
        assertTrue(operator.opens(token, "127.0.0.1") && operator.opens(token, "0:0:0:0:0:0:0:1"));
        assertFalse(operator.opens(token, "192.0.2.7") || operator.opens("x", "127.0.0.1"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.keys().resolve("operator.token"))));
        assertEquals(403, server.operator().get("/api/recordings").statusCode());
    }

    @Test
    void pages_may_hash_and_the_verifying_page_brings_its_own_policy() throws Exception {
        for (var path : List.of("/", "/recordings/x", "/assets/x.js", "/api/time")) {
            var policy = server.anonymous().get(path).headers().allValues("Content-Security-Policy");
            assertEquals(List.of(SecurityRules.PAGE_POLICY), policy, path);
        }
        assertTrue(SecurityRules.PAGE_POLICY.contains("script-src 'self' 'wasm-unsafe-eval';") && !SecurityRules.PAGE_POLICY.contains("unsafe-inline"));
        for (var path : List.of("/verify", "/verify.html")) {
            assertEquals(List.of("frame-ancestors 'none'"), server.anonymous().get(path).headers().allValues("Content-Security-Policy"), path);
        }
        for (var accepted : List.of("*/*", "text/html")) {
            assertEquals(200, server.anonymous().send("GET", "/", BodyPublishers.noBody(), "Accept", accepted).statusCode(), accepted);
        }
        assertEquals(404, server.anonymous().send("GET", "/", BodyPublishers.noBody(), "Accept", "application/json").statusCode());
        var headers = server.anonymous().get("/").headers();
        assertEquals(List.of("nosniff"), headers.allValues("X-Content-Type-Options"));
        assertEquals(List.of("DENY"), headers.allValues("X-Frame-Options"));
        assertEquals(List.of("no-referrer"), headers.allValues("Referrer-Policy"));
    }

    @Test
    void no_secret_is_ever_logged() throws Exception {
        var log = new ListAppender<ILoggingEvent>();
        var root = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var level = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.DEBUG); // as an operator might while looking for a fault
        try {
            assertEquals(200, server.person("cl.officer").get("/api/session").statusCode());
            assertEquals(200, server.station("CL").get("/api/agency").statusCode());
            server.visitor().post("/api/session", "{\"username\":\"cl.custodian\",\"password\":\"a-wrong-password\"}");
            server.visitor().post("/api/session", "{\"username\":\"cl.custodian\",\"password\":\"a-cut-password");
        } finally {
            root.setLevel(level);
            root.detachAppender(log);
        }
        var said = new StringBuilder();
        for (var event : List.copyOf(log.list)) {
            said.append(event.getFormattedMessage()).append(' ').append(ThrowableProxyUtil.asString(event.getThrowableProxy())).append('\n');
        }
        assertTrue(said.length() > 1_000, "the server was heard");
        for (var secret : List.of(server.password("cl.officer"), server.token("CL"), "a-wrong-password", "a-cut-password")) {
            var at = said.indexOf(secret);
            assertTrue(at < 0, () -> "logged: " + said.substring(Math.max(0, at - 200), at));
        }
    }

    @Test
    void what_another_site_sends_is_refused() throws Exception {
        var answer = server.anonymous().post("/api/session", "{\"username\":\"sq.officer\",\"password\":\"x\"}");
        assertEquals(403, answer.statusCode());
        assertTrue(answer.body().contains("\"code\":\"csrf\""), answer.body());
    }

    @Test
    void sign_ins_of_the_demo_stay_valid_over_a_restart() throws Exception {
        var before = server.credentials();
        server.restart();
        assertEquals(before, server.credentials());
        assertEquals(200, server.person("cl.office").get("/api/desk").statusCode());
    }

    @Test
    void an_unknown_address_is_told_without_any_inner_detail() throws Exception {
        var answer = server.person("sq.office").get("/api/nothing");
        assertEquals(404, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("titleEn") && !answer.body().contains("Exception"), answer.body());
        assertEquals(200, server.anonymous().get("/api/openapi.json").statusCode());
    }
}
