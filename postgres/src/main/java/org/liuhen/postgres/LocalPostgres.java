package org.liuhen.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * A PostgreSQL server that runs as long as this object is open and this process lives: its files in one folder, reachable
 * from this machine only, every acknowledged transaction durable. If the server dies by itself it is started again on the
 * same port; if this process dies, by kill -9 even, the server is stopped within seconds.
 */
public final class LocalPostgres implements AutoCloseable {

    /**
     * Where and how.
     *
     * @param folder belongs to this server alone; made if absent; becomes owner-only
     * @param binaries where the programs are unpacked, about 60 MB; several servers may share it; must be readable by whom
     *     the server runs as
     * @param port on 127.0.0.1; 0 takes a free one at every start
     */
    public record Settings(Path folder, Path binaries, int port) {

        /** Everything in the one folder, a free port. */
        public static Settings in(Path folder) {
            return new Settings(folder, folder.resolve("binaries"), 0);
        }

        public Settings withBinaries(Path binaries) {
            return new Settings(folder, binaries, port);
        }

        public Settings withPort(int port) {
            return new Settings(folder, binaries, port);
        }
    }

    private static final System.Logger LOG = System.getLogger(LocalPostgres.class.getName());
    private static final String LOCK = "lock";
    private static final int PORT_ATTEMPTS = 5;
    private static final Duration LOG_CHECK = Duration.ofMinutes(1);
    /** A server that dies so often without having lived long between is left dead: the cause does not go away by itself. */
    private static final int RESTARTS = 3;
    private static final Duration LIVED_LONG = Duration.ofMinutes(1);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);
    private static final String NO_SUCH_DATABASE = "3D000";

    private final FolderLock lock;
    private final Cluster cluster;
    private final Identity identity;
    private final Binaries binaries;
    private final Access access;
    private final Thread watch = Thread.ofPlatform().daemon().name("postgres-watch").unstarted(this::watch);
    private volatile GuardedServer server;
    private volatile boolean closed;

    private LocalPostgres(FolderLock lock, Cluster cluster, Identity identity, Binaries binaries, GuardedServer server)
            throws IOException {
        this.lock = lock;
        this.cluster = cluster;
        this.identity = identity;
        this.binaries = binaries;
        this.server = server;
        this.access = Access.on(server.port(), Access.DATABASE, cluster.password());
    }

    /**
     * Starts the server, making the database at first use and ending a server that a killed process has left. Returns when
     * it takes connections and has been asked whether {@code fsync}, {@code full_page_writes} and {@code synchronous_commit}
     * are on.
     *
     * @throws FolderInUse if another live process has it open
     * @throws PortTaken if the given port is taken
     * @throws PostgresFault if it cannot be started, with the reason and the way on; nothing is left running, no data is
     *     changed
     * @throws IOException if the disk fails
     */
    public static LocalPostgres start(Settings settings) throws IOException {
        var identity = Identity.of(settings.folder());
        var home = settings.folder().toRealPath();
        var lock = FolderLock.take(home.resolve(LOCK), Duration.ZERO);
        try {
            var binaries = Binaries.in(settings.binaries());
            var cluster = new Cluster(home);
            Postmaster.endOrphan(cluster);
            identity.own(home);
            cluster.open(identity, binaries);
            var server = launch(cluster, identity, binaries, settings.port());
            var postgres = new LocalPostgres(lock, cluster, identity, binaries, server);
            postgres.prepare();
            postgres.watch.start();
            return postgres;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static GuardedServer launch(Cluster cluster, Identity identity, Binaries binaries, int port) throws IOException {
        for (var attempt = 1;; attempt++) {
            try {
                return GuardedServer.start(cluster, identity, binaries, port == 0 ? freePort() : port);
            } catch (PortTaken e) {
                // a free port can be lost between choosing and listening
                if (port != 0 || attempt == PORT_ATTEMPTS) throw e;
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    /** The database and the promises. Stops the server again if that fails. */
    private void prepare() throws IOException {
        try {
            if (!connectable()) createDatabase();
            try (var connection = access.connect()) {
                Durability.require(connection);
            }
        } catch (IOException | SQLException | RuntimeException e) {
            server.close();
            if (e instanceof IOException fault) throw fault;
            throw new PostgresFault("数据库已启动但无法使用：" + e.getMessage() + "。请查看数据库文件夹中的 server.log。",
                "The database started but cannot be used: " + e.getMessage() + ". See server.log in the database folder.", e);
        }
    }

    private boolean connectable() throws SQLException {
        try (var _ = access.connect()) {
            return true;
        } catch (SQLException e) {
            if (NO_SUCH_DATABASE.equals(e.getSQLState())) return false;
            throw e;
        }
    }

    private void createDatabase() throws SQLException, IOException {
        var maintenance = Access.on(server.port(), "postgres", cluster.password());
        try (var connection = maintenance.connect(); var statement = connection.createStatement()) {
            statement.execute("create database " + Access.DATABASE);
        }
    }

    /**
     * The server of that folder that another live process (or this one) runs now; empty if none runs or it does not take
     * connections yet. It may end at any moment after.
     *
     * @throws IOException if the folder may not be read: it is its owner's alone
     */
    public static Optional<Access> running(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return Optional.empty();
        var cluster = new Cluster(folder.toRealPath());
        var postmaster = Postmaster.of(cluster);
        if (postmaster.isEmpty() || !postmaster.get().ready()) return Optional.empty();
        return Optional.of(Access.on(postmaster.get().port(), Access.DATABASE, cluster.password()));
    }

    /** How to reach it; the same until it is closed. */
    public Access access() {
        return access;
    }

    /** Whether the server process lives. It may be false for a moment while a dead server is started again. */
    public boolean isRunning() {
        return server.isAlive();
    }

    /** Until the object is closed or the server has died too often. */
    private void watch() {
        try {
            var deaths = 0;
            while (deaths <= RESTARTS) {
                var started = System.nanoTime();
                while (!server.endsWithin(LOG_CHECK)) {
                    GuardedServer.boundLog(cluster);
                }
                deaths = System.nanoTime() - started < LIVED_LONG.toNanos() ? deaths + 1 : 1;
                if (deaths <= RESTARTS) startAgain();
            }
            LOG.log(System.Logger.Level.ERROR, "数据库反复退出，不再重启；请查看 server.log / the database ends again and again and is not"
                + " started any more; see server.log: " + cluster.home());
        } catch (IOException | InterruptedException e) {
            if (closed) return; // the interruption is how the watch is ended
            LOG.log(System.Logger.Level.ERROR, "数据库不再受监视 / the database is no longer watched: " + cluster.home(), e);
        }
    }

    private void startAgain() throws IOException {
        LOG.log(System.Logger.Level.WARNING,
            "数据库意外退出，正在重启 / the database ended by itself and is started again: " + cluster.home());
        try {
            Postmaster.endOrphan(cluster);
            server = launch(cluster, identity, binaries, server.port());
        } catch (PostgresFault e) {
            // counts as one more death
            LOG.log(System.Logger.Level.WARNING, "数据库重启失败 / the database could not be started again", e);
            Pause.of(AFTER_A_FAULT);
        }
    }

    /**
     * Stops the server (open transactions are rolled back) and releases the folder. Takes some 40 s at most; a server that
     * cannot be stopped by then is ended at the next start. Closing again does nothing.
     */
    @Override
    public synchronized void close() throws IOException {
        if (closed) return;
        closed = true;
        try (lock) {
            watch.interrupt();
            watch.join();
            server.close();
            Postmaster.endOrphan(cluster); // one that was just being started again, or has lost its guard
        } catch (InterruptedException e) {
            throw Pause.interrupted(e);
        }
    }
}
