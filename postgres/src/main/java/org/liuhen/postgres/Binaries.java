package org.liuhen.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs, unpacked once into a folder that is named by the digest of their archive.
 *
 * @param home holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path home) {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final Duration UNPACK_PATIENCE = Duration.ofMinutes(2);
    private static final int FORCED_AT_ONCE = 32;
    private static final Duration VERSION_LIMIT = Duration.ofSeconds(20);
    private static final Pattern VERSION = Pattern.compile("postgres \\(PostgreSQL\\) (\\d+).*");

    /**
     * Unpacks unless it is done already; atomic, and safe with several processes at once.
     *
     * @param cache made if absent; about 60 MB
     */
    static Binaries in(Path cache) throws IOException {
        requirePlatform();
        Files.createDirectories(cache);
        var folder = cache.toRealPath();
        var home = folder.resolve("postgres-" + digest().substring(0, 16));
        if (Files.isDirectory(home)) return new Binaries(home);
        try (var _ = FolderLock.take(folder.resolve("unpacking.lock"), UNPACK_PATIENCE)) {
            var partial = folder.resolve("unpacking");
            new Tree(partial).delete(); // left by a process that was killed
            if (Files.isDirectory(home)) return new Binaries(home);
            unpack(partial);
            force(partial);
            Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Binaries(home);
    }

    private static void requirePlatform() throws PostgresFault {
        var platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (platform.equals("Linux amd64")) return;
        throw new PostgresFault("内置数据库只支持 Linux x86-64，本机是 " + platform + "。请用 --db 指定另外的 PostgreSQL。",
            "The built-in database runs on Linux x86-64 only; this is " + platform + ". Name another PostgreSQL with --db.");
    }

    private static InputStream archive() throws IOException {
        var archive = Binaries.class.getResourceAsStream(ARCHIVE);
        if (archive == null) throw new IOException("not on the class path: " + ARCHIVE);
        return archive;
    }

    private static String digest() throws IOException {
        try (var in = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void unpack(Path target) throws IOException {
        directory(target);
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) throw new IOException("leads out of its archive: " + entry.getName());
                if (entry.isDirectory()) {
                    directory(path);
                    continue;
                }
                var parent = path.getParent();
                if (parent != null) directory(parent);
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    var runnable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(runnable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    /**
     * The content must be durable before the name of the whole is: otherwise a power cut leaves empty programs under a good name.
     * Many files at a time, for the file system then writes its journal once for all of them.
     */
    private static void force(Path folder) throws IOException {
        try (var files = Files.walk(folder); var pool = Executors.newFixedThreadPool(FORCED_AT_ONCE)) {
            var forced = files.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                .map(path -> pool.submit(() -> forceOne(path))).toList();
            for (var one : forced) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("not durable: " + folder, e.getCause());
        } catch (InterruptedException e) {
            throw Pause.interrupted(e);
        }
    }

    private static Path forceOne(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
            return file;
        }
    }

    /** Whatever the umask: the account that runs the server must be able to read them. */
    private static void directory(Path path) throws IOException {
        if (Files.isDirectory(path)) return;
        var parent = path.getParent();
        if (parent != null) directory(parent);
        Files.createDirectory(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /**
     * The major version of the programs, as they themselves say when run by that identity in that folder.
     *
     * @throws PostgresFault if that identity cannot run them
     */
    int majorVersion(Identity identity, Path folder) throws IOException {
        var script = "cd \"$1\" && exec \"$2\" --version";
        var words = List.of("sh", "-c", script, "sh", folder.toString(), program("postgres").toString());
        var answer = Command.run(folder, VERSION_LIMIT, identity.as(words));
        var version = VERSION.matcher(answer.output());
        if (answer.succeeded() && version.matches()) return Integer.parseInt(version.group(1));
        throw new PostgresFault(
            "无法运行数据库程序 " + program("postgres") + "：" + answer.output() + "。请检查该文件夹及其各级上级文件夹是否允许进入（chmod o+x）、"
                + "所在磁盘是否禁止执行程序（noexec），或换一个数据文件夹。",
            "The database program " + program("postgres") + " cannot be run: " + answer.output() + ". Check that its folder"
                + " and all parent folders may be entered (chmod o+x) and that the disk is not mounted noexec, or choose"
                + " another data folder.");
    }
}
