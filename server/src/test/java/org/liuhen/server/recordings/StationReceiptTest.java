package org.liuhen.server.recordings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.StationId;
import org.liuhen.formats.devices.StationReceipt;
import org.liuhen.formats.notes.Signer;
import org.liuhen.formats.notes.VerifierKey;
import org.liuhen.server.RunningServer;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Rebuild;

/** What a designated station signed while the server was away: taken once, and never when it does not fit. */
class StationReceiptTest {

    private static RunningServer server;
    private static StationId station;
    private static Signer signer;

    private static Instant noon = Instant.EPOCH;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.fresh();
        noon = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(3, ChronoUnit.HOURS);
        station = StationId.parse(server.station("SQ").json("/api/station").get("id").asString());
        signer = signer();
        assertEquals(204, announce(signer.verifierKey().vkey()).statusCode());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Signer signer() {
        return Signer.generate(StationReceipt.keyName(station), VerifierKey.Algorithm.ED25519, new SecureRandom());
    }

    private static HttpResponse<String> announce(String vkey) throws Exception {
        return server.station("SQ").post("/api/station/key", "{\"vkey\":\"" + vkey + "\"}");
    }

    private record Stored(String recording, Digest sha256, Digest sm3Tree, long sizeBytes) {}

    private static Stored store(String content) throws Exception {
        var metadata = new StringBuilder();
        for (var pair : Map.of("filename", "a.mp4", "device", "SQ-0001", "key", UUID.randomUUID().toString()).entrySet()) {
            metadata.append(metadata.isEmpty() ? "" : ",").append(pair.getKey()).append(' ')
                .append(Base64.getEncoder().encodeToString(pair.getValue().getBytes(StandardCharsets.UTF_8)));
        }
        var answer = server.station("SQ").send("POST", "/api/uploads", BodyPublishers.ofString(content), "Tus-Resumable", "1.0.0", "Upload-Length",
            Integer.toString(content.length()), "Upload-Metadata", metadata.toString(), "Content-Type", "application/offset+octet-stream");
        assertEquals(201, answer.statusCode(), answer.body());
        var id = answer.headers().firstValue("Liuhen-Recording").orElseThrow();
        var handedIn = server.person("sq.custodian").json("/api/recordings/" + id + "/custody").get("items").get(0).get("data");
        return new Stored(id, new Digest(Digest.Algorithm.SHA256, handedIn.get("sha256").asString()), Digest.parse(handedIn.get("sm3Tree").asString()),
            content.length());
    }

    private static StationReceipt receipt(Stored of, long sequence, int minute, Optional<byte[]> previous) throws Exception {
        return new StationReceipt(station, Optional.of("SQ-0001"), "DCIM/a.mp4", of.sizeBytes, of.sha256, of.sm3Tree,
            noon.plus(minute, ChronoUnit.MINUTES), sequence, previous.isPresent() ? Optional.of(digest(previous.get()))
                : sequence == 1 ? Optional.empty() : Optional.of(digest(new byte[] {(byte) sequence})));
    }

    private static Digest digest(byte[] bytes) throws Exception {
        return Digest.sha256(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static HttpResponse<String> hand(Stored to, byte[] receipt) throws Exception {
        return server.station("SQ").send("POST", "/api/recordings/" + to.recording + "/station-receipt", BodyPublishers.ofByteArray(receipt),
            "Content-Type", "text/plain; charset=utf-8");
    }

    private static void assertRefused(String code, HttpResponse<String> answer) {
        assertEquals(409, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"code\":\"" + code + "\""), answer.body());
    }

    private static long reconciled(Stored of) throws Exception {
        return server.person("sq.custodian").json("/api/recordings/" + of.recording + "/custody").get("items").valueStream()
            .filter(step -> step.get("type").asString().equals("StationReceiptReconciled")).count();
    }

    @Test
    void receipts_are_taken_once_each_and_in_any_order() throws Exception {
        var one = store("one");
        var two = store("two");
        var three = store("three");
        var first = receipt(one, 1, 0, Optional.empty()).sign(signer);
        var second = receipt(two, 2, 1, Optional.of(first)).sign(signer);
        var third = receipt(three, 3, 2, Optional.of(second)).sign(signer);
        for (var round : List.of(1, 2)) {
            assertEquals(204, hand(three, third).statusCode(), "round " + round);
            assertEquals(204, hand(one, first).statusCode(), "round " + round);
            assertEquals(204, hand(two, second).statusCode(), "round " + round);
        }
        assertEquals(1, reconciled(one));
        var custody = server.person("sq.custodian").json("/api/recordings/" + one.recording + "/custody").get("items");
        assertEquals(noon, Instant.parse(custody.valueStream().filter(step -> step.get("type").asString().equals("StationReceiptReconciled"))
            .findFirst().orElseThrow().get("data").get("receivedAt").asString()));

        var other = store("one"); // the same bytes once more
        assertRefused("station-receipt-used", hand(other, first));
        assertRefused("station-receipt-contradicts", hand(other, receipt(other, 2, 1, Optional.of(first)).sign(signer)));
        assertRefused("station-receipt-contradicts", hand(one, receipt(one, 4, 3, Optional.of(third)).sign(signer)));
        assertRefused("station-receipt-contradicts", hand(other, receipt(other, 4, 3, Optional.of(first)).sign(signer)));
        assertRefused("station-receipt-out-of-time", hand(other, receipt(other, 4, -5, Optional.of(third)).sign(signer)));
        assertRefused("station-receipt-out-of-time", hand(other, receipt(other, 4, 60 * 24, Optional.of(third)).sign(signer)));
        assertRefused("digest-mismatch", hand(other, receipt(two, 4, 3, Optional.of(third)).sign(signer)));
        assertEquals(0, reconciled(other), "and nothing was written");
        assertEquals(204, hand(other, receipt(other, 4, 3, Optional.of(third)).sign(signer)).statusCode());
        var rows = server.bean(AgencyRows.class);
        var before = tables(rows);
        assertTrue(before.length() > 400, before);
        new Rebuild(rows, server.beans(Projection.class)).run(_ -> {});
        assertEquals(before, tables(rows), "the journal alone gives the same rows");
    }

    private static String tables(AgencyRows rows) {
        return rows.<String>ofAll(jdbc -> jdbc.sql("""
                select coalesce(string_agg(t::text, ' ' order by t::text), '') || (select string_agg(k::text, ' ') from station_key k)
                from station_receipt t
                """).query(String.class).single());
    }

    @Test
    void what_the_station_s_own_key_did_not_sign_is_refused() throws Exception {
        var stored = store("forged");
        var forger = signer();
        assertRefused("station-receipt-forged", hand(stored, receipt(stored, 90, 30, Optional.empty()).sign(forger)));
        var signed = new String(receipt(stored, 90, 30, Optional.empty()).sign(signer), StandardCharsets.UTF_8);
        assertRefused("station-receipt-forged", hand(stored, signed.replace("\"sequence\":90", "\"sequence\":91").getBytes(StandardCharsets.UTF_8)));
        var malformed = hand(stored, "hello\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(400, malformed.statusCode(), malformed.body());
        assertRefused("already-registered", announce(forger.verifierKey().vkey()));
        assertEquals(204, announce(signer.verifierKey().vkey()).statusCode(), "the same key again");
        assertEquals(400, announce("nonsense").statusCode());
        assertEquals(0, reconciled(stored));
    }
}
