package org.liuhen.server.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.server.RunningServer;
import tools.jackson.databind.JsonNode;

/** What a station is told of the cameras that may be docked at it. */
class StationCamerasTest {

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = DeviceDesk.server();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode camera(String agency, String number) throws Exception {
        return server.station(agency).json("/api/station").get("cameras").valueStream()
                .filter(camera -> camera.get("number").asString().equals(number)).findFirst().orElseThrow();
    }

    @Test
    void it_knows_each_camera_of_its_agency_and_who_has_it_out() throws Exception {
        var desk = DeviceDesk.of(server, "WD", "WD-2001");
        desk.done("custodian", "register-device", Map.of("kind", "bodyCamera", "unit", "zf1", "serial", "SN-77"));
        assertEquals("available", camera("WD", "WD-2001").get("state").asString());
        assertFalse(camera("WD", "WD-2001").has("user"));
        desk.done("officer", "check-out-device", desk.checkOut("officer", 60));
        var out = camera("WD", "WD-2001");
        assertEquals("out", out.get("state").asString());
        assertTrue(out.get("user").get("name").asString().endsWith("officer"), out::toString);
        assertTrue(out.get("user").has("certificate"), out::toString);
        assertTrue(out.has("since"), out::toString);
        var self = server.station("WD").json("/api/station");
        assertEquals("WD", self.get("agency").asString());
        assertTrue(self.get("cameras").valueStream().noneMatch(one -> one.get("number").asString().startsWith("SQ")));
    }

    @Test
    void a_camera_of_another_agency_is_told_with_whom_to_call() throws Exception {
        DeviceDesk.of(server, "SQ", "SQ-2002").done("office", "register-device", Map.of("kind", "bodyCamera", "unit", "zf1", "serial", "SN-88"));
        var elsewhere = server.station("WD").json("/api/station/elsewhere?serial=SN-88").get("items");
        assertEquals(1, elsewhere.size());
        assertEquals("SQ-2002", elsewhere.get(0).get("number").asString());
        assertEquals(0, server.station("SQ").json("/api/station/elsewhere?serial=SN-88").get("items").size(), "its own is not elsewhere");
    }
}
