package org.liuhen.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.notes.VerifierKey;

/** Verifies whatever it is given, offline. */
public final class Verifier {

    private static final String RECEIPT = ".receipt";

    private Verifier() {}

    /**
     * Verifies a bundle (folder or tar), a mirrored ledger, or a file with its receipt.
     *
     * @param receipt the file's receipt, if it does not lie beside it
     * @param progress is told how many bytes were read
     * @throws IOException if the path cannot be read or is none of these
     * @throws org.liuhen.formats.Malformed if a ledger's checkpoint cannot be read
     */
    public static void verify(Path path, Optional<Path> receipt, List<VerifierKey> trust, Report report, LongConsumer progress)
            throws IOException {
        var signers = new Signers(trust);
        if (Files.isDirectory(path)) {
            if (isLedger(path)) {
                LedgerCheck.mirrored(path, signers, report).run();
            } else if (isBundle(path)) {
                try (var files = FolderFiles.of(path)) {
                    new BundleCheck(files, signers, report, progress).run();
                }
            } else {
                throw unknown(path);
            }
            return;
        }
        if (!Files.exists(path)) throw new NoSuchFileException(path.toString());
        var beside = path.resolveSibling(path.getFileName() + RECEIPT);
        if (receipt.isPresent() || Files.isRegularFile(beside)) {
            SingleFileCheck.check(path, receipt.orElse(beside), signers, report, progress);
        } else if (path.toString().endsWith(".tar")) {
            try (var files = TarFiles.of(path)) {
                new BundleCheck(files, signers, report, progress).run();
            }
        } else {
            throw unknown(path);
        }
    }

    /**
     * Verifies a server's answer about a scene receipt, or a file or bundle that the receipt may name.
     *
     * @param held the receipt's code, or the address in its QR code
     * @param answer the server's answer, where the path is something else
     * @throws IOException if a file cannot be read
     * @throws org.liuhen.formats.Malformed if what is held is neither
     */
    public static void verifyScene(Path path, String held, Optional<Path> answer, List<VerifierKey> trust, Report report,
            LongConsumer progress) throws IOException {
        if (!Files.exists(path)) throw new NoSuchFileException(path.toString());
        SceneCheck.check(path, held, answer, new Signers(trust), report, progress);
    }

    /**
     * Verifies a data folder against its own keys.
     *
     * @throws IOException if it is not a data folder, or cannot be read
     */
    public static void verifyData(Path data, Optional<JournalSource> journal, Instant now, Report report, LongConsumer progress)
            throws IOException {
        new DataFolderCheck(data, journal, now, report, progress).run();
    }

    /** The keys that a data folder calls its own. */
    public static List<VerifierKey> keysOf(Path data) throws IOException {
        return DataFolderCheck.allKeys(data);
    }

    private static boolean isLedger(Path folder) {
        return Files.isRegularFile(folder.resolve("checkpoint"));
    }

    private static boolean isBundle(Path folder) {
        return Files.exists(folder.resolve("manifest.json")) || Files.isDirectory(folder.resolve("custody"))
                || Files.isDirectory(folder.resolve("original"));
    }

    private static IOException unknown(Path path) {
        return new IOException(path + ": " + new Bilingual(
                "不是证据包、账本镜像，旁边也没有回执（<文件名>.receipt，或用 --receipt 指定）；数据文件夹请用 --data",
                "not a bundle, not a mirrored ledger, and no receipt beside it (<name>.receipt, or --receipt); for a "
                        + "data folder use --data"));
    }
}
