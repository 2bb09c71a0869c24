package org.liuhen.server.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.liuhen.postgres.Access;
import org.liuhen.postgres.LocalPostgres;

/** A fresh database on a real server, which all tests of this process share. */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Path SECRETS;
    private static final LocalPostgres SERVER;
    private static final String TEMPLATE = "migrated";
    private static boolean templateMade;

    static {
        try {
            var folder = Files.createTempDirectory("liuhen-test-postgres");
            SECRETS = folder.resolve("roles");
            var binaries = Path.of("target", "postgres-binaries").toAbsolutePath();
            SERVER = LocalPostgres.start(LocalPostgres.Settings.in(folder.resolve("data")).withBinaries(binaries));
            Runtime.getRuntime().addShutdownHook(new Thread(TestDatabase::stop));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop() {
        try {
            SERVER.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final Access administrator;
    private final Database database;
    private final HikariDataSource app;

    private TestDatabase(Access administrator) throws IOException, SQLException {
        this.administrator = administrator;
        database = Database.prepare(administrator, SECRETS, Optional.empty());
        app = database.pool(DatabaseRole.APP, Database.POOL_CONNECTIONS);
    }

    /** An empty database with the newest tables. */
    public static TestDatabase fresh() {
        try {
            return new TestDatabase(migrated());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A database without any table. */
    public static Access empty() throws SQLException {
        return created("test_" + NUMBER.incrementAndGet(), "template1");
    }

    /** An empty database with the newest tables: a copy of one that was migrated once, which is quicker than to migrate each. */
    public static synchronized Access migrated() throws IOException, SQLException {
        if (!templateMade) {
            Database.prepare(created(TEMPLATE, "template1"), SECRETS, Optional.empty());
            templateMade = true;
        }
        return created("test_" + NUMBER.incrementAndGet(), TEMPLATE);
    }

    private static Access created(String name, String template) throws SQLException {
        var server = SERVER.access();
        try (var connection = server.connect(); var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        }
        return new Access(server.url().replaceAll("/[^/]*$", "/" + name), server.user(), server.password());
    }

    /** The roles' passwords. */
    public static Path secrets() {
        return SECRETS;
    }

    /** The superuser, for whom row-level security does not hold. */
    public Access administrator() {
        return administrator;
    }

    public Access access(DatabaseRole role) {
        return database.access(role);
    }

    public HikariDataSource source() {
        return app;
    }

    public AgencyRows rows() {
        return new AgencyRows(app);
    }

    @Override
    public void close() {
        app.close();
    }
}
