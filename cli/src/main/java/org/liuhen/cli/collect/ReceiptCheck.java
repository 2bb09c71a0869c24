package org.liuhen.cli.collect;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.cli.verify.Fault;
import org.liuhen.cli.verify.FileDigests;
import org.liuhen.cli.verify.Proven;
import org.liuhen.cli.verify.Report;
import org.liuhen.cli.verify.Signers;
import org.liuhen.cli.verify.Verdict;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.RawName;
import org.liuhen.formats.ledger.Receipt;

/** This station's own look at a receipt, before it says that a file may be cleared. */
final class ReceiptCheck {

    private final PinnedKeys keys;

    ReceiptCheck(PinnedKeys keys) {
        this.keys = keys;
    }

    /** The receipt proves the file, at this place of the log; or it does not, for this reason. */
    sealed interface Finding {
        record Proves(long leafIndex) implements Finding {}

        record DoesNot(String reason, Bilingual text) implements Finding {}
    }

    /** Checks signature, inclusion and payload, and that the payload is about these bytes and this name. */
    Finding check(byte[] bytes, UUID recording, RawPath path, FileDigests.Digests digests) throws IOException {
        var finding = check(bytes, recording, path, digests, keys.signers(), keys.origin());
        if (finding instanceof Finding.Proves) keys.vouched(Receipt.parse(bytes).proof().checkpoint());
        return finding;
    }

    /** The same with these keys, for the log of this name. */
    static Finding check(byte[] bytes, UUID recording, RawPath path, FileDigests.Digests digests, Signers signers,
            String origin) {
        var report = new Report(_ -> {});
        var proven = Proven.by(bytes, path.display() + ".receipt", signers, report);
        if (!report.faults().isEmpty()) return faulty(report);
        if (proven.isEmpty() || report.verdict() != Verdict.VALID) return doesNot(
                "unsigned", "回执没有可信签名", "no trusted key signed the receipt");
        if (!proven.get().checkpoint().origin().equals(origin)) {
            return doesNot("E17", "回执属于别的账本 " + proven.get().checkpoint().origin(),
                    "the receipt is of another log, " + proven.get().checkpoint().origin());
        }
        var different = difference(proven.get(), recording, path, digests);
        if (different.isPresent()) {
            return doesNot("E28", "回执证明的不是这个文件：" + different.get() + " 不同",
                    "the receipt does not prove this file: " + different.get() + " differs");
        }
        return new Finding.Proves(proven.get().index());
    }

    private static Optional<String> difference(Proven proven, UUID recording, RawPath path, FileDigests.Digests digests) {
        var payload = proven.payload();
        if (payload.isEmpty() || !(payload.get().event() instanceof RecordingHandedIn event)) return Optional.of("type");
        if (!event.recording().value().equals(recording)) return Optional.of("recording");
        if (!proven.leaf().stream().equals(recording)) return Optional.of("stream");
        if (event.sizeBytes() != digests.sizeBytes()) return Optional.of("sizeBytes");
        if (!event.sha256().equals(digests.sha256())) return Optional.of("sha256");
        if (!event.sm3Tree().equals(digests.sm3Tree())) return Optional.of("sm3Tree");
        if (!event.nameBytes().equals(RawName.of(path.name().bytes()))) return Optional.of("nameBytes");
        return Optional.empty();
    }

    private static Finding faulty(Report report) {
        var lines = report.lines().stream().filter(Report.Failed.class::isInstance).toList();
        var codes = String.join(",", report.faults().stream().map(Fault::code).toList());
        if (report.faults().contains(Fault.E04)) {
            return doesNot(codes, "回执由本站不认识的密钥签名：请向系统管理员核实，确系更换时用 --trust 给出新公钥 " + lines,
                    "the receipt is signed by keys that this station does not know: ask the administrator, and give "
                            + "the new keys with --trust if they were renewed " + lines);
        }
        return doesNot(codes, "回执核对不通过，请勿清除设备，并通知系统管理员 " + lines,
                "the receipt does not hold: do not clear the device, tell the administrator " + lines);
    }

    private static Finding doesNot(String reason, String zh, String en) {
        return new Finding.DoesNot("receipt-" + reason, new Bilingual(zh, en));
    }
}
