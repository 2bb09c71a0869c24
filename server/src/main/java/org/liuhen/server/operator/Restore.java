package org.liuhen.server.operator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.liuhen.postgres.Access;
import org.liuhen.server.findings.FindingClock;
import org.liuhen.server.folder.OperatorFault;
import org.liuhen.server.journal.Rebuild;
import org.liuhen.server.ledger.Ledger;
import org.liuhen.server.ledger.LedgerCheck;

/** Makes an installation out of a backup, and proves that it is the one: digests, row counts, tree roots, projections. */
final class Restore {

    private Restore() {}

    /**
     * Restores into a new folder. If anything does not agree, the folder is left behind for inspection and must not be served.
     *
     * @param settings of the new installation, on a port that nobody is told of
     * @param say told what was checked
     */
    static void run(Path from, Server.Settings settings, Consumer<String> say) throws IOException, SQLException {
        var to = settings.folder();
        if (!Files.exists(from.resolve(BackupManifest.NAME))) {
            throw new OperatorFault(from + " 不是完整的备份（缺少 manifest.json）。", from
                    + " is no complete backup: manifest.json is missing.");
        }
        if (to.initialised()) {
            throw new OperatorFault(to.root() + " 已有数据。请恢复到空目录。", to.root() + " has data. Restore into an empty folder.");
        }
        var manifest = BackupManifest.read(Files.readAllBytes(from.resolve(BackupManifest.NAME)));
        for (var file : manifest.files()) {
            if (!file.path().startsWith("tables/")) copy(from, to.root(), file);
            else if (!DigestedCopy.sha256(from.resolve(file.path())).equals(file.sha256())) throw altered(file.path());
        }
        say.accept("文件与摘要一致 / files agree with their digests: " + manifest.files().size());
        try (var open = OpenInstallation.open(to, settings.db(), Optional.of(manifest.schema()))) {
            load(from, manifest, open.administrator());
            open.database().migrate();
        }
        say.accept("行数一致 / row counts agree: " + manifest.tables().stream().mapToLong(BackupManifest.Table::rows).sum());
        check(settings, say);
    }

    private static void copy(Path from, Path root, BackupManifest.Entry file) throws IOException {
        var target = root.resolve(file.path()).normalize();
        if (!target.startsWith(root)) throw altered(file.path());
        var copied = DigestedCopy.copy(from.resolve(file.path()), target, file.path());
        if (!copied.equals(file)) throw altered(file.path());
    }

    private static OperatorFault altered(String path) {
        return new OperatorFault(
                "备份中的 " + path + " 与清单摘要不符。请使用另一份备份。", path
                        + " in the backup has not the digest of the manifest. Use another backup.");
    }

    private static void load(Path from, BackupManifest manifest, Access administrator) throws IOException, SQLException {
        try (var connection = administrator.connect(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica"); // rows come in any order
            for (var table : manifest.tables()) {
                try (var in = Files.newInputStream(from.resolve("tables").resolve(table.name()))) {
                    var rows = Tables.copyIn(connection, table.name(), table.columns(), in);
                    if (rows != table.rows()) throw altered("tables/" + table.name());
                }
            }
            Tables.advanceIdentities(connection);
            connection.commit();
        }
    }

    private static void check(Server.Settings settings, Consumer<String> say) throws IOException, SQLException {
        try (var server = Server.start(settings)) {
            var checked = server.bean(LedgerCheck.class).roots();
            for (var state : checked) {
                if (server.bean(Ledger.class).state(state).orElseThrow().stopped().isPresent()) {
                    throw new OperatorFault("台账 " + state + " 与已签的不符，恢复失败。", "Ledger " + state
                            + " is not the one that was signed: not restored.");
                }
            }
            say.accept("台账根一致 / ledger roots agree: " + String.join(", ", checked));
            server.bean(FindingClock.class).rest(); // much may be overdue since the backup, and to judge it changes the projections
            var before = digests(server);
            server.bean(Rebuild.class).run(_ -> {});
            var after = digests(server);
            if (!before.equals(after)) {
                throw new OperatorFault("重建的投影与备份不同：" + before + " / " + after, "Rebuilt projections differ from the backup's.");
            }
            say.accept("投影逐行一致 / projections agree row by row: " + before.size());
        }
    }

    /** A digest of the rows of each projection table. */
    static Map<String, String> digests(Server server) throws SQLException, IOException {
        var digests = new TreeMap<String, String>();
        try (var connection = server.administrator().connect()) {
            for (var table : server.bean(Rebuild.class).tables()) {
                var digest = sha256();
                try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                    Tables.copyOutSorted(connection, table, out);
                }
                digests.put(table, HexFormat.of().formatHex(digest.digest()));
            }
        }
        return digests;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
