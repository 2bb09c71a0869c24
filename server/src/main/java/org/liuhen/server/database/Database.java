package org.liuhen.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.liuhen.postgres.Access;
import org.liuhen.postgres.Durability;
import org.liuhen.server.folder.DurableFiles;
import org.liuhen.server.folder.OperatorFault;

/** A database that is fit for the journal: new enough, durable, with our roles and the newest tables. */
public final class Database {

    /** Connections of one server, at most. */
    public static final int POOL_CONNECTIONS = 16;

    private static final int OLDEST_VERSION = 15;
    private static final String NEWEST = "latest";
    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(10);

    private final String url;
    private final Properties passwords;

    private Database(String url, Properties passwords) {
        this.url = url;
        this.passwords = passwords;
    }

    /**
     * Checks the server, makes the roles and brings the tables to the newest version. May be repeated.
     *
     * @param administrator a user who may create roles, and schemas in this database
     * @param secrets file with the roles' passwords, made if absent
     * @param schema version of the tables to stop at; absent for the newest
     * @throws OperatorFault if the server is too old, loses data in a power cut, or has the tables of another version of Liuhen;
     *                       nothing is changed
     * @throws org.liuhen.postgres.PostgresFault if it is set to lose data in a power cut; nothing is changed
     */
    public static Database prepare(Access administrator, Path secrets, Optional<String> schema) throws IOException, SQLException {
        var passwords = passwords(secrets);
        try (var connection = administrator.connect()) {
            requireVersion(connection);
            Durability.require(connection);
            createRoles(connection, passwords);
        }
        var database = new Database(administrator.url(), passwords);
        database.migrate(schema.orElse(NEWEST));
        return database;
    }

    /** Sign-in of a role. */
    public Access access(DatabaseRole role) {
        return new Access(url, role.user(), passwords.getProperty(role.user()));
    }

    /** A new pool for the role; the caller closes it. */
    public HikariDataSource pool(DatabaseRole role, int connections) {
        var config = new HikariConfig();
        config.setPoolName(role.user());
        config.setJdbcUrl(url);
        config.setUsername(role.user());
        config.setPassword(passwords.getProperty(role.user()));
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        config.setInitializationFailTimeout(WAIT_FOR_CONNECTION.toMillis());
        config.addDataSourceProperty("ApplicationName", "liuhen");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", "10");
        return new HikariDataSource(config);
    }

    /** Brings the tables to the newest version. */
    public void migrate() {
        migrate(NEWEST);
    }

    private void migrate(String version) {
        var tables = Flyway.configure()
                .dataSource(url, DatabaseRole.OWNER.user(), passwords.getProperty(DatabaseRole.OWNER.user()))
                .initSql("set liuhen.agency = '*'") // a migration may touch the rows of all agencies
                .target(version)
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .ignoreMigrationPatterns(new String[0]) // also what a newer version has done
                .load();
        try {
            tables.migrate();
        } catch (FlywayValidateException e) {
            throw new OperatorFault(
                    "数据库的表由另一版本的留痕建立，本版本不能使用。请用该版本或者更新的版本启动，或者从备份恢复。",
                    "The tables of this database were made by another version of Liuhen, which this one cannot use. Start it with "
                            + "that version or a newer one, or restore a backup.");
        }
    }

    private static void requireVersion(Connection connection) throws SQLException {
        var version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            throw new OperatorFault(
                    "PostgreSQL 版本为 " + version + "，至少需要 " + OLDEST_VERSION + "。请升级数据库后再启动。",
                    "PostgreSQL is version " + version + ", at least " + OLDEST_VERSION
                            + " is needed. Upgrade the database, then start again.");
        }
    }

    private static void createRoles(Connection connection, Properties passwords) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            // roles belong to all databases of a server
            statement.execute("select pg_advisory_xact_lock(hashtextextended('liuhen.roles', 0))");
            for (var role : DatabaseRole.values()) {
                // names are ours and passwords are hexadecimal: nothing to quote
                statement.execute("""
                        do $$ begin
                            if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s login; end if;
                        end $$
                        """.formatted(role.user()));
                statement.execute("alter role %s login nosuperuser nobypassrls password '%s'"
                        .formatted(role.user(), passwords.getProperty(role.user())));
            }
            statement.execute("revoke create on schema public from public");
            statement.execute("grant usage, create on schema public to liuhen_owner");
            statement.execute("grant usage on schema public to liuhen_app, liuhen_eraser, liuhen_reader");
            statement.execute("do $$ begin execute format('grant temporary on database %I to liuhen_app', current_database()); end $$");
            connection.commit();
        }
    }

    private static Properties passwords(Path secrets) throws IOException {
        var passwords = new Properties();
        if (Files.exists(secrets)) {
            passwords.load(new StringReader(Files.readString(secrets)));
            return passwords;
        }
        var random = new SecureRandom();
        var text = new StringBuilder();
        for (var role : DatabaseRole.values()) {
            var password = new byte[24];
            random.nextBytes(password);
            var hex = HexFormat.of().formatHex(password);
            passwords.setProperty(role.user(), hex);
            text.append(role.user()).append('=').append(hex).append('\n');
        }
        DurableFiles.writeSecret(secrets, text.toString().getBytes(StandardCharsets.US_ASCII));
        return passwords;
    }
}
