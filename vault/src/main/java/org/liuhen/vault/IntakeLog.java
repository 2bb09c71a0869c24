package org.liuhen.vault;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.ledger.NodeHash;

/**
 * The file {@code intake/<id>.nodes}: what the bytes of an unfinished intake must hash to. A header, then records of one length:
 * an offset, and the root over the leaves from the beginning of the MiB that ends there or, for the last one, that the offset
 * lies in. A record counts only if the bytes agree with it, so its own durability is a matter of speed, but for {@link
 * Intake#sync}. Whoever has it open holds a lock on it, against other processes.
 */
final class IntakeLog implements Closeable {

    /** Bytes in the header and in a record. */
    static final int RECORD_BYTES = Long.BYTES + NodeHash.HASH_BYTES;

    private static final long MAGIC = 0x4c48_4e4f_4445_5331L; // "LHNODES1"
    private static final int CHECK_BYTES = RECORD_BYTES - 2 * Long.BYTES;
    /** Records read or gathered before they are written, at once. */
    private static final int RECORDS_AT_ONCE = 256;

    /** Up to this offset, the MiB that ends or breaks off there has this root. */
    static final class Entry {
        private final long offset;
        private final byte[] root;

        Entry(long offset, byte[] root) {
            this.offset = offset;
            this.root = root;
        }

        long offset() {
            return offset;
        }

        byte[] root() {
            return root;
        }

        /** Whether it is about a whole MiB. */
        boolean full() {
            return offset % Sm3Tree.KEPT_BYTES == 0;
        }
    }

    private final FileChannel channel;
    private final long limitBytes;
    private final ByteBuffer unwritten = ByteBuffer.allocate(RECORD_BYTES * RECORDS_AT_ONCE);
    private long end = RECORD_BYTES;

    private IntakeLog(FileChannel channel, long limitBytes) {
        this.channel = channel;
        this.limitBytes = limitBytes;
    }

    /** A new log, durable but for its name. */
    static IntakeLog create(Path file, long limitBytes) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            requireLock(channel, file);
            var log = new IntakeLog(channel, limitBytes);
            log.writeAll(header(limitBytes), 0);
            channel.force(true);
            return log;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The log of an earlier run; to be read with {@link #entry} and then cut with {@link #keepUpTo}. */
    static IntakeLog open(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            requireLock(channel, file);
            var header = readAt(channel, 0);
            if (header == null || !header.equals(header(header.getLong(Long.BYTES)))) {
                throw new IOException("接收日志头损坏，请放弃该接收任务并重新上传。"
                    + " The header of the intake's log is damaged: abandon this intake and upload again. " + file.getFileName());
            }
            return new IntakeLog(channel, header.getLong(Long.BYTES));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Holds the lock of the log, whatever stands in it, until it is closed. */
    static FileChannel locked(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            requireLock(channel, file);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void requireLock(FileChannel channel, Path file) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) throw IntakeBusy.open(file.getFileName());
    }

    private static ByteBuffer header(long limitBytes) {
        var start = ByteBuffer.allocate(2 * Long.BYTES).putLong(MAGIC).putLong(limitBytes).array();
        return ByteBuffer.allocate(RECORD_BYTES).put(start).put(Arrays.copyOf(Sha256.of(start), CHECK_BYTES)).flip();
    }

    long limitBytes() {
        return limitBytes;
    }

    /** The record of this number; null behind the last whole one. */
    @Nullable Entry entry(long number) throws IOException {
        var record = readAt(channel, (number + 1) * RECORD_BYTES);
        if (record == null) return null;
        var root = new byte[NodeHash.HASH_BYTES];
        var offset = record.getLong();
        record.get(root);
        return new Entry(offset, root);
    }

    /** Drops the records of an earlier run from the first about bytes behind this offset; the next takes its place. */
    void keepUpTo(long offset) throws IOException {
        var number = 0L;
        for (var entry = entry(number); entry != null && entry.offset() <= offset; entry = entry(number)) number++;
        end = (number + 1) * RECORD_BYTES;
        channel.truncate(end);
    }

    void append(Entry entry) throws IOException {
        if (!unwritten.hasRemaining()) write();
        unwritten.putLong(entry.offset).put(entry.root);
    }

    /** Gives to the file what was appended. */
    void write() throws IOException {
        unwritten.flip();
        var length = unwritten.remaining();
        writeAll(unwritten, end);
        end += length;
        unwritten.clear();
    }

    void force() throws IOException {
        channel.force(false);
    }

    /** The nodes of all full MiBs, one after the other. */
    byte[] nodes(long sizeBytes) throws IOException {
        write();
        var nodes = ByteBuffer.allocate(Math.toIntExact(Description.nodeBytes(sizeBytes)));
        var records = ByteBuffer.allocate(RECORD_BYTES * RECORDS_AT_ONCE);
        for (var at = (long) RECORD_BYTES; at < end; ) {
            records.clear().limit((int) Math.min(records.capacity(), end - at));
            while (records.hasRemaining()) {
                if (channel.read(records, at + records.position()) < 0) throw new EOFException("the intake's log became shorter");
            }
            at += records.flip().remaining();
            while (records.hasRemaining()) {
                var full = records.getLong() % Sm3Tree.KEPT_BYTES == 0;
                if (full) nodes.put(records.slice(records.position(), NodeHash.HASH_BYTES));
                records.position(records.position() + NodeHash.HASH_BYTES);
            }
        }
        return nodes.array();
    }

    private void writeAll(ByteBuffer bytes, long at) throws IOException {
        for (var position = at; bytes.hasRemaining(); ) position += channel.write(bytes, position);
    }

    private static @Nullable ByteBuffer readAt(FileChannel channel, long at) throws IOException {
        var record = ByteBuffer.allocate(RECORD_BYTES);
        while (record.hasRemaining()) {
            if (channel.read(record, at + record.position()) < 0) return null;
        }
        return record.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
