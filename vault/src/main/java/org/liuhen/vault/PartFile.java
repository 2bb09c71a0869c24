package org.liuhen.vault;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code intake/ID.part}. A full MiB goes straight to the disk, where the file system lets it: by way of the page cache
 * each byte would be copied once more, and would wait for the sync. Less than a MiB goes by way of the page cache; the kernel
 * writes such pages out, and forgets them, before a full MiB takes their place.
 */
final class PartFile implements Closeable {

    /** What a file system can at most ask for; one with larger blocks is written by way of the page cache. */
    static final int ALIGNMENT = 4096;

    /** Not every Java has this option of OpenJDK; javac warns of its package, so that it is looked up by name. */
    private static final Optional<OpenOption> STRAIGHT = straightOption();

    private final FileChannel channel;
    private final @Nullable FileChannel straight;

    private PartFile(FileChannel channel, @Nullable FileChannel straight) {
        this.channel = channel;
        this.straight = straight;
    }

    /** Makes a new one. */
    static PartFile create(Path file) throws IOException {
        return open(file, StandardOpenOption.CREATE_NEW);
    }

    /** Opens one that is there. */
    static PartFile open(Path file) throws IOException {
        return open(file, StandardOpenOption.READ);
    }

    private static PartFile open(Path file, StandardOpenOption how) throws IOException {
        var channel = FileChannel.open(file, how, StandardOpenOption.WRITE, StandardOpenOption.READ);
        return new PartFile(channel, straight(file));
    }

    /** Null where the file system refuses: a file system in memory, one over the network. */
    private static @Nullable FileChannel straight(Path file) {
        try {
            if (STRAIGHT.isEmpty() || Files.getFileStore(file).getBlockSize() > ALIGNMENT) return null;
            return FileChannel.open(file, StandardOpenOption.WRITE, STRAIGHT.get());
        } catch (IOException | UnsupportedOperationException e) {
            return null;
        }
    }

    private static Optional<OpenOption> straightOption() {
        try {
            return Arrays.stream(Class.forName("com.sun.nio.file.ExtendedOpenOption").getEnumConstants())
                .filter(option -> option.toString().equals("DIRECT"))
                .map(OpenOption.class::cast)
                .findAny();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /** By way of the page cache: to read, truncate and sync. */
    FileChannel channel() {
        return channel;
    }

    /** Whether what is written must be asked to be written back before the last sync. */
    boolean gathersUnwritten() {
        return straight == null;
    }

    /**
     * Writes the rest of a full MiB.
     *
     * @param mib one of {@link Blocks}; is only read
     * @param written so many of its bytes the file has
     * @param at where in the file it begins
     */
    void writeMib(ByteBuffer mib, int written, long at) throws IOException {
        if (straight == null) writeAll(channel, mib, written, at);
        else writeAll(straight, mib, written - written % ALIGNMENT, at);
    }

    /** Writes the beginning of a MiB, up to the limit of the buffer. */
    void writeTail(ByteBuffer tail, int written, long at) throws IOException {
        writeAll(channel, tail, written, at);
    }

    private static void writeAll(FileChannel to, ByteBuffer bytes, int from, long at) throws IOException {
        var rest = bytes.duplicate().position(from);
        while (rest.hasRemaining()) to.write(rest, at + rest.position());
    }

    @Override
    public void close() throws IOException {
        try (channel; var also = straight) {
            assert also == null || also.isOpen();
        }
    }
}
