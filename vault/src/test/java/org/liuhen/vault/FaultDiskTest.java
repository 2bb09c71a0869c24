package org.liuhen.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.liuhen.core.values.Digest;

/** A real small ext4 that gets full, loses its power, turns read-only. */
class FaultDiskTest {

    private static final int MIB = Sm3Tree.KEPT_BYTES;
    private static final UUID ID = new UUID(7, 7);

    @TempDir(cleanup = CleanupMode.NEVER) // never through a mount that a fault left behind
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path script;

    @BeforeEach
    void make() throws Exception {
        script = Stream.iterate(Path.of("").toAbsolutePath(), path -> path.getParent() != null, Path::getParent)
            .map(path -> path.resolveSibling("shared").resolve("engines").resolve("fault-disk.sh"))
            .filter(Files::isExecutable).findFirst().orElse(Path.of("no such script"));
        assumeTrue(Files.isExecutable(script), "../shared/engines/fault-disk.sh is not here: faults of the disk were not tested");
        assumeTrue("root".equals(System.getProperty("user.name")), "mounting needs root: faults of the disk were not tested");
        disk("make", "48M");
    }

    @AfterEach
    void down() throws Exception {
        if (!Files.isExecutable(script) || !Files.exists(folder.resolve("disk.img"))) return;
        disk("down");
        assertTrue(!Files.readString(Path.of("/proc/mounts")).contains(folder.toString()), "still mounted: " + folder);
    }

    private void disk(String action, String... more) throws Exception {
        var command = new ArrayList<>(List.of(script.toString(), action, folder.toString()));
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), action + ": " + said);
    }

    private DiskVault open() throws IOException {
        return DiskVault.open(folder.resolve("mnt").resolve("store"));
    }

    private static Sealed put(Vault vault, byte[] bytes) throws Exception {
        try (var intake = vault.begin(UUID.randomUUID(), bytes.length)) {
            intake.write(ByteBuffer.wrap(bytes));
            return intake.seal();
        }
    }

    private static List<Digest> list(Vault vault) throws IOException {
        try (var all = vault.list()) {
            return all.toList();
        }
    }

    private static void complete(Vault vault, byte[] bytes, int atLeast) throws Exception {
        try (var intake = vault.resume(ID).orElseThrow()) {
            var offset = (int) intake.offset();
            assertTrue(offset >= atLeast, "resumed at " + offset + ", acknowledged " + atLeast);
            intake.write(ByteBuffer.wrap(bytes, offset, bytes.length - offset));
            assertEquals(Digest.sha256(Sha256.of(bytes)), intake.seal().sha256());
        }
        assertInstanceOf(Fixity.Passed.class, vault.check(Digest.sha256(Sha256.of(bytes)), VaultContract.BOTH));
    }

    @Test
    void a_full_disk_stops_an_intake_that_goes_on_when_there_is_room() throws Exception {
        var bytes = Bytes.random(1, 12 * MIB);
        try (var vault = open()) {
            var other = put(vault, Bytes.random(2, MIB + 1));
            try (var intake = vault.begin(ID, bytes.length)) {
                intake.write(ByteBuffer.wrap(bytes, 0, 2 * MIB + 50));
                intake.sync();
                disk("fill");
                assertThrows(IOException.class, () -> {
                    intake.write(ByteBuffer.wrap(bytes, 2 * MIB + 50, bytes.length - 2 * MIB - 50));
                    intake.sync();
                });
                assertThrows(IllegalStateException.class, intake::sync);
            }
            assertThrows(IOException.class, () -> put(vault, Bytes.random(3, 2 * MIB)));
            assertEquals(List.of(other.sha256()), list(vault));
            disk("unfill");
            complete(vault, bytes, 2 * MIB + 50);
            assertEquals(2, list(vault).size());
        }
    }

    @Test
    void a_power_cut_loses_only_what_was_not_acknowledged() throws Exception {
        var bytes = Bytes.random(1, 5 * MIB + 7);
        Sealed before;
        try (var vault = open()) {
            before = put(vault, Bytes.random(2, MIB + 1));
            try (var intake = vault.begin(ID, bytes.length)) {
                intake.write(ByteBuffer.wrap(bytes, 0, 2 * MIB + 50));
                intake.sync();
                intake.write(ByteBuffer.wrap(bytes, 2 * MIB + 50, 2 * MIB));
                disk("cut");
                assertThrows(IOException.class, intake::sync);
            }
            assertInstanceOf(Fixity.NotPerformed.class, vault.check(before.sha256(), Set.of(Digest.Algorithm.SHA256)));
        }
        disk("back");
        try (var vault = open()) {
            assertEquals(List.of(before.sha256()), list(vault));
            assertInstanceOf(Fixity.Passed.class, vault.check(before.sha256(), VaultContract.BOTH));
            complete(vault, bytes, 2 * MIB + 50);
        }
    }

    /** At each step of sealing the power is cut; afterwards the object is complete, or the intake can be sealed. */
    @Test
    void a_power_cut_at_any_step_of_sealing_leaves_all_or_an_intake() throws Exception {
        var bytes = Bytes.random(1, MIB + 7);
        for (var step : FaultPoint.values()) {
            if (step.compareTo(FaultPoint.BEFORE_SEAL_SYNC) < 0) continue;
            try (var vault = DiskVault.open(folder.resolve("mnt").resolve("store-" + step.label()), reached -> {
                if (reached != step) return;
                try {
                    disk("cut");
                } catch (Exception e) {
                    throw new IOException(e);
                }
                throw new IOException("the power is gone");
            })) {
                try (var intake = vault.begin(ID, bytes.length)) {
                    intake.write(ByteBuffer.wrap(bytes));
                    intake.sync();
                    assertThrows(IOException.class, intake::seal);
                }
            }
            disk("back");
            try (var vault = DiskVault.open(folder.resolve("mnt").resolve("store-" + step.label()))) {
                if (vault.sealed(ID).isEmpty()) {
                    assertEquals(List.of(), list(vault), step.label());
                    complete(vault, bytes, bytes.length);
                }
                assertEquals(List.of(Digest.sha256(Sha256.of(bytes))), list(vault), step.label());
                assertInstanceOf(Fixity.Passed.class, vault.check(list(vault).getFirst(), VaultContract.BOTH), step.label());
                vault.abandon(ID);
                assertEquals(Set.of(), vault.unfinished(), step.label());
            }
        }
    }

    @Test
    void a_read_only_disk_takes_nothing_and_still_gives() throws Exception {
        try (var vault = open()) {
            var sealed = put(vault, Bytes.random(1, MIB + 1));
            disk("ro");
            assertThrows(IOException.class, () -> vault.begin(ID, 5));
            assertInstanceOf(Fixity.Passed.class, vault.check(sealed.sha256(), VaultContract.BOTH));
            disk("rw");
            vault.begin(ID, 5).close();
        }
    }
}
