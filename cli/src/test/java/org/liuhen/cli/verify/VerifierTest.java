package org.liuhen.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.cli.TestLog;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.ledger.Checkpoint;
import org.liuhen.formats.notes.SignedNote;
import org.liuhen.formats.notes.Signer;
import org.liuhen.formats.notes.TrustFile;
import org.liuhen.formats.notes.VerifierKey;

/** Each broken folder trips its code and no other; what is right passes; and no single bit can be turned without being seen. */
class VerifierTest {

    private static final Path TEST = Path.of("src", "test");
    private static final Instant NOW = Instant.parse("2026-03-03T00:00:00Z");

    static Stream<String> broken() throws IOException {
        return names("broken");
    }

    static Stream<String> valid() throws IOException {
        return names("valid");
    }

    private static Stream<String> names(String folder) throws IOException {
        try (var list = Files.list(TEST.resolve(folder))) {
            return list.map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }

    private static Report verify(Path fixture, boolean trusting) throws IOException {
        var report = new Report(_ -> {});
        List<VerifierKey> trust = trusting ? TrustFile.parse(Files.readString(fixture.resolve("trust.txt"))) : List.of();
        for (var kind : List.of("bundle", "ledger")) {
            if (Files.isDirectory(fixture.resolve(kind))) Verifier.verify(
                    fixture.resolve(kind), Optional.empty(), trust, report, _ -> {});
        }
        if (Files.isDirectory(fixture.resolve("file"))) {
            Verifier.verify(fixture.resolve("file").resolve(Scene.NAME), Optional.empty(), trust, report, _ -> {});
        }
        if (Files.isDirectory(fixture.resolve("data"))) {
            Verifier.verifyData(fixture.resolve("data"), Optional.of(JournalSource.file(fixture.resolve("journal.jsonl"))), NOW,
                    report, _ -> {});
        }
        if (Files.isDirectory(fixture.resolve("scene"))) verifyScene(fixture.resolve("scene"), trust, report);
        assertFalse(report.lines().isEmpty(), "nothing was verified in " + fixture);
        return report;
    }

    private static void verifyScene(Path folder, List<VerifierKey> trust, Report report) throws IOException {
        var held = Files.readString(folder.resolve("held.txt"));
        var answer = folder.resolve("answer.json");
        var file = folder.resolve(Scene.NAME);
        if (Files.exists(file)) {
            Verifier.verifyScene(file, held, Optional.of(answer), trust, report, _ -> {});
        } else {
            Verifier.verifyScene(answer, held, Optional.empty(), trust, report, _ -> {});
        }
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_broken_folder_trips_its_code_alone(String name) throws IOException {
        var report = verify(TEST.resolve("broken").resolve(name), true);
        assertEquals(List.of(name.substring(0, 3)), report.faults().stream().map(Fault::code).toList(),
                () -> report.lines().toString());
        assertEquals(1, report.verdict().exitCode());
    }

    @Test
    void every_code_has_its_folder() throws IOException {
        assertEquals(Arrays.stream(Fault.values()).map(fault -> fault.code() + "-" + fault.title()).toList(), broken().toList());
    }

    @ParameterizedTest
    @MethodSource("valid")
    void what_is_right_passes(String name) throws IOException {
        var report = verify(TEST.resolve("valid").resolve(name), true);
        assertEquals(List.of(), report.faults());
        assertEquals(Verdict.VALID, report.verdict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundle", "file", "ledger", "scene", "scene-file"})
    void without_a_key_nothing_is_called_valid(String name) throws IOException {
        var report = verify(TEST.resolve("valid").resolve(name), false);
        assertEquals(List.of(), report.faults());
        assertEquals(3, report.verdict().exitCode());
    }

    @Test
    void a_scene_receipt_is_held_against_a_file_a_bundle_and_what_was_typed(@TempDir Path temporary) throws IOException {
        var scene = new Scene(6);
        var paper = new SceneOnPaper(scene);
        paper.write(temporary);
        scene.bundle(temporary.resolve("bundle"));
        var trust = TrustFile.parse(scene.log.trust());
        var answer = temporary.resolve("answer.json");
        var code = Files.readString(temporary.resolve("held.txt"));

        var proven = new Report(_ -> {});
        Verifier.verifyScene(temporary.resolve("bundle"), code, Optional.of(answer), trust, proven, _ -> {});
        assertEquals(Verdict.VALID, proven.verdict(), () -> proven.lines().toString());
        assertTrue(proven.lines().contains(new Report.Passed(Check.MEDIUM, "original/" + Scene.NAME)));

        var alone = new Report(_ -> {});
        Verifier.verifyScene(temporary.resolve("bundle"), paper.address(), Optional.empty(), trust, alone, _ -> {});
        assertEquals(List.of(), alone.faults());
        assertEquals(Verdict.SIGNER_UNKNOWN, alone.verdict(), "nobody knows whether it is lodged");

        var codeAlone = new Report(_ -> {});
        Verifier.verifyScene(temporary.resolve("bundle/README.txt"), code, Optional.empty(), trust, codeAlone, _ -> {});
        assertEquals(Verdict.SIGNER_UNKNOWN, codeAlone.verdict());
        var other = new Report(_ -> {});
        Verifier.verifyScene(temporary.resolve("bundle/README.txt"), paper.address(), Optional.empty(), trust, other, _ -> {});
        assertEquals(List.of(Fault.E33), other.faults());
        assertThrows(Malformed.class, () -> Verifier.verifyScene(answer, code.substring(1) + "2", Optional.empty(), trust,
                other, _ -> {}));
    }

    /** Of the fixture that is right: each bit of the answer is the server's word, the ledger's, or the receipt's. */
    @Test
    void no_bit_of_an_answer_turns_the_receipt_into_another(@TempDir Path temporary) throws IOException {
        var fixture = TEST.resolve("valid").resolve("scene");
        var trust = TrustFile.parse(Files.readString(fixture.resolve("trust.txt")));
        var held = Files.readString(fixture.resolve("scene/held.txt"));
        var bytes = Files.readAllBytes(fixture.resolve("scene/answer.json"));
        var altered = temporary.resolve("answer.json");
        for (var at = 0; at < bytes.length * 8; at += 13) {
            var broken = bytes.clone();
            broken[at / 8] ^= (byte) (1 << at % 8);
            Files.write(altered, broken);
            var report = new Report(_ -> {});
            Verifier.verifyScene(altered, held, Optional.empty(), trust, report, _ -> {});
            var same = report.lines().stream().anyMatch(line -> line instanceof Report.Passed passed
                    && passed.check() == Check.SCENE_RECEIPT
                    && passed.subject().endsWith(held));
            assertTrue(same || !report.faults().isEmpty() || report.verdict() == Verdict.SIGNER_UNKNOWN, "bit " + at);
        }
    }

    @Test
    void lost_leaves_are_told_and_only_those_that_the_next_log_names(@TempDir Path temporary) throws IOException {
        var told = verify(TEST.resolve("valid").resolve("closed"), true).lines().stream()
                .filter(line -> line instanceof Report.NotPerformed lost && lost.reason().en().contains("what 1 of its events from entry 3"));
        assertEquals(1, told.count());

        var scene = new Scene(6);
        scene.closed(temporary, scene.log.root(), 3);
        var journal = temporary.resolve("journal.jsonl");
        var lines = Files.readAllLines(journal);
        lines.remove(2);
        Files.writeString(journal, String.join("\n", lines) + "\n");
        assertEquals(List.of(Fault.E19), verifyData(temporary).faults());
    }

    private static Report verifyData(Path folder) throws IOException {
        var report = new Report(_ -> {});
        Verifier.verifyData(folder.resolve("data"), Optional.of(JournalSource.file(folder.resolve("journal.jsonl"))), NOW, report,
                _ -> {});
        return report;
    }

    @Test
    void a_later_log_begins_with_its_opening_and_no_other_place_has_one(@TempDir Path temporary) throws IOException {
        var scene = new Scene(7);
        var second = scene.second(scene.log.root(), 3);
        second.write(temporary.resolve("second"), second.size());
        var trust = TrustFile.parse(scene.log.trust() + second.trust());
        assertEquals(List.of(), mirror(temporary.resolve("second"), trust).faults());

        second.append(second.entries().getFirst());
        second.write(temporary.resolve("twice"), second.size());
        assertEquals(List.of(Fault.E18, Fault.E25, Fault.E29), mirror(temporary.resolve("twice"), trust).faults());
        scene.log.append(second.entries().getFirst());
        scene.log.write(temporary.resolve("first"), scene.log.size());
        assertEquals(List.of(Fault.E29), mirror(temporary.resolve("first"), trust).faults());
    }

    private static Report mirror(Path ledger, List<VerifierKey> trust) throws IOException {
        var report = new Report(_ -> {});
        Verifier.verify(ledger, Optional.empty(), trust, report, _ -> {});
        return report;
    }

    @Test
    void a_bundle_may_begin_in_the_closed_log_and_go_on_in_the_next_one(@TempDir Path temporary) throws IOException {
        var scene = new Scene(8);
        var trust = TrustFile.parse(scene.continued(temporary));
        assertEquals(List.of(), mirror(temporary, trust).faults());
        assertEquals(List.of(Fault.E04), mirror(temporary, TrustFile.parse(scene.log.trust())).faults());
        scene.manifest(temporary, TestLog.ORIGIN);
        assertEquals(List.of(Fault.E17), mirror(temporary, trust).faults());
        var later = Files.readAllBytes(temporary.resolve("custody/000003.receipt"));
        Files.write(temporary.resolve("custody/000002.receipt"), later);
        Files.write(temporary.resolve("custody/000003.receipt"), scene.log.receipt(3).write());
        scene.manifest(temporary, TestLog.ORIGIN + "/2");
        assertTrue(mirror(temporary, trust).faults().contains(Fault.E18));
    }

    @Test
    void a_key_of_another_log_does_not_speak_for_this_one() {
        var other = Signer.generate("liuhen-test/CL", VerifierKey.Algorithm.ED25519, new SecureRandom());
        var checkpoint = SignedNote.sign(Checkpoint.of(TestLog.ORIGIN, 1, new byte[32]).text(), List.of(other));
        var report = new Report(_ -> {});
        new Signers(List.of(other.verifierKey())).check(checkpoint, "checkpoint", report);
        assertEquals(List.of(Fault.E04), report.faults());
    }

    /**
     * A bit turned in each byte of each file (in large ones here and there). Two places are free: the moment of export, which is
     * the exporter's word only; and, in a receipt that no manifest covers, who else signed, since a signature of an unknown key
     * is passed over.
     */
    @ParameterizedTest
    @ValueSource(strings = {"bundle", "file"})
    void a_bit_turned_anywhere_is_found(String name, @TempDir Path temporary) throws IOException {
        var fixture = TEST.resolve("valid").resolve(name);
        copy(fixture, temporary);
        var dice = new SplittableRandom(1);
        try (var walk = Files.walk(temporary.resolve(name))) {
            for (var file : walk.filter(Files::isRegularFile).sorted().toList()) turnBits(temporary, file, dice);
        }
    }

    private static void turnBits(Path fixture, Path file, SplittableRandom dice) throws IOException {
        var original = Files.readAllBytes(file);
        var text = new String(original, StandardCharsets.ISO_8859_1);
        var exportedAt = text.indexOf("\"exportedAt\":\"") + "\"exportedAt\":\"".length();
        // the line's dash, byte by byte
        var signatures = Objects.requireNonNull(file.getParent()).endsWith("file") ? text.indexOf("\n\u00e2\u0080\u0094 ") : -1;
        var end = signatures < 0 ? original.length : signatures;
        var step = Math.max(1, original.length / 150);
        for (var at = 0; at < end; at += step) {
            if (text.contains("liuhen-bundle-v1") && at >= exportedAt && at < exportedAt + 24) continue;
            var turned = original.clone();
            turned[at] ^= (byte) (1 << dice.nextInt(8));
            Files.write(file, turned);
            var place = file.getFileName() + " byte " + at;
            try {
                assertTrue(verify(fixture, true).verdict() == Verdict.FAULTY, () -> "not found: " + place);
            } catch (Malformed | IOException unreadable) {
                assertFalse(String.valueOf(unreadable.getMessage()).isEmpty(), place); // exit 2: found as well
            }
        }
        Files.write(file, original);
    }

    static void copy(Path from, Path to) throws IOException {
        try (var walk = Files.walk(from)) {
            for (var path : walk.sorted().toList()) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) Files.createDirectories(target);
                else Files.copy(path, target);
            }
        }
    }
}
