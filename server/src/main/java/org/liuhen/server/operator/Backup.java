package org.liuhen.server.operator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liuhen.postgres.Access;
import org.liuhen.postgres.LocalPostgres;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.folder.DurableFiles;
import org.liuhen.server.folder.OperatorFault;

/**
 * Copies an installation into a new folder, also while it serves. The order keeps the parts consistent: the ledger's files
 * first, so that the journal has at least what they were signed over; then the journal, all of it at one moment; then the
 * vault, which has at least what the journal names. The keys are in it: guard a backup like the data folder itself.
 */
final class Backup {

    private Backup() {}

    /**
     * Writes the backup; the answer is a line for the operator.
     *
     * @throws OperatorFault if the target has something in it, or the folder is no data folder; nothing is written
     */
    static byte[] write(DataFolder from, Path to, Optional<String> db) throws IOException, SQLException {
        if (!from.initialised()) {
            throw new OperatorFault(from.root() + " 不是留痕数据目录。请核对 --data。", from.root()
                    + " is no data folder of Liuhen. Check --data.");
        }
        requireEmpty(to);
        var running = db.isPresent() ? Optional.of(OpenInstallation.access(db.get())) : LocalPostgres.running(from.postgres());
        if (running.isPresent()) return write(from, to, running.get());
        try (var open = OpenInstallation.open(from, db, Optional.empty())) {
            return write(from, to, open.administrator());
        }
    }

    private static void requireEmpty(Path to) throws IOException {
        if (!Files.exists(to)) return;
        try (var entries = Files.list(to)) {
            if (entries.findAny().isPresent()) {
                throw new OperatorFault(to + " 不是空目录。请换一个。", to + " is not an empty folder. Name another one.");
            }
        }
    }

    private static byte[] write(DataFolder from, Path to, Access administrator) throws IOException, SQLException {
        DurableFiles.createSecretFolder(to.toAbsolutePath());
        var copy = new FolderCopy(from.root(), to);
        copy.ledger();
        for (var part : List.of("liuhen.json", "keys", "tls", "seals", "timestamps")) copy.part(part);
        var files = new ArrayList<>(copy.copied());
        List<BackupManifest.Table> tables;
        String schema;
        try (var connection = administrator.connect()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            schema = Tables.schema(connection);
            tables = copyTables(connection, to, files);
            connection.rollback();
        }
        var vault = new FolderCopy(from.root(), to);
        vault.part("vault");
        files.addAll(vault.copied());
        DurableFiles.write(to.resolve(BackupManifest.NAME), new BackupManifest(schema, tables, files).write());
        return (to + ", " + files.size() + " files, " + tables.stream().mapToLong(BackupManifest.Table::rows).sum() + " rows")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<BackupManifest.Table> copyTables(Connection connection, Path to, List<BackupManifest.Entry> files)
            throws SQLException, IOException {
        var tables = new ArrayList<BackupManifest.Table>();
        DurableFiles.createFolders(to.resolve("tables"));
        for (var name : Tables.names(connection)) {
            var file = to.resolve("tables").resolve(name);
            long rows;
            try (var out = Files.newOutputStream(file)) {
                rows = Tables.copyOut(connection, name, out);
            }
            DigestedCopy.sync(file);
            tables.add(new BackupManifest.Table(name, Tables.columns(connection, name), rows));
            files.add(new BackupManifest.Entry("tables/" + name, DigestedCopy.sha256(file), Files.size(file)));
        }
        return tables;
    }
}
