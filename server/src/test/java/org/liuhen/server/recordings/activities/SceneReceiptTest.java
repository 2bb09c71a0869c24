package org.liuhen.server.recordings.activities;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.liuhen.server.recordings.activities.FieldDesk.at;
import static org.liuhen.server.recordings.activities.FieldDesk.fields;

import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.activities.ActivityEvent.SceneReceiptLodged;
import org.liuhen.core.recordings.activities.ActivityId;
import org.liuhen.core.recordings.activities.SceneReceipt;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.formats.events.Leaf;
import org.liuhen.formats.events.Payload;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.Records;
import org.liuhen.formats.ledger.Receipt;
import org.liuhen.formats.recordings.SceneAnswer;
import org.liuhen.formats.recordings.SceneCode;
import org.liuhen.formats.recordings.SceneReceipts;
import org.liuhen.server.RunningServer;
import org.liuhen.server.database.AgencyRows;
import org.liuhen.server.journal.Journal;
import org.liuhen.server.journal.Projection;
import org.liuhen.server.journal.Rebuild;
import org.liuhen.server.journal.StreamAppend;
import org.liuhen.server.journal.Submission;

/** What a party took along from the scene: lodged by the officer, asked after by somebody who is not signed in. */
class SceneReceiptTest {

    private static final byte[] PHOTO = "现场照片".getBytes(UTF_8);

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.fresh();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static SceneReceipt receipt(FieldDesk desk, String agency, byte[]... photos) throws Exception {
        var captures = new ArrayList<SceneReceipt.Capture>();
        for (var photo : photos) {
            var when = at("09:10").plusSeconds(captures.size());
            captures.add(new SceneReceipt.Capture(when, MediaKind.PHOTO, sha256(photo), photo.length, when));
        }
        return new SceneReceipt(ActivityId.parse(desk.id), agency, captures, new SceneReceipt.Counters(captures.size(), 0, 2),
                List.of(new SceneReceipt.Device("SQ-0002", Optional.of("DSJ-0002"))), at("10:00"), SceneReceipt.FORMAT,
                        at("10:00"),
                UUID.randomUUID().toString().replace("-", ""), List.of("03080001", "03080002"), at("09:00"), Optional.of("现场检查"));
    }

    /** As the phone sends it. */
    private static String body(SceneReceipt receipt) {
        return "{\"digest\":\"" + SceneReceipts.digest(receipt) + "\",\"receipt\":" + new String(SceneReceipts.write(receipt),
                UTF_8) + "}";
    }

    private static SceneAnswer asked(SceneReceipt receipt) throws Exception {
        var answer = server.anonymous().bytes("/api/scene-receipts/" + SceneReceipts.digest(receipt));
        assertEquals(200, answer.statusCode(), new String(answer.body(), UTF_8));
        assertEquals(List.of("no-store"), answer.headers().allValues("Cache-Control"));
        return SceneAnswer.read(answer.body());
    }

    private static List<String> standings(SceneAnswer answer) {
        return answer.captures().stream().map(capture -> capture.standing().word()).toList();
    }

    /** The event that the receipt (section 4) proves; its inclusion and its signatures are the verifier's business. */
    private static SceneReceiptLodged proven(SceneAnswer answer) {
        var proof = Receipt.parse(answer.lodged().orElseThrow().getBytes(UTF_8));
        var shown = proof.shown().orElseThrow();
        var leaf = Leaf.read(proof.leafBytes());
        assertTrue(leaf.commitsTo(shown.saltBytes(), shown.payloadBytes()));
        return (SceneReceiptLodged) Payload.read(leaf.type(), leaf.typeVersion(), shown.payloadBytes()).event();
    }

    @Test
    void the_holder_of_a_receipt_learns_that_it_is_lodged_and_how_its_captures_stand() throws Exception {
        var desk = FieldDesk.opened(server);
        desk.took("09:00", "10:00");
        var other = "一段录音".getBytes(UTF_8);
        var receipt = receipt(desk, "SQ", PHOTO, other);
        var digest = SceneReceipts.digest(receipt).toString();
        assertEquals(404, server.anonymous().get("/api/scene-receipts/" + digest).statusCode(), "not lodged yet");
        var version = desk.done(desk.officer, "lodge-scene-receipt", body(receipt));
        assertEquals(version, desk.done(desk.colleague, "lodge-scene-receipt", body(receipt)), "once is enough");

        var shown = desk.view().get("receipts").get(0);
        assertEquals(digest, shown.get("digest").asString());
        assertEquals(SceneCode.of(SceneReceipts.digest(receipt)), shown.get("code").asString());
        assertEquals("DSJ-0002", shown.get("receipt").get("devices").get(0).get("serial").asString());
        assertTrue(shown.has("lodgedAt"));

        var answer = asked(receipt);
        assertEquals(receipt, proven(answer).receipt());
        assertEquals(List.of("absent", "absent"), standings(answer));
        var photo = desk.handedIn("SQ-0002", "photo.jpg", PHOTO);
        assertEquals(List.of("stored", "absent"), standings(asked(receipt)));
        desk.done(desk.officer, "file-to-activity", fields("recording", photo));
        assertEquals(List.of("filed", "absent"), standings(asked(receipt)));

        var name = sha256(PHOTO);
        var object = server.folder().resolve("vault/SQ/objects").resolve(name.substring(0, 2)).resolve(name.substring(2, 4))
                .resolve(name);
        var bytes = Files.readAllBytes(object);
        Files.delete(object);
        assertEquals(List.of("missing", "absent"), standings(asked(receipt)));
        Files.write(object, new byte[] {1});
        assertEquals(List.of("missing", "absent"), standings(asked(receipt)), "another size");
        Files.write(object, bytes);
        assertEquals(List.of("filed", "absent"), standings(asked(receipt)));
        var questions = server.bean(AgencyRows.class).<Long>of("SQ", jdbc -> jdbc
                .sql("select count(*) from scene_receipt_question where digest = :digest").param("digest", digest)
                        .query(Long.class).single());
        assertEquals(6L, questions, "every answer is on record");
    }

    @Test
    void what_was_destroyed_by_law_is_told_with_its_proof() throws Exception {
        var desk = FieldDesk.opened(server);
        desk.took("09:00", "10:00");
        var secret = "误录".getBytes(UTF_8);
        var receipt = receipt(desk, "SQ", secret);
        desk.done(desk.officer, "lodge-scene-receipt", body(receipt));
        var recording = UUID.fromString(desk.handedIn("SQ-0002", "secret.jpg", secret));
        desk.done(desk.officer, "file-to-activity", fields("recording", recording.toString()));
        var journal = server.bean(Journal.class);
        var last = journal.read(recording).getLast().version();
        journal.append(new Submission("SQ", UUID.randomUUID(), Actor.system("test"), Instant.now(), Duration.ZERO,
                List.of(new StreamAppend(recording, last, List.of(new PayloadDestroyed(1, "误录国家秘密", List.of("张三", "李四")))))));
        var capture = patiently(receipt);
        assertEquals("destroyed", capture.standing().word());
        var proof = Receipt.parse(capture.proof().orElseThrow().getBytes(UTF_8));
        assertEquals("PayloadDestroyed", Leaf.read(proof.leafBytes()).type());
        assertTrue(proof.shown().isEmpty(), "who confirmed it and why is not for everybody");

        try (var eraser = server.administrator().connect(); var statement = eraser.createStatement()) {
            statement.executeUpdate("delete from payload where event in (select event from payload_condemned)");
        }
        new Rebuild(server.bean(AgencyRows.class), server.beans(Projection.class)).run(_ -> {});
        var after = asked(receipt);
        assertEquals(List.of("absent"), standings(after), "which file it was is not known any more");
        assertEquals(1, after.destroyed().size(), "but that one of the activity was destroyed is");
    }

    /** The checkpoint with the destruction may take a second. */
    private static SceneAnswer.Capture patiently(SceneReceipt receipt) throws Exception {
        for (var tries = 0; ; tries++) {
            var capture = asked(receipt).captures().getFirst();
            if (capture.proof().isPresent() || tries == 20) return capture;
            Thread.sleep(200);
        }
    }

    @Test
    void what_cannot_be_of_the_activity_is_refused() throws Exception {
        var desk = FieldDesk.opened(server);
        desk.took("09:00", "10:00");
        var receipt = receipt(desk, "SQ", PHOTO);
        desk.refused(desk.officer, "lodge-scene-receipt", body(receipt(desk, "CL", PHOTO)), 422, "receipt-of-another-agency");
        desk.refused(desk.officer, "lodge-scene-receipt", body(receipt(FieldDesk.of(server, "SQ"), "SQ", PHOTO)), 422,
                "receipt-of-another-activity");
        desk.refused(desk.officer, "lodge-scene-receipt", body(receipt).replaceFirst("sha256:..", "sha256:zz"), 400,
                "body-wrong");
        var digest = SceneReceipts.digest(receipt).hex();
        desk.refused(desk.officer, "lodge-scene-receipt", body(receipt).replace(digest, "0".repeat(64)), 422, "digest-differs");
        desk.refused(desk.officer, "lodge-scene-receipt", "{\"digest\":\"sha256:" + digest + "\"}", 400, "body-wrong");
        desk.refused(server.person("sq.unithead"), "lodge-scene-receipt", body(receipt), 409, "not-there");
        desk.refused(server.person("sq.custodian"), "lodge-scene-receipt", body(receipt), 403, "not-allowed");
        desk.refused(server.person("cl.officer"), "lodge-scene-receipt", body(receipt), 404, "not-found");
        assertEquals(0, desk.view().get("receipts").size());
    }

    @Test
    void an_activity_has_two_receipts_and_each_is_found_by_its_own_digest() throws Exception {
        var desk = FieldDesk.opened(server);
        desk.took("09:00", "10:00");
        var first = receipt(desk, "SQ");
        var second = receipt(desk, "SQ", PHOTO);
        desk.done(desk.officer, "lodge-scene-receipt", body(first));
        desk.done(desk.officer, "lodge-scene-receipt", body(second));
        assertEquals(first, proven(asked(first)).receipt());
        assertEquals(second, proven(asked(second)).receipt());
        assertEquals(0, asked(first).captures().size());
        assertEquals(2, desk.view().get("receipts").size());
    }

    @Test
    void nobody_is_told_anything_without_the_digest() throws Exception {
        var desk = FieldDesk.opened(server);
        desk.took("09:00", "10:00");
        var receipt = receipt(desk, "SQ", PHOTO);
        desk.done(desk.officer, "lodge-scene-receipt", body(receipt));
        var hex = SceneReceipts.digest(receipt).hex();
        var flipped = (hex.charAt(63) == '0' ? '1' : '0');
        for (var wrong : Map.of("sha256:" + hex.substring(0, 63) + flipped, 404, "sm3:" + hex, 400, hex, 400,
                "sha256:" + hex.substring(1), 400,
                SceneCode.of(SceneReceipts.digest(receipt)), 400, desk.id, 400).entrySet()) {
            var answer = server.anonymous().get("/api/scene-receipts/" + wrong.getKey());
            assertEquals(wrong.getValue(), answer.statusCode(), wrong.getKey());
            assertFalse(answer.body().contains("现场检查"));
        }
        assertEquals(401, server.anonymous().get("/api/activities/" + desk.id).statusCode(), "the receipt opens nothing else");
        var told = new String(CanonicalJson.write(Records.write(asked(receipt))), UTF_8);
        assertFalse(told.contains("车站路"), "the place is not on the receipt");
    }

    @Test
    void whoever_asks_without_end_waits() {
        var questions = new Questions();
        var now = Instant.parse("2026-03-02T07:04:00.000Z");
        for (var n = 0; n < Questions.OF_ONE; n++) assertEquals(Optional.empty(), questions.ask("192.0.2.1", now));
        assertEquals(Optional.of(Duration.ofSeconds(50)), questions.ask("192.0.2.1", now.plusSeconds(10)));
        assertEquals(Optional.empty(), questions.ask("192.0.2.2", now.plusSeconds(10)));
        assertEquals(Optional.empty(), questions.ask("192.0.2.1", now.plusSeconds(60)));
        Stream.iterate(0, n -> n + 1).limit(Questions.OF_ALL - 1L).forEach(n -> questions.ask("192.0.2." + n,
                now.plusSeconds(61)));
        assertTrue(questions.ask("198.51.100.1", now.plusSeconds(61)).isPresent(), "all together");
        assertEquals(Optional.empty(), questions.ask("192.0.2.1", now.minusSeconds(3600)),
                "a clock that was set back does not lock anybody out");
    }
}
