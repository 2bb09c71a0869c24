package org.liuhen.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Sm3Test {

    private static byte[] bouncyCastle(byte[]... parts) {
        var digest = new SM3Digest();
        for (var part : parts) digest.update(part, 0, part.length);
        var out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return out;
    }

    @ParameterizedTest(name = "example {index} of GB/T 32905, annex A")
    @CsvSource(textBlock = """
        abc,   1, 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0
        abcd, 16, debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732
        """)
    void the_examples_of_the_standard(String message, int times, String digest) {
        assertEquals(digest, Bytes.hex(Sm3.of(message.repeat(times).getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void every_short_length_is_what_bouncy_castle_says() {
        for (var length = 0; length <= 300; length++) {
            var message = Bytes.random(length, length);
            assertArrayEquals(bouncyCastle(message), Sm3.of(message), "length " + length);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void any_pieces_give_the_same(long seed) {
        var dice = new SplittableRandom(seed);
        var message = Bytes.random(seed, 5000);
        var sm3 = new Sm3();
        for (var at = 0; at < message.length; ) {
            var length = Math.min(message.length - at, dice.nextInt(200));
            switch (dice.nextInt(3)) {
                case 0 -> sm3.update(Arrays.copyOfRange(message, at, at + length));
                case 1 -> sm3.update(ByteBuffer.allocateDirect(length).put(message, at, length).flip());
                default -> {
                    for (var i = at; i < at + length; i++) sm3.update(message[i]);
                }
            }
            at += length;
            if (dice.nextInt(4) == 0) {
                assertArrayEquals(bouncyCastle(Arrays.copyOf(message, at)), sm3.digest(), "replay with seed " + seed);
                sm3 = sm3.copy();
            }
        }
        assertArrayEquals(bouncyCastle(message), sm3.digest(), "replay with seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 15, 16})
    void leaves_are_what_bouncy_castle_says(int count) {
        var bytes = Bytes.random(count, count * Sm3Tree.LEAF_BYTES);
        var direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        var hashes = Sm3Leaves.hashes(MemorySegment.ofBuffer(direct));
        assertEquals(count, hashes.length);
        for (var leaf = 0; leaf < count; leaf++) {
            var own = Arrays.copyOfRange(bytes, leaf * Sm3Tree.LEAF_BYTES, (leaf + 1) * Sm3Tree.LEAF_BYTES);
            assertArrayEquals(bouncyCastle(new byte[] {0}, own), hashes[leaf], "leaf " + leaf);
        }
        assertEquals(Bytes.hex(hashes[0]), Bytes.hex(Sm3Leaves.hashes(MemorySegment.ofArray(bytes))[0]), "from the heap");
    }

    @Test
    void lanes_are_what_bouncy_castle_says_in_each_lane() {
        assumeTrue(Sm3Lanes.supported(), "this processor has no vectors of 256 or 512 bits: the lanes were not tested");
        var bytes = Bytes.random(99, Sm3Lanes.LANES * Sm3Tree.LEAF_BYTES);
        for (var count = 1; count <= Sm3Lanes.LANES; count++) {
            var hashes = new Sm3Lanes().hash(MemorySegment.ofArray(bytes), count);
            assertEquals(count, hashes.length);
            for (var leaf = 0; leaf < count; leaf++) {
                var own = Arrays.copyOfRange(bytes, leaf * Sm3Tree.LEAF_BYTES, (leaf + 1) * Sm3Tree.LEAF_BYTES);
                assertArrayEquals(bouncyCastle(new byte[] {0}, own), hashes[leaf], "lane " + leaf + " of " + count);
            }
        }
    }

    @ParameterizedTest(name = "UseAVX={0}")
    @ValueSource(ints = {0, 2})
    void other_widths_of_vectors_give_the_same(int width) throws Exception {
        var expected = root(Bytes.random(7, Sm3Tree.KEPT_BYTES));
        assumeTrue(System.getProperty("os.arch", "").matches("amd64|x86_64"),
            "the width of vectors can be chosen on x86 only: not tested");
        assertEquals(expected, otherProcess(List.of("-XX:UseAVX=" + width, "--add-modules=jdk.incubator.vector")));
    }

    @Test
    void without_the_vector_module_the_scalar_code_gives_the_same() throws Exception {
        assertEquals(root(Bytes.random(7, Sm3Tree.KEPT_BYTES)), otherProcess(List.of()));
    }

    private static String otherProcess(List<String> flags) throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), PrintRoot.class.getName()));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
        return printed;
    }

    private static String root(byte[] oneMib) {
        return Bytes.hex(Sm3Leaves.root(MemorySegment.ofArray(oneMib)));
    }

    /** Run in a process of its own, whose vectors have another width. */
    static final class PrintRoot {
        private PrintRoot() {}

        public static void main(String[] arguments) {
            System.out.println(root(Bytes.random(7, Sm3Tree.KEPT_BYTES)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 65_536, 65_537})
    void openssl_says_the_same(int length) throws Exception {
        var message = Bytes.random(length, length);
        assertEquals(openssl(message), Bytes.hex(Sm3.of(message)));
    }

    @Test
    void openssl_says_the_same_of_a_leaf_in_a_lane() throws Exception {
        var bytes = Bytes.random(4, Sm3Tree.KEPT_BYTES);
        var last = new byte[1 + Sm3Tree.LEAF_BYTES];
        System.arraycopy(bytes, 15 * Sm3Tree.LEAF_BYTES, last, 1, Sm3Tree.LEAF_BYTES);
        assertEquals(openssl(last), Bytes.hex(Sm3Leaves.hashes(MemorySegment.ofArray(bytes))[15]));
    }

    private static String openssl(byte[] message) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder("openssl", "dgst", "-sm3", "-r").redirectError(new File("/dev/null")).start();
        } catch (IOException e) {
            assumeTrue(false, "openssl is not installed: SM3 was not compared with it");
            throw e;
        }
        try (var in = process.getOutputStream()) {
            in.write(message);
        }
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assumeTrue(process.waitFor() == 0, "this openssl has no SM3: SM3 was not compared with it");
        return printed.substring(0, 64);
    }
}
