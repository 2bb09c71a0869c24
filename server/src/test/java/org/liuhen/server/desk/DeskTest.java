package org.liuhen.server.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.server.RunningServer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What people see first, and what programs read first. */
class DeskTest {

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
    void the_desk_of_a_new_agency_is_empty_and_its_ledger_writes() throws Exception {
        var desk = server.person("sq.custodian").json("/api/desk");
        assertEquals(0, desk.get("handInsToday").size() + desk.get("unbalanced").size());
        assertEquals(0, desk.get("unclassified").get("total").asInt());
        assertEquals(0, desk.get("probing").get("pending").asInt() + desk.get("probing").get("failed").asInt());
        assertEquals("writing", desk.get("ledger").get("state").asString());
        assertTrue(desk.get("ledger").get("origin").asString().matches("liuhen-[0-9a-f]{8}/SQ"));
        assertTrue(Duration.between(Instant.parse(desk.get("now").asString()), Instant.now()).abs().toSeconds() < 60);
        assertFalse(desk.has("camerasOut"), "cameras are checked out in a later issue");
    }

    @Test
    void the_agency_has_what_forms_and_filters_need_and_nothing_of_others() throws Exception {
        var agency = server.person("sq.officer").json("/api/agency");
        assertEquals("双桥区市场监督管理局", agency.get("name").asString());
        assertEquals("执法一股", agency.get("units").get(0).get("name").asString());
        var officers = agency.get("officers").valueStream().map(one -> one.get("id")).toList();
        assertEquals(2, officers.size());
        assertEquals(12, agency.get("people").size(), "whoever may take part in a discussion");
        var device = agency.get("devices").get(0);
        assertEquals("SQ-0001", device.get("number").asString());
        assertTrue(officers.contains(device.get("officer")));
        assertEquals(2, agency.get("devices").size());
        for (var key : agency.get("classificationKeys")) {
            assertEquals(key.has("article") ? "article" : "default", key.get("source").asString());
            assertFalse(key.get("title").asString().isBlank() || key.get("titleEn").asString().isBlank());
        }
        assertFalse(agency.get("classificationKeys").isEmpty());
        assertEquals("Asia/Shanghai", agency.get("zone").asString());
        assertFalse(agency.toString().contains("CL-") || agency.toString().contains("username"));
    }

    @Test
    void the_description_names_every_endpoint() throws Exception {
        var described = new TreeSet<>(server.anonymous().json("/api/openapi.json").get("paths").propertyNames());
        var served = new TreeSet<String>();
        server.bean(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, handler) -> {
            if (!handler.getBeanType().getName().startsWith("org.liuhen.")) return;
            // what a variable must look like is no part of its name
            mapping.getPatternValues().forEach(path -> served.add(path.replaceAll("\\{number:[^/]*}", "{number}")));
        });
        served.removeIf(path -> path.contains("{*"));
        described.removeIf(path -> path.contains("{rest}") || path.contains("{*"));
        assertTrue(served.size() > 20);
        assertEquals(served, described);
    }
}
