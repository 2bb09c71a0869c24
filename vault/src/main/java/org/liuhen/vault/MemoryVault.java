package org.liuhen.vault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.liuhen.core.values.Digest;

/** A vault that forgets everything when the process ends: for tests, and for what fits into memory. */
public final class MemoryVault implements Vault {

    private static final class Held {
        private final Description description;
        private final byte[] bytes;

        private Held(Description description, byte[] bytes) {
            this.description = description;
            this.bytes = bytes;
        }
    }

    private final Map<Digest, Held> objects = new TreeMap<>();
    private final Map<UUID, MemoryIntake> intakes = new HashMap<>();
    private final Map<UUID, Sealed> notes = new HashMap<>();
    private final Blocks blocks = new Blocks();

    private final class MemoryIntake implements Intake {
        private final UUID id;
        private final long limitBytes;
        private byte[] synced = {};
        private byte[] bytes = {};
        private List<Mark> marks = new ArrayList<>();
        private boolean open = true;
        private long bytesReadBack;

        private static final class MemoryMark implements Mark {
            private final byte[] bytes;

            private MemoryMark(byte[] bytes) {
                this.bytes = bytes;
            }

            @Override
            public long offset() {
                return bytes.length;
            }
        }

        private MemoryIntake(UUID id, long limitBytes) {
            this.id = id;
            this.limitBytes = limitBytes;
        }

        @Override
        public long offset() {
            return bytes.length;
        }

        @Override
        public long limitBytes() {
            return limitBytes;
        }

        @Override
        public void write(ByteBuffer more) throws TooLarge {
            requireOpen();
            if (more.remaining() > limitBytes - bytes.length) throw new TooLarge(limitBytes);
            var before = bytes.length;
            bytes = Arrays.copyOf(bytes, before + more.remaining());
            more.get(bytes, before, bytes.length - before);
        }

        @Override
        public long write(ReadableByteChannel more) throws IOException, TooLarge {
            requireOpen();
            var taken = new ByteArrayOutputStream();
            var chunk = ByteBuffer.allocate(Sm3Tree.LEAF_BYTES);
            var tooMany = false;
            try {
                while (!tooMany && more.read(chunk.clear()) >= 0) {
                    var room = limitBytes - bytes.length - taken.size();
                    tooMany = chunk.position() > room;
                    taken.write(chunk.array(), 0, (int) Math.min(chunk.position(), room));
                }
            } finally {
                write(ByteBuffer.wrap(taken.toByteArray()));
            }
            if (tooMany) throw new TooLarge(limitBytes);
            return taken.size();
        }

        @Override
        public Mark mark() {
            requireOpen();
            var mark = new MemoryMark(bytes);
            marks.add(mark);
            return mark;
        }

        @Override
        public void rollback(Mark mark) {
            requireOpen();
            var at = marks.indexOf(mark);
            if (at < 0 || !(mark instanceof MemoryMark to)) throw new IllegalStateException("this mark is no longer valid");
            marks = new ArrayList<>(marks.subList(0, at + 1));
            bytes = to.bytes;
        }

        @Override
        public void sync() {
            requireOpen();
            marks.clear();
            synced = bytes;
        }

        @Override
        public Digest sha256() {
            requireOpen();
            return Digest.sha256(Sha256.of(bytes));
        }

        @Override
        public Sealed seal() throws IOException {
            requireOpen();
            var sealed = hold(id, bytes);
            close();
            return sealed;
        }

        @Override
        public long bytesReadBack() {
            return bytesReadBack;
        }

        private void requireOpen() {
            if (!open) throw new IllegalStateException("intake " + id + " is closed");
        }

        private MemoryIntake again() {
            var again = new MemoryIntake(id, limitBytes);
            again.synced = synced;
            again.bytes = synced;
            again.bytesReadBack = synced.length;
            return again;
        }

        @Override
        public void close() {
            open = false;
        }
    }

    private synchronized Sealed hold(UUID id, byte[] bytes) {
        var kept = new ByteArrayOutputStream();
        var tree = new Sm3Tree(kept::writeBytes);
        tree.update(ByteBuffer.wrap(bytes));
        var object = new StoredObject(Digest.sha256(Sha256.of(bytes)), tree.root(), bytes.length);
        var before = objects.putIfAbsent(object.sha256(), new Held(new Description(object, kept.toByteArray()), bytes.clone()));
        var sealed = new Sealed(object.sha256(), object.sm3Tree(), object.sizeBytes(), before != null);
        intakes.remove(id);
        notes.put(id, sealed);
        return sealed;
    }

    @Override
    public synchronized Intake begin(UUID id, long limitBytes) throws IOException {
        if (limitBytes < 0) throw new IllegalArgumentException("a limit of " + limitBytes + " bytes");
        requireNotOpen(id);
        if (intakes.containsKey(id) || notes.containsKey(id)) {
            throw new FileAlreadyExistsException(id.toString(), null, "resume or abandon this intake first");
        }
        var intake = new MemoryIntake(id, limitBytes);
        intakes.put(id, intake);
        return intake;
    }

    @Override
    public synchronized Optional<Intake> resume(UUID id) throws IOException {
        requireNotOpen(id);
        return Optional.ofNullable(intakes.computeIfPresent(id, (same, intake) -> intake.again()));
    }

    private void requireNotOpen(UUID id) throws IntakeBusy {
        var intake = intakes.get(id);
        if (intake != null && intake.open) throw IntakeBusy.open(id);
    }

    @Override
    public synchronized Set<UUID> unfinished() {
        var ids = new TreeSet<>(intakes.keySet());
        ids.addAll(notes.keySet());
        return ids;
    }

    @Override
    public synchronized Optional<Sealed> sealed(UUID id) {
        return Optional.ofNullable(notes.get(id));
    }

    @Override
    public synchronized void abandon(UUID id) throws IOException {
        requireNotOpen(id);
        intakes.remove(id);
        notes.remove(id);
    }

    @Override
    public synchronized Optional<StoredObject> find(Digest sha256) {
        return Optional.ofNullable(objects.get(sha256)).map(held -> held.description.object());
    }

    private synchronized Held held(Digest sha256) throws NoSuchFileException {
        var held = objects.get(sha256);
        if (held == null) throw new NoSuchFileException(sha256.toString(), null, "没有此对象 no such object");
        return held;
    }

    /** The very bytes, for tests that damage them. */
    byte[] bytes(Digest sha256) throws NoSuchFileException {
        return held(sha256).bytes;
    }

    @Override
    public SeekableByteChannel open(Digest sha256) throws IOException {
        return new MemoryChannel(held(sha256).bytes);
    }

    @Override
    public synchronized Stream<Digest> list() {
        return List.copyOf(objects.keySet()).stream();
    }

    @Override
    public RangeProof prove(Digest sha256, long fromByte, long toByte) throws IOException {
        try (var bytes = open(sha256)) {
            return Reading.prove(held(sha256).description, bytes, fromByte, toByte);
        }
    }

    @Override
    public Fixity check(Digest sha256, Set<Digest.Algorithm> algorithms, Pace pace) {
        return Reading.check(() -> held(sha256).description, () -> open(sha256), algorithms, pace, blocks);
    }

    @Override
    public synchronized void close() {
        intakes.values().forEach(MemoryIntake::close);
    }
}
