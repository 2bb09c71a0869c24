package org.liuhen.cli.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liuhen.cli.TestLog;
import org.liuhen.cli.collect.Note.Sight;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.PayloadDestroyed;

/** Whatever a crash leaves of the last line, every line before it is known. */
class NotebookTest {

    private static final String SERVER = "http://127.0.0.1:1";
    private static final String ORIGIN = "liuhen-test/SQ";
    private static final Sight FILE = new Sight(RawPath.ofText("DCIM/现场.mp4"), 5, Instant.parse("2026-03-02T07:04:00.123Z"));

    @TempDir
    private Path folder = Path.of("");

    private void write(UUID handIn) throws IOException {
        var sha256 = new Digest(Digest.Algorithm.SHA256, "ab".repeat(32));
        try (var notebook = Notebook.open(folder)) {
            notebook.write(new Note.Pinned(SERVER, ORIGIN, List.of("a", "b")));
            notebook.write(new Note.HandIn(handIn, SERVER, Optional.of(ORIGIN), "SQ-0001", "file:///card"));
            notebook.write(new Note.Sending(handIn, FILE, UUID.randomUUID()));
            notebook.write(new Note.Sealed(handIn, FILE, UUID.randomUUID(), sha256));
            notebook.write(new Note.Stored(handIn, FILE, UUID.randomUUID(), sha256, 7));
            notebook.write(new Note.Balanced(handIn, 1, 1, 0, true));
        }
    }

    @Test
    void cut_anywhere_it_opens_and_knows_the_whole_lines() throws IOException {
        write(UUID.randomUUID());
        var file = folder.resolve("notebook.jsonl");
        var whole = Files.readAllBytes(file);
        for (var length = 0; length <= whole.length; length++) {
            var cut = Arrays.copyOf(whole, length);
            Files.write(file, cut);
            Notebook.open(folder).close();
            var lastLine = length;
            while (lastLine > 0 && cut[lastLine - 1] != '\n') lastLine--;
            assertEquals(lastLine, Files.size(file), "cut at " + length);
        }
        try (var notebook = Notebook.open(folder)) {
            var stored = notebook.known().stored(ORIGIN, "SQ-0001", FILE);
            assertEquals(7, stored.orElseThrow().leafIndex());
            assertTrue(notebook.known().open(ORIGIN, SERVER, "SQ-0001", "file:///card").isEmpty(), "balanced");
            assertEquals(List.of("a", "b"), notebook.known().pinned(ORIGIN));
        }
    }

    @Test
    void lines_that_knew_a_store_by_its_address_are_read_with_the_log_met_there() throws IOException {
        var sha256 = new Digest(Digest.Algorithm.SHA256, "ab".repeat(32));
        var one = UUID.randomUUID();
        var ofTwo = UUID.randomUUID();
        var recording = UUID.randomUUID();
        var log = new TestLog(1);
        var receipt = log.receipt(log.append(recording, new PayloadDestroyed(1, "任何事件", List.of("张三", "李四"))));
        try (var notebook = Notebook.open(folder)) {
            notebook.write(new Note.HandIn(one, SERVER, Optional.empty(), "SQ-0001", "file:///card"));
            notebook.write(new Note.Pinned(SERVER, "liuhen-one/SQ", List.of("a")));
            notebook.write(new Note.Stored(one, FILE, UUID.randomUUID(), sha256, 7));
            notebook.write(new Note.HandIn(ofTwo, "https://two", Optional.empty(), "SQ-0001", "file:///card"));
            notebook.write(new Note.Pinned("https://two", ORIGIN, List.of("b")));
            notebook.write(new Note.Pinned("https://two", "liuhen-test/CL", List.of("c")));
            notebook.keepReceipt(recording, receipt.write());
            notebook.write(new Note.Stored(ofTwo, FILE, recording, sha256, 8));
        }
        try (var notebook = Notebook.open(folder)) {
            assertEquals(7, notebook.known().stored("liuhen-one/SQ", "SQ-0001", FILE).orElseThrow().leafIndex());
            assertEquals(8, notebook.known().stored(ORIGIN, "SQ-0001", FILE).orElseThrow().leafIndex(), "as its receipt says");
            var open = notebook.known().open("liuhen-one/SQ", "https://elsewhere", "SQ-0001", "file:///card");
            assertEquals(List.of(one), open.stream().map(Note.HandIn::id).toList());
        }
    }

    @Test
    void damage_before_the_last_line_stops_the_station() throws IOException {
        write(UUID.randomUUID());
        var file = folder.resolve("notebook.jsonl");
        var bytes = Files.readAllBytes(file);
        bytes[40] ^= 1;
        Files.write(file, bytes);
        var unusable = assertThrows(Notebook.Unusable.class, () -> Notebook.open(folder));
        assertTrue(String.valueOf(unusable.getMessage()).contains("line 1"));
    }

    @Test
    void a_full_disk_is_said_and_with_room_again_it_goes_on() throws Exception {
        var disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", disk.toString()) == 0,
                "may not mount a small disk here");
        try {
            var filler = Files.write(disk.resolve("filler"), new byte[32 * 1024]);
            var handIn = UUID.randomUUID();
            var written = 0;
            try (var notebook = Notebook.open(disk.resolve("notebook"))) {
                notebook.write(new Note.HandIn(handIn, SERVER, Optional.of(ORIGIN), "SQ-0001", "file:///card"));
                try {
                    for (; written < 10_000; written++) notebook.write(new Note.Sending(handIn, FILE, UUID.randomUUID()));
                } catch (Notebook.Unusable full) {
                    assertTrue(full.text().zh().contains("腾出空间"));
                }
                assertTrue(written < 10_000, "the disk never filled");
                Files.delete(filler);
                notebook.write(new Note.Superseded(handIn));
            }
            assertEquals(written + 2, Files.readAllLines(disk.resolve("notebook/notebook.jsonl")).size());
            try (var notebook = Notebook.open(disk.resolve("notebook"))) {
                assertTrue(notebook.known().open(ORIGIN, SERVER, "SQ-0001", "file:///card").isEmpty());
            }
        } finally {
            assertEquals(0, run("umount", disk.toString()));
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor();
        } catch (IOException noSuchProgram) {
            return -1;
        }
    }

    @Test
    void two_stations_do_not_share_a_notebook() throws IOException {
        try (var first = Notebook.open(folder)) {
            assertEquals(List.of(), first.known().pinned(ORIGIN));
            assertThrows(Notebook.Unusable.class, () -> Notebook.open(folder));
        }
    }
}
