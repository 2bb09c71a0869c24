package org.liuhen.bench;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.liuhen.postgres.Access;

/** The peer of the journal: one table whose rows are numbered without a gap, by {@code max(n) + 1} behind one lock. */
final class GaplessTable implements Closeable {

    private final List<Connection> connections = new ArrayList<>();
    private final byte[] leaf;
    private final byte[] payload;

    /**
     * Makes the table, empty.
     *
     * @param agency whose events tell how many bytes a row has
     */
    GaplessTable(Access administrator, String agency) throws SQLException {
        try (var connection = administrator.connect(); var statement = connection.createStatement()) {
            statement.execute("create table gapless"
                    + " (n bigint primary key, stream uuid not null, version bigint not null, leaf bytea not null, payload bytea not null,"
                    + " unique (stream, version))");
            leaf = new byte[length(connection, "select avg(length(leaf)) from event where agency = ?", agency)];
            payload = new byte[length(connection, "select avg(length(salt) + length(bytes)) from payload where agency = ?", agency)];
        }
        for (var writer = 0; writer < LedgerBench.WRITERS; writer++) {
            var connection = administrator.connect();
            connections.add(connection);
            connection.setAutoCommit(false);
        }
    }

    private static int length(Connection connection, String sql, String agency) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, agency);
            try (var rows = query.executeQuery()) {
                rows.next();
                return (int) Math.round(rows.getDouble(1));
            }
        }
    }

    /** Rows a second, all writers together, each waiting for its commit. */
    double measure(Duration time) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var until = begun + time.toNanos();
        var counts = Uploads.together(connections.stream().<Callable<Long>>map(connection -> () -> write(connection, until)).toList());
        return counts.stream().mapToLong(Long::longValue).sum() * 1e9 / (System.nanoTime() - begun);
    }

    private long write(Connection connection, long until) throws SQLException {
        var count = 0L;
        try (var lock = connection.prepareStatement("lock table gapless in exclusive mode");
                var insert = connection.prepareStatement(
                        "insert into gapless select coalesce(max(n), 0) + 1, ?, 1, ?, ? from gapless")) {
            for (; System.nanoTime() < until; count++) {
                lock.execute();
                insert.setObject(1, UUID.randomUUID());
                insert.setBytes(2, leaf);
                insert.setBytes(3, payload);
                insert.executeUpdate();
                connection.commit();
            }
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        for (var connection : connections) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
    }
}
