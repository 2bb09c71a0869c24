package org.liuhen.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * The live server of a cluster, whoever started it, as its {@code postmaster.pid} tells and the kernel confirms.
 *
 * @param port of 127.0.0.1; 0 while the server has not yet written it
 * @param ready whether it takes connections
 */
record Postmaster(long pid, int port, boolean ready) {

    static final Duration FAST_LIMIT = Duration.ofSeconds(20);
    static final Duration IMMEDIATE_LIMIT = Duration.ofSeconds(10);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
    private static final Duration SURVIVOR_LIMIT = Duration.ofSeconds(2);
    private static final Duration SIGNAL_LIMIT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String PID_FILE = "postmaster.pid";
    /** How the command lines of servers, their backends and initdb begin. */
    private static final Pattern OURS = Pattern.compile(".*/(postgres|initdb)|postgres: .*", Pattern.DOTALL);
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** Empty if none runs: no file, a stale one, or a number that another program bears by now. */
    static Optional<Postmaster> of(Cluster cluster) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(cluster.folder().resolve(PID_FILE));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        // The file is written in steps; a line that is not there yet is met as absent.
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) return Optional.empty();
        var pid = Long.parseLong(lines.getFirst().strip());
        if (!serves(pid, cluster)) return Optional.empty();
        var hasPort = lines.size() > PORT_LINE && lines.get(PORT_LINE).matches("\\d{1,5}");
        var ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        return Optional.of(new Postmaster(pid, hasPort ? Integer.parseInt(lines.get(PORT_LINE)) : 0, ready));
    }

    /** Whether the process is a postgres that was started on this very cluster. */
    private static boolean serves(long pid, Cluster cluster) {
        try {
            var words = words(pid);
            if (!words.getFirst().endsWith("/postgres")) return false;
            var data = words.indexOf("-D") + 1;
            if (data > 0 && data < words.size() && words.get(data).equals(cluster.folder().toString())) return true;
            return worksIn(pid, cluster); // the folder may have been renamed under a running server
        } catch (IOException e) {
            return false; // no such process, or one whose command line is no text: none of ours
        }
    }

    private static boolean worksIn(long pid, Cluster cluster) {
        return folderOf(pid).filter(cluster.folder()::equals).isPresent();
    }

    /** The working directory; empty for a process that has ended or belongs to another user. */
    private static Optional<Path> folderOf(long pid) {
        try {
            return Optional.of(Files.readSymbolicLink(process(pid).resolve("cwd")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Path process(long pid) {
        return Path.of("/proc", Long.toString(pid));
    }

    /**
     * Ends whatever still works on the cluster after the process that started it has died, so that a new server can begin.
     * No acknowledged transaction is lost.
     *
     * @throws PostgresFault if it cannot be ended
     */
    static void endOrphan(Cluster cluster) throws IOException {
        var orphan = of(cluster);
        if (orphan.isPresent()) orphan.get().stop(cluster);
        endSurvivors(cluster);
        // PostgreSQL itself would take any program that bears the number today for its predecessor, and refuse to start.
        Files.deleteIfExists(cluster.folder().resolve(PID_FILE));
    }

    /**
     * Backends outlive a killed postmaster until they notice, and initdb outlives us. Two generations at once would destroy
     * the data.
     */
    private static void endSurvivors(Cluster cluster) throws IOException {
        if (await(() -> survivors(cluster).isEmpty(), SURVIVOR_LIMIT)) return;
        survivors(cluster).forEach(ProcessHandle::destroyForcibly);
        if (!await(() -> survivors(cluster).isEmpty(), KILL_LIMIT)) {
            throw immortal(survivors(cluster).stream().map(ProcessHandle::pid).toList().toString());
        }
    }

    private static List<ProcessHandle> survivors(Cluster cluster) {
        return ProcessHandle.allProcesses()
            .filter(process -> folderOf(process.pid()).filter(it -> it.startsWith(cluster.home())).isPresent())
            .filter(process -> isOurs(process.pid())) // not the shell of somebody who looks around in the folder
            .toList();
    }

    private static boolean isOurs(long pid) {
        try {
            return OURS.matcher(words(pid).getFirst()).matches();
        } catch (IOException e) {
            return false; // ended meanwhile
        }
    }

    private static List<String> words(long pid) throws IOException {
        // Latin-1 would not compare with Chinese paths; what is not UTF-8 is not ours
        return List.of(Files.readString(process(pid).resolve("cmdline")).split("\0"));
    }

    /** Fast, then immediate, then by force: each is safe, the later ones need a recovery at the next start. */
    private void stop(Cluster cluster) throws IOException {
        BooleanSupplier gone = () -> !serves(pid, cluster);
        signal("INT", cluster);
        if (await(gone, FAST_LIMIT)) return;
        signal("QUIT", cluster);
        if (await(gone, IMMEDIATE_LIMIT)) return;
        signal("KILL", cluster);
        if (!await(gone, KILL_LIMIT)) throw immortal(Long.toString(pid));
    }

    private void signal(String name, Cluster cluster) throws IOException {
        var words = List.of("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", name, Long.toString(pid));
        var kill = Command.run(cluster.home(), SIGNAL_LIMIT, words);
        if (!kill.succeeded() && serves(pid, cluster)) throw immortal(pid + ": " + kill.output());
    }

    private static PostgresFault immortal(String who) {
        return new PostgresFault("上次遗留的数据库进程无法停止（进程号 " + who + "）。请手工结束该进程后重试。",
            "A database process left from before cannot be stopped (process " + who + "). End it by hand, then try again.");
    }

    private static boolean await(BooleanSupplier condition, Duration limit) throws IOException {
        var end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() >= end) return false;
            Pause.of(PAUSE);
        }
        return true;
    }
}
