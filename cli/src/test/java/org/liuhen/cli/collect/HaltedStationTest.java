package org.liuhen.cli.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real process, ended without any closing at a named point, and run again. */
class HaltedStationTest {

    @TempDir
    private Path temporary = Path.of("");

    private int liuhen(String fault, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--add-modules=jdk.incubator.vector",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dliuhen.fault=" + fault,
                "-cp", System.getProperty("java.class.path"), "org.liuhen.cli.Main"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(temporary.resolve("output").toFile()).start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "no end");
        return process.exitValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HAND_IN_NOTED", "CHUNK_SENT:2", "STORED_NOTED", "CLEARING_NOTED", "FILE_DELETED"})
    void ended_at_a_named_point_it_goes_on(String fault) throws Exception {
        var card = Files.createDirectories(temporary.resolve("card"));
        for (var name : List.of("a", "b", "c")) Files.writeString(card.resolve(name + ".mp4"), name);
        var token = Files.writeString(temporary.resolve("token"), TestStore.TOKEN);
        try (var server = new TestStore(1, 0)) {
            var common = List.of("--server", server.address().toString(), "--token-file", token.toString(),
                    "--notebook", temporary.resolve("notebook").toString(), "--json");
            var collect = new ArrayList<>(List.of("collect", card.toString(), "--device", "SQ-0001"));
            collect.addAll(common);
            var clear = new ArrayList<>(List.of("clear", card.toString(), "--confirm", "张三"));
            clear.addAll(common);
            var clearing = fault.startsWith("CLEARING") || fault.startsWith("FILE");
            assertEquals(
                    clearing ? 0 : Faults.HALTED, liuhen(clearing ? "" : fault, collect.toArray(String[]::new)), this::output);
            assertEquals(0, liuhen("", collect.toArray(String[]::new)), this::output);
            assertEquals(3, server.recordings.size(), "each once");
            assertEquals(clearing ? Faults.HALTED : 0, liuhen(clearing ? fault : "", clear.toArray(String[]::new)), this::output);
            assertEquals(0, liuhen("", clear.toArray(String[]::new)), this::output);
            assertEquals(List.of(), FolderCamera.at(card).list());
        }
    }

    private String output() {
        try {
            return Files.readString(temporary.resolve("output"), UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
