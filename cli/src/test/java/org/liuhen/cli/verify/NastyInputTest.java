package org.liuhen.cli.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.cli.Main;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.notes.TrustFile;

/** What editors, mail programs and enemies make of a verifier's files: an answer each time, never a fault of the program. */
class NastyInputTest {

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int verify(String... arguments) {
        out.reset();
        err.reset();
        var all = new ArrayList<>(List.of("verify", "--json"));
        all.addAll(List.of(arguments));
        return Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), all.toArray(String[]::new));
    }

    private String said() {
        return out.toString(UTF_8) + err.toString(UTF_8);
    }

    private static String changed(String text, String how) {
        return switch (how) {
            case "trailing" -> text + "garbage";
            case "trailing line feed" -> text + "\n";
            case "doubled line" -> text.replaceFirst("(?m)^(leaf .*\n)", "$1$1");
            case "CRLF" -> text.replace("\n", "\r\n");
            case "BOM" -> '\uFEFF' + text;
            case "without its end" -> text.substring(0, text.length() - 1);
            case "two receipts" -> text + text;
            case "empty" -> "";
            default -> throw new IllegalArgumentException(how);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "trailing", "trailing line feed", "doubled line", "CRLF", "BOM", "without its end", "two receipts", "empty"})
    void a_receipt_that_is_not_the_very_bytes_is_no_receipt(String how) throws IOException {
        var scene = new Scene(3);
        scene.file(folder);
        var trust = Files.writeString(folder.resolve("trust"), scene.log.trust());
        var receipt = folder.resolve(Scene.NAME + ".receipt");
        assertEquals(0, verify(folder.resolve(Scene.NAME).toString(), "--trust", trust.toString()), this::said);
        Files.writeString(receipt, changed(Files.readString(receipt), how));
        assertEquals(1, verify(folder.resolve(Scene.NAME).toString(), "--trust", trust.toString()), this::said);
        assertTrue(said().contains("\"faults\":[\"E02\"]"), this::said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trailing", "trailing line feed", "CRLF", "BOM", "without its end", "two receipts", "empty"})
    void a_manifest_that_is_not_the_very_bytes_is_no_manifest(String how) throws IOException {
        var scene = new Scene(4);
        scene.bundle(folder.resolve("bundle"));
        var trust = Files.writeString(folder.resolve("trust"), scene.log.trust());
        var manifest = folder.resolve("bundle/manifest.json");
        var before = Files.readString(manifest);
        var after = changed(before, how);
        if (after.equals(before)) return; // it has no line feed to be changed
        Files.writeString(manifest, after);
        assertEquals(1, verify(folder.resolve("bundle").toString(), "--trust", trust.toString()), this::said);
        assertTrue(said().contains("E01"), this::said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"# from the office\n\n%s", "\uFEFF%s", "\uFEFF# from the office\n%s", "%s\n\n# end\n", "%s%s"})
    void a_trust_file_as_people_keep_it_is_read(String shape) throws IOException {
        var scene = new Scene(5);
        scene.file(folder);
        for (var lines : List.of("\n", "\r\n")) {
            var text = String.format(shape, scene.log.trust(), scene.log.trust()).replace("\n", lines);
            var trust = Files.writeString(folder.resolve("trust"), text);
            assertEquals(0, verify(folder.resolve(Scene.NAME).toString(), "--trust", trust.toString()), this::said);
        }
    }

    @Test
    void a_trust_file_without_a_key_trusts_nobody_and_a_wrong_one_is_said() throws IOException {
        var scene = new Scene(6);
        scene.file(folder);
        var file = folder.resolve(Scene.NAME).toString();
        for (var text : List.of("", "\n", "# nobody\n")) {
            assertEquals(3, verify(file, "--trust", Files.writeString(folder.resolve("trust"), text).toString()), this::said);
        }
        for (var bytes : List.of("not a key\n".getBytes(UTF_8), new byte[] {(byte) 0xd6, (byte) 0xb4, '\n'}, new byte[2 << 20])) {
            assertEquals(2, verify(file, "--trust", Files.write(folder.resolve("trust"), bytes).toString()), this::said);
            assertFalse(said().contains("Exception"), this::said);
        }
        assertEquals(2, verify(file, "--trust", folder.resolve("none").toString()), this::said);
    }

    @Test
    void whatever_is_done_to_a_receipt_there_is_an_answer() throws IOException {
        var scene = new Scene(7);
        scene.file(folder);
        var receipt = folder.resolve(Scene.NAME + ".receipt");
        var right = Files.readAllBytes(receipt);
        var dice = new SplittableRandom(7);
        for (var round = 0; round < 1500; round++) {
            var bytes = right.clone();
            for (var i = dice.nextInt(1, 4); i > 0; i--) {
                var at = dice.nextInt(bytes.length);
                switch (dice.nextInt(4)) {
                    case 0 -> bytes[at] = (byte) dice.nextInt(256);
                    case 1 -> bytes = Arrays.copyOf(bytes, at);
                    case 2 -> System.arraycopy(
                            right, dice.nextInt(right.length / 2), bytes, at / 2, Math.min(9, bytes.length - at / 2));
                    default -> bytes[at] = '\n';
                }
                if (bytes.length == 0) break;
            }
            if (Arrays.equals(bytes, right)) continue;
            Files.write(receipt, bytes);
            var report = new Report(_ -> {});
            Verifier.verify(folder.resolve(Scene.NAME), Optional.empty(), TrustFile.parse(scene.log.trust()), report, _ -> {});
            assertNotEquals(Verdict.VALID, report.verdict(), "round " + round);
        }
    }

    @Test
    void a_journal_is_read_line_by_line_and_every_line_is_the_very_bytes() throws IOException {
        var scene = new Scene(8);
        scene.data(folder.resolve("data"));
        var journal = folder.resolve("journal.jsonl");
        scene.journal(journal, scene.log.entries());
        var right = Files.readString(journal);
        assertEquals(List.of(), faults(journal));
        Files.writeString(journal, right + right.lines().findFirst().orElseThrow() + "\n");
        assertEquals(List.of(Fault.E20), faults(journal), "one event twice");
        for (var wrong : List.of(right.replace("\n", "\r\n"), '\uFEFF' + right, right + "\n", right + "garbage\n",
                right.substring(0, right.length() - 9))) {
            Files.writeString(journal, wrong);
            assertThrows(Malformed.class, () -> faults(journal));
        }
        Files.writeString(journal, "");
        try (var channel = Files.newByteChannel(journal, StandardOpenOption.WRITE)) {
            channel.position(3L << 30);
            channel.write(ByteBuffer.wrap(new byte[1])); // three sparse GiB without a line feed
        }
        assertThrows(Malformed.class, () -> faults(journal));
    }

    private List<Fault> faults(Path journal) throws IOException {
        var report = new Report(_ -> {});
        Verifier.verifyData(folder.resolve("data"), Optional.of(JournalSource.file(journal)), Instant.parse("2026-03-03T00:00:00Z"),
                report, _ -> {});
        return report.faults();
    }

    @Test
    void whatever_is_done_to_the_entries_of_a_data_folder_they_are_what_is_named() throws IOException {
        var scene = new Scene(11);
        scene.data(folder.resolve("data"));
        var journal = folder.resolve("journal.jsonl");
        scene.journal(journal, scene.log.entries());
        Path bundle;
        try (var partial = Files.list(folder.resolve("data/ledger/SQ/tile/entries/000.p"))) {
            bundle = partial.findFirst().orElseThrow();
        }
        var right = Files.readAllBytes(bundle);
        for (var at = 0; at < right.length; at++) {
            var bytes = right.clone();
            bytes[at] ^= 1;
            Files.write(bundle, bytes);
            var faults = faults(journal);
            assertTrue(faults.stream().allMatch(Fault.E14::equals) && !faults.isEmpty(), "byte " + at + ": " + faults);
        }
    }

    @Test
    void a_ledger_of_huge_files_does_not_fill_the_memory() throws IOException {
        var scene = new Scene(9);
        scene.data(folder.resolve("data"));
        var ledger = folder.resolve("data/ledger/SQ");
        try (var files = Files.walk(ledger)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (file.endsWith("vkeys") || file.endsWith("checkpoint")) continue;
                try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                    channel.position(3L << 30);
                    channel.write(ByteBuffer.wrap(new byte[1]));
                }
            }
        }
        var report = new Report(_ -> {});
        Verifier.verifyData(folder.resolve("data"), Optional.empty(), Instant.EPOCH, report, _ -> {});
        assertTrue(report.has(Fault.E13), () -> report.lines().toString());
        assertTrue(report.has(Fault.E03), () -> report.lines().toString());
    }

    @Test
    void a_journal_of_many_events_is_checked_whole() throws IOException {
        LargeDataFolder.write(folder.resolve("large"), 70_000); // three levels of tiles
        Files.createDirectories(folder.resolve("large/vault/SQ/objects"));
        var report = new Report(_ -> {});
        Verifier.verifyData(folder.resolve("large"), Optional.of(JournalSource.file(folder.resolve("large/journal.jsonl"))),
                Instant.parse("2026-03-03T00:00:00Z"), report, _ -> {});
        assertEquals(List.of(), report.faults(), () -> report.lines().toString());
        var whole = new Report.Passed(Check.JOURNAL, "SQ: 70000 events");
        assertTrue(report.lines().contains(whole), () -> report.lines().toString());
    }
}
