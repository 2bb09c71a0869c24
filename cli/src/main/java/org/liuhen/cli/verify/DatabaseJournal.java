package org.liuhen.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.ledger.Receipt;
import org.liuhen.postgres.Access;
import org.liuhen.postgres.LocalPostgres;

/**
 * The journal in its database, read in one transaction that cannot write and sees one moment. Some hundred rows are in memory at
 * once.
 */
final class DatabaseJournal {

    private static final int ROWS_AT_ONCE = 500;

    private DatabaseJournal() {}

    /**
     * The journal in the data folder's own database; empty if the folder has none. A database that does not run is started for
     * the time of the reading and stopped again.
     */
    static Optional<JournalSource> of(Path data) {
        var folder = data.resolve("postgres");
        if (!Files.isDirectory(folder.resolve("cluster"))) return Optional.empty();
        return Optional.of(rows -> {
            var running = LocalPostgres.running(folder);
            if (running.isPresent()) {
                read(running.get(), rows);
                return;
            }
            try (var started = LocalPostgres.start(LocalPostgres.Settings.in(folder))) {
                read(started.access(), rows);
            }
        });
    }

    /** The journal in another server's database, whose user may be one that only reads, such as {@code liuhen_reader}. */
    static JournalSource at(Access access) {
        return rows -> read(access, rows);
    }

    private static void read(Access access, JournalSource.Rows rows) throws IOException {
        try (var connection = access.connect()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false); // without a transaction the driver would fetch everything at once
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            read(connection, rows);
            connection.rollback();
        } catch (SQLException e) {
            var reason = e.getMessage();
            throw new IOException(new Bilingual(
                    "日志库无法读取（" + reason + "）：检查数据库地址、用户和口令后重试",
                    "the journal's database cannot be read (" + reason + "): check address, user and password, then try again")
                            .toString(), e);
        }
    }

    private static void read(Connection connection, JournalSource.Rows rows) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("set liuhen.agency = '*'"); // row-level security: all agencies
            statement.setFetchSize(ROWS_AT_ONCE);
            try (var found = statement.executeQuery("""
                    select e.agency, e.stream, e.version, e.type, e.type_version, e.recorded_at, e.leaf, p.salt, p.bytes
                    from event e left join payload p on p.event = e.position
                    order by e.position
                    """)) {
                while (found.next()) rows.take(row(found));
            }
        }
    }

    private static JournalSource.Row row(ResultSet found) throws SQLException {
        var salt = found.getBytes("salt");
        var row = JournalSource.Row.of(found.getBytes("leaf"), salt == null ? Optional.empty()
                : Optional.of(Receipt.Shown.of(salt, found.getBytes("bytes"))));
        return row.filedAs(new JournalSource.Filing(
                found.getString("agency"), found.getObject("stream", UUID.class), found.getLong("version"),
                found.getString("type"), found.getInt("type_version"), instant(found)));
    }

    private static Instant instant(ResultSet found) throws SQLException {
        return found.getObject("recorded_at", OffsetDateTime.class).toInstant();
    }
}
