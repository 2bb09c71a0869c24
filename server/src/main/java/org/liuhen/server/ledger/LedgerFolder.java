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
import org.liuhen.formats.ledger.Checkpoint;
import org.liuhen.formats.ledger.TilePath;
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

    void write(Map<TilePath, byte[]> tiles) throws IOException {
        var files = new HashMap<Path, byte[]>();
        tiles.forEach((path, bytes) -> files.put(root.resolve(path.path()), bytes));
        DurableFiles.writeAll(files);
    }

    /** The tile's bytes. A partial tile that is gone since the full one is there is cut from that one. */
    byte[] tile(TilePath path) {
        try {
            var own = read(root.resolve(path.path()));
            if (own.isPresent()) return own.get();
            var full = new TilePath(path.level(), path.index(), TilePath.FULL);
            return Arrays.copyOf(Files.readAllBytes(root.resolve(full.path())), path.width() * NodeHash.HASH_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
