package org.liuhen.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.liuhen.core.values.Digest;

/** Where a {@link DiskVault} keeps what, and how a file or folder there becomes durable. */
record StoreFolder(Path root) {

    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    Path objects() {
        return root.resolve("objects");
    }

    Path intakes() {
        return root.resolve("intake");
    }

    Path object(Digest sha256) {
        if (sha256.algorithm() != Digest.Algorithm.SHA256) throw new IllegalArgumentException("names no object: " + sha256);
        var hex = sha256.hex();
        return objects().resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }

    Path description(Digest sha256) {
        var object = object(sha256);
        return object.resolveSibling(object.getFileName() + ".about");
    }

    Path part(UUID id) {
        return intakes().resolve(id + ".part");
    }

    Path nodes(UUID id) {
        return intakes().resolve(id + ".nodes");
    }

    /** The description while it is being written. */
    Path draft(UUID id) {
        return intakes().resolve(id + ".about");
    }

    /** What a sealed intake leaves for its caller. */
    Path note(UUID id) {
        return intakes().resolve(id + ".sealed");
    }

    /** Creates the root, for its owner alone; one that is there already keeps its rights. */
    void createRoot() throws IOException {
        if (Files.isDirectory(root)) return;
        Files.createDirectories(parent(root));
        createFolders(root);
        if (Files.getFileStore(root).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Creates the folder and those above it up to the root; each is durable when this returns. */
    void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        if (!folder.equals(root)) createFolders(parent(folder));
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) throw e; // else another thread was faster
        }
        sync(parent(folder));
    }

    private static Path parent(Path path) {
        var parent = path.toAbsolutePath().getParent();
        return parent == null ? path : parent;
    }

    /** Writes a small file and makes its bytes durable; its name is durable when its folder is synced. Replaces an older one. */
    static void write(Path file, ByteBuffer... bytes) throws IOException {
        Files.deleteIfExists(file); // an older one may be read-only
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (var part : bytes) {
                while (part.hasRemaining()) channel.write(part);
            }
            channel.force(true);
        }
    }

    /** Makes the names in the folder durable. Windows keeps them so without being asked, and cannot be asked. */
    static void sync(Path folder) throws IOException {
        if (WINDOWS) return;
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Only the owner may read it, nobody may write it; or the nearest that the file system has. */
    static void protect(Path file) throws IOException {
        permit(file, "r--------", false);
    }

    /** Takes back {@link #protect}, for a file that did not become an object after all. */
    static void unprotect(Path file) throws IOException {
        permit(file, "rw-------", true);
    }

    private static void permit(Path file, String posix, boolean writable) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(posix));
        } else if (!file.toFile().setWritable(writable)) {
            throw new IOException("cannot change whether this can be written: " + file);
        }
    }
}
