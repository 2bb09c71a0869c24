package org.liuhen.server.operator;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderCopyTest {

    private static final int COPIES = 150;
    private static final int FULL = 256;

    @TempDir
    Path folder;

    /** The writer keeps the order of the ledger's: tiles, then the checkpoint, then the partial tiles of a full one go. */
    @Test
    void a_copy_made_while_the_ledger_grows_has_the_tiles_of_its_newest_checkpoint() throws Exception {
        var from = folder.resolve("from");
        var log = from.resolve("ledger/SQ");
        grow(log, 0, 5);
        var done = new AtomicBoolean();
        var writer = Thread.ofPlatform().start(() -> {
            for (var size = 5; !done.get(); size += 5) write(log, size);
        });
        try {
            for (var i = 0; i < COPIES; i++) {
                var copy = new FolderCopy(from, folder.resolve("to" + i));
                copy.ledger();
                assertWhole(folder.resolve("to" + i).resolve("ledger/SQ"));
            }
        } finally {
            done.set(true);
            writer.join();
        }
        assertFalse(Files.exists(folder.resolve("to0/ledger/SQ/lock")));
    }

    private static void write(Path log, int size) {
        try {
            grow(log, size, size + 5);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void grow(Path log, int older, int newer) throws IOException {
        for (var tile = older / FULL; tile <= newer / FULL; tile++) {
            var width = Math.min(FULL, newer - tile * FULL);
            if (width > 0) put(log.resolve(tile(tile, width)), width);
        }
        put(log.resolve("checkpoint"), newer);
        put(log.resolve("lock"), newer);
        if (newer / FULL == older / FULL) return;
        var partials = log.resolve(tile(older / FULL, FULL) + ".p");
        if (!Files.isDirectory(partials)) return;
        try (var gone = Files.list(partials)) {
            for (var file : gone.toList()) Files.delete(file);
        }
        Files.delete(partials);
    }

    private static void put(Path file, int number) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        var written = Files.writeString(file.resolveSibling(".new"), String.valueOf(number));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String tile(int index, int width) {
        return "tile/0/%03d".formatted(index) + (width < FULL ? ".p/" + width : "");
    }

    private static void assertWhole(Path copy) throws IOException {
        var size = Integer.parseInt(Files.readString(copy.resolve("checkpoint")));
        for (var tile = 0; tile <= size / FULL; tile++) {
            var width = Math.min(FULL, size - tile * FULL);
            var is = width == 0 || Files.exists(copy.resolve(tile(tile, width))) || Files.exists(copy.resolve(tile(tile, FULL)));
            assertTrue(is, size + " leaves are signed, and " + tile(tile, width) + " is not copied");
        }
    }
}
