package org.liuhen.cli.station;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.liuhen.cli.collect.Camera;
import org.liuhen.cli.collect.CameraFile;
import org.liuhen.cli.collect.DurableLines;
import org.liuhen.cli.collect.FaultPoint;
import org.liuhen.cli.collect.Faults;
import org.liuhen.cli.collect.SourceFailed;
import org.liuhen.cli.verify.FileDigests;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.DeviceClock;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.StationId;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.devices.StationReceipt;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.FieldsReader;
import org.liuhen.formats.json.FieldsWriter;
import org.liuhen.formats.json.Json;

/**
 * The station's own durable store for the time without a server (本站暂存): files encrypted, for each a signed receipt in a chain, and
 * no more than its limit. A file is in it when its line is in the book; what is not goes when the store is opened. Safe for threads.
 */
final class LocalStore implements AutoCloseable {

    private static final int LINE_BYTES_MAX = 64 * 1024;
    /** What must stay free on the disk beside the store: for the notebook and for the machine. */
    private static final long FREE_BYTES_MIN = 256L * 1024 * 1024;
    private static final double NEARLY_FULL = 0.8;

    private final Path folder;
    private final FileChannel lock;
    private final StationKeys keys;
    private final StationId station;
    private final long limitBytes;
    private final Faults faults;
    private final DurableLines book;
    private final Map<Long, KeptFile> waiting = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private Optional<KeptFile.Note> last = Optional.empty();
    private long usedBytes;

    /** A receipt that the server did not take; the file itself is with it. */
    record Refusal(long sequence, String code, String text) {}

    /** How full it is. */
    record Space(int files, long usedBytes, long limitBytes, boolean nearlyFull) {}

    /** There is no room for another file; the camera is untouched. */
    static final class Full extends Exception {
        private final transient Bilingual text;

        Full(Bilingual text) {
            super(text.toString());
            this.text = text;
        }

        Bilingual text() {
            return text;
        }
    }

    private sealed interface Line {
        record Kept(KeptFile file) implements Line {}

        record Reconciled(long sequence, UUID recording) implements Line {}

        record Refused(Refusal refusal, UUID recording) implements Line {}
    }

    private LocalStore(Path folder, FileChannel lock, StationKeys keys, StationId station, long limitBytes, Faults faults,
            DurableLines.Opened<Line> book) {
        this.folder = folder;
        this.lock = lock;
        this.keys = keys;
        this.station = station;
        this.limitBytes = limitBytes;
        this.faults = faults;
        this.book = book.file();
        book.lines().forEach(this::take);
    }

    /**
     * Opens the store in the folder, which is made if it is not there.
     *
     * @throws IOException if another program has it open, it is damaged, or it cannot be read and written
     */
    static LocalStore open(Path folder, StationKeys keys, StationId station, long limitBytes, Faults faults) throws IOException {
        Files.createDirectories(folder.resolve("objects"));
        var lock = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
        try {
            if (lock.tryLock() == null) throw inUse(folder);
            var store = new LocalStore(folder, lock, keys, station, limitBytes, faults, DurableLines.open(folder.resolve("kept.jsonl"), LocalStore::line));
            store.clean();
            return store;
        } catch (OverlappingFileLockException sameProcess) {
            lock.close();
            throw inUse(folder);
        } catch (DurableLines.Damaged e) {
            lock.close();
            throw new IOException(new Bilingual(
                    "本站暂存的账 " + folder.resolve("kept.jsonl") + " 第 " + e.line() + " 行损坏：请保留整个文件夹交系统管理员，用 --store 指定新的文件夹",
                    "line " + e.line() + " of " + folder.resolve("kept.jsonl")
                            + " is damaged: keep the whole folder for the administrator and give another one with --store").toString(), e);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static IOException inUse(Path folder) {
        return new IOException(new Bilingual("另一个采集站程序正在使用 " + folder + "：等它结束，或用 --store 指定别的文件夹",
                "another station is using " + folder + ": wait for it, or give another folder with --store").toString());
    }

    private static Optional<Line> line(byte[] json) {
        try {
            var in = CanonicalJson.readFields(json, LINE_BYTES_MAX, "line");
            return Optional.of(switch (in.text("note")) {
                case "kept" -> new Line.Kept(KeptFile.of(in));
                case "reconciled" -> new Line.Reconciled(in.count("sequence"), in.id("recording"));
                case "refused" -> refused(in);
                default -> throw new Malformed("a line of an unknown kind");
            });
        } catch (Malformed | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Line refused(FieldsReader in) {
        return new Line.Refused(new Refusal(in.count("sequence"), in.text("code"), in.text("text")), in.id("recording"));
    }

    private void take(Line line) {
        switch (line) {
            case Line.Kept(var file) -> {
                waiting.put(file.sequence(), file);
                last = Optional.of(file.note());
                usedBytes += SealedObject.storedBytes(file.sizeBytes());
            }
            case Line.Reconciled(var sequence, _) -> done(sequence);
            case Line.Refused(var refusal, _) -> {
                refusals.add(refusal);
                done(refusal.sequence());
            }
        }
    }

    private void done(long sequence) {
        var file = waiting.remove(sequence);
        if (file != null) usedBytes -= SealedObject.storedBytes(file.sizeBytes());
    }

    /** What no line names: a crash came before its line, or after the line that it is with the server. */
    private void clean() throws IOException {
        var named = waiting.values().stream().map(file -> file.object().toString()).collect(java.util.stream.Collectors.toSet());
        try (var objects = Files.list(folder.resolve("objects"))) {
            for (var object : (Iterable<Path>) objects::iterator) {
                if (!named.contains(String.valueOf(object.getFileName()))) Files.delete(object);
            }
        }
    }

    /** The file, if it is kept already: the same camera, place, size and time. */
    synchronized Optional<KeptFile> find(String owner, CameraFile file) {
        return waiting.values().stream().filter(kept -> kept.owner().equals(owner) && kept.path().equals(file.path())
                && kept.sizeBytes() == file.stamp().sizeBytes() && kept.modifiedAt().equals(file.stamp().modifiedAt())).findFirst();
    }

    /**
     * Whose camera a file is.
     *
     * @param device its number, where it is in the register
     */
    record Source(String owner, Optional<String> device, UUID docking, Optional<DeviceClock> clock) {}

    /**
     * Takes a file in. Returns when its bytes, its receipt and its line are durable.
     *
     * @param now the corrected time of this station
     * @throws Full if there is no room for it; nothing is kept, the camera is untouched
     * @throws SourceFailed if it cannot be read or is not what was listed; nothing is kept
     * @throws IOException if the store cannot be written; nothing is kept
     */
    KeptFile keep(Camera camera, CameraFile file, Source source, Instant now) throws Full, SourceFailed, IOException {
        var bytes = SealedObject.storedBytes(file.stamp().sizeBytes());
        reserve(bytes);
        var object = UUID.randomUUID();
        var kept = false;
        try {
            var digests = write(camera, file, object);
            faults.reach(FaultPoint.OBJECT_KEPT);
            var done = sign(file, source, object, digests, now);
            kept = true;
            faults.reach(FaultPoint.KEPT_NOTED);
            return done;
        } finally {
            if (!kept) {
                release(bytes);
                Files.deleteIfExists(path(object));
            }
        }
    }

    private synchronized void reserve(long bytes) throws Full, IOException {
        var free = Files.getFileStore(folder).getUsableSpace();
        if (usedBytes + bytes > limitBytes || free - bytes < FREE_BYTES_MIN) {
            throw new Full(new Bilingual(
                    "本站暂存已满（已用 " + megabytes(usedBytes) + "，上限 " + megabytes(limitBytes) + "，磁盘剩余 " + megabytes(free)
                            + "）：文件留在设备上，未动。恢复服务器或网络后自动腾出；设备请先不要拔",
                    "this station's store is full (" + megabytes(usedBytes) + " of " + megabytes(limitBytes) + " used, " + megabytes(free)
                            + " free on the disk): the file stays on the camera, untouched. Room is made when the server is back; leave the camera docked"));
        }
        usedBytes += bytes;
    }

    private static String megabytes(long bytes) {
        return bytes / 1_000_000 + " MB";
    }

    private synchronized void release(long bytes) {
        usedBytes -= bytes;
    }

    private FileDigests.Digests write(Camera camera, CameraFile file, UUID object) throws SourceFailed, IOException {
        unchanged(camera, file);
        var size = file.stamp().sizeBytes();
        var digests = new FileDigests();
        try (var in = opened(camera, file); var out = new SealedObject.Writer(path(object), keys.storeKey(), size)) {
            var buffer = ByteBuffer.allocate((int) Math.min(SealedObject.SEGMENT_BYTES, Math.max(1, size)));
            do {
                buffer.clear().limit((int) Math.min(buffer.capacity(), size - digests.sizeBytes()));
                readFully(camera, in, buffer);
                digests.take(digests.sizeBytes(), buffer.duplicate());
                out.segment(buffer);
            } while (digests.sizeBytes() < size);
            out.force();
        }
        DurableLines.syncFolder(folder.resolve("objects"));
        unchanged(camera, file);
        return digests.finish();
    }

    private static SeekableByteChannel opened(Camera camera, CameraFile file) throws SourceFailed {
        try {
            return camera.open(file.path());
        } catch (IOException e) {
            throw SourceFailed.reading(camera, e);
        }
    }

    private static void readFully(Camera camera, SeekableByteChannel in, ByteBuffer buffer) throws SourceFailed {
        try {
            while (buffer.hasRemaining()) {
                if (in.read(buffer) < 0) throw SourceFailed.changing();
            }
        } catch (IOException e) {
            throw SourceFailed.reading(camera, e);
        }
        buffer.flip();
    }

    private static void unchanged(Camera camera, CameraFile file) throws SourceFailed {
        try {
            if (!camera.stamp(file.path()).equals(file.stamp())) throw SourceFailed.changing();
        } catch (IOException e) {
            throw SourceFailed.reading(camera, e);
        }
    }

    /** The receipt and its line. A clock that was set back does not make a receipt earlier than the one before. */
    private synchronized KeptFile sign(CameraFile file, Source source, UUID object, FileDigests.Digests digests, Instant now) throws IOException {
        var before = last.map(note -> note.receipt().receivedAt()).filter(now::isBefore).orElse(now);
        var receipt = new StationReceipt(station, source.device(), file.path().display(), digests.sizeBytes(), digests.sha256(), digests.sm3Tree(),
                before, last.map(note -> note.receipt().sequence() + 1).orElse(1L),
                last.map(note -> Digest.sha256(FileDigests.sha256().digest(note.bytes()))));
        var kept = new KeptFile(object, source.owner(), source.docking(), file.path(), file.stamp().modifiedAt(), file.logged(), source.clock(),
                KeptFile.Note.of(new String(receipt.sign(keys.signer()), UTF_8)));
        book.append(CanonicalJson.write(kept.json()));
        waiting.put(kept.sequence(), kept);
        last = Optional.of(kept.note());
        return kept;
    }

    private Path path(UUID object) {
        return folder.resolve("objects").resolve(object.toString());
    }

    /** Opens a kept file for reading. */
    SeekableByteChannel open(KeptFile file) throws IOException {
        return SealedObject.open(path(file.object()), keys.storeKey(), file.sizeBytes());
    }

    /** What waits for the server, by owner and docking, oldest first. */
    synchronized Map<String, List<KeptFile>> waiting() {
        var groups = new TreeMap<String, List<KeptFile>>();
        for (var file : waiting.values()) groups.computeIfAbsent(file.owner() + " " + file.docking(), _ -> new ArrayList<>()).add(file);
        return groups;
    }

    /** The server has the bytes and the receipt: the copy here goes. */
    void reconciled(KeptFile file, UUID recording) throws IOException {
        end(file, new FieldsWriter().put("note", "reconciled").put("sequence", file.sequence()).put("recording", recording).end(), Optional.empty());
    }

    /** The server has the bytes and does not take the receipt: the copy here goes, and the reason stays. */
    void refused(KeptFile file, UUID recording, String code, String text) throws IOException {
        end(file, new FieldsWriter().put("note", "refused").put("sequence", file.sequence()).put("code", code).put("text", text)
                .put("recording", recording).end(), Optional.of(new Refusal(file.sequence(), code, text)));
    }

    private void end(KeptFile file, Json.Fields line, Optional<Refusal> refusal) throws IOException {
        synchronized (this) {
            book.append(CanonicalJson.write(line));
            refusal.ifPresent(refusals::add);
            done(file.sequence());
        }
        faults.reach(FaultPoint.RECONCILED_NOTED);
        Files.deleteIfExists(path(file.object()));
    }

    synchronized List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    synchronized Space space() {
        return new Space(waiting.size(), usedBytes, limitBytes, usedBytes > limitBytes * NEARLY_FULL);
    }

    @Override
    public void close() throws IOException {
        book.close();
        lock.close();
    }
}
