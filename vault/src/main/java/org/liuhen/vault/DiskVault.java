package org.liuhen.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liuhen.core.values.Digest;

/**
 * A vault in a folder of a local file system. The bytes on disk are described in {@code docs/formats.md}, section 6, which the
 * folder itself holds:
 *
 * <pre>
 * README.txt  formats.md               the store explains itself
 * format                               liuhen-vault 1
 * objects/ab/cd/abcd…                  the file itself, byte for byte, named by its SHA-256, read-only
 * objects/ab/cd/abcd….about            a line of JSON, the SM3 node of each full MiB, SHA-256 of that line and those nodes
 * intake/ID.part  ID.nodes             an unfinished intake and what its bytes must hash to
 * intake/ID.about  ID.sealed           a description on its way; what intake ID became, until it is settled
 * </pre>
 *
 * An object becomes visible by one rename, after its bytes and its description are durable. Of two processes on one folder each
 * intake belongs to one (a file lock). Each open intake uses up to 2 MiB outside the heap.
 */
public final class DiskVault implements Vault {

    /** Intakes that can be open at once. */
    public static final int MAX_OPEN_INTAKES = 64;

    private static final String FORMAT_LINE = "liuhen-vault 1\n";
    private static final Pattern OBJECT_NAME = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern INTAKE_NAME =
        Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.(?:part|nodes|sealed)");
    /** How long {@link #close} waits for hashing and writing back, in seconds. */
    private static final long CLOSE_SECONDS = 60;

    private final StoreFolder folder;
    private final Faults faults;
    private final Sealing sealing;
    private final Blocks blocks = new Blocks();
    private final ExecutorService hashers;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<UUID> claimed = ConcurrentHashMap.newKeySet();
    private final Set<DiskIntake> open = ConcurrentHashMap.newKeySet();

    private DiskVault(Path root, Faults faults) {
        this.folder = new StoreFolder(root);
        this.faults = faults;
        this.sealing = new Sealing(folder, faults);
        this.hashers = Executors.newFixedThreadPool(
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            Thread.ofPlatform().name("vault-hash-", 0).daemon().factory());
    }

    /**
     * Opens the store in this folder, or makes a new one there.
     *
     * @throws IOException if the folder holds something else, a format that this version cannot read, or cannot be written
     */
    public static DiskVault open(Path root) throws IOException {
        return open(root, Faults.fromProperty());
    }

    /** The same, with faults at named steps. */
    public static DiskVault open(Path root, Faults faults) throws IOException {
        var vault = new DiskVault(root.toAbsolutePath(), faults);
        try {
            vault.prepare();
            return vault;
        } catch (IOException | RuntimeException e) {
            vault.close();
            throw e;
        }
    }

    private void prepare() throws IOException {
        var format = folder.root().resolve("format");
        if (Files.exists(format)) {
            var found = Files.readString(format);
            if (!found.equals(FORMAT_LINE)) {
                throw new IOException("此存储的格式是「" + found.strip() + "」，本版本只认识「" + FORMAT_LINE.strip() + "」：请使用匹配的版本。"
                    + " This store has format '" + found.strip() + "', this version reads '" + FORMAT_LINE.strip()
                    + "': use the version that wrote it. " + folder.root());
            }
            return;
        }
        folder.createRoot();
        folder.createFolders(folder.objects());
        folder.createFolders(folder.intakes());
        for (var name : List.of("README.txt", "formats.md")) {
            StoreFolder.write(folder.root().resolve(name), ByteBuffer.wrap(text(name)));
        }
        StoreFolder.sync(folder.root());
        // last: from here on it is a store
        StoreFolder.write(format, ByteBuffer.wrap(FORMAT_LINE.getBytes(StandardCharsets.US_ASCII)));
        StoreFolder.sync(folder.root());
    }

    private static byte[] text(String name) throws IOException {
        try (var text = DiskVault.class.getResourceAsStream(name)) {
            if (text == null) throw new NoSuchFileException(name, null, "not packed with this program");
            return text.readAllBytes();
        }
    }

    ExecutorService hashers() {
        return hashers;
    }

    ExecutorService background() {
        return background;
    }

    Blocks blocks() {
        return blocks;
    }

    Faults faults() {
        return faults;
    }

    @Override
    public Intake begin(UUID id, long limitBytes) throws IOException {
        if (limitBytes < 0) throw new IllegalArgumentException("a limit of " + limitBytes + " bytes");
        claim(id);
        try {
            for (var file : List.of(folder.part(id), folder.note(id))) {
                if (Files.exists(file)) {
                    throw new FileAlreadyExistsException(file.toString(), null, "请先续传或放弃 resume or abandon this intake first");
                }
            }
            requireRoom();
            return start(id, IntakeLog.create(folder.nodes(id), limitBytes), true, (part, log) -> {
                StoreFolder.sync(folder.intakes());
                faults.reached(FaultPoint.AFTER_BEGIN);
                return Recovery.nothing(blocks);
            });
        } catch (IOException | RuntimeException e) {
            claimed.remove(id);
            throw e;
        }
    }

    @Override
    public Optional<Intake> resume(UUID id) throws IOException {
        claim(id);
        try {
            if (Files.exists(folder.part(id))) {
                requireRoom();
                return Optional.of(start(id, IntakeLog.open(folder.nodes(id)), false, (part, log) -> {
                    // sealing was stopped before the rename: what it prepared will be made again
                    Files.deleteIfExists(folder.note(id));
                    Files.deleteIfExists(folder.draft(id));
                    return Recovery.of(part, log, blocks, faults);
                }));
            }
            claimed.remove(id);
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            claimed.remove(id);
            throw e;
        }
    }

    /** In this process; the lock on the log is against other processes. */
    private void claim(UUID id) throws IntakeBusy {
        if (!claimed.add(id)) throw IntakeBusy.open(id);
    }

    private void requireRoom() throws IntakeBusy {
        if (open.size() >= MAX_OPEN_INTAKES) throw IntakeBusy.tooMany(MAX_OPEN_INTAKES);
    }

    @FunctionalInterface
    private interface Start {
        Recovery at(FileChannel part, IntakeLog log) throws IOException;
    }

    private DiskIntake start(UUID id, IntakeLog log, boolean isNew, Start start) throws IOException {
        try {
            if (!isNew) StoreFolder.unprotect(folder.part(id));
            var part = isNew ? PartFile.create(folder.part(id)) : PartFile.open(folder.part(id));
            try {
                var intake = new DiskIntake(this, id, part, log, start.at(part.channel(), log));
                open.add(intake);
                return intake;
            } catch (IOException | RuntimeException e) {
                part.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
    }

    void closed(DiskIntake intake) {
        open.remove(intake);
        claimed.remove(intake.id());
    }

    @Override
    public Set<UUID> unfinished() throws IOException {
        var ids = new TreeSet<UUID>();
        try (var files = Files.newDirectoryStream(folder.intakes())) {
            for (var file : files) {
                var name = INTAKE_NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) ids.add(UUID.fromString(name.group(1)));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return ids;
    }

    @Override
    public Optional<Sealed> sealed(UUID id) throws IOException {
        if (Files.exists(folder.part(id)) || !Files.exists(folder.note(id))) return Optional.empty();
        var note = Files.readString(folder.note(id), StandardCharsets.US_ASCII).split(" ", 2);
        var object = find(Digest.parse(note[0]));
        var held = note.length == 2 && note[1].equals("already-held\n");
        return object.map(found -> new Sealed(found.sha256(), found.sm3Tree(), found.sizeBytes(), held));
    }

    @Override
    public void abandon(UUID id) throws IOException {
        claim(id);
        try {
            if (Files.exists(folder.nodes(id))) {
                try (var log = IntakeLog.locked(folder.nodes(id))) {
                    assert log.isOpen();
                    forget(id);
                }
            } else {
                forget(id);
            }
        } finally {
            claimed.remove(id);
        }
    }

    /** The log last: as long as something is there, it is locked. */
    private void forget(UUID id) throws IOException {
        for (var file : List.of(folder.part(id), folder.draft(id), folder.note(id), folder.nodes(id))) Files.deleteIfExists(file);
        StoreFolder.sync(folder.intakes());
    }

    Sealing sealing() {
        return sealing;
    }

    /** The log is of no more use; that it goes need not be durable. */
    void settled(UUID id) throws IOException {
        Files.deleteIfExists(folder.nodes(id));
        faults.reached(FaultPoint.AFTER_SEAL);
    }

    @Override
    public Optional<StoredObject> find(Digest sha256) throws IOException {
        return Description.find(folder, sha256).map(Description::object);
    }

    private Description described(Digest sha256) throws IOException {
        return Description.find(folder, sha256)
            .orElseThrow(() -> new NoSuchFileException(sha256.toString(), null, "没有此对象 no such object"));
    }

    @Override
    public SeekableByteChannel open(Digest sha256) throws IOException {
        return FileChannel.open(folder.object(sha256), StandardOpenOption.READ);
    }

    @Override
    public Stream<Digest> list() {
        return IntStream.range(0, 256).mapToObj(first -> folder.objects().resolve(hex(first)))
            .filter(Files::isDirectory)
            .flatMap(first -> IntStream.range(0, 256).mapToObj(second -> first.resolve(hex(second))))
            .flatMap(shelf -> names(shelf).stream());
    }

    private static String hex(int octet) {
        return HexFormat.of().toHexDigits((byte) octet);
    }

    /** The objects of one folder: one of 65,536, so that few are in memory at once. */
    private static List<Digest> names(Path shelf) {
        var names = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(shelf)) {
            for (var file : files) names.add(String.valueOf(file.getFileName()));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DirectoryIteratorException e) {
            throw new UncheckedIOException(e.getCause());
        }
        return names.stream().filter(OBJECT_NAME.asMatchPredicate()).sorted()
            .map(name -> new Digest(Digest.Algorithm.SHA256, name)).toList();
    }

    @Override
    public RangeProof prove(Digest sha256, long fromByte, long toByte) throws IOException {
        var description = described(sha256);
        try (var bytes = open(sha256)) {
            return Reading.prove(description, bytes, fromByte, toByte);
        }
    }

    @Override
    public Fixity check(Digest sha256, Set<Digest.Algorithm> algorithms, Pace pace) {
        return Reading.check(() -> described(sha256), () -> open(sha256), algorithms, pace, blocks);
    }

    @Override
    public void close() throws IOException {
        for (var intake : List.copyOf(open)) intake.close();
        hashers.shutdown();
        background.shutdown();
        try {
            var ended = hashers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)
                && background.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
            if (!ended) throw new IOException("the disk still writes after " + CLOSE_SECONDS + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
