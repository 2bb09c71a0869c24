package org.liuhen.cli.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.cli.Main;

/** Tars made by the machine's own tar, honest and hostile. */
class UnpackingTest {

    @TempDir
    private Path temporary = Path.of("");

    private Path tar(String... arguments) throws IOException, InterruptedException {
        var file = temporary.resolve("x.tar");
        var command = new ArrayList<>(List.of("tar", "-P", "-c", "-f", file.toString(), "-C", temporary.toString()));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command).inheritIO().start();
            assumeTrue(process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0,
                    "this machine's tar does not know " + command);
        } catch (IOException e) {
            assumeTrue(false, "this machine has no tar");
        }
        return file;
    }

    private int unpack(Path tar, String top) throws IOException {
        try (var in = Files.newInputStream(tar)) {
            return Unpacking.unpack(in, top, temporary.resolve("out").resolve(top));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pax", "gnu", "ustar"})
    void a_bundle_comes_out_as_it_went_in_and_verifies(String format) throws Exception {
        var bundle = temporary.resolve("7d0f1c52");
        try (var walk = Files.walk(Path.of("src/test/valid/bundle/bundle"))) {
            for (var path : walk.sorted().toList()) {
                Files.copy(path, bundle.resolve(Path.of("src/test/valid/bundle/bundle").relativize(path).toString()));
            }
        }
        var tar = tar("--format", format, "7d0f1c52");
        assertEquals(8, unpack(tar, "7d0f1c52"));
        for (var subject : List.of(tar, temporary.resolve("out/7d0f1c52"))) {
            var out = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
            assertEquals(0, Main.run(out, out, "verify", subject.toString(), "--trust", "src/test/valid/bundle/trust.txt"),
                    subject.toString());
        }
    }

    @Test
    void long_names_come_out_whole() throws Exception {
        var name = "现场".repeat(40) + ".mp4";
        var top = Files.createDirectories(temporary.resolve("top"));
        Files.writeString(top.resolve(name), "long");
        for (var format : List.of("pax", "gnu")) {
            var tar = tar("--format", format, "top");
            try (var in = Files.newInputStream(tar)) {
                assertEquals(1, Unpacking.unpack(in, "top", temporary.resolve(format)));
            }
            assertEquals("long", Files.readString(temporary.resolve(format).resolve(name)));
        }
    }

    @Test
    void a_file_outside_of_the_bundle_is_refused() throws Exception {
        Files.createDirectories(temporary.resolve("top"));
        Files.writeString(temporary.resolve("top/evil"), "x");
        for (var path : List.of("top/../../evil", "../evil", "/tmp/evil", "other/evil", "top//evil", "evil")) {
            var tar = tar("--transform", "s,^top/evil$," + path + ",", "top/evil");
            assertThrows(IOException.class, () -> unpack(tar, "top"), path);
            assertFalse(Files.exists(temporary.resolve("evil")), path);
            try (var walk = Files.walk(temporary.resolve("out"))) {
                walk.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    @Test
    void a_link_is_refused() throws Exception {
        Files.createDirectories(temporary.resolve("top"));
        Files.createSymbolicLink(temporary.resolve("top/link"), Path.of("/etc/passwd"));
        var tar = tar("top");
        assertThrows(IOException.class, () -> unpack(tar, "top"));
    }

    @Test
    void a_tar_that_was_cut_is_refused() throws Exception {
        Files.createDirectories(temporary.resolve("top"));
        Files.write(temporary.resolve("top/file"), new byte[5000]);
        var tar = tar("top");
        Files.write(tar, Arrays.copyOf(Files.readAllBytes(tar), 3000));
        assertThrows(IOException.class, () -> unpack(tar, "top"));
    }
}
