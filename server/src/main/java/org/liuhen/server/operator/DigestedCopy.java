package org.liuhen.server.operator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.liuhen.server.folder.DurableFiles;

/** Copies files and says what was copied. */
final class DigestedCopy {

    private DigestedCopy() {}

    /** Copies one file durably, with its rights; the entry has the given path. */
    static BackupManifest.Entry copy(Path from, Path to, String path) throws IOException {
        var folder = to.toAbsolutePath().getParent();
        if (folder != null) DurableFiles.createFolders(folder);
        try (var in = new DigestInputStream(Files.newInputStream(from), sha256()); var out = Files.newOutputStream(to,
                StandardOpenOption.CREATE_NEW)) {
            var sizeBytes = in.transferTo(out);
            sync(to);
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
            return new BackupManifest.Entry(path, hex(in.getMessageDigest()), sizeBytes);
        }
    }

    /** The digest of a file. */
    static String sha256(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return hex(((DigestInputStream) in).getMessageDigest());
        }
    }

    static void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
