package org.liuhen.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.values.Digest;

/** A process that dies at any step loses nothing that was acknowledged, and nothing half-written is listed. */
class DiskVaultFaultTest {

    private static final int MIB = Sm3Tree.KEPT_BYTES;
    /** A life that meets its fault too seldom ends in peace. */
    private static final int CONNECTIONS_IN_A_LIFE = 12;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** What was promised to the senders so far. */
    private static final class Promises {
        final TreeMap<UUID, byte[]> contents = new TreeMap<>();
        final TreeMap<UUID, Integer> acknowledged = new TreeMap<>();
        final Set<UUID> sealed = new HashSet<>();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void nothing_acknowledged_is_lost_by_a_death_at_any_step(long seed) throws Exception {
        var dice = new SplittableRandom(seed);
        var promises = new Promises();
        var diedAt = EnumSet.noneOf(FaultPoint.class);
        for (var life = 0; life < 2 * FaultPoint.values().length; life++) {
            var fatal = List.of(FaultPoint.values()).get(life % FaultPoint.values().length);
            var left = new int[] {1 + dice.nextInt(2)};
            Faults faults = step -> {
                if (step == fatal && --left[0] == 0) throw new Killed();
            };
            try (var vault = DiskVault.open(folder, faults)) {
                for (var connection = 0; connection < CONNECTIONS_IN_A_LIFE; connection++) live(vault, promises, dice);
            } catch (Killed e) {
                diedAt.add(fatal);
            }
            requirePromises(promises, "replay with seed " + seed + ", life " + life);
        }
        assertTrue(diedAt.size() > 8, "died at few different steps only: " + diedAt);
    }

    /** One connection: some writes with or without a checksum, then perhaps the seal. */
    private static void live(DiskVault vault, Promises promises, SplittableRandom dice) throws Exception {
        var waiting = promises.acknowledged.keySet().stream().filter(id -> !promises.sealed.contains(id)).toList();
        var id = waiting.isEmpty() || dice.nextInt(3) == 0 ? new UUID(dice.nextLong(), dice.nextLong()) : waiting.getFirst();
        var kind = dice.nextInt(40); // some files are the same
        var bytes = promises.contents.computeIfAbsent(id, _ -> Bytes.random(kind, kind * 70_000));
        try (var intake = waiting.contains(id) ? vault.resume(id).orElseThrow() : vault.begin(id, bytes.length)) {
            promises.acknowledged.putIfAbsent(id, 0);
            for (var patch = 1 + dice.nextInt(3); patch > 0; patch--) {
                var from = (int) intake.offset();
                var to = dice.nextBoolean() ? bytes.length : from + dice.nextInt(bytes.length - from + 1);
                if (dice.nextInt(3) == 0) {
                    var mark = intake.mark();
                    intake.write(ByteBuffer.wrap(Bytes.random(patch, bytes.length - from))); // its checksum will be wrong
                    intake.rollback(mark);
                }
                Bytes.write(intake, bytes, from, to, dice);
                intake.sync();
                promises.acknowledged.put(id, to);
            }
            if (intake.offset() == bytes.length) {
                intake.seal();
                promises.sealed.add(id);
            }
        }
    }

    private void requirePromises(Promises promises, String replay) throws Exception {
        try (var vault = DiskVault.open(folder, Faults.none())) {
            var expected = new HashSet<Digest>();
            for (var id : promises.contents.keySet()) {
                var bytes = promises.contents.get(id);
                var sealed = vault.sealed(id);
                if (sealed.isPresent()) {
                    assertEquals(Digest.sha256(Sha256.of(bytes)), sealed.get().sha256(), replay);
                    promises.sealed.add(id); // its seal was not answered, but it is complete and known
                    expected.add(sealed.get().sha256());
                } else if (promises.acknowledged.containsKey(id)) {
                    assertTrue(!promises.sealed.contains(id), replay);
                    requireResumed(vault, id, bytes, promises.acknowledged.get(id), replay);
                } else {
                    vault.abandon(id);
                }
            }
            promises.contents.keySet().retainAll(promises.acknowledged.keySet());
            var listed = new HashSet<Digest>();
            try (var all = vault.list()) {
                all.forEach(listed::add);
            }
            assertEquals(expected, listed, replay);
            for (var sha256 : listed) assertInstanceOf(Fixity.Passed.class, vault.check(sha256, VaultContract.BOTH), replay);
        }
    }

    private void requireResumed(DiskVault vault, UUID id, byte[] bytes, int acknowledged, String replay) throws IOException {
        try (var intake = vault.resume(id).orElseThrow()) {
            var offset = (int) intake.offset();
            assertTrue(offset >= acknowledged, replay + ": " + acknowledged + " acknowledged, resumed at " + offset);
            var part = Files.readAllBytes(new StoreFolder(folder).part(id));
            assertArrayEquals(Arrays.copyOf(bytes, offset), part, replay);
        }
    }

    @ParameterizedTest
    @EnumSource(FaultPoint.class)
    void a_process_ended_at_a_step_loses_nothing(FaultPoint step) throws Exception {
        var command = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-D" + Faults.PROPERTY + "=" + step.label(),
            "-cp", System.getProperty("java.class.path", ""), Sender.class.getName(), folder.toString());
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(137, process.exitValue(), told);
        var acknowledged = told.lines().mapToInt(Integer::parseInt).max().orElse(-1);
        var promises = new Promises();
        promises.contents.put(Sender.ID, Sender.CONTENT);
        if (acknowledged >= 0) promises.acknowledged.put(Sender.ID, acknowledged);
        requirePromises(promises, told);
    }

    /** Run in a process of its own, that is ended at a step. Prints what it would acknowledge. */
    static final class Sender {
        static final UUID ID = new UUID(1, 2);
        static final byte[] CONTENT = Bytes.random(1, 2 * MIB + 3000);

        private Sender() {}

        public static void main(String[] arguments) throws Exception {
            try (var vault = DiskVault.open(Path.of(arguments[0])); var intake = vault.begin(ID, CONTENT.length)) {
                System.out.println(0);
                intake.write(ByteBuffer.wrap(CONTENT, 0, 1000));
                intake.sync();
                System.out.println(1000);
                var mark = intake.mark();
                intake.write(ByteBuffer.wrap(new byte[MIB]));
                intake.rollback(mark);
                intake.write(ByteBuffer.wrap(CONTENT, 1000, CONTENT.length - 1000));
                intake.sync();
                System.out.println(CONTENT.length);
                intake.seal();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void a_prefix_that_the_disk_changed_is_not_trusted(long seed) throws Exception {
        var dice = new SplittableRandom(seed);
        var id = new UUID(seed, seed);
        var bytes = Bytes.random(seed, 3 * MIB + dice.nextInt(MIB));
        var store = new StoreFolder(folder);
        try (var vault = DiskVault.open(folder)) {
            try (var intake = vault.begin(id, bytes.length)) {
                for (var at = 0; at < bytes.length; ) {
                    var next = Math.min(bytes.length, at + 1 + dice.nextInt(MIB));
                    Bytes.write(intake, bytes, at, next, dice);
                    intake.sync();
                    at = next;
                }
            }
            var damaged = dice.nextInt(bytes.length);
            DiskVaultTest.flip(store.part(id), 8L * damaged + dice.nextInt(8));
            try (var intake = vault.resume(id).orElseThrow()) {
                var offset = (int) intake.offset();
                assertTrue(offset <= damaged, "replay with seed " + seed);
                assertTrue(offset >= damaged / MIB * MIB, "replay with seed " + seed);
                intake.write(ByteBuffer.wrap(bytes, offset, bytes.length - offset));
                assertEquals(Digest.sha256(Sha256.of(bytes)), intake.seal().sha256(), "replay with seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void a_log_that_the_disk_cut_or_changed_costs_bytes_but_not_truth(long seed) throws Exception {
        var dice = new SplittableRandom(seed);
        var id = new UUID(seed, seed);
        var bytes = Bytes.random(seed, 3 * MIB + 17);
        var store = new StoreFolder(folder);
        try (var vault = DiskVault.open(folder)) {
            try (var intake = vault.begin(id, bytes.length)) {
                intake.write(ByteBuffer.wrap(bytes));
                intake.sync();
            }
            var log = Files.readAllBytes(store.nodes(id));
            var header = IntakeLog.RECORD_BYTES;
            if (dice.nextBoolean()) {
                Files.write(store.nodes(id), Arrays.copyOf(log, header + dice.nextInt(log.length - header)));
            } else {
                DiskVaultTest.flip(store.nodes(id), 8L * header + dice.nextInt(8 * (log.length - header)));
            }
            try (var intake = vault.resume(id).orElseThrow()) {
                var offset = (int) intake.offset();
                assertTrue(offset < bytes.length, "replay with seed " + seed);
                assertArrayEquals(Arrays.copyOf(bytes, offset), Files.readAllBytes(store.part(id)), "replay with seed " + seed);
                intake.write(ByteBuffer.wrap(bytes, offset, bytes.length - offset));
                intake.sync();
            }
            try (var intake = vault.resume(id).orElseThrow()) {
                assertEquals(bytes.length, intake.offset(), "replay with seed " + seed);
                assertEquals(Digest.sha256(Sha256.of(bytes)), intake.seal().sha256(), "replay with seed " + seed);
            }
        }
    }

    @Test
    void a_step_that_does_not_exist_is_refused() {
        var before = System.getProperty(Faults.PROPERTY);
        System.setProperty(Faults.PROPERTY, "after-lunch");
        try {
            assertThrows(IllegalArgumentException.class, () -> DiskVault.open(folder));
        } finally {
            if (before == null) System.clearProperty(Faults.PROPERTY);
            else System.setProperty(Faults.PROPERTY, before);
        }
    }
}
