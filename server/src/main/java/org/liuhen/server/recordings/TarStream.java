package org.liuhen.server.recordings;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Writes a POSIX tar (pax) onto a stream that is not buffered: each file goes through in chunks, whatever its size. Names are
 * UTF-8 of any length, sizes have no limit. Not closed by us: {@link #end} writes the end mark and leaves the stream open.
 */
final class TarStream {

    private static final int BLOCK = 512;
    private static final int CHUNK = 1 << 18;
    private static final int USTAR_NAME_BYTES = 100;
    private static final long USTAR_SIZE_LIMIT = 1L << 33;

    private final OutputStream out;
    private final long modifiedSeconds;

    /** A tar whose entries all carry that moment. */
    TarStream(OutputStream out, Instant modified) {
        this.out = out;
        this.modifiedSeconds = modified.getEpochSecond();
    }

    /** Adds a small file. */
    void file(String path, byte[] bytes) throws IOException {
        header(path, bytes.length);
        out.write(bytes);
        pad(bytes.length);
    }

    /**
     * Adds a file from a stream.
     *
     * @param media exactly that many bytes; not closed
     * @throws EOFException if the stream has fewer: the tar is unusable and must be broken off
     */
    void file(String path, long sizeBytes, InputStream media) throws IOException {
        header(path, sizeBytes);
        var chunk = new byte[CHUNK];
        var left = sizeBytes;
        while (left > 0) {
            var read = media.read(chunk, 0, (int) Math.min(chunk.length, left));
            if (read < 0) throw new EOFException(path + " ended " + left + " bytes before its size of " + sizeBytes);
            out.write(chunk, 0, read);
            left -= read;
        }
        pad(sizeBytes);
    }

    /** Writes the end mark. */
    void end() throws IOException {
        out.write(new byte[2 * BLOCK]);
        out.flush();
    }

    private void header(String path, long sizeBytes) throws IOException {
        var name = path.getBytes(StandardCharsets.UTF_8);
        var plain = name.length <= USTAR_NAME_BYTES && path.chars().allMatch(c -> c < 0x80);
        if (!plain || sizeBytes >= USTAR_SIZE_LIMIT) {
            var records = new ByteArrayOutputStream();
            records.writeBytes(paxRecord("path", path));
            records.writeBytes(paxRecord("size", Long.toString(sizeBytes)));
            block("PaxHeader".getBytes(StandardCharsets.US_ASCII), records.size(), 'x');
            out.write(records.toByteArray());
            pad(records.size());
        }
        block(plain ? name : "see-pax-header".getBytes(StandardCharsets.US_ASCII), sizeBytes >= USTAR_SIZE_LIMIT ? 0 : sizeBytes,
            '0');
    }

    /** A record begins with its own length, which counts its own digits. */
    private static byte[] paxRecord(String key, String value) {
        var rest = " " + key + "=" + value + "\n";
        var restBytes = rest.getBytes(StandardCharsets.UTF_8).length;
        var length = restBytes + Integer.toString(restBytes).length();
        if (Integer.toString(length).length() != Integer.toString(restBytes).length()) length++;
        return (length + rest).getBytes(StandardCharsets.UTF_8);
    }

    private void block(byte[] name, long sizeBytes, char type) throws IOException {
        var block = new byte[BLOCK];
        System.arraycopy(name, 0, block, 0, name.length);
        octal(block, 100, 8, 0_444);
        octal(block, 108, 8, 0);
        octal(block, 116, 8, 0);
        octal(block, 124, 12, sizeBytes);
        octal(block, 136, 12, modifiedSeconds);
        java.util.Arrays.fill(block, 148, 156, (byte) ' ');
        block[156] = (byte) type;
        var magic = "ustar\00000".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(magic, 0, block, 257, magic.length);
        var sum = 0;
        for (var b : block) sum += b & 0xff;
        octal(block, 148, 7, sum);
        block[155] = ' ';
        out.write(block);
    }

    private static void octal(byte[] block, int at, int width, long value) {
        var digits = Long.toOctalString(value);
        var text = "0".repeat(width - 1 - digits.length()) + digits;
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, block, at, text.length());
        block[at + width - 1] = 0;
    }

    private void pad(long sizeBytes) throws IOException {
        var beyond = (int) (sizeBytes % BLOCK);
        if (beyond != 0) out.write(new byte[BLOCK - beyond]);
    }
}
