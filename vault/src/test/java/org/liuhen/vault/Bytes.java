package org.liuhen.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** Bytes for tests, the same for the same seed. */
final class Bytes {

    private Bytes() {}

    static byte[] random(long seed, int length) {
        var bytes = new byte[length];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Writes the bytes in pieces of chance length. */
    static void write(Intake intake, byte[] bytes, int from, int to, SplittableRandom dice) throws IOException, TooLarge {
        for (var at = from; at < to; ) {
            var length = Math.min(to - at, 1 + dice.nextInt(300_000));
            intake.write(ByteBuffer.wrap(bytes, at, length));
            at += length;
        }
    }
}
