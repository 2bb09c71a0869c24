package org.liuhen.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether what a PostgreSQL server has acknowledged survives a power cut. Asked of every server that keeps a journal, ours
 * or another.
 */
public final class Durability {

    private Durability() {}

    /**
     * Passes if {@code fsync} and {@code full_page_writes} are on and {@code synchronous_commit} is on, or stronger, for
     * this session's user and database. To be asked as the user who will write.
     *
     * @throws PostgresFault naming what is switched off; the caller must not write
     */
    public static void require(Connection connection) throws SQLException, PostgresFault {
        var weak = weaknesses(connection);
        if (weak.isEmpty()) return;
        var list = String.join(", ", weak);
        throw new PostgresFault("数据库的设置不能保证断电不丢数据：" + list + "。请在 postgresql.conf、ALTER ROLE 和 ALTER DATABASE 中改为 on 再启动。",
            "The database is set so that a power cut loses data: " + list
                + ". Set it to on in postgresql.conf, ALTER ROLE and ALTER DATABASE, then start again.");
    }

    private static List<String> weaknesses(Connection connection) throws SQLException {
        var query = """
            select name || '=' || setting from pg_settings
            where name in ('fsync', 'full_page_writes') and setting <> 'on'
               or name = 'synchronous_commit' and setting not in ('on', 'remote_apply')
            order by 1
            """;
        var weak = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                weak.add(rows.getString(1));
            }
        }
        return weak;
    }
}
