package org.liuhen.cli.station;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedObjectTest {

    private static final int MIB = SealedObject.SEGMENT_BYTES;
    private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "AES");

    @TempDir
    private Path temporary = Path.of("");

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new SplittableRandom(size).nextBytes(bytes);
        return bytes;
    }

    private Path sealed(byte[] plain) throws IOException {
        var file = temporary.resolve("object" + plain.length);
        try (var writer = new SealedObject.Writer(file, KEY, plain.length)) {
            var at = 0;
            do {
                var length = Math.min(MIB, plain.length - at);
                writer.segment(ByteBuffer.wrap(plain, at, length));
                at += length;
            } while (at < plain.length);
            writer.force();
        }
        return file;
    }

    private static byte[] read(Path file, SecretKeySpec key, int size) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = SealedObject.open(file, key, size)) {
            var buffer = ByteBuffer.allocate(300_000);
            while (in.read(buffer) >= 0) {
                out.write(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MIB - 1, MIB, MIB + 1, 3 * MIB + 77})
    void what_is_sealed_is_read_again_and_nothing_of_it_is_in_the_clear(int size) throws IOException {
        var plain = bytes(size);
        var file = sealed(plain);
        assertEquals(SealedObject.storedBytes(size), Files.size(file));
        assertArrayEquals(plain, read(file, KEY, size));
        if (size < 64) return;
        var stored = Files.readAllBytes(file);
        for (var i = 0; i + 16 <= stored.length; i += 16) {
            assertFalse(Arrays.equals(stored, i, i + 16, plain, 0, 16), "at " + i);
        }
        var other = new byte[32];
        other[0] = 1;
        assertThrows(IOException.class, () -> read(file, new SecretKeySpec(other, "AES"), size));
    }

    @Test
    void it_is_read_from_any_place() throws IOException {
        var plain = bytes(2 * MIB + 5);
        var dice = new SplittableRandom(3);
        try (var in = SealedObject.open(sealed(plain), KEY, plain.length)) {
            for (var i = 0; i < 50; i++) {
                var from = dice.nextInt(plain.length);
                var buffer = ByteBuffer.allocate(dice.nextInt(1, 100));
                var length = in.position(from).read(buffer);
                assertArrayEquals(Arrays.copyOfRange(plain, from, from + length), Arrays.copyOf(buffer.array(), length));
            }
        }
    }

    @Test
    void changed_moved_repeated_or_cut_off_it_is_not_read() throws IOException {
        var plain = bytes(2 * MIB + 5);
        var file = sealed(plain);
        var good = Files.readAllBytes(file);
        var dice = new SplittableRandom(4);
        for (var i = 0; i < 60; i++) {
            var bad = good.clone();
            bad[i < 40 ? i : dice.nextInt(bad.length)] ^= (byte) (1 << dice.nextInt(8));
            assertUnreadable(bad, plain.length);
        }
        var moved = good.clone(); // the first two segments change places
        System.arraycopy(good, 40, moved, 40 + MIB + 16, MIB + 16);
        System.arraycopy(good, 40 + MIB + 16, moved, 40, MIB + 16);
        assertUnreadable(moved, plain.length);
        assertUnreadable(Arrays.copyOf(good, 40 + 2 * (MIB + 16)), 2 * MIB); // without its last segment
        assertUnreadable(Arrays.copyOf(good, good.length - 1), plain.length);
        assertUnreadable(new byte[0], plain.length);
        assertArrayEquals(plain, read(file, KEY, plain.length));
    }

    private void assertUnreadable(byte[] stored, int size) throws IOException {
        var file = Files.write(temporary.resolve("bad"), stored);
        assertThrows(IOException.class, () -> read(file, KEY, size));
    }
}
