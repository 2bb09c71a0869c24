package org.liuhen.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A short command, run to its end within a limit.
 *
 * @param status exit status
 * @param output standard output and error together
 */
record Command(int status, String output) {

    /** How the names of the output files begin; a kill may leave one. */
    static final String OUTPUT = "output-";

    /** Longer output than this is cut; it is for messages. */
    private static final int OUTPUT_BYTES = 8192;

    /**
     * Runs the words as they are (no shell). A command that outlives the limit is killed.
     *
     * @param folder the working directory, and where the output is kept meanwhile: a file, because a pipe that a grandchild
     *     inherits never ends
     * @throws IOException if it cannot be run, or did not end in time
     */
    static Command run(Path folder, Duration limit, List<String> words) throws IOException {
        var output = Files.createTempFile(folder, OUTPUT, ".txt");
        try {
            var process = builder(folder, words).redirectInput(new File("/dev/null")).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start();
            try {
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IOException("not done within " + limit.toSeconds() + " s: " + String.join(" ", words));
                }
            } catch (InterruptedException e) {
                throw Pause.interrupted(e);
            } finally {
                process.destroyForcibly();
            }
            try (var in = Files.newInputStream(output)) {
                return new Command(process.exitValue(), new String(in.readNBytes(OUTPUT_BYTES), UTF_8).strip());
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** A process whose environment cannot lead PostgreSQL astray. */
    static ProcessBuilder builder(Path folder, List<String> words) {
        var builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    boolean succeeded() {
        return status == 0;
    }
}
