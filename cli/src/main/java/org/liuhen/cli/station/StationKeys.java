package org.liuhen.cli.station;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.liuhen.cli.collect.DurableLines;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.StationId;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.devices.StationReceipt;
import org.liuhen.formats.notes.Signer;
import org.liuhen.formats.notes.VerifierKey;

/**
 * The station's two secrets, in one file that only its account can read: what it signs receipts with, and what the files in its own
 * store are encrypted with. docs/formats.md, section 20.
 */
record StationKeys(Signer signer, SecretKeySpec storeKey) {

    private static final String STORE_PREFIX = "PRIVATE+STORE+";
    private static final int KEY_BYTES = 32;

    /**
     * The keys of the file; a station that has none yet gets them.
     *
     * @throws IOException if the file is damaged or of another station
     */
    static StationKeys at(Path file, StationId station) throws IOException {
        if (!Files.exists(file)) create(file, station);
        var lines = Files.readAllLines(file, UTF_8);
        try {
            var signer = Signer.read(lines.getFirst());
            StationReceipt.key(station, signer.verifierKey().vkey());
            if (lines.size() != 2 || !lines.getLast().startsWith(STORE_PREFIX)) throw new Malformed("two lines expected");
            var secret = Base64.getDecoder().decode(lines.getLast().substring(STORE_PREFIX.length()));
            if (secret.length != KEY_BYTES) throw new Malformed("a store key of " + secret.length + " bytes");
            return new StationKeys(signer, new SecretKeySpec(secret, "AES"));
        } catch (IllegalArgumentException | Malformed | java.util.NoSuchElementException e) {
            throw new IOException(new Bilingual("采集站密钥文件 " + file + " 损坏，或属于另一采集站：请从备份恢复；暂存的文件没有它读不出来",
                    "the station's key file " + file + " is damaged or another station's: restore it from the backup, "
                            + "what is kept here cannot be read without it").toString(), e);
        }
    }

    private static void create(Path file, StationId station) throws IOException {
        var random = new SecureRandom();
        var secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        var text = Signer.generate(StationReceipt.keyName(station), VerifierKey.Algorithm.ED25519, random).write() + "\n"
                + STORE_PREFIX + Base64.getEncoder().encodeToString(secret) + "\n";
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        try (var out = FileChannel.open(partial, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forOwner(file))) {
            var bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (bytes.hasRemaining()) out.write(bytes);
            out.force(true);
        }
        if (Files.exists(file)) throw new FileAlreadyExistsException(file.toString());
        Files.move(partial, file);
        DurableLines.syncFolder(java.util.Objects.requireNonNull(file.toAbsolutePath().getParent()));
    }

    private static FileAttribute<?>[] forOwner(Path file) {
        var posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0]; // elsewhere the account's own folder protects it
    }
}
