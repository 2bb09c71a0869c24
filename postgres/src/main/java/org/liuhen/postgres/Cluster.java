package org.liuhen.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * The files of the database, and the superuser's password among them, so that neither can be without the other.
 *
 * @param home real path, owner-only, with nothing else in it than what this package makes
 */
record Cluster(Path home) {

    static final String SUPERUSER = "postgres";
    private static final String NAME = "cluster";
    private static final String PASSWORD = "superuser.password";
    private static final String VERSION = "PG_VERSION";
    private static final String UNFINISHED = "initialising-";
    private static final String LEFT_BY_A_KILL = "{" + UNFINISHED + "," + Command.OUTPUT + "}*";
    private static final Duration INITDB_LIMIT = Duration.ofMinutes(5);
    private static final int PASSWORD_BYTES = 32;

    Path folder() {
        return home.resolve(NAME);
    }

    /**
     * Makes the cluster if there is none, checks it otherwise. It is made under another name and renamed when all of it is
     * durable: a kill on the way leaves nothing that could be taken for a database.
     *
     * @throws PostgresFault if it is damaged or of another major version; it is left as it is
     */
    void open(Identity identity, Binaries binaries) throws IOException {
        var major = binaries.majorVersion(identity, home);
        clear();
        if (!Files.exists(folder())) {
            try {
                initialise(identity, binaries);
            } finally {
                clear();
            }
        }
        require(major);
    }

    private void clear() throws IOException {
        try (var unfinished = Files.newDirectoryStream(home, LEFT_BY_A_KILL)) {
            for (var path : unfinished) {
                new Tree(path).delete();
            }
        }
    }

    private void initialise(Identity identity, Binaries binaries) throws IOException {
        var ownerOnly = PosixFilePermissions.fromString("rwx------");
        var partial = Files.createTempDirectory(home, UNFINISHED, PosixFilePermissions.asFileAttribute(ownerOnly));
        var passwordFile = Files.createTempFile(home, UNFINISHED, ".password"); // owner-only, as the JDK promises for such files
        var random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Files.writeString(passwordFile, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
        identity.own(home);
        var initdb = Command.run(home, INITDB_LIMIT, identity.as(List.of(binaries.program("initdb").toString(),
            "--pgdata=" + partial, "--username=" + SUPERUSER, "--pwfile=" + passwordFile,
            "--auth-host=scram-sha-256", "--auth-local=scram-sha-256",
            "--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8", "--data-checksums", "--no-instructions")));
        if (!initdb.succeeded()) {
            throw new PostgresFault("建立数据库失败：" + initdb.output() + "\n请检查磁盘空间和文件夹权限后重试；没有留下任何数据。",
                "The database could not be made: " + initdb.output() + "\nCheck free space and the rights of the"
                    + " folder, then try again; nothing was kept.");
        }
        Files.move(passwordFile, partial.resolve(PASSWORD), StandardCopyOption.ATOMIC_MOVE);
        force(partial.resolve(PASSWORD), StandardOpenOption.WRITE);
        force(partial, StandardOpenOption.READ);
        Files.move(partial, folder(), StandardCopyOption.ATOMIC_MOVE);
        force(home, StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption mode) throws IOException {
        try (var channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    private void require(int major) throws IOException {
        var version = folder().resolve(VERSION);
        if (!Files.exists(version) || !Files.exists(folder().resolve(PASSWORD))) {
            throw new PostgresFault("数据库文件夹 " + folder() + " 不完整：缺少 " + VERSION + " 或 " + PASSWORD + "。未作任何改动；请从备份恢复。",
                "The database folder " + folder() + " is incomplete: " + VERSION + " or " + PASSWORD
                    + " is missing. Nothing was changed; restore it from a backup.");
        }
        var found = Files.readString(version).strip();
        if (!found.equals(Integer.toString(major))) {
            throw new PostgresFault(
                "数据库文件夹 " + folder() + " 属于 PostgreSQL " + found + "，本程序带的是 " + major + "。请用原版本备份，再恢复到新的数据文件夹。",
                "The database folder " + folder() + " belongs to PostgreSQL " + found + "; this program brings " + major
                    + ". Back it up with the version that made it and restore into a new data folder.");
        }
    }

    String password() throws IOException {
        return Files.readString(folder().resolve(PASSWORD)).strip();
    }
}
