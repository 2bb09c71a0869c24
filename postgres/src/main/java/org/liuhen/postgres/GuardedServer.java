package org.liuhen.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A running server below a shell that waits for the end of its standard input, which only our process holds open. Whenever
 * we end, even by kill -9, the shell stops the server; closing the stream is also how it is stopped on purpose. The shell
 * ends when the server ends.
 */
final class GuardedServer implements AutoCloseable {

    /**
     * Words: seconds for a fast stop, seconds for an immediate one, the server's command. Paths come as arguments, never as
     * script. The server stays the shell's unreaped child until {@code wait}, so that its number cannot come to mean another
     * process. Signals are repeated, for a server that has just begun ignores them. Signals meant for the terminal's or the
     * service's whole group do not end the guard before its server. The last line ends the session that {@code setsid} made:
     * the waiting part, its sleep, and the shell itself.
     */
    private static final String GUARD = """
        trap '' HUP INT TERM
        fast=$1 immediate=$2; shift 2
        exec 3<&0 </dev/null
        "$@" 3<&- &
        server=$!
        stop() { n=0; while [ $n -lt "$2" ]; do kill -s "$1" $server; sleep 1 3<&-; n=$((n + 1)); done; }
        ( read -r end <&3; stop INT "$fast"; stop QUIT "$immediate"; kill -s KILL $server ) &
        exec 3<&-
        wait $server
        kill -s KILL 0
        """;

    /** What a command line says outranks every configuration file in the folder. */
    private static final Map<String, String> CONFIGURATION = Map.ofEntries(
        Map.entry("fsync", "on"),
        Map.entry("synchronous_commit", "on"),
        Map.entry("full_page_writes", "on"),
        Map.entry("listen_addresses", "127.0.0.1"),
        Map.entry("unix_socket_directories", ""), // nobody needs one, and its path may have 107 bytes at most
        Map.entry("password_encryption", "scram-sha-256"),
        Map.entry("max_connections", "60"),
        Map.entry("shared_buffers", "128MB"), // the indexes of long lists stay in them; taken only as they fill
        Map.entry("timezone", "UTC"),
        Map.entry("log_timezone", "UTC"),
        Map.entry("lc_messages", "C"), // we read them
        Map.entry("logging_collector", "off"),
        Map.entry("log_destination", "stderr"),
        Map.entry("log_line_prefix", "%m [%p] "),
        Map.entry("log_checkpoints", "off"),
        Map.entry("log_error_verbosity", "terse"), // details and statements hold what people wrote; a log is no place for it
        Map.entry("log_min_error_statement", "panic"));

    private static final String LOG = "server.log";
    private static final long LOG_LIMIT_BYTES = 8L << 20;
    private static final int MESSAGE_BYTES = 4096;
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT =
        Postmaster.FAST_LIMIT.plus(Postmaster.IMMEDIATE_LIMIT).plus(Duration.ofSeconds(10));
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Cluster cluster;
    private final int port;
    private final Process shell;
    private final long logStart;

    private GuardedServer(Cluster cluster, int port, Process shell, long logStart) {
        this.cluster = cluster;
        this.port = port;
        this.shell = shell;
        this.logStart = logStart;
    }

    /**
     * Starts and returns when the server takes connections, recovered if need be.
     *
     * @throws PortTaken if another program listens there
     * @throws PostgresFault if it ended or did not come up in time; it is stopped again
     */
    static GuardedServer start(Cluster cluster, Identity identity, Binaries binaries, int port) throws IOException {
        boundLog(cluster);
        var log = cluster.home().resolve(LOG);
        var words = new ArrayList<>(List.of("setsid", "sh", "-c", GUARD, "sh", Long.toString(Postmaster.FAST_LIMIT.toSeconds()),
            Long.toString(Postmaster.IMMEDIATE_LIMIT.toSeconds()), binaries.program("postgres").toString(),
            "-D", cluster.folder().toString(), "-p", Integer.toString(port)));
        CONFIGURATION.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        try (var channel = FileChannel.open(log, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var logStart = channel.size();
            identity.own(cluster.home());
            var shell = Command.builder(cluster.home(), identity.as(words)).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
            var server = new GuardedServer(cluster, port, shell, logStart);
            try {
                server.awaitReady();
                return server;
            } catch (IOException | RuntimeException e) {
                server.close();
                throw e;
            }
        }
    }

    private void awaitReady() throws IOException {
        var end = System.nanoTime() + START_LIMIT.toNanos();
        while (Postmaster.of(cluster).filter(it -> it.ready() && it.port() == port).isEmpty()) {
            if (!shell.isAlive()) throw notStarted();
            if (System.nanoTime() >= end) {
                throw new PostgresFault("数据库在 " + START_LIMIT.toMinutes() + " 分钟内没有就绪。请查看日志 " + log() + " 后重试。",
                    "The database was not ready within " + START_LIMIT.toMinutes() + " minutes. See the log " + log()
                        + ", then try again.");
            }
            Pause.of(PAUSE);
        }
    }

    private PostgresFault notStarted() throws IOException {
        var said = said();
        if (said.contains("Address already in use")) return new PortTaken(port);
        return new PostgresFault("数据库没有启动：" + said + "\n完整日志：" + log() + "。请按其中的原因处理后重试。",
            "The database did not start: " + said + "\nThe whole log: " + log() + ". Remove the cause it names, then try again.");
    }

    private Path log() {
        return cluster.home().resolve(LOG);
    }

    /** What the log has said since this start, its end if it is long. */
    private String said() throws IOException {
        try (var channel = Files.newByteChannel(log())) {
            channel.position(Math.max(logStart, channel.size() - MESSAGE_BYTES));
            return new String(Channels.newInputStream(channel).readNBytes(MESSAGE_BYTES), UTF_8).strip();
        }
    }

    /** Keeps one older log. Copied and cut, not renamed, so that it can be done while the server appends. */
    static void boundLog(Cluster cluster) throws IOException {
        var log = cluster.home().resolve(LOG);
        if (!Files.exists(log) || Files.size(log) < LOG_LIMIT_BYTES) return;
        Files.copy(log, log.resolveSibling(LOG + ".1"), StandardCopyOption.REPLACE_EXISTING);
        try (var channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return shell.isAlive();
    }

    /** Waits for the server's end; true if it has ended within the time. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return shell.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Stops the server, fast, then immediate, then by force, and returns when it has ended. Closing again does nothing.
     *
     * @throws IOException if it could not be stopped; the next start ends it
     */
    @Override
    public void close() throws IOException {
        shell.getOutputStream().close();
        try {
            if (endsWithin(STOP_LIMIT)) return;
        } catch (InterruptedException e) {
            throw Pause.interrupted(e); // the guard goes on stopping it
        }
        throw new IOException("not stopped within " + STOP_LIMIT.toSeconds() + " s: " + cluster.folder());
    }
}
