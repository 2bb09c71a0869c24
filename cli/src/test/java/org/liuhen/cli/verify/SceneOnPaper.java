package org.liuhen.cli.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.liuhen.cli.TestLog;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.activities.ActivityEvent.SceneReceiptLodged;
import org.liuhen.core.recordings.activities.ActivityId;
import org.liuhen.core.recordings.activities.SceneReceipt;
import org.liuhen.formats.recordings.SceneAnswer;
import org.liuhen.formats.recordings.SceneCode;
import org.liuhen.formats.recordings.SceneReceipts;

/** The receipt of a scene that names its medium, lodged in its log, and what a server answers about it. */
final class SceneOnPaper {

    private final Scene scene;
    private final SceneReceipt receipt;
    private final long lodged;

    SceneOnPaper(Scene scene) {
        this.scene = scene;
        receipt = receipt("0".repeat(32));
        lodged = lodge(receipt);
    }

    private SceneReceipt receipt(String nonce) {
        var begin = TestLog.BEGIN;
        var capture = new SceneReceipt.Capture(begin, MediaKind.VIDEO, Scene.sha256(scene.medium).hex(), scene.medium.length,
                begin.plusSeconds(60));
        return new SceneReceipt(new ActivityId(scene.stream()), "SQ", List.of(capture), new SceneReceipt.Counters(1, 0, 2),
                List.of(new SceneReceipt.Device("SQ-0002", Optional.empty())), begin.plusSeconds(60), SceneReceipt.FORMAT,
                        begin.plusSeconds(61),
                nonce, List.of("03080001"), begin, Optional.of("现场检查"));
    }

    private long lodge(SceneReceipt one) {
        var digest = SceneReceipts.digest(one);
        return scene.log.append(scene.stream(), new SceneReceiptLodged(one, digest, SceneCode.of(digest)));
    }

    long lodged() {
        return lodged;
    }

    /** The leaf of another receipt of the same activity. */
    long another() {
        return lodge(receipt("1".repeat(32)));
    }

    void write(Path folder) throws IOException {
        TestLog.put(folder.resolve("held.txt"), SceneCode.of(SceneReceipts.digest(receipt)).getBytes(UTF_8));
        answer(folder, lodged, SceneAnswer.Standing.FILED);
    }

    /** What the QR code says: the receipt is small enough to stand there whole. */
    String address() {
        return "https://liuhen.example.gov.cn/verify#scene=" + Base64.getUrlEncoder().withoutPadding().encodeToString(SceneReceipts.write(receipt));
    }

    /** Somebody holds the receipt of that leaf. */
    void hold(Path folder, long leaf) throws IOException {
        if (leaf == lodged) throw new IllegalArgumentException("that is the one that is held");
        Files.delete(folder.resolve("held.txt"));
        TestLog.put(folder.resolve("held.txt"), SceneCode.of(SceneReceipts.digest(receipt("1".repeat(32)))).getBytes(UTF_8));
    }

    /** An answer with the proof of that leaf. */
    void answer(Path folder, long leaf, SceneAnswer.Standing standing) throws IOException {
        Files.deleteIfExists(folder.resolve("answer.json"));
        var capture = new SceneAnswer.Capture(Optional.empty(), receipt.captures().getFirst().sha256(), standing,
                Optional.of(TestLog.BEGIN));
        var proof = new String(scene.log.receipt(leaf).write(), UTF_8);
        TestLog.put(folder.resolve("answer.json"), new SceneAnswer(TestLog.BEGIN, List.of(capture), List.of(),
                SceneReceipts.digest(receipt),
                SceneAnswer.FORMAT, Optional.of(proof)).write());
    }
}
