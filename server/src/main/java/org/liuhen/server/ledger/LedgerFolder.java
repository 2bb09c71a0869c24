package org.liuhen.server.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liuhen.core.ledger.NodeHash;
import org.liuhen.core.ledger.Proofs;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.ledger.Checkpoint;
import org.liuhen.formats.ledger.TilePath;
import org.liuhen.formats.ledger.TlogProof;
import org.liuhen.formats.notes.SignedNote;
import org.liuhen.server.folder.DurableFiles;

/** An agency's log as files (formats.md, section 3). What is written here is on disk when the method returns. */
record LedgerFolder(Path root) {

    private static final Pattern SIZE = Pattern.compile("[0-9]{16}");

    /** The newest signed checkpoint, also if a crash came before it was published under its short name. */
    Optional<SignedNote> newest() throws IOException {
        var published = checkpoint();
        var kept = largest();
        if (kept.isEmpty()) return published.map(SignedNote::parse);
        var note = SignedNote.parse(Files.readAllBytes(kept.get()));
        if (published.isEmpty()) return Optional.of(note);
        var shown = SignedNote.parse(published.get());
        return Optional.of(size(shown) >= size(note) ? shown : note);
    }

    private static long size(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }

    private Optional<Path> largest() throws IOException {
        var folder = root.resolve("checkpoints");
        if (!Files.isDirectory(folder)) return Optional.empty();
        try (var files = Files.list(folder)) {
            return files.filter(file -> SIZE.matcher(String.valueOf(file.getFileName())).matches()).max(Path::compareTo);
        }
    }

    /** Keeps the checkpoint for ever under its size. Must come before {@link #publish}. */
    void keep(long size, SignedNote note) throws IOException {
        DurableFiles.write(root.resolve("checkpoints").resolve("%016d".formatted(size)), note.write());
    }

    /** Makes it the one that is served. */
    void publish(SignedNote note) throws IOException {
        DurableFiles.write(root.resolve("checkpoint"), note.write());
    }

    /** Whether a log has signed here. */
    boolean begun() {
        return Files.exists(root.resolve("checkpoint")) || Files.isDirectory(root.resolve("checkpoints"));
    }

    /** Whether tiles were written here, be the checkpoint there or not. */
    boolean hasTiles() {
        return Files.isDirectory(root.resolve("tile"));
    }

    /** The proof that leads from a leaf to this checkpoint, which has it. */
    TlogProof proof(SignedNote note, long leafIndex) {
        var size = size(note);
        var path = Proofs.inclusion(NodeHash.SHA256, new TileNodes(this::tile, size), leafIndex, size);
        return TlogProof.of(leafIndex, path, note);
    }

    /** The root that the tiles give. */
    byte[] root(long size) {
        return Proofs.root(NodeHash.SHA256, new TileNodes(this::tile, size), 0, size);
    }

    void write(Map<TilePath, byte[]> tiles) throws IOException {
        var files = new HashMap<Path, byte[]>();
        tiles.forEach((path, bytes) -> files.put(root.resolve(path.path()), bytes));
        DurableFiles.writeAll(files);
    }

    /** The tile's bytes. A partial tile that is gone since the full one is there is cut from that one. */
    byte[] tile(TilePath path) {
        try {
            var length = path.width() * NodeHash.HASH_BYTES;
            var own = read(root.resolve(path.path()));
            if (own.isPresent()) return whole(path, own.get(), length);
            var full = new TilePath(path.level(), path.index(), TilePath.FULL);
            var bytes = whole(full, Files.readAllBytes(root.resolve(full.path())), TilePath.FULL * NodeHash.HASH_BYTES);
            return Arrays.copyOf(bytes, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] whole(TilePath path, byte[] bytes, int length) throws IOException {
        if (bytes.length == length) return bytes;
        throw new IOException(root.resolve(path.path()) + " has " + bytes.length + " bytes instead of " + length);
    }

    /** A file of the log by its path, as it is served; empty if there is none. */
    Optional<byte[]> file(TilePath path) throws IOException {
        return read(root.resolve(path.path()));
    }

    /** The served checkpoint. */
    Optional<byte[]> checkpoint() throws IOException {
        return read(root.resolve("checkpoint"));
    }

    /** Removes the partial forms of tiles that are now full. Whoever still asks for one takes the full tile (C2SP tlog-tiles). */
    void dropPartials(Iterable<TilePath> written) throws IOException {
        for (var path : written) {
            if (path.width() < TilePath.FULL) continue;
            var partials = root.resolve(path.path() + ".p");
            if (!Files.isDirectory(partials)) continue;
            try (var files = Files.list(partials)) {
                for (var file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(partials);
        }
    }

    /** Every verifier key the log ever had, with the moment from which it signs; oldest first. */
    List<DatedKey> keys() throws IOException {
        var keys = new ArrayList<DatedKey>();
        for (var line : read(root.resolve("vkeys")).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("").lines()
                .toList()) {
            var tab = line.indexOf('\t');
            if (tab < 0) throw new Malformed(root.resolve("vkeys") + ": a line without a tab");
            keys.add(new DatedKey(Instant.parse(line.substring(0, tab)), line.substring(tab + 1)));
        }
        return keys;
    }

    /** A verifier key and when it began to sign. */
    record DatedKey(Instant from, String vkey) {}

    /** Adds keys that are not there yet. */
    void addKeys(Instant from, List<String> vkeys) throws IOException {
        var text = new StringBuilder();
        var known = keys();
        known.forEach(key -> text.append(key.from()).append('\t').append(key.vkey()).append('\n'));
        for (var vkey : vkeys) {
            if (known.stream().noneMatch(key -> key.vkey().equals(vkey))) text.append(from).append('\t').append(vkey)
                    .append('\n');
        }
        DurableFiles.write(root.resolve("vkeys"), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // not written yet
        }
    }
}
