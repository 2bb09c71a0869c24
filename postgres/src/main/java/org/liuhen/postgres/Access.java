package org.liuhen.postgres;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;

/**
 * How to reach the database as its superuser, the owner of the migrations.
 *
 * @param url JDBC URL, without user and password; it ends in a parameter, so that another is added by {@code &}
 */
public record Access(String url, String user, String password) {

    /** The database that {@link LocalPostgres} makes and that {@link #url} names. */
    public static final String DATABASE = "liuhen";

    /** Outranks what ALTER ROLE or ALTER DATABASE may have weakened. */
    private static final String DURABLE = "?options=-c%20synchronous_commit=on";

    private static final String CONNECT_SECONDS = "20";

    static Access on(int port, String database, String password) {
        return new Access("jdbc:postgresql://127.0.0.1:" + port + "/" + database + DURABLE, Cluster.SUPERUSER, password);
    }

    /** A new connection, auto-committing; the caller closes it. */
    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        var connection = driver().connect(url, properties);
        if (connection == null) throw new SQLException("not a URL of this driver: " + url);
        return connection;
    }

    /** Not by DriverManager, which finds a driver only where the thread's class loader happens to see it. */
    private Driver driver() throws SQLException {
        for (var driver : ServiceLoader.load(Driver.class, Access.class.getClassLoader())) {
            if (driver.acceptsURL(url)) return driver;
        }
        throw new SQLException("no PostgreSQL driver on the class path");
    }

    /** Without the password, which must not reach a log. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
