package org.liuhen.vault;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** SM3 (GB/T 32905) of one message, given in any pieces. Not safe for threads. */
public final class Sm3 {

    static final int BLOCK_BYTES = 64;
    static final int DIGEST_BYTES = 32;

    private static final int[] INITIAL = {
        0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
    };
    private static final int[] CONSTANTS = constants();
    private static final ValueLayout.OfInt WORD = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final int[] state;
    private final int[] words = new int[68];
    private final byte[] pending = new byte[BLOCK_BYTES];
    private final MemorySegment pendingSegment = MemorySegment.ofArray(pending);
    private long sizeBytes;

    /** The message without bytes. */
    public Sm3() {
        state = INITIAL.clone();
    }

    private Sm3(Sm3 other) {
        state = other.state.clone();
        sizeBytes = other.sizeBytes;
        System.arraycopy(other.pending, 0, pending, 0, BLOCK_BYTES);
    }

    /** The initial value, as eight words; a new array each time. */
    static int[] initial() {
        return INITIAL.clone();
    }

    /** The constant of each of the 64 rounds, already rotated by the number of its round. */
    static int[] constants() {
        var constants = new int[64];
        for (var round = 0; round < 64; round++) {
            constants[round] = Integer.rotateLeft(round < 16 ? 0x79cc4519 : 0x7a879d8a, round);
        }
        return constants;
    }

    /** SM3 of these bytes. */
    public static byte[] of(byte[] message) {
        return new Sm3().update(message).digest();
    }

    /** A second computation that goes on from here on its own. */
    public Sm3 copy() {
        return new Sm3(this);
    }

    /** Takes one byte. */
    public Sm3 update(byte one) {
        var held = (int) (sizeBytes % BLOCK_BYTES);
        pending[held] = one;
        sizeBytes++;
        if (held == BLOCK_BYTES - 1) compress(pendingSegment, 0);
        return this;
    }

    /** Takes these bytes. */
    public Sm3 update(byte[] bytes) {
        return update(MemorySegment.ofArray(bytes));
    }

    /** Takes the remaining bytes of the buffer and moves its position to the limit. */
    public Sm3 update(ByteBuffer bytes) {
        update(MemorySegment.ofBuffer(bytes));
        bytes.position(bytes.limit());
        return this;
    }

    /** Takes the bytes of the segment. */
    public Sm3 update(MemorySegment bytes) {
        var length = bytes.byteSize();
        var held = (int) (sizeBytes % BLOCK_BYTES);
        var at = 0L;
        if (held > 0) {
            at = Math.min(BLOCK_BYTES - held, length);
            MemorySegment.copy(bytes, 0, pendingSegment, held, at);
            if (held + at == BLOCK_BYTES) compress(pendingSegment, 0);
        }
        for (; length - at >= BLOCK_BYTES; at += BLOCK_BYTES) {
            compress(bytes, at);
        }
        // a block that was only begun stays pending; when none was filled above, at is already the length
        if (at < length) MemorySegment.copy(bytes, at, pendingSegment, 0, length - at);
        sizeBytes += length;
        return this;
    }

    /** The digest of all bytes taken. More bytes may follow: the computation goes on as if nothing had been asked. */
    public byte[] digest() {
        var last = copy();
        var bits = sizeBytes * 8;
        last.update((byte) 0x80);
        while (last.sizeBytes % BLOCK_BYTES != BLOCK_BYTES - Long.BYTES) last.update((byte) 0);
        for (var shift = 56; shift >= 0; shift -= 8) last.update((byte) (bits >>> shift));
        var digest = ByteBuffer.allocate(DIGEST_BYTES);
        for (var word : last.state) digest.putInt(word);
        return digest.array();
    }

    private void compress(MemorySegment bytes, long at) {
        var w = words;
        for (var i = 0; i < 16; i++) w[i] = bytes.get(WORD, at + 4L * i);
        for (var i = 16; i < 68; i++) {
            var x = w[i - 16] ^ w[i - 9] ^ Integer.rotateLeft(w[i - 3], 15);
            w[i] = x ^ Integer.rotateLeft(x, 15) ^ Integer.rotateLeft(x, 23) ^ Integer.rotateLeft(w[i - 13], 7) ^ w[i - 6];
        }
        var a = state[0];
        var b = state[1];
        var c = state[2];
        var d = state[3];
        var e = state[4];
        var f = state[5];
        var g = state[6];
        var h = state[7];
        for (var round = 0; round < 64; round++) {
            var a12 = Integer.rotateLeft(a, 12);
            var ss1 = Integer.rotateLeft(a12 + e + CONSTANTS[round], 7);
            var ff = round < 16 ? a ^ b ^ c : (a & b) | ((a | b) & c);
            var gg = round < 16 ? e ^ f ^ g : (e & f) | (~e & g);
            var tt1 = ff + d + (ss1 ^ a12) + (w[round] ^ w[round + 4]);
            var tt2 = gg + h + ss1 + w[round];
            d = c;
            c = Integer.rotateLeft(b, 9);
            b = a;
            a = tt1;
            h = g;
            g = Integer.rotateLeft(f, 19);
            f = e;
            e = tt2 ^ Integer.rotateLeft(tt2, 9) ^ Integer.rotateLeft(tt2, 17);
        }
        state[0] ^= a;
        state[1] ^= b;
        state[2] ^= c;
        state[3] ^= d;
        state[4] ^= e;
        state[5] ^= f;
        state[6] ^= g;
        state[7] ^= h;
    }
}
