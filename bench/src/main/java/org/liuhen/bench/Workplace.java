package org.liuhen.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Where a benchmark works: the checkout, a folder that vanishes afterwards, child processes that end with it; also when the benchmark fails
 * or is ended by a signal. Safe for threads.
 */
final class Workplace implements AutoCloseable {

    private static final long STOP_SECONDS = 60;
    private static final long LOOK_MILLIS = 200;
    private static final long MIB = 1024 * 1024;

    /** As many cases as a benchmark over cases asks for. */
    static final int CASES = 100_000;

    private final Path home;
    private final int cases;
    private final Path folder;
    private final Deque<Closeable> opened = new ArrayDeque<>();
    private final Thread hook = new Thread(this::interrupted, "bench-clean-up");
    private boolean closed;

    Workplace(Path home, int cases) throws IOException {
        this.home = home;
        this.cases = cases;
        folder = Files.createTempDirectory(onDisk(home), "liuhen-bench");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The system's folder for such things, unless it lies in memory, where durability would cost nothing. */
    private static Path onDisk(Path home) throws IOException {
        var usual = Path.of(System.getProperty("java.io.tmpdir"));
        return Files.getFileStore(usual).type().equals("tmpfs") ? Files.createDirectories(home.resolve("target")) : usual;
    }

    /** The checkout. */
    Path home() {
        return home;
    }

    /** How many cases a benchmark over cases takes: {@link #CASES}, or fewer to try it out. */
    int cases() {
        return cases;
    }

    /** Empty at the start, gone at the end. */
    Path folder() {
        return folder;
    }

    /** A folder in {@link #folder}, made now. */
    Path newFolder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    /** @throws IOException if the disk has less room than the benchmark needs */
    void require(long bytes) throws IOException {
        var usable = Files.getFileStore(folder).getUsableSpace();
        if (usable >= bytes) return;
        throw new IOException("磁盘空间不足：需要 " + bytes / MIB + " MiB，" + folder + " 只有 " + usable / MIB + " MiB，请清理后再试。"
                + " Not enough room: " + bytes / MIB + " MiB are needed, " + folder + " has " + usable / MIB + " MiB; make room and try again.");
    }

    /** A port on 127.0.0.1 that nobody listens on now. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    /** Has it closed with this workplace at the latest, the last one first. Closing twice must do no harm. */
    void atEnd(Closeable resource) throws IOException {
        synchronized (opened) {
            if (!closed) {
                opened.push(resource);
                return;
            }
        }
        resource.close();
        throw new IOException("the benchmark was interrupted");
    }

    /** Starts a command in {@link #folder} that ends with this workplace at the latest. Its errors are shown. */
    Process start(String... command) throws IOException {
        return start(folder, Map.of(), List.of(command));
    }

    Process start(Path directory, Map<String, String> environment, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        var child = builder.start();
        atEnd(() -> stop(child));
        return child;
    }

    /**
     * Runs a command to its end and returns what it printed.
     *
     * @throws IOException if it fails
     */
    String run(String... command) throws IOException, InterruptedException {
        return output(start(command), String.join(" ", command));
    }

    /** The same, in that folder. */
    String runIn(Path directory, String... command) throws IOException, InterruptedException {
        return output(start(directory, Map.of(), List.of(command)), String.join(" ", command));
    }

    private static String output(Process child, String command) throws IOException, InterruptedException {
        var output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (child.waitFor() != 0) throw new IOException(command + " ended with " + child.exitValue() + ": " + output);
        return output;
    }

    /** Reads the child's output up to the line {@code ready: URL} and returns the URL. The rest of its output is thrown away. */
    static String ready(Process child) throws IOException {
        var reader = child.inputReader();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.startsWith("ready: ")) continue;
            Thread.ofVirtual().start(() -> reader.lines().forEach(_ -> { }));
            return line.substring("ready: ".length()).strip();
        }
        throw new IOException("ended before it was ready: " + child.info());
    }

    /** Returns when it has ended. */
    static void stop(Process child) {
        child.destroy();
        try {
            if (child.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        child.destroyForcibly().onExit().join();
    }

    /** The benchmark still runs beside this: a process that it is just starting ends, and what it still writes goes with the next try. */
    private void interrupted() {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        try {
            while (!isCleanedUp(end)) Thread.sleep(LOOK_MILLIS);
        } catch (IOException e) {
            System.err.println("未能清理 could not be cleaned up: " + folder + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isCleanedUp(long end) throws IOException {
        try {
            cleanUp();
            if (ProcessHandle.current().children().findAny().isEmpty() && Files.notExists(folder)) return true;
        } catch (IOException e) {
            if (System.nanoTime() > end) throw e;
        }
        ProcessHandle.current().children().forEach(ProcessHandle::destroy);
        if (System.nanoTime() > end) throw new IOException("a process of the benchmark does not end");
        return false;
    }

    @Override
    public void close() throws IOException {
        Runtime.getRuntime().removeShutdownHook(hook);
        cleanUp();
    }

    private void cleanUp() throws IOException {
        synchronized (opened) {
            closed = true;
            while (!opened.isEmpty()) {
                opened.pop().close();
            }
        }
        delete(folder);
    }

    /** Deletes the folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException e) {
            if (Files.exists(folder)) throw e; // a child of it went away while we looked
        } catch (UncheckedIOException e) { // the same, between two of the walk's steps
            throw e.getCause();
        }
    }
}
