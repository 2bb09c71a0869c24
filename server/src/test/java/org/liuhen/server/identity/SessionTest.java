package org.liuhen.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.server.RunningServer;

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
