package org.liuhen.cli.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads a POSIX tar (ustar with pax headers, and GNU long names), entry by entry, strictly: checksums are checked, and what is
 * neither a file nor a folder is refused, since a bundle has nothing else.
 */
public final class TarReader {

    private static final int BLOCK_BYTES = 512;
    private static final int PAX_BYTES_MAX = 64 * 1024;

    private final InputStream tar;
    private long position;
    private long entryEnd;

    /** A reader from the first header on. The stream is not closed. */
    public TarReader(InputStream tar) {
        this.tar = tar;
    }

    /**
     * One file.
     *
     * @param dataOffset where its bytes begin, counted from the first header
     */
    public record Entry(String path, long sizeBytes, long dataOffset) {}

    /** The tar is damaged, cut short, or holds something that no bundle has. */
    public static final class NotABundleTar extends IOException {
        NotABundleTar(String message) {
            super(message);
        }
    }

    /**
     * The next file; folders are passed over. What was left unread of the file before is skipped.
     *
     * @return empty at the end
     * @throws NotABundleTar if the tar is damaged or strange
     * @throws IOException if reading fails
     */
    public Optional<Entry> next() throws IOException {
        Optional<String> longName = Optional.empty();
        var longSize = -1L;
        while (true) {
            skipTo(padded(entryEnd));
            var header = block();
            if (header.isEmpty() || isZero(header.get())) return Optional.empty();
            var block = header.get();
            checkSum(block);
            var size = longSize >= 0 ? longSize : number(block, 124, 12);
            entryEnd = position + size;
            switch ((char) block[156]) {
                case 'x' -> {
                    var pax = pax(small(size));
                    if (pax.path.isPresent()) longName = pax.path;
                    longSize = pax.sizeBytes;
                }
                case 'g' -> small(size);
                case 'L' -> longName = Optional.of(new String(small(size), UTF_8).replace("\0", ""));
                case '5' -> {
                    longName = Optional.empty();
                    longSize = -1;
                }
                case '0', '\0' -> {
                    return Optional.of(new Entry(longName.orElseGet(() -> name(block)), size, position));
                }
                default -> throw new NotABundleTar("an entry of type " + (char) block[156] + ": " + name(block));
            }
        }
    }

    /** The bytes of the file that {@link #next} gave; ends with the file, and closing it leaves the tar open. */
    public InputStream data() {
        return new FilterInputStream(tar) {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (length == 0) return 0;
                if (position >= entryEnd) return -1;
                var read = tar.read(bytes, offset, (int) Math.min(length, entryEnd - position));
                if (read < 0) throw new EOFException("the tar ends inside a file");
                position += read;
                return read;
            }

            @Override
            public long skip(long bytes) throws IOException {
                var skipped = tar.skip(Math.min(bytes, entryEnd - position));
                position += skipped;
                return skipped;
            }

            @Override
            public void close() {}
        };
    }

    private record Pax(Optional<String> path, long sizeBytes) {}

    private static Pax pax(byte[] records) throws NotABundleTar {
        Optional<String> path = Optional.empty();
        var size = -1L;
        var at = 0;
        while (at < records.length) {
            var space = at;
            while (space < records.length && records[space] != ' ') space++;
            var text = new String(records, at, space - at, ISO_8859_1);
            if (!text.matches("[1-9][0-9]{0,6}")) throw new NotABundleTar("a pax record without length");
            var end = at + Integer.parseInt(text);
            if (end > records.length || end <= space + 1) throw new NotABundleTar("a pax record runs over its end");
            var record = new String(records, space + 1, end - space - 2, UTF_8);
            if (record.startsWith("path=")) path = Optional.of(record.substring("path=".length()));
            if (record.startsWith("size=")) size = decimal(record.substring("size=".length()));
            at = end;
        }
        return new Pax(path, size);
    }

    private static long decimal(String digits) throws NotABundleTar {
        if (!digits.matches("[0-9]{1,18}")) throw new NotABundleTar("not a size: " + digits);
        return Long.parseLong(digits);
    }

    private byte[] small(long size) throws IOException {
        if (size > PAX_BYTES_MAX) throw new NotABundleTar("a header of " + size + " bytes");
        var bytes = tar.readNBytes((int) size);
        if (bytes.length != size) throw new NotABundleTar("cut short");
        position += size;
        return bytes;
    }

    private Optional<byte[]> block() throws IOException {
        var block = tar.readNBytes(BLOCK_BYTES);
        if (block.length == 0) return Optional.empty();
        if (block.length != BLOCK_BYTES) throw new NotABundleTar("cut short");
        position += BLOCK_BYTES;
        return Optional.of(block);
    }

    private void skipTo(long target) throws IOException {
        tar.skipNBytes(target - position);
        position = target;
    }

    private static long padded(long position) {
        return (position + BLOCK_BYTES - 1) / BLOCK_BYTES * BLOCK_BYTES;
    }

    private static boolean isZero(byte[] block) {
        for (var b : block) if (b != 0) return false;
        return true;
    }

    private static void checkSum(byte[] block) throws NotABundleTar {
        var sum = 0L;
        for (var i = 0; i < BLOCK_BYTES; i++) sum += i >= 148 && i < 156 ? ' ' : block[i] & 0xff;
        if (sum != number(block, 148, 8)) throw new NotABundleTar("a header's checksum is wrong");
    }

    /** Octal, or the GNU way for what does not fit: the top bit set, then big-endian. */
    private static long number(byte[] block, int offset, int length) throws NotABundleTar {
        if ((block[offset] & 0x80) != 0) {
            var value = 0L;
            for (var i = offset + length - 8; i < offset + length; i++) value = (value << 8) | (block[i] & 0xff);
            if (value < 0) throw new NotABundleTar("a negative size");
            return value;
        }
        var text = text(block, offset, length).trim();
        if (!text.matches("[0-7]{1,20}")) throw new NotABundleTar("not an octal number: " + text);
        return Long.parseLong(text, 8);
    }

    private static String name(byte[] block) {
        var name = text(block, 0, 100);
        var isUstar = text(block, 257, 6).startsWith("ustar");
        var prefix = isUstar ? text(block, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] block, int offset, int length) {
        var end = offset;
        while (end < offset + length && block[end] != 0) end++;
        return new String(block, offset, end - offset, UTF_8);
    }
}
