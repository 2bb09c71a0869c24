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
