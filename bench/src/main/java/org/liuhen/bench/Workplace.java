package org.liuhen.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Where a benchmark works: the checkout, a folder that vanishes afterwards, child processes that end with it. */
final class Workplace implements AutoCloseable {

    private static final long STOP_SECONDS = 20;

    private final Path home;
    private final Path folder;
    private final List<Process> children = new ArrayList<>();

    Workplace(Path home) throws IOException {
        this.home = home;
        folder = Files.createTempDirectory("liuhen-bench");
    }

    /** The checkout. */
    Path home() {
        return home;
    }

    /** Empty at the start, gone at the end. */
    Path folder() {
        return folder;
    }

    /** Starts a command that ends with this workplace at the latest. Its errors are shown. */
    Process start(List<String> command) throws IOException {
        var child = new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        children.add(child);
        return child;
    }

    /**
     * Runs a command to its end and returns what it printed.
     *
     * @throws IOException if it fails
     */
    String run(String... command) throws IOException, InterruptedException {
        var child = start(List.of(command));
        var output = new String(child.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (child.waitFor() != 0) throw new IOException(String.join(" ", command) + " ended with " + child.exitValue() + ": " + output);
        return output;
    }

    /** Reads the child's output up to the line {@code ready: URL} and returns the URL. */
    static String ready(Process child) throws IOException {
        var reader = child.inputReader();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("ready: ")) return line.substring("ready: ".length()).strip();
        }
        throw new IOException("ended before it was ready: " + child.info());
    }

    static void stop(Process child) throws InterruptedException {
        child.destroy();
        if (!child.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) child.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (var child : children) {
            stop(child);
        }
        try (var paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
