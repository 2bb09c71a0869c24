package org.liuhen.server.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.Map;

/** Small files that are there completely or not at all, also after a power cut. */
public final class DurableFiles {

    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final String PUBLIC = "rw-r--r--";
    private static final String SECRET = "rw-------";

    private DurableFiles() {}

    /** Writes or replaces the file: temporary file, fsync, atomic rename, fsync of the folder. Makes the folders above. */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, bytes, PUBLIC);
    }

    /** As {@link #write}, readable by the owner alone from its first moment. */
    public static void writeSecret(Path file, byte[] bytes) throws IOException {
        write(file, bytes, SECRET);
    }

    /** As {@link #write} for many files, with one fsync a folder. None of them is promised before all are. */
    public static void writeAll(Map<Path, byte[]> files) throws IOException {
        var folders = new LinkedHashSet<Path>();
        for (var file : files.entrySet()) {
            folders.add(place(file.getKey(), file.getValue(), PUBLIC));
        }
        for (var folder : folders) {
            syncFolder(folder);
        }
    }

    private static void write(Path file, byte[] bytes, String rights) throws IOException {
        syncFolder(place(file, bytes, rights));
    }

    /** All but the fsync of the folder, which is the answer. */
    private static Path place(Path file, byte[] bytes, String rights) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null) throw new IOException("a file has a folder: " + file);
        createFolders(folder);
        var temporary = folder.resolve("." + file.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        if (POSIX) Files.createFile(temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights)));
        else Files.createFile(temporary);
        try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return folder;
    }

    /** Makes the folder and those above it, each durably entered in its parent. */
    public static void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        var parent = folder.toAbsolutePath().getParent();
        if (parent != null) createFolders(parent);
        Files.createDirectories(folder);
        if (parent != null) syncFolder(parent);
    }

    /** Makes the folder with rights for the owner alone. */
    public static void createSecretFolder(Path folder) throws IOException {
        createFolders(folder);
        if (POSIX) Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /** Makes what was created, renamed or removed in the folder survive a power cut. */
    public static void syncFolder(Path folder) throws IOException {
        if (!POSIX) return; // Windows enters files durably by itself and cannot open a folder
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
