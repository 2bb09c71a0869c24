package org.liuhen.server.recordings.media;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liuhen.core.recordings.MediaFault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@Timeout(60)
class ConfinedProcessTest {

    private static final Limits LIMITS = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(10), 1L << 30, 1 << 16, 1 << 16);

    @Test
    void arguments_arrive_as_they_are() throws Exception {
        var odd = List.of("-n", "$(id)", "`id`", "a b", "\"'", "line\nline", "*", "", "中文", "; exit 3");
        var command = new ArrayList<>(List.of("printf", "%s|"));
        command.addAll(odd);
        assertEquals(String.join("|", odd) + "|", said(run(command, LIMITS)));
    }

    @Test
    void it_sees_an_empty_folder_an_empty_environment_and_the_input() throws Exception {
        var names = said(run(List.of("env"), LIMITS)).lines().map(line -> line.replaceAll("=.*", "")).toList();
        assertTrue(names.containsAll(List.of("HOME", "LC_ALL", "PATH", "TMPDIR")), names.toString());
        assertTrue(Set.of("HOME", "LC_ALL", "PATH", "TMPDIR", "PWD", "OLDPWD", "SHLVL", "_").containsAll(names),
            names.toString());
        assertEquals("", said(run(List.of("ls", "-A"), LIMITS)));
    }

    @Test
    void the_input_can_be_read_and_not_written(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("-n\nodd $(id)"), "original");
        var task = new ConfinedProcess.Task(List.of("sh", "-c", "cat <&0; echo changed >&0"), Map.of(), Optional.of(file),
            LIMITS);
        assertTrue(said(Workbench.CONFINED.run(task, InputStream::readAllBytes)).startsWith("original"));
        assertEquals("original", Files.readString(file));
    }

    @Test
    void too_long_by_the_clock_ends_the_children_too() throws Exception {
        var began = System.nanoTime();
        assertStopped(MediaFault.TIME, shell("sleep 300 & echo $! >&2; sleep 300", LIMITS.within(Duration.ofSeconds(1))));
        assertTrue(System.nanoTime() - began < 15_000_000_000L);
        assertFalse(ProcessHandle.current().descendants()
            .anyMatch(child -> child.info().commandLine().orElse("").contains("sleep 300")));
    }

    @Test
    void too_much_work_is_ended() throws Exception {
        assertStopped(MediaFault.TIME, shell("while :; do :; done",
            new Limits(Duration.ofSeconds(30), Duration.ofSeconds(1), 1L << 30, 1, 1)));
    }

    @Test
    void too_much_memory_is_refused() throws Exception {
        var limits = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(20), 64L << 20, 1 << 16, 1 << 16);
        var task = new ConfinedProcess.Task(List.of(Workbench.TOOLS.ffmpeg().toString(), "-version"),
            Workbench.TOOLS.environment(), Optional.empty(), limits);
        assertStopped(MediaFault.MEMORY, Workbench.CONFINED.run(task, InputStream::readAllBytes));
    }

    @Test
    void too_much_output_is_cut_and_the_program_ended() throws Exception {
        assertStopped(MediaFault.OUTPUT, shell("yes", LIMITS));
        var errors = assertInstanceOf(Outcome.Ended.class, shell("yes | head -c 1000000 >&2", LIMITS)).errors();
        assertEquals(ConfinedProcess.ERRORS_MAX_BYTES, errors.length());
    }

    @Test
    void a_file_that_grows_too_large_is_refused() throws Exception {
        assertStopped(MediaFault.OUTPUT, shell("exec head -c 100000 /dev/zero >big", LIMITS));
    }

    @Test
    void a_program_that_crashes_is_the_files_fault() throws Exception {
        assertStopped(MediaFault.DAMAGED, shell("kill -SEGV $$", LIMITS));
    }

    @Test
    void nothing_is_left_behind() throws Exception {
        var work = Files.createTempDirectory("confined-");
        var confined = new ConfinedProcess(work);
        var task = new ConfinedProcess.Task(List.of("sh", "-c", "mkdir -p a/b; echo x >a/b/c; ln -s /etc a/etc; exit 7"),
            Map.of(), Optional.empty(), LIMITS);
        assertEquals(7, assertInstanceOf(Outcome.Ended.class, confined.run(task, InputStream::readAllBytes)).exit());
        try (var left = Files.list(work)) {
            assertEquals(List.of(), left.toList());
        }
        Files.delete(work);
        assertTrue(Files.exists(Path.of("/etc/passwd")));
    }

    @Test
    void an_interrupted_caller_leaves_no_process() throws Exception {
        var thread = new Thread(() -> {
            try {
                shell("sleep 301", LIMITS);
            } catch (Exception e) {
                Thread.currentThread().interrupt(); // what this test is about
            }
        });
        thread.start();
        while (ProcessHandle.current().descendants().noneMatch(ConfinedProcessTest::sleeps)) Thread.sleep(20);
        thread.interrupt();
        thread.join(10_000);
        assertFalse(thread.isAlive());
        assertFalse(ProcessHandle.current().descendants().filter(ConfinedProcessTest::sleeps).anyMatch(ProcessHandle::isAlive));
    }

    @Test
    void there_is_no_network() throws Exception {
        var confinement = Workbench.CONFINED.confinement();
        System.out.println("confinement on this machine: " + confinement);
        assumeTrue(confinement == Confinement.OWN_NETWORK || confinement == Confinement.OWN_USER_AND_NETWORK,
            "this machine allows no network namespace; only ffmpeg's own list of protocols keeps the network away");
        assertEquals("lo:", said(shell("tail -n +3 /proc/net/dev | awk '{printf \"%s\", $1}'", LIMITS)).strip());
        assertTrue(said(shell("grep -E 'NoNewPrivs|CapEff|CapBnd' /proc/self/status | tr -d '\\n\\t '", LIMITS))
            .matches("CapEff:0+CapBnd:0+NoNewPrivs:1"));
    }

    private static boolean sleeps(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("sleep 301");
    }

    private static Outcome<byte[]> shell(String script, Limits limits) throws Exception {
        return run(List.of("sh", "-c", script), limits);
    }

    private static Outcome<byte[]> run(List<String> command, Limits limits) throws Exception {
        return Workbench.CONFINED.run(new ConfinedProcess.Task(command, Map.of(), Optional.empty(), limits),
            InputStream::readAllBytes);
    }

    private static void assertStopped(MediaFault fault, Outcome<byte[]> outcome) {
        assertEquals(fault, assertInstanceOf(Outcome.Stopped.class, outcome, outcome.toString()).fault());
    }

    private static String said(Outcome<byte[]> outcome) {
        return assertInstanceOf(Outcome.Ended.class, outcome, outcome.toString()) instanceof Outcome.Ended<?>(_, byte[] said, _)
            ? new String(said, UTF_8) : "";
    }
}
