package org.liuhen.cli.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.function.LongConsumer;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.values.Bilingual;

/** The bytes of an original against the event that says what they were. */
final class MediumCheck {

    /** A whole number of MiB, so that the tree is hashed where the bytes lie. */
    private static final int BUFFER_BYTES = 4 * 1024 * 1024;

    private MediumCheck() {}

    /** Both digests of the stream, which is read to its end and not closed. */
    static FileDigests.Digests digests(InputStream in, LongConsumer progress) throws IOException {
        var digests = new FileDigests();
        var buffer = new byte[BUFFER_BYTES];
        var offset = 0L;
        for (var read = in.readNBytes(buffer, 0, buffer.length); read > 0; read = in.readNBytes(buffer, 0, buffer.length)) {
            digests.take(offset, ByteBuffer.wrap(buffer, 0, read).slice());
            offset += read;
            progress.accept(read);
        }
        return digests.finish();
    }

    /** Says whether the bytes are those of the event; a difference in size or SHA-256 is reported as {@code altered}. */
    static void compare(FileDigests.Digests found, RecordingHandedIn event, Fault altered, String subject, Report report) {
        if (found.sizeBytes() != event.sizeBytes() || !found.sha256().equals(event.sha256())) {
            report.failed(altered, subject, event.sizeBytes() + " bytes, " + event.sha256(),
                    found.sizeBytes() + " bytes, " + found.sha256());
            report.notPerformed(Check.MEDIUM_TREE, subject, new Bilingual("文件已不是原始文件", "the file is not the original any more"));
            return;
        }
        report.passed(Check.MEDIUM, subject);
        if (found.sm3Tree().equals(event.sm3Tree())) {
            report.passed(Check.MEDIUM_TREE, subject);
        } else {
            report.failed(Fault.E09, subject, event.sm3Tree().toString(), found.sm3Tree().toString());
        }
    }
}
