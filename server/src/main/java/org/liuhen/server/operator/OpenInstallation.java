package org.liuhen.server.operator;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import org.liuhen.postgres.Access;
import org.liuhen.postgres.LocalPostgres;
import org.liuhen.server.database.Database;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.folder.Installation;
import org.liuhen.server.folder.OperatorFault;

/** A data folder that this process has taken, with its database running and up to date. */
final class OpenInstallation implements AutoCloseable {

    private final DataFolder folder;
    private final DataFolder.Lock lock;
    private final Optional<LocalPostgres> postgres;
    private final Access administrator;
    private final Database database;
    private final Installation installation;

    private OpenInstallation(
            DataFolder folder, DataFolder.Lock lock, Optional<LocalPostgres> postgres, Access administrator, Database database,
            Installation installation) {
        this.folder = folder;
        this.lock = lock;
        this.postgres = postgres;
        this.administrator = administrator;
        this.database = database;
        this.installation = installation;
    }

    /**
     * Takes the folder, making it if it is new.
     *
     * @param db URL of another server's database; absent for our own in the folder
     * @param schema version of the tables to stop at; absent for the newest
     */
    static OpenInstallation open(DataFolder folder, Optional<String> db, Optional<String> schema) throws IOException,
            SQLException {
        var lock = folder.lock();
        Optional<LocalPostgres> postgres = Optional.empty();
        try {
            var installation = Installation.of(folder);
            postgres = db.isPresent() ? Optional.empty()
                    : Optional.of(LocalPostgres.start(LocalPostgres.Settings.in(folder.postgres())));
            var administrator = postgres.isPresent() ? postgres.get().access() : access(db.orElseThrow());
            var database = Database.prepare(administrator, folder.keys().resolve("database"), schema);
            return new OpenInstallation(folder, lock, postgres, administrator, database, installation);
        } catch (IOException | SQLException | RuntimeException e) {
            if (postgres.isPresent()) postgres.get().close();
            lock.close();
            throw e;
        }
    }

    /** User and password out of the URL; the password rather from LIUHEN_DB_PASSWORD, which no list of processes shows. */
    static Access access(String url) {
        var mark = url.indexOf('?');
        if (!url.startsWith("jdbc:postgresql:") || mark < 0 || !URI.create(url.substring(5)).getQuery().contains("user=")) {
            throw new OperatorFault("--db 应形如 jdbc:postgresql://主机:端口/库?user=用户",
                    "--db looks like jdbc:postgresql://host:port/database?user=name");
        }
        var user = "";
        var password = Optional.ofNullable(System.getenv("LIUHEN_DB_PASSWORD")).orElse("");
        var rest = new ArrayList<String>();
        for (var parameter : url.substring(mark + 1).split("&")) {
            if (parameter.startsWith("user=")) user = parameter.substring(5);
            else if (parameter.startsWith("password=")) password = parameter.substring(9);
            else rest.add(parameter);
        }
        return new Access(url.substring(0, mark) + (rest.isEmpty() ? "" : "?" + String.join("&", rest)), user, password);
    }

    DataFolder folder() {
        return folder;
    }

    Installation installation() {
        return installation;
    }

    Database database() {
        return database;
    }

    Access administrator() {
        return administrator;
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            if (postgres.isPresent()) postgres.get().close();
        }
    }
}
