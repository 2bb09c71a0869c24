package org.liuhen.server.cases.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of strangers that judge our files. */
final class Tool {

    private static final int SECONDS_MAX = 60;

    private Tool() {}

    record Said(int exit, String words) {}

    /** Runs it; the test is skipped where the machine does not have it. */
    static Said run(Path folder, String... command) throws IOException, InterruptedException {
        assumeTrue(Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).anyMatch(path -> Files.isExecutable(Path.of(path, command[0]))),
            command[0] + " is not installed on this machine");
        var builder = new ProcessBuilder(List.of(command)).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("HOME", folder.toString()); // pdfsig looks for the certificates of a browser there
        var process = builder.start();
        var words = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertTrue(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS), command[0] + " hangs");
        return new Said(process.exitValue(), words);
    }

    static String words(Path folder, String... command) throws IOException, InterruptedException {
        var said = run(folder, command);
        assertTrue(said.exit() == 0, String.join(" ", command) + ": " + said.words());
        return said.words();
    }
}
