package org.liuhen.cli.collect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.liuhen.cli.verify.FileDigests;

/**
 * An append-only file of lines, each with its checksum and durable before it is acknowledged. A line that was torn by a crash is the last one,
 * and is taken off; damage anywhere else is refused.
 */
public final class DurableLines implements AutoCloseable {

    private static final int CHECKSUM_DIGITS = 16;

    private final FileChannel channel;
    private final Object forcing = new Object(); // held by one thread that makes lines durable, its own and those of who waits
    private long end;
    private long written; // lines
    private long durable; // lines
    private long durableEnd;
    private long lost; // lines up to this one that are not durable never will be

    private DurableLines(FileChannel channel, long end) {
        this.channel = channel;
        this.end = end;
        this.durableEnd = end;
    }

    /** A line before the last one is not what was written. */
    public static final class Damaged extends IOException {
        private final int line;

        Damaged(Path file, int line) {
            super("line " + line + " of " + file + " is damaged");
            this.line = line;
        }

        /** Its number, from 1. */
        public int line() {
            return line;
        }
    }

    /** The file, and what its lines say. */
    public record Opened<T>(DurableLines file, List<T> lines) {
        public Opened {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Opens the file, which is made if it is not there.
     *
     * @param read empty for bytes that are no line of this file
     * @throws Damaged if a line before the last one is not what was written
     * @throws IOException if it cannot be read or written
     */
    public static <T> Opened<T> open(Path file, Function<byte[], Optional<T>> read) throws IOException {
        var channel = FileChannel.open(file, CREATE, READ, WRITE);
        try {
            var bytes = Files.readAllBytes(file);
            var lines = new ArrayList<T>();
            var start = 0;
            for (var i = 0; i < bytes.length; i++) {
                if (bytes[i] != '\n') continue;
                var line = line(bytes, start, i).flatMap(read);
                if (line.isEmpty() && i < bytes.length - 1) throw new Damaged(file, lines.size() + 1);
                if (line.isEmpty()) break;
                lines.add(line.get());
                start = i + 1;
            }
            if (start < bytes.length) {
                channel.truncate(start); // what a crash left of a line that was never acknowledged
                channel.force(true);
            }
            return new Opened<>(new DurableLines(channel, start), lines);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static Optional<byte[]> line(byte[] bytes, int from, int to) {
        if (to - from <= CHECKSUM_DIGITS + 1) return Optional.empty();
        var json = Arrays.copyOfRange(bytes, from + CHECKSUM_DIGITS + 1, to);
        var right = new String(bytes, from, CHECKSUM_DIGITS + 1, ISO_8859_1).equals(checksum(json) + " ");
        return right ? Optional.of(json) : Optional.empty();
    }

    private static String checksum(byte[] json) {
        return HexFormat.of().formatHex(FileDigests.sha256().digest(json)).substring(0, CHECKSUM_DIGITS);
    }

    /**
     * Writes a line. Returns when it is durable; lines of several threads are made durable together.
     *
     * @throws IOException if it could not be written (a full disk); the line is as if it had never been
     */
    public void append(byte[] json) throws IOException {
        var line = new ByteArrayOutputStream();
        line.writeBytes(checksum(json).getBytes(UTF_8));
        line.write(' ');
        line.writeBytes(json);
        line.write('\n');
        var mine = write(ByteBuffer.wrap(line.toByteArray()));
        synchronized (forcing) {
            if (lost >= mine) throw new IOException("lost with the line before it");
            if (durable < mine) force();
        }
    }

    /** Writes the line and gives its number. */
    private synchronized long write(ByteBuffer line) throws IOException {
        try {
            var at = end;
            while (line.hasRemaining()) at += channel.write(line, at);
            end = at;
            return ++written;
        } catch (IOException e) {
            truncateAfter(e, end);
            throw e;
        }
    }

    /** Makes every line durable that is written. If that fails none of them is there. */
    private void force() throws IOException {
        long lines;
        long bytes;
        synchronized (this) {
            lines = written;
            bytes = end;
        }
        try {
            channel.force(false);
            durable = lines;
            durableEnd = bytes;
        } catch (IOException e) {
            synchronized (this) {
                lost = written;
                end = durableEnd;
                truncateAfter(e, end);
            }
            throw e;
        }
    }

    private void truncateAfter(IOException cause, long at) {
        try {
            channel.truncate(at);
        } catch (IOException e) {
            cause.addSuppressed(e); // the half line is overwritten by the next one, or taken off when the file is opened
        }
    }

    /** Makes a rename in the folder durable. */
    public static void syncFolder(Path folder) throws IOException {
        if (File.separatorChar != '/') return; // elsewhere than on POSIX a folder cannot be opened, and renames are journaled
        try (var channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
