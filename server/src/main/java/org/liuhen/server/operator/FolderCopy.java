package org.liuhen.server.operator;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Copies parts of a data folder that may be written to meanwhile. Files that are being written, whose names begin with
 * {@code .}, and locks are left out.
 */
final class FolderCopy {

    private final Path from;
    private final Path to;
    private final List<BackupManifest.Entry> copied = new ArrayList<>();
    private final Set<Path> known = new HashSet<>();

    FolderCopy(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /** Copies one file or folder; nothing if it is not there. */
    void part(String name) throws IOException {
        copy(name, _ -> true);
    }

    /**
     * Copies the ledgers so that each copy has all the tiles of its newest checkpoint. The checkpoints come first: what they were
     * signed over is on disk by then. A partial tile goes only when the full one is there, perhaps later than the folder was listed,
     * and nobody tells what goes in the middle of a listing; so the tiles are always listed twice.
     */
    void ledger() throws IOException {
        copy("ledger", file -> !isTile(file));
        copy("ledger", this::isTile);
        copy("ledger", this::isTile);
    }

    private boolean isTile(Path file) {
        return from.relativize(file).toString().contains("/tile/");
    }

    /** What was copied so far. */
    List<BackupManifest.Entry> copied() {
        return List.copyOf(copied);
    }

    /** Copies what was not copied yet. */
    private void copy(String name, Predicate<Path> which) throws IOException {
        if (!Files.exists(from.resolve(name))) return;
        for (var file : files(from.resolve(name))) {
            if (!which.test(file) || !known.add(file)) continue;
            var path = from.relativize(file).toString();
            try {
                copied.add(DigestedCopy.copy(file, to.resolve(path), path));
            } catch (NoSuchFileException e) {
                if (Files.exists(file)) throw e; // else an unfinished upload, or a partial tile that became full
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                var named = String.valueOf(file.getFileName());
                if (attributes.isRegularFile() && !named.startsWith(".") && !named.equals("lock")) found.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) return FileVisitResult.CONTINUE; // gone since it was listed
                throw e;
            }
        });
        found.sort(null);
        return found;
    }
}
