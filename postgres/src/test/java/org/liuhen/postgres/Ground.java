package org.liuhen.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.liuhen.postgres.LocalPostgres.Settings;

/** A folder for one test that every account may enter, and the end of all processes that have it in their command line. */
final class Ground implements BeforeEachCallback, AfterEachCallback {

    static final int NOBODY = 65534;

    /** Unpacked once for all tests. */
    private static final Path BINARIES = shared();

    /** A database made once for all tests that are not about the making. */
    private static @Nullable Path made;

    private Path base = Path.of("");
    private final List<Process> children = new ArrayList<>();

    private static Path shared() {
        try {
            var folder = openFolder("liuhen-shared-");
            deleteAtEnd(folder);
            return folder;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void deleteAtEnd(Path folder) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                new Tree(folder).delete();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }));
    }

    private static Path openFolder(String name) throws IOException {
        var folder = Files.createTempDirectory(name).toRealPath();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        base = openFolder("liuhen 数据-");
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        children.forEach(Process::destroyForcibly);
        for (var process : mine()) {
            process.destroyForcibly();
        }
        untilNothingRuns();
        new Tree(base).delete();
    }

    /** The guard and its sleep are killed with the server, and so may be seen for an instant more. */
    void untilNothingRuns() throws Exception {
        until("nothing of the test runs", () -> mine().isEmpty());
    }

    /** Processes of this test: their command line or working directory names its folder. */
    List<ProcessHandle> mine() {
        return ProcessHandle.allProcesses().filter(process -> names(process.pid(), base.toString())).toList();
    }

    private static boolean names(long pid, String text) {
        var process = Path.of("/proc", Long.toString(pid));
        try {
            if (new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8).contains(text)) return true;
            return Files.readSymbolicLink(process.resolve("cwd")).toString().contains(text);
        } catch (IOException e) {
            return false; // ended meanwhile
        }
    }

    Path base() {
        return base;
    }

    Path folder() {
        return base.resolve("数据 目录");
    }

    Path cluster() {
        return folder().resolve("cluster");
    }

    Path binaries() {
        return BINARIES;
    }

    Settings settings() {
        return Settings.in(folder()).withBinaries(BINARIES);
    }

    /** The settings of a folder that has its database already. */
    Settings made() throws Exception {
        if (made == null) {
            var template = BINARIES.resolveSibling(BINARIES.getFileName() + "-made");
            deleteAtEnd(template);
            LocalPostgres.start(Settings.in(template).withBinaries(BINARIES)).close();
            made = template;
        }
        var copied = new ProcessBuilder("cp", "-a", made.toString(), folder().toString()).inheritIO().start().waitFor();
        assertEquals(0, copied);
        return settings();
    }

    long postmaster() throws IOException {
        return Postmaster.of(new Cluster(folder().toRealPath())).orElseThrow().pid();
    }

    /** A JVM of its own that holds a server, run by a command such as setpriv. */
    Child holder(Path folder, Path binaries, List<String> by, Map<String, String> environment) throws IOException {
        var words = new ArrayList<>(by);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        words.addAll(List.of(java, "-XX:TieredStopAtLevel=1", "-Xmx128m", "-cp", classPath(!by.isEmpty()),
            Holder.class.getName(), folder.toString(), binaries.toString()));
        var builder = new ProcessBuilder(words).directory(base.toFile()).redirectError(base.resolve("child.err").toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        var process = builder.start();
        children.add(process);
        return new Child(process, process.inputReader(StandardCharsets.UTF_8), base.resolve("child.err"));
    }

    Child holder() throws IOException {
        return holder(folder(), BINARIES, List.of(), new HashMap<>());
    }

    /** Another account cannot read what lies in our home. */
    private String classPath(boolean copied) throws IOException {
        var path = System.getProperty("java.class.path");
        if (!copied) return path;
        var target = base.resolve("class path");
        Set<String> names = new HashSet<>();
        for (var entry : path.split(File.pathSeparator)) {
            if (entry.contains("junit")) continue; // the child is no test
            var copy = target.resolve(names.size() + "");
            names.add(copy.toString());
            copy(Path.of(entry), copy);
        }
        return String.join(File.pathSeparator, names);
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) return;
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.createDirectories(to.resolveSibling("."));
                    Files.copy(file, file.equals(from) ? to : copy);
                }
            }
        }
    }

    record Child(Process process, BufferedReader out, Path errors) {
        String line() throws IOException {
            var line = out.readLine();
            if (line == null) throw new AssertionError("the child said nothing but: " + Files.readString(errors));
            return line;
        }

        void ready() throws IOException {
            var line = line();
            assertTrue(line.startsWith("ready "), line);
        }
    }

    interface Condition {
        boolean holds() throws Exception;
    }

    static void until(String what, Condition condition) throws Exception {
        var end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) throw new AssertionError("not within 15 s: " + what);
            Thread.sleep(20);
        }
    }

    static void kill(String signal, long pid) throws Exception {
        new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, Long.toString(pid)).inheritIO().start().waitFor();
    }

    static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    static void assumeRoot() throws IOException {
        assumeTrue(owner(Path.of("/proc/self")) == 0, "only root can become another account: run as root to test this");
    }

    static String ask(Access access, String query) throws SQLException {
        try (var connection = access.connect(); var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static void tell(Access access, String command) throws SQLException {
        try (var connection = access.connect(); var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
