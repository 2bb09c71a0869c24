package org.liuhen.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.ledger.Receipt;

/** A file against its receipt. */
final class SingleFileCheck {

    private SingleFileCheck() {}

    static void check(Path file, Path receiptFile, Signers signers, Report report, LongConsumer progress) throws IOException {
        var subject = String.valueOf(receiptFile.getFileName());
        if (Files.size(receiptFile) > Receipt.BYTES_MAX) {
            report.failed(Fault.E02, subject, "at most " + Receipt.BYTES_MAX + " bytes", Files.size(receiptFile) + " bytes");
            return;
        }
        var proven = Proven.by(SmallFiles.read(receiptFile, Receipt.BYTES_MAX), subject, signers, report);
        if (proven.isEmpty()) return;
        var payload = proven.get().payload();
        if (payload.isEmpty()) {
            if (!report.has(Fault.E06)) {
                report.failed(Fault.E28, subject, "a receipt that shows what it proves", "one without payload");
            }
            return;
        }
        var name = String.valueOf(file.getFileName());
        if (!(payload.get().event() instanceof RecordingHandedIn event)) {
            report.failed(Fault.E28, name, "a receipt of RecordingHandedIn", "one of " + proven.get().leaf().type());
            return;
        }
        try (var in = Files.newInputStream(file)) {
            MediumCheck.compare(MediumCheck.digests(in, progress), event, Fault.E28, name, report);
        }
        report.notPerformed(Check.CUSTODY, subject, new Bilingual(
                "单个文件的回执只证明移交，不含保管链；要核对保管链请导出证据包",
                "a single receipt proves the hand-in only; export a bundle to have the chain of custody checked"));
    }
}
