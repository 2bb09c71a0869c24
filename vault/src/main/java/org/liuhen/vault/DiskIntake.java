package org.liuhen.vault;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.Digest;

/**
 * Gathers one MiB, and lets three other threads write it and hash it (SHA-256, SM3) while the next MiB is gathered: two blocks,
 * never more. Where bytes wait in the page cache, the disk is asked every 64 MiB, in the background, to begin writing back, so
 * that the last sync is short.
 */
final class DiskIntake implements Intake {

    /** Bytes between two beginnings of write-back. At most twice as many are ever unwritten. */
    private static final long WRITE_BACK_BYTES = 64L * Sm3Tree.KEPT_BYTES;

    private final DiskVault vault;
    private final UUID id;
    private final PartFile part;
    private final IntakeLog log;
    private final Sm3Tree tree;
    private final long bytesReadBack;
    private final Deque<DiskMark> marks = new ArrayDeque<>();
    /** Nodes that came since the first mark: not yet to be believed after a restart. */
    private final List<IntakeLog.Entry> heldBack = new ArrayList<>();
    /** Nodes of blocks whose hashing ended; written by the hashing thread, read after it was waited for. */
    private final List<byte[]> fresh = new ArrayList<>();

    private MessageDigest sha256;
    private long mibs;
    private ByteBuffer block;
    private @Nullable ByteBuffer spare;
    /** Bytes of the block that the file has. */
    private int written;
    private long loggedTail;
    /** What is done with the spare block. */
    private List<Future<?>> working = List.of();
    private @Nullable Future<?> writeBack;
    private long writeBackFrom;
    private boolean broken;
    private boolean closed;
    private long closedAt;

    private final class DiskMark implements Mark {
        private final long mibs = DiskIntake.this.mibs;
        private final byte[] tail = new byte[block.position()];
        private final Sm3Tree.Mark tree = DiskIntake.this.tree.mark();
        private final MessageDigest sha256 = Sha256.copy(DiskIntake.this.sha256);
        private final int heldBack = DiskIntake.this.heldBack.size();

        private DiskMark() {
            block.get(0, tail);
        }

        @Override
        public long offset() {
            return mibs * Sm3Tree.KEPT_BYTES + tail.length;
        }
    }

    /** Goes on where the recovery, perhaps of nothing, ended. Owns the files from now on. */
    DiskIntake(DiskVault vault, UUID id, PartFile part, IntakeLog log, Recovery start) {
        this.vault = vault;
        this.id = id;
        this.part = part;
        this.log = log;
        this.tree = new Sm3Tree(fresh::add);
        tree.rollback(start.tree());
        this.sha256 = start.sha256();
        this.block = start.block();
        this.mibs = start.mibs();
        this.written = block.position();
        this.loggedTail = offset();
        this.writeBackFrom = offset();
        this.bytesReadBack = start.bytesRead();
    }

    UUID id() {
        return id;
    }

    @Override
    public long offset() {
        return closed ? closedAt : mibs * Sm3Tree.KEPT_BYTES + block.position();
    }

    @Override
    public long limitBytes() {
        return log.limitBytes();
    }

    @Override
    public long bytesReadBack() {
        return bytesReadBack;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException, TooLarge {
        requireUsable();
        if (bytes.remaining() > limitBytes() - offset()) throw new TooLarge(limitBytes());
        while (bytes.hasRemaining()) {
            var taken = Math.min(bytes.remaining(), block.remaining());
            block.put(block.position(), bytes, bytes.position(), taken).position(block.position() + taken);
            bytes.position(bytes.position() + taken);
            if (!block.hasRemaining()) finishBlock();
        }
    }

    @Override
    public long write(ReadableByteChannel bytes) throws IOException, TooLarge {
        requireUsable();
        var before = offset();
        while (offset() < limitBytes()) {
            block.limit((int) Math.min(block.capacity(), block.position() + (limitBytes() - offset())));
            int taken;
            try {
                taken = bytes.read(block);
            } finally {
                block.limit(block.capacity());
            }
            if (taken < 0) return offset() - before;
            if (taken == 0) throw new IllegalBlockingModeException();
            if (!block.hasRemaining()) finishBlock();
        }
        if (bytes.read(ByteBuffer.allocate(1)) >= 0) throw new TooLarge(limitBytes());
        return offset() - before;
    }

    private void finishBlock() throws IOException {
        broken = true;
        awaitWork();
        var full = block;
        var toWrite = full.duplicate().flip();
        var from = written;
        var at = mibs * Sm3Tree.KEPT_BYTES;
        var forTree = full.duplicate().flip();
        var forSha256 = full.duplicate().flip();
        var running = sha256;
        working = List.of(
            vault.background().submit(() -> {
                part.writeMib(toWrite, from, at);
                return null;
            }),
            vault.hashers().submit(() -> tree.update(forTree)), vault.hashers().submit(() -> running.update(forSha256)));
        block = spare == null ? vault.blocks().take() : spare.clear();
        spare = full;
        mibs++;
        written = 0;
        if (part.gathersUnwritten() && offset() - writeBackFrom >= WRITE_BACK_BYTES) beginWriteBack();
        vault.faults().reached(FaultPoint.AFTER_WRITE);
        broken = false;
    }

    /** Gives to the file what of the block it does not have. */
    private void writeOut() throws IOException {
        part.writeTail(block.duplicate().flip(), written, mibs * Sm3Tree.KEPT_BYTES);
        written = block.position();
    }

    private void awaitWork() throws IOException {
        for (var task : working) await(task);
        working = List.of();
        var node = mibs - fresh.size();
        for (var root : fresh) {
            var entry = new IntakeLog.Entry(++node * Sm3Tree.KEPT_BYTES, root);
            if (marks.isEmpty()) log.append(entry);
            else heldBack.add(entry);
        }
        fresh.clear();
    }

    private void beginWriteBack() throws IOException {
        awaitWriteBack();
        writeBackFrom = offset();
        log.write();
        writeBack = vault.background().submit(() -> {
            part.channel().force(false);
            return null;
        });
    }

    /** An error of the disk is told once: whoever hears it must pass it on. */
    private void awaitWriteBack() throws IOException {
        var running = writeBack;
        writeBack = null;
        if (running != null) await(running);
    }

    private static void await(Future<?> task) throws IOException {
        try {
            task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) throw new IOException(cause.getMessage(), cause);
            throw new IllegalStateException("hashing or writing failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while an intake was being written", e);
        }
    }

    @Override
    public Mark mark() throws IOException {
        requireUsable();
        broken = true;
        awaitWork();
        writeOut();
        var mark = new DiskMark();
        marks.addLast(mark);
        broken = false;
        return mark;
    }

    @Override
    public void rollback(Mark mark) throws IOException {
        requireUsable();
        if (!(mark instanceof DiskMark to) || !marks.contains(to)) {
            throw new IllegalStateException("this mark is no longer valid");
        }
        broken = true;
        awaitWork();
        awaitWriteBack();
        while (marks.getLast() != to) marks.removeLast();
        heldBack.subList(to.heldBack, heldBack.size()).clear();
        tree.rollback(to.tree);
        sha256 = Sha256.copy(to.sha256);
        mibs = to.mibs;
        block.clear().put(to.tail);
        written = to.tail.length;
        writeBackFrom = Math.min(writeBackFrom, offset());
        part.channel().truncate(to.offset());
        vault.faults().reached(FaultPoint.AFTER_TRUNCATE);
        broken = false;
    }

    @Override
    public void sync() throws IOException {
        requireUsable();
        broken = true;
        awaitWork();
        writeOut();
        endMarks();
        if (offset() > loggedTail && block.position() > 0) log.append(new IntakeLog.Entry(offset(), Sm3Leaves.root(tail())));
        loggedTail = offset();
        awaitWriteBack();
        writeBackFrom = offset();
        vault.faults().reached(FaultPoint.BEFORE_SYNC);
        part.channel().force(false);
        vault.faults().reached(FaultPoint.BETWEEN_SYNCS);
        log.write();
        log.force();
        vault.faults().reached(FaultPoint.AFTER_SYNC);
        broken = false;
    }

    private void endMarks() throws IOException {
        for (var entry : heldBack) log.append(entry);
        heldBack.clear();
        marks.clear();
    }

    private MemorySegment tail() {
        return MemorySegment.ofBuffer(block.duplicate().flip());
    }

    @Override
    public Digest sha256() throws IOException {
        requireUsable();
        broken = true;
        awaitWork();
        broken = false;
        var all = Sha256.copy(sha256);
        all.update(block.duplicate().flip());
        return Digest.sha256(all.digest());
    }

    @Override
    public Sealed seal() throws IOException {
        requireUsable();
        broken = true;
        var size = offset();
        awaitWork();
        writeOut();
        endMarks();
        sha256.update(block.duplicate().flip());
        tree.update(block.duplicate().flip());
        awaitWriteBack();
        vault.faults().reached(FaultPoint.BEFORE_SEAL_SYNC);
        part.channel().force(true);
        vault.faults().reached(FaultPoint.AFTER_SEAL_SYNC);
        var object = new StoredObject(Digest.sha256(sha256.digest()), tree.root(), size);
        var nodes = log.nodes(size);
        if (!tree.keeps(nodes)) throw new IOException("the kept nodes of intake " + id + " are not those that were computed");
        var sealed = vault.sealing().publish(id, new Description(object, nodes));
        close();
        vault.settled(id);
        return sealed;
    }

    private void requireUsable() {
        if (closed) throw new IllegalStateException("intake " + id + " is closed");
        if (broken) throw new IllegalStateException("intake " + id + " failed before: close it, then resume or abandon it");
    }

    @Override
    public void close() throws IOException {
        if (closed) return;
        try (part; log) { // the lock goes with the channel
            awaitQuietly(working);
            awaitQuietly(writeBack == null ? List.of() : List.of(writeBack));
        } finally {
            closedAt = offset();
            closed = true;
            vault.blocks().give(block);
            if (spare != null) vault.blocks().give(spare);
            vault.closed(this);
        }
    }

    /** The buffers and the channel must not be in use any more. Whether the work succeeded does not matter now. */
    private static void awaitQuietly(List<Future<?>> tasks) {
        var interrupted = false;
        for (var task : tasks) {
            while (!task.isDone()) {
                try {
                    task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    break; // done, and its error was or will never be asked for
                }
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
