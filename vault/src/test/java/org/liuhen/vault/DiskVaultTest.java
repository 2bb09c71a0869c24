package org.liuhen.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Digest.Algorithm;

class DiskVaultTest extends VaultContract {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private DiskVault vault;

    @BeforeEach
    void open() throws IOException {
        vault = DiskVault.open(folder.resolve("store"));
    }

    @AfterEach
    void close() throws IOException {
        vault.close();
    }

    @Override
    Vault vault() {
        return vault;
    }

    @Override
    void flip(Digest sha256, long bit) throws IOException {
        flip(store().object(sha256), bit);
    }

    private StoreFolder store() {
        return new StoreFolder(folder.resolve("store"));
    }

    @Test
    void an_object_is_the_plain_file_read_only_beside_its_description() throws Exception {
        var bytes = Bytes.random(1, MIB + 5);
        var sealed = put(bytes);
        var object = store().object(sealed.sha256());
        assertArrayEquals(bytes, Files.readAllBytes(object));
        assertEquals("r--------", PosixFilePermissions.toString(Files.getPosixFilePermissions(object)));
        var header = "{\"format\":1,\"sha256\":\"" + sealed.sha256().hex() + "\",\"size\":" + bytes.length
            + ",\"sm3-tree\":\"" + sealed.sm3Tree().hex() + "\"}\n";
        var description = Files.readAllBytes(store().description(sealed.sha256()));
        assertEquals(header, new String(description, 0, header.length(), StandardCharsets.US_ASCII));
        assertEquals(header.length() + 32 + 32, description.length);
        var node = Arrays.copyOfRange(description, header.length(), header.length() + 32);
        assertArrayEquals(Sm3TreeTest.obvious(Arrays.copyOf(bytes, MIB)), node);
    }

    @Test
    void a_store_explains_itself() throws Exception {
        var readme = Files.readString(store().root().resolve("README.txt"));
        assertTrue(readme.contains("sha256sum") && readme.contains("音像资料"));
        assertTrue(Files.readString(store().root().resolve("formats.md")).contains("liuhen-vault 1"));
        assertEquals("liuhen-vault 1\n", Files.readString(store().root().resolve("format")));
    }

    @Test
    void a_store_of_another_format_is_refused() throws Exception {
        Files.writeString(store().root().resolve("format"), "liuhen-vault 2\n");
        var refusal = assertThrows(IOException.class, () -> DiskVault.open(store().root()));
        assertTrue(String.valueOf(refusal.getMessage()).contains("liuhen-vault 2"), refusal.toString());
    }

    @Test
    void every_flipped_bit_of_a_description_is_reported() throws Exception {
        var sealed = put(Bytes.random(1, MIB));
        var file = store().description(sealed.sha256());
        for (var bit = 0; bit < 8 * Files.size(file); bit++) {
            flip(file, bit);
            assertThrows(DamagedObject.class, () -> vault.find(sealed.sha256()), "bit " + bit);
            flip(file, bit);
        }
        assertEquals(sealed.sha256(), vault.find(sealed.sha256()).orElseThrow().sha256());
    }

    @Test
    void a_damaged_object_is_not_absent() throws Exception {
        var bytes = Bytes.random(1, 500);
        var sha256 = put(bytes).sha256();
        Files.delete(store().description(sha256));
        assertThrows(DamagedObject.class, () -> vault.find(sha256));
        assertEquals(List.of(sha256), list());
        assertEquals(Fixity.What.DESCRIPTION, assertInstanceOf(Fixity.Failed.class, vault.check(sha256, BOTH)).what());

        var id = UUID.randomUUID();
        try (var intake = vault.begin(id, 500)) {
            intake.write(ByteBuffer.wrap(bytes));
            intake.sync();
            assertThrows(DamagedObject.class, intake::seal);
        }
        try (var intake = vault.resume(id).orElseThrow()) {
            assertEquals(500, intake.offset(), "the good bytes are kept");
        }
    }

    @Test
    void a_shorter_object_is_damaged() throws Exception {
        var sha256 = put(Bytes.random(1, 500)).sha256();
        Files.setPosixFilePermissions(store().object(sha256), PosixFilePermissions.fromString("rw-------"));
        Files.write(store().object(sha256), new byte[499]);
        assertThrows(DamagedObject.class, () -> vault.find(sha256));
        assertEquals(Fixity.What.SIZE, assertInstanceOf(Fixity.Failed.class, vault.check(sha256, BOTH)).what());
    }

    @Test
    void open_intakes_are_limited_and_closing_one_makes_room() throws Exception {
        var open = new ArrayList<Intake>();
        for (var i = 0; i < DiskVault.MAX_OPEN_INTAKES; i++) open.add(vault.begin(new UUID(0, i), 10));
        assertThrows(IntakeBusy.class, () -> vault.begin(new UUID(1, 1), 10));
        assertThrows(IntakeBusy.class, () -> vault.abandon(new UUID(0, 0)));
        open.getFirst().close();
        vault.abandon(new UUID(0, 0));
        vault.begin(new UUID(1, 1), 10).close();
        for (var intake : open) intake.close();
    }

    @Test
    void many_intakes_at_once_do_not_disturb_each_other() throws Exception {
        var seals = new ArrayList<Future<Sealed>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < 12; number++) {
                var bytes = Bytes.random(number % 4, 2 * MIB + number % 4); // some the same, at the same time
                seals.add(threads.submit(() -> put(bytes)));
            }
        }
        for (var number = 0; number < 12; number++) {
            assertEquals(Digest.sha256(Sha256.of(Bytes.random(number % 4, 2 * MIB + number % 4))), seals.get(number).get().sha256());
        }
        assertEquals(4, list().size());
        for (var sha256 : list()) assertInstanceOf(Fixity.Passed.class, vault.check(sha256, BOTH));
    }

    @Test
    void flipped_bits_on_disk_are_reported() throws Exception {
        var sha256 = put(Bytes.random(1, 65_536)).sha256();
        var dice = new SplittableRandom(1);
        for (var bit = 0; bit < 65_536 * 8; bit += 61) {
            flip(sha256, bit);
            var one = dice.nextInt(64) == 0 ? BOTH : Set.of(Algorithm.SHA256); // the slow one now and then
            assertInstanceOf(Fixity.Failed.class, vault.check(sha256, one), "bit " + bit);
            flip(sha256, bit);
        }
        assertInstanceOf(Fixity.Passed.class, vault().check(sha256, BOTH));
    }

    static void flip(Path file, long bit) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = ByteBuffer.allocate(1);
            channel.read(one, bit / 8);
            one.put(0, (byte) (one.get(0) ^ (1 << (bit % 8))));
            channel.write(one.flip(), bit / 8);
        }
    }
}
