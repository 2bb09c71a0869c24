package org.liuhen.server.recordings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.core.values.Digest;
import org.liuhen.server.RunningServer;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.store.Vaults;

/** The tus protocol against the real server: what is asked for, and what goes wrong. */
class UploadTest {

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.fresh();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static final String TUS = "Tus-Resumable";

    private static String metadata(String... pairs) {
        var text = new StringBuilder();
        for (var i = 0; i < pairs.length; i += 2) {
            text.append(i == 0 ? "" : ",").append(pairs[i]).append(' ')
                .append(Base64.getEncoder().encodeToString(pairs[i + 1].getBytes(StandardCharsets.UTF_8)));
        }
        return text.toString();
    }

    private static String file(String name) {
        return metadata("filename", name, "device", "SQ-0001", "key", UUID.randomUUID().toString());
    }

    private HttpResponse<String> create(long length, String metadata) throws IOException, InterruptedException {
        return server.station("SQ").send("POST", "/api/uploads", BodyPublishers.noBody(), TUS, "1.0.0", "Upload-Length", Long.toString(length), "Upload-Metadata", metadata);
    }

    private HttpResponse<String> patch(String location, long offset, byte[] bytes, String... more) throws IOException, InterruptedException {
        var headers = new java.util.ArrayList<>(Arrays.asList(TUS, "1.0.0", "Upload-Offset", Long.toString(offset), "Content-Type", "application/offset+octet-stream"));
        headers.addAll(Arrays.asList(more));
        return server.station("SQ").send("PATCH", location, BodyPublishers.ofByteArray(bytes), headers.toArray(String[]::new));
    }

    private HttpResponse<String> head(String location) throws IOException, InterruptedException {
        return server.station("SQ").send("HEAD", location, BodyPublishers.noBody(), TUS, "1.0.0");
    }

    private static String location(HttpResponse<String> created) {
        assertEquals(201, created.statusCode(), created.body());
        return created.headers().firstValue("Location").orElseThrow();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("absent");
    }

    private static byte[] bytes(long seed, int length) {
        var bytes = new byte[length];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static void assertProblem(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"code\":\"" + code + "\""), answer.body());
        assertTrue(answer.body().contains("titleEn"), answer.body());
    }

    @Test
    void a_file_in_two_pieces_becomes_a_recording_with_its_digest() throws Exception {
        var media = bytes(1, 3_000_000);
        var location = location(create(media.length, file("VID_0001.MP4")));
        var first = patch(location, 0, Arrays.copyOf(media, 1_234_567));
        assertEquals(204, first.statusCode(), first.body());
        assertEquals("1234567", header(first, "Upload-Offset"));
        assertEquals("1234567", header(head(location), "Upload-Offset"));
        var last = patch(location, 1_234_567, Arrays.copyOfRange(media, 1_234_567, media.length));
        assertEquals(204, last.statusCode(), last.body());
        assertEquals(sha256(media), header(last, "Liuhen-Sha256"));
        assertEquals(header(last, "Liuhen-Recording"), header(head(location), "Liuhen-Recording"));

        var custodian = server.person("sq.custodian");
        var recording = header(last, "Liuhen-Recording");
        var detail = custodian.json("/api/recordings/" + recording);
        assertEquals("VID_0001.MP4", detail.get("name").asString());
        assertEquals(sha256(media), detail.get("sha256").asString());
        var receipt = server.station("SQ").get("/api/recordings/" + recording + "/receipt?wait=10");
        assertEquals(200, receipt.statusCode(), receipt.body());
        assertTrue(receipt.body().startsWith("liuhen-receipt v1\nleaf "), receipt.body());
    }

    @Test
    void an_upload_goes_on_after_the_server_was_restarted() throws Exception {
        var media = bytes(2, 5_000_000);
        var location = location(create(media.length, file("restart.mp4")));
        assertEquals(204, patch(location, 0, Arrays.copyOf(media, 3_333_333)).statusCode());
        server.restart();
        assertEquals("3333333", header(head(location), "Upload-Offset"));
        var last = patch(location, 3_333_333, Arrays.copyOfRange(media, 3_333_333, media.length));
        assertEquals(sha256(media), header(last, "Liuhen-Sha256"), last.body());
    }

    @Test
    void an_empty_file_is_a_recording_at_once() throws Exception {
        var created = create(0, file("empty.mp4"));
        assertEquals(sha256(new byte[0]), header(created, "Liuhen-Sha256"), created.body());
    }

    @Test
    void the_same_key_gives_the_same_upload() throws Exception {
        var metadata = file("twice.mp4");
        var first = location(create(10, metadata));
        assertEquals(204, patch(first, 0, bytes(3, 4)).statusCode());
        var again = create(10, metadata);
        assertEquals(first, location(again));
        assertEquals("4", header(again, "Upload-Offset"));
        assertProblem(409, "key-reused", create(11, metadata));
    }

    @Test
    void the_same_bytes_twice_are_two_recordings_of_one_object() throws Exception {
        var media = bytes(4, 100_000);
        var one = patch(location(create(media.length, file("a.mp4"))), 0, media);
        var two = patch(location(create(media.length, file("a.mp4"))), 0, media);
        assertEquals(header(one, "Liuhen-Sha256"), header(two, "Liuhen-Sha256"));
        assertTrue(!header(one, "Liuhen-Recording").equals(header(two, "Liuhen-Recording")));
    }

    @Test
    void offsets_that_lie_are_told_the_truth() throws Exception {
        var location = location(create(100, file("lie.mp4")));
        assertProblem(409, "offset-conflict", patch(location, 50, bytes(5, 50)));
        assertEquals("0", header(head(location), "Upload-Offset"));
        assertProblem(413, "longer-than-announced", patch(location, 0, bytes(5, 101)));
        assertEquals("0", header(head(location), "Upload-Offset"));
    }

    @Test
    void more_bytes_than_announced_without_a_length_never_become_a_cut_recording() throws Exception {
        var location = location(create(2_000_000, file("grown.mp4")));
        var chunked = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes(6, 2_000_001)));
        var answer = server.station("SQ").send("PATCH", location, chunked, TUS, "1.0.0", "Upload-Offset", "0", "Content-Type", "application/offset+octet-stream");
        assertProblem(413, "longer-than-announced", answer);
        assertEquals("absent", header(head(location), "Liuhen-Recording"));
    }

    @Test
    void a_piece_with_a_wrong_checksum_is_dropped() throws Exception {
        var media = bytes(7, 2_000_000);
        var location = location(create(media.length, file("checked.mp4")));
        var wrong = "sha256 " + Base64.getEncoder().encodeToString(new byte[32]);
        assertProblem(460, "checksum-mismatch", patch(location, 0, media, "Upload-Checksum", wrong));
        assertEquals("0", header(head(location), "Upload-Offset"));
        var right = "sha256 " + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(media));
        assertEquals(sha256(media), header(patch(location, 0, media, "Upload-Checksum", right), "Liuhen-Sha256"));
    }

    @Test
    void a_file_that_is_not_the_announced_one_makes_no_recording() throws Exception {
        var metadata = metadata("filename", "claimed.mp4", "device", "SQ-0001", "key", UUID.randomUUID().toString(), "sha256", "0".repeat(64));
        var location = location(create(10, metadata));
        assertProblem(460, "digest-mismatch", patch(location, 0, bytes(8, 10)));
        var found = server.person("sq.custodian").json("/api/recordings?q=claimed.mp4");
        assertEquals(0, found.get("total").asInt());
        var dropped = new Digest(Digest.Algorithm.SHA256, sha256(bytes(8, 10)));
        assertTrue(server.bean(Vaults.class).of("SQ").find(dropped).isEmpty(), "its bytes never became an object");
        assertEquals(460, head(location).statusCode());
    }

    @Test
    void what_cannot_be_announced_is_refused_with_its_reason() throws Exception {
        assertProblem(413, "too-large", create(Long.MAX_VALUE, file("huge.mp4")));
        assertProblem(400, "metadata-missing", create(1, metadata("filename", "x", "device", "SQ-0001")));
        assertProblem(422, "device-unknown", create(1, metadata("filename", "x", "device", "CL-0001", "key", UUID.randomUUID().toString())));
        assertProblem(400, "metadata-unreadable", create(1, "filename ###"));
        assertProblem(400, "name-too-long", create(1, metadata("filename", "名".repeat(1366), "device", "SQ-0001", "key", UUID.randomUUID().toString())));
        var deferred = server.station("SQ").send("POST", "/api/uploads", BodyPublishers.noBody(), TUS, "1.0.0", "Upload-Defer-Length", "1", "Upload-Metadata", file("x"));
        assertProblem(400, "length-needed", deferred);
        var old = server.station("SQ").send("POST", "/api/uploads", BodyPublishers.noBody(), TUS, "0.2.2", "Upload-Length", "1", "Upload-Metadata", file("x"));
        assertProblem(412, "tus-version", old);
    }

    @Test
    void an_upload_that_nobody_came_back_for_is_dropped_and_a_finished_one_is_not() throws Exception {
        var abandoned = location(create(10, file("abandoned.mp4")));
        assertEquals(204, patch(abandoned, 0, bytes(11, 5)).statusCode());
        var done = location(create(10, file("kept.mp4")));
        var recording = header(patch(done, 0, bytes(12, 10)), "Liuhen-Recording");
        var fresh = location(create(10, file("fresh.mp4")));
        var rows = server.bean(AgencyRows.class);
        for (var old : java.util.List.of(abandoned, done)) {
            rows.of("SQ", jdbc -> jdbc.sql("update upload set expires_at = now() - interval '1 second' where id = :id")
                .param("id", UUID.fromString(old.substring(old.lastIndexOf('/') + 1))).update());
        }
        server.bean(Uploads.class).expire();
        assertEquals(404, head(abandoned).statusCode());
        assertTrue(!server.bean(Vaults.class).of("SQ").unfinished().contains(UUID.fromString(abandoned.substring(abandoned.lastIndexOf('/') + 1))));
        assertEquals(404, head(done).statusCode());
        assertEquals(200, server.person("sq.officer").get("/api/recordings/" + recording).statusCode());
        assertEquals("0", header(head(fresh), "Upload-Offset"));
    }

    @Test
    void whoever_leaves_uploads_behind_is_stopped_without_harm_to_others() throws Exception {
        var officer = server.person("cl.officer");
        HttpResponse<String> last = null;
        for (var i = 0; i <= Uploads.OPEN_LIMIT; i++) {
            last = officer.send("POST", "/api/uploads", BodyPublishers.noBody(), TUS, "1.0.0", "Upload-Length", "10", "Upload-Metadata",
                metadata("filename", "left" + i, "device", "CL-0001"));
            if (i < Uploads.OPEN_LIMIT) assertEquals(201, last.statusCode(), last.body());
        }
        assertProblem(429, "too-many-uploads", java.util.Objects.requireNonNull(last));
        assertTrue(last.headers().firstValue("Retry-After").isPresent());
        var other = server.station("CL").send("POST", "/api/uploads", BodyPublishers.noBody(), TUS, "1.0.0", "Upload-Length", "10", "Upload-Metadata",
            metadata("filename", "other", "device", "CL-0001", "key", UUID.randomUUID().toString()));
        assertEquals(201, other.statusCode(), other.body());
    }

    @Test
    void nobody_touches_what_another_agency_uploads() throws Exception {
        var location = location(create(10, file("mine.mp4")));
        var other = server.station("CL").send("HEAD", location, BodyPublishers.noBody(), TUS, "1.0.0");
        assertEquals(404, other.statusCode());
        var none = server.anonymous().send("PATCH", location, BodyPublishers.ofByteArray(new byte[10]), TUS, "1.0.0", "Upload-Offset", "0",
            "Content-Type", "application/offset+octet-stream", "Authorization", "Bearer " + "x".repeat(43));
        assertProblem(401, "token-invalid", none);
    }

    @Test
    void an_unfinished_upload_can_be_given_up_and_a_finished_one_cannot() throws Exception {
        var open = location(create(10, file("open.mp4")));
        assertEquals(204, patch(open, 0, bytes(9, 5)).statusCode());
        assertEquals(204, server.station("SQ").send("DELETE", open, BodyPublishers.noBody(), TUS, "1.0.0").statusCode());
        assertEquals(404, head(open).statusCode());
        var done = location(create(10, file("done.mp4")));
        assertEquals(204, patch(done, 0, bytes(9, 10)).statusCode());
        assertProblem(409, "already-finished", server.station("SQ").send("DELETE", done, BodyPublishers.noBody(), TUS, "1.0.0"));
    }

    @Test
    void hostile_names_are_kept_as_they_are_and_shown_without_harm() throws Exception {
        var gbk = "执法.avi".getBytes(java.nio.charset.Charset.forName("GBK"));
        var metadata = metadata("filename", "../../etc/\u202Egnp.exe", "device", "SQ-0001", "key", UUID.randomUUID().toString())
            + ",name-bytes " + Base64.getEncoder().encodeToString(gbk);
        var answer = patch(location(create(3, metadata)), 0, bytes(10, 3));
        var detail = server.person("sq.officer").json("/api/recordings/" + header(answer, "Liuhen-Recording"));
        assertEquals("\uFFFDgnp.exe", detail.get("name").asString());
        assertArrayEquals(gbk, Base64.getDecoder().decode(detail.get("nameBytes").asString()));
    }
}
