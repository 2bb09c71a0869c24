package org.liuhen.cli.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.recordings.activities.ActivityEvent.SceneReceiptLodged;
import org.liuhen.core.recordings.activities.SceneReceipt;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.recordings.Manifest;
import org.liuhen.formats.recordings.SceneAnswer;
import org.liuhen.formats.recordings.SceneCode;
import org.liuhen.formats.recordings.SceneReceipts;

/** A server's answer about a scene receipt, a file or a bundle against what somebody holds. docs/formats.md, section 22. */
final class SceneCheck {

    private final Held held;
    private final Signers signers;
    private final Report report;

    private SceneCheck(Held held, Signers signers, Report report) {
        this.held = held;
        this.signers = signers;
        this.report = report;
    }

    /** A code, and what a QR code says beside it. */
    private record Held(String code, Optional<SceneReceipts.Held> address) {

        static Held of(String typed) {
            if (!typed.contains("#")) return new Held(SceneCode.read(typed), Optional.empty());
            var address = SceneReceipts.readAddress(typed);
            return new Held(SceneCode.of(address.digest()), Optional.of(address));
        }

        boolean is(SceneReceipt receipt) {
            return code.equals(SceneCode.of(SceneReceipts.digest(receipt))) && address.stream().allMatch(one -> one.is(receipt));
        }
    }

    /**
     * Checks the file, or the bundle.
     *
     * @param typed the code, or the address in the QR code
     * @param answer what a server answered, where the path is something else
     * @throws Malformed if what was typed is neither a code nor an address
     */
    static void check(Path path, String typed, Optional<Path> answer, Signers signers, Report report, LongConsumer progress)
            throws IOException {
        var check = new SceneCheck(Held.of(typed), signers, report);
        if (answer.isEmpty() && isAnswer(path)) {
            check.answer(path);
            return;
        }
        var name = String.valueOf(path.getFileName());
        if (answer.isEmpty()) {
            report.unsigned(Check.SCENE_RECEIPT, name, new Bilingual(
                    "没有服务器的答复，不知道回执是否登记；请用 --receipt 指定答复",
                    "without a server's answer nobody knows whether the receipt is lodged; give one with --receipt"));
        }
        var known = answer.isPresent() ? check.answer(answer.get()) : check.held.address.flatMap(SceneReceipts.Held::receipt);
        if (Files.isDirectory(path)) {
            try (var files = FolderFiles.of(path)) {
                check.bundle(files, known, progress);
            }
        } else if (name.endsWith(".tar")) {
            try (var files = TarFiles.of(path)) {
                check.bundle(files, known, progress);
            }
        } else {
            try (var in = Files.newInputStream(path)) {
                check.medium(MediumCheck.digests(in, progress).sha256(), name, known);
            }
        }
    }

    /** The bundle as such, and then its original. */
    private void bundle(BundleFiles files, Optional<SceneReceipt> receipt, LongConsumer progress) throws IOException {
        new BundleCheck(files, signers, report, progress).run();
        if (report.has(Fault.E01)) return;
        var manifest = Manifest.read(files.read("manifest.json", Manifest.BYTES_MAX));
        for (var file : manifest.files()) {
            if (file.path().equals(manifest.medium())) medium(file.sha256(), file.path(), receipt);
        }
    }

    private static boolean isAnswer(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > SceneAnswer.BYTES_MAX) return false;
        return new String(Files.readAllBytes(file), UTF_8).contains("\"" + SceneAnswer.FORMAT + "\"");
    }

    /** The receipt that the ledger proves, if the answer is right. */
    private Optional<SceneReceipt> answer(Path file) throws IOException {
        var subject = String.valueOf(file.getFileName());
        SceneAnswer answer;
        try {
            answer = SceneAnswer.read(SmallFiles.read(file, SceneAnswer.BYTES_MAX));
        } catch (Malformed e) {
            report.failed(Fault.E30, subject, "an answer of formats.md, section 22.4", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
        if (!held.code.equals(SceneCode.of(answer.digest()))
                || held.address.stream().anyMatch(one -> !one.digest().equals(answer.digest()))) {
            report.failed(Fault.E30, subject, held.code, SceneCode.of(answer.digest()) + " " + answer.digest());
            return Optional.empty();
        }
        var receipt = lodged(answer, subject);
        receipt.ifPresent(proven -> captures(proven, answer, subject));
        return receipt;
    }

    private Optional<SceneReceipt> lodged(SceneAnswer answer, String subject) {
        if (answer.lodged().isEmpty()) {
            report.unsigned(Check.SCENE_RECEIPT, subject, new Bilingual(
                    "已登记，答复时账本还没有签名；请再查询一次", "lodged, and not signed when the answer was given; ask once more"));
            return Optional.empty();
        }
        var proven = Proven.by(answer.lodged().get().getBytes(UTF_8), subject, signers, report);
        if (proven.isEmpty() || proven.get().payload().isEmpty()) {
            if (report.faults().isEmpty()) report.failed(Fault.E31, subject, "a SceneReceiptLodged that is shown",
                    "one without payload");
            return Optional.empty();
        }
        if (!(proven.get().payload().get().event() instanceof SceneReceiptLodged event)) {
            report.failed(Fault.E31, subject, "SceneReceiptLodged", proven.get().leaf().type());
            return Optional.empty();
        }
        var receipt = event.receipt();
        var found = SceneReceipts.digest(receipt);
        var leaf = proven.get().leaf();
        if (!found.equals(answer.digest()) || !found.equals(event.digest()) || receipt.fault().isPresent()
                || !leaf.agency().value().equals(receipt.agency()) || !leaf.stream().equals(receipt.activity().value())) {
            report.failed(Fault.E31, subject, answer.digest() + " of " + leaf.agency() + ", " + leaf.stream(),
                    found + " of " + receipt.agency() + ", " + receipt.activity());
            return Optional.empty();
        }
        if (!held.is(receipt)) {
            report.failed(Fault.E30, subject, "the receipt of the address", SceneCode.of(found));
            return Optional.empty();
        }
        report.passed(Check.SCENE_RECEIPT, subject + ": " + held.code);
        return Optional.of(receipt);
    }

    private void captures(SceneReceipt receipt, SceneAnswer answer, String subject) {
        var said = new HashMap<String, SceneAnswer.Capture>();
        answer.captures().forEach(one -> said.put(one.sha256(), one));
        var claimed = new ArrayList<String>();
        for (var capture : receipt.captures()) {
            var about = subject + ": " + capture.sha256();
            var one = said.get(capture.sha256());
            switch (one == null ? SceneAnswer.Standing.MISSING : one.standing()) {
                case FILED, STORED -> claimed.add(capture.sha256());
                case ABSENT -> report.notPerformed(Check.SCENE_CAPTURES, about, new Bilingual("尚未入库", "not handed in yet"));
                case DESTROYED -> destroyed(one, about);
                case MISSING -> report.failed(Fault.E32, about, "in the store", one == null ? "nothing said of it" : "gone");
            }
        }
        if (!claimed.isEmpty()) {
            report.notPerformed(Check.SCENE_CAPTURES, subject, new Bilingual(
                    claimed.size() + " 件据服务器称已入库；有文件的，请用 --scene 与文件逐一核对",
                    claimed.size() + " are stored by the word of the server; compare files that you have with --scene"));
        }
    }

    private void destroyed(SceneAnswer.@Nullable Capture capture, String about) {
        var proof = capture == null ? Optional.<String>empty() : capture.proof();
        if (proof.isEmpty()) {
            report.failed(Fault.E32, about, "a proof of its destruction", "none");
            return;
        }
        Proven.by(proof.get().getBytes(UTF_8), about, signers, report).ifPresent(proven -> {
            if (proven.leaf().type().equals(PayloadDestroyed.class.getSimpleName())) {
                report.notPerformed(Check.SCENE_CAPTURES, about, new Bilingual("已依法销毁，账本中有记载",
                        "destroyed by law, as the ledger shows"));
            } else {
                report.failed(Fault.E32, about, "PayloadDestroyed", proven.leaf().type());
            }
        });
    }

    private void medium(Digest found, String name, Optional<SceneReceipt> receipt) {
        if (receipt.isEmpty()) {
            report.unsigned(Check.MEDIUM, name, new Bilingual(
                    "不知道回执写明了哪些内容；请用 --receipt 指定服务器的答复，或给出含有全部内容的二维码地址",
                    "what the receipt names is not known; give the server's answer with --receipt, or an address that holds all of it"));
        } else if (receipt.get().captures().stream().anyMatch(capture -> capture.sha256().equals(found.hex()))) {
            report.passed(Check.MEDIUM, name);
        } else {
            report.failed(Fault.E33, name, "one of " + receipt.get().captures().size() + " captures", found.toString());
        }
    }
}
