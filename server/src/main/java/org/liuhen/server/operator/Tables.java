package org.liuhen.server.operator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** All tables of the database, as text of PostgreSQL's COPY, which every version reads. Over the administrator's connection. */
final class Tables {

    private static final String SCHEMA_HISTORY = "flyway_schema_history";

    private Tables() {}

    /** Names of the tables, without that of the migrations. */
    static List<String> names(Connection connection) throws SQLException {
        return strings(connection, """
                select tablename from pg_tables where schemaname = 'public' and tablename <> '%s' order by tablename
                """.formatted(SCHEMA_HISTORY));
    }

    /** The version of the tables. */
    static String schema(Connection connection) throws SQLException {
        return strings(connection, "select version from " + SCHEMA_HISTORY
                + " where success order by installed_rank desc limit 1").getFirst();
    }

    static List<String> columns(Connection connection, String table) throws SQLException {
        return strings(connection, """
                select quote_ident(attname) from pg_attribute
                where attrelid = 'public.%s'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
                """.formatted(table));
    }

    /** Writes the rows; the answer is how many. */
    static long copyOut(Connection connection, String table, OutputStream out) throws SQLException, IOException {
        return connection.unwrap(PGConnection.class).getCopyAPI()
                .copyOut("copy " + table + " (" + String.join(", ", columns(connection, table)) + ") to stdout", out);
    }

    /** Writes the rows in an order that depends on nothing but the rows, to compare two states of a table. */
    static long copyOutSorted(Connection connection, String table, OutputStream out) throws SQLException, IOException {
        return connection.unwrap(PGConnection.class).getCopyAPI()
                .copyOut("copy (select * from " + table + " t order by t::text collate \"C\") to stdout", out);
    }

    /** Reads rows into the named columns; the answer is how many. */
    static long copyIn(Connection connection, String table, List<String> columns, InputStream in) throws SQLException,
            IOException {
        return connection.unwrap(PGConnection.class).getCopyAPI()
                .copyIn("copy " + table + " (" + String.join(", ", columns) + ") from stdin", in);
    }

    /** After rows with numbers of their own: the next number is a new one. */
    static void advanceIdentities(Connection connection) throws SQLException {
        for (var statement : strings(connection, """
                select format('select setval(%L, (select coalesce(max(%I), 0) + 1 from %I), false)',
                              pg_get_serial_sequence(c.table_name, c.column_name), c.column_name, c.table_name)
                from information_schema.columns c
                where c.table_schema = 'public' and pg_get_serial_sequence(c.table_name, c.column_name) is not null
                """)) {
            strings(connection, statement);
        }
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
