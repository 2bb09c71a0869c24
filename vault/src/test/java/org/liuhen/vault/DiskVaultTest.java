package org.liuhen.vault;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.SplittableRandom;
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
        flip(new StoreFolder(folder.resolve("store")).object(sha256), bit);
    }

    @Test
    void every_flipped_bit_is_reported() throws Exception {
        var sha256 = put(Bytes.random(1, 65_536)).sha256();
        var dice = new SplittableRandom(1);
        for (var bit = 0; bit < 65_536 * 8; bit++) {
            flip(sha256, bit);
            var one = dice.nextInt(64) == 0 ? BOTH : Set.of(Algorithm.SHA256); // the fast one each time, the slow one now and then
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
