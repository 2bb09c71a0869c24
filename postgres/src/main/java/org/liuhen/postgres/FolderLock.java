package org.liuhen.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One process at a time, by a lock that the kernel releases when the process dies. The file holds the number of the process
 * and stays when the lock is released.
 */
final class FolderLock implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);

    /**
     * The locks of this very process. Asked before the file is opened, because closing any channel of a locked file releases
     * the lock of the whole process (POSIX).
     */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock, waiting for its present holder for at most {@code patience}.
     *
     * @param file in a folder that exists, its path real; made when absent, for the owner only
     * @throws FolderInUse if another still holds it
     */
    static FolderLock take(Path file, Duration patience) throws IOException {
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            var lock = attempt(file);
            if (lock != null) return lock;
            if (System.nanoTime() >= end) throw new FolderInUse(file, holder(file));
            Pause.of(PAUSE);
        }
    }

    private static @Nullable FolderLock attempt(Path file) throws IOException {
        synchronized (HELD) {
            if (HELD.contains(file)) return null;
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var channel = FileChannel.open(file, EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly);
            FileLock lock = null;
            try {
                lock = channel.tryLock();
                if (lock == null) return null;
                channel.truncate(0).write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(UTF_8)));
                HELD.add(file);
                return new FolderLock(file, channel);
            } finally {
                if (lock == null) channel.close();
            }
        }
    }

    private static String holder(Path file) throws IOException {
        synchronized (HELD) {
            // Reading would open and close the file, and so release our own lock.
            return HELD.contains(file) ? Long.toString(ProcessHandle.current().pid()) : Files.readString(file).strip();
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            HELD.remove(file);
            channel.close();
        }
    }
}
