package org.liuhen.server.recordings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.server.RunningServer;
import org.liuhen.server.database.AgencyRows;

/** A recording after it was handed in: found, looked at, given out; by its own agency and by nobody else. */
class RecordingTest {

    private static RunningServer server;
    private static byte[] media;
    private static String recording;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.fresh();
        media = new byte[300_000];
        new SplittableRandom(7).nextBytes(media);
        var metadata = "filename " + base64("执法一股 张三.mp4") + ",device " + base64("SQ-0001") + ",key " + base64(UUID.randomUUID().toString());
        var answer = server.station("SQ").send("POST", "/api/uploads", BodyPublishers.ofByteArray(media), "Tus-Resumable", "1.0.0", "Upload-Length",
            Integer.toString(media.length), "Upload-Metadata", metadata, "Content-Type", "application/offset+octet-stream");
        assertEquals(201, answer.statusCode(), answer.body());
        recording = answer.headers().firstValue("Liuhen-Recording").orElseThrow();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int total(RunningServer.Client client, String query) throws Exception {
        return client.json("/api/recordings?q=" + java.net.URLEncoder.encode(query, StandardCharsets.UTF_8)).get("total").asInt();
    }

    @Test
    void it_is_found_by_two_characters_and_by_one() throws Exception {
        var officer = server.person("sq.officer");
        assertEquals(1, total(officer, "张三"));
        assertEquals(1, total(officer, "股"));
        assertEquals(0, total(officer, "李四"));
        assertEquals(0, total(officer, "%三"));
    }

    @Test
    void it_is_looked_through_after_the_hand_in_and_bytes_that_are_no_medium_say_so() throws Exception {
        var officer = server.person("sq.officer");
        var path = "/api/recordings/" + recording;
        var found = officer.json(path);
        for (var wait = 0; wait < 240 && !found.has("continuity"); wait++) {
            Thread.sleep(250);
            found = officer.json(path);
        }
        var checks = found.path("continuity").path("checks");
        assertEquals(9, checks.size(), found.toString());
        assertTrue(checks.valueStream().allMatch(check -> check.get("outcome").asString().equals("notApplicable")), checks.toString());
        assertTrue(officer.get(path + "/custody").body().contains("ContinuityExamined"));
    }

    @Test
    void another_agency_cannot_tell_that_it_exists() throws Exception {
        var other = server.person("cl.custodian");
        assertEquals(0, total(other, "张三"));
        for (var path : new String[] {"", "/custody", "/receipt", "/custody/1/receipt", "/range-proof?from=0&to=1"}) {
            var answer = other.get("/api/recordings/" + recording + path);
            assertEquals(404, answer.statusCode(), path);
            assertTrue(!answer.body().contains("张三"), path);
        }
        var rows = server.bean(AgencyRows.class);
        long ofCL = rows.of("CL", jdbc -> jdbc.sql("select count(*) from recording").query(Long.class).single());
        assertEquals(0, ofCL);
        long ofSQ = rows.of("SQ", jdbc -> jdbc.sql("select count(*) from recording").query(Long.class).single());
        assertEquals(1, ofSQ);
    }

    @Test
    void it_is_shown_only_after_the_viewing_is_in_the_journal() throws Exception {
        var officer = server.person("sq.officer");
        var path = "/api/recordings/" + recording;
        assertEquals(403, officer.get(path + "/media?viewing=" + UUID.randomUUID()).statusCode());
        var viewing = officer.post(path + "/viewings", "{\"purpose\":\"核对现场\"}").body().split("\"viewing\":\"")[1].substring(0, 36);
        var medium = path + "/media?viewing=" + viewing;
        assertArrayEquals(media, officer.bytes(medium).body());
        var part = officer.bytes(medium, "Range", "bytes=1000-1999");
        assertEquals(206, part.statusCode());
        assertEquals("bytes 1000-1999/300000", part.headers().firstValue("Content-Range").orElse(""));
        assertArrayEquals(Arrays.copyOfRange(media, 1000, 2000), part.body());
        assertArrayEquals(Arrays.copyOfRange(media, 299_990, 300_000), officer.bytes(medium, "Range", "bytes=-10").body());
        assertEquals(416, officer.bytes(medium, "Range", "bytes=300000-").statusCode());
        assertEquals(200, officer.bytes(medium, "Range", "bytes=0-9", "If-Range", "\"other\"").statusCode());
        assertTrue(part.headers().firstValue("Content-Security-Policy").orElse("").startsWith("sandbox"));
        assertEquals("nosniff", part.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertEquals(403, server.person("sq.custodian").get(medium).statusCode(), "a viewing is one person's");
        assertTrue(officer.get(path + "/custody").body().contains("RecordingViewed"));
    }

    @Test
    void only_another_classification_overtakes_a_classification() throws Exception {
        var custodian = server.person("sq.custodian");
        var path = "/api/recordings/" + recording;
        var key = custodian.json("/api/agency").get("classificationKeys").get(0).get("key").asString();
        var seen = custodian.get(path).headers().firstValue("ETag").orElseThrow();
        assertEquals(201, custodian.post(path + "/viewings", "{}").statusCode());
        assertEquals(201, custodian.post(path + "/exports", "{\"to\":\"download\"}").statusCode());
        assertEquals(204, classify(custodian, path, key, "一", seen).statusCode());
        var late = classify(custodian, path, key, "二", seen);
        assertEquals(412, late.statusCode(), late.body());
        var now = custodian.get(path).headers().firstValue("ETag").orElseThrow();
        assertEquals(422, classify(custodian, path, "noSuchKey", "二", now).statusCode());
        assertEquals(412, classify(custodian, path, key, "二", "\"999\"").statusCode());
        assertEquals(204, classify(custodian, path, key, "二", now).statusCode());
        assertEquals("二", custodian.json(path).get("keys").get(key).asString());
        var filter = "/api/recordings?key." + key + "=" + java.net.URLEncoder.encode("二", StandardCharsets.UTF_8);
        assertEquals(1, custodian.json(filter).get("total").asInt());
    }

    private static java.net.http.HttpResponse<String> classify(RunningServer.Client client, String path, String key, String value, String seen) throws Exception {
        return client.send("POST", path + "/classification", BodyPublishers.ofString("{\"keys\":{\"" + key + "\":\"" + value + "\"}}"),
            "Content-Type", "application/json", "If-Match", seen);
    }

    @Test
    void a_list_has_the_leaf_of_every_line() throws Exception {
        assertEquals(200, server.station("SQ").get("/api/recordings/" + recording + "/receipt?wait=10").statusCode());
        var row = server.person("sq.officer").json("/api/recordings").get("items").get(0);
        var detail = server.person("sq.officer").json("/api/recordings/" + recording);
        assertEquals(detail.get("leafIndex").asLong(), row.get("leafIndex").asLong());
    }

    @Test
    void the_operator_exports_and_the_journal_says_so() throws Exception {
        var path = "/api/recordings/" + recording;
        var ready = server.operator().post(path + "/exports", "{\"to\":\"bundle\",\"purpose\":\"移送检察院\"}");
        assertEquals(201, ready.statusCode(), ready.body());
        var export = ready.body().split("\"export\":\"")[1].substring(0, 36);
        assertEquals(200, server.operator().bytes(path + "/exports/" + export + "/bundle.tar").statusCode());
        assertEquals(403, server.person("sq.custodian").get(path + "/exports/" + export + "/bundle.tar").statusCode(), "an export is whoever's asked for it");
        assertEquals(404, server.operator().post("/api/recordings/" + UUID.randomUUID() + "/exports", "{\"to\":\"bundle\"}").statusCode());
        var custody = server.person("sq.custodian").json(path + "/custody").get("items");
        var exported = custody.valueStream().filter(step -> step.get("actor").get("kind").asString().equals("system")
            && step.get("type").asString().equals("RecordingExported")).findFirst().orElseThrow();
        assertEquals("operator", exported.get("actor").get("name").asString());
    }

    @Test
    void it_is_given_out_as_a_bundle_that_names_every_file() throws Exception {
        var custodian = server.person("sq.custodian");
        var path = "/api/recordings/" + recording + "/exports";
        assertEquals(403, custodian.get(path + "/" + UUID.randomUUID() + "/bundle.tar").statusCode());
        var export = custodian.post(path, "{\"to\":\"bundle\"}").body().split("\"export\":\"")[1].substring(0, 36);
        var tar = custodian.bytes(path + "/" + export + "/bundle.tar");
        assertEquals(200, tar.statusCode());
        var folder = java.nio.file.Files.createTempDirectory(server.folder(), "tar");
        var file = java.nio.file.Files.write(folder.resolve("bundle.tar"), tar.body());
        var unpacked = new ProcessBuilder("tar", "-xf", file.toString(), "-C", folder.toString()).inheritIO().start();
        assertEquals(0, unpacked.waitFor());
        assertArrayEquals(media, java.nio.file.Files.readAllBytes(folder.resolve(recording).resolve("original").resolve("执法一股 张三.mp4")));
        assertTrue(java.nio.file.Files.exists(folder.resolve(recording).resolve("custody/000001.receipt")));
    }
}
