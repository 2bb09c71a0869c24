package org.liuhen.cli.collect;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.ledger.Checkpoint;
import org.liuhen.formats.ledger.Receipt;

/**
 * What this station has done, durable before it goes on: an append-only file, one line a step, each line with its checksum. A
 * line that was torn by a crash is the last one, and is taken off; damage anywhere else stops the station. Safe for threads.
 */
public final class Notebook implements AutoCloseable {

    private static final int LINE_BYTES_MAX = 64 * 1024;

    private final Path folder;
    private final FileChannel lock;
    private final DurableLines lines;
    private final Known known = new Known();

    private Notebook(Path folder, FileChannel lock, DurableLines lines) {
        this.folder = folder;
        this.lock = lock;
        this.lines = lines;
    }

    /** The notebook cannot be used; the message says why and what to do. */
    public static final class Unusable extends IOException {
        private final transient Bilingual text;

        Unusable(Bilingual text) {
            super(text.toString());
            this.text = text;
        }

        Bilingual text() {
            return text;
        }
    }

    /**
     * Opens the notebook in the folder, which is made if it is not there.
     *
     * @throws Unusable if another station has it open, or it is damaged
     * @throws IOException if it cannot be read or written
     */
    public static Notebook open(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("listings"));
        Files.createDirectories(folder.resolve("receipts"));
        var lock = FileChannel.open(folder.resolve("lock"), CREATE, WRITE);
        try {
            if (lock.tryLock() == null) throw inUse(folder);
            var file = folder.resolve("notebook.jsonl");
            var opened = DurableLines.open(file, Notebook::note);
            var notebook = new Notebook(folder, lock, opened.file());
            DurableLines.syncFolder(folder);
            notebook.takeAll(opened.lines());
            return notebook;
        } catch (DurableLines.Damaged e) {
            lock.close();
            throw damaged(folder, e.line());
        } catch (OverlappingFileLockException sameProcess) {
            lock.close();
            throw inUse(folder);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static Unusable inUse(Path folder) {
        return new Unusable(new Bilingual(
                "另一个采集程序正在使用记事本 " + folder + "；等它结束，或用 --notebook 指定别的文件夹",
                "another station is using the notebook " + folder + "; wait for it, or give another folder with --notebook"));
    }

    /**
     * Lines of versions that knew a store by its address are read with the log that was met there; where there were several, the
     * receipt of a stored file tells which.
     */
    private void takeAll(List<Note> notes) throws IOException {
        var logs = new HashMap<String, Set<String>>();
        var receipts = new HashMap<UUID, UUID>(); // of a hand-in
        for (var note : notes) {
            if (note instanceof Note.Pinned pinned) {
                logs.computeIfAbsent(pinned.server(), _ -> new TreeSet<>()).add(pinned.origin());
            } else if (note instanceof Note.Stored stored) {
                receipts.putIfAbsent(stored.handIn(), stored.recording());
            }
        }
        for (var note : notes) {
            if (note instanceof Note.HandIn handIn && handIn.origin().isEmpty()) {
                var met = logs.getOrDefault(handIn.server(), Set.of());
                known.take(withLog(handIn, met, Optional.ofNullable(receipts.get(handIn.id()))));
            } else {
                known.take(note);
            }
        }
    }

    private Note withLog(Note.HandIn handIn, Set<String> logs, Optional<UUID> recording) throws IOException {
        var origin = logs.size() == 1 ? logs.stream().findFirst() : Optional.<String>empty();
        if (origin.isEmpty() && recording.isPresent()) {
            try {
                origin = receipt(recording.get())
                        .map(bytes -> Checkpoint.parse(Receipt.parse(bytes).proof().checkpoint().text()).origin());
            } catch (Malformed e) {
                return handIn; // its files count as not stored: they are sent once more, and nothing is lost
            }
        }
        return new Note.HandIn(handIn.id(), handIn.server(), origin, handIn.device(), handIn.source());
    }

    private static Unusable damaged(Path folder, int line) {
        return new Unusable(new Bilingual(
                "记事本 " + folder.resolve("notebook.jsonl") + " 第 " + line
                        + " 行损坏。请保留该文件交系统管理员，用 --notebook 指定新的文件夹重新采集；已入库的文件会再次入库，不会丢失",
                "line " + line + " of the notebook " + folder.resolve("notebook.jsonl")
                        + " is damaged. Keep the file for the administrator and "
                        + "collect again with a new folder (--notebook); what was stored is stored a second time, "
                                + "nothing is lost"));
    }

    private static Optional<Note> note(byte[] json) {
        try {
            return Optional.of(Note.of(CanonicalJson.read(json, LINE_BYTES_MAX)));
        } catch (Malformed | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a store has this file of the device, with a receipt that was checked here. */
    public boolean isStored(String device, CameraFile file) {
        return known.isStored(device, Note.Sight.of(file));
    }

    /** What the notes say altogether. */
    Known known() {
        return known;
    }

    /**
     * Writes a note. Returns when it is durable.
     *
     * @throws Unusable if it could not be written (a full disk); the note is as if it had never been
     */
    void write(Note note) throws IOException {
        try {
            lines.append(CanonicalJson.write(note.json()));
        } catch (IOException e) {
            throw full(e);
        }
        known.take(note);
    }

    private static Unusable full(IOException cause) {
        var unusable = new Unusable(new Bilingual(
                "记事本写不进去（磁盘已满？" + cause.getMessage() + "）：腾出空间后重新运行即可继续，已入库的不会重传",
                "the notebook cannot be written (disk full? " + cause.getMessage()
                        + "): make room and run again, what is stored is not sent twice"));
        unusable.initCause(cause);
        return unusable;
    }

    /** Keeps the listing of a hand-in. Durable when it returns. */
    void keepListing(UUID handIn, byte[] listing) throws IOException {
        keep(folder.resolve("listings").resolve(handIn + ".jsonl"), listing);
    }

    /** The listing of a hand-in, if it was kept. */
    Optional<byte[]> listing(UUID handIn) throws IOException {
        return kept(folder.resolve("listings").resolve(handIn + ".jsonl"));
    }

    /** Keeps a receipt. Durable when it returns. */
    void keepReceipt(UUID recording, byte[] receipt) throws IOException {
        keep(receiptFile(recording), receipt);
    }

    /** The receipt of a recording, if it was kept. */
    Optional<byte[]> receipt(UUID recording) throws IOException {
        return kept(receiptFile(recording));
    }

    private Path receiptFile(UUID recording) {
        return folder.resolve("receipts").resolve(recording + ".receipt");
    }

    private static Optional<byte[]> kept(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    private static void keep(Path file, byte[] bytes) throws IOException {
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            try (var out = FileChannel.open(partial, CREATE, WRITE, TRUNCATE_EXISTING)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) out.write(buffer);
                out.force(true);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DurableLines.syncFolder(Objects.requireNonNull(file.getParent()));
        } catch (IOException e) {
            throw full(e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
        lock.close();
    }
}
