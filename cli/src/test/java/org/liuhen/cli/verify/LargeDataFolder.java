package org.liuhen.cli.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.liuhen.cli.TestLog;
import org.liuhen.core.ledger.NodeHash;
import org.liuhen.core.recordings.RecordingEvent.RecordingViewed;
import org.liuhen.core.values.ViewingId;
import org.liuhen.formats.ledger.Checkpoint;
import org.liuhen.formats.ledger.EntryBundle;
import org.liuhen.formats.ledger.Receipt;
import org.liuhen.formats.ledger.TilePath;

/**
 * A ledger and its journal of any size, written tile by tile. To see what a check of a million events takes: run {@link #main}
 * with a folder and a number, then {@code liuhen verify --data FOLDER --journal FOLDER/journal.jsonl}.
 */
public final class LargeDataFolder {

    private static final int EVENTS_A_STREAM = 100;

    private final Path ledger;
    private final TestLog log = new TestLog(1);

    private LargeDataFolder(Path folder) {
        this.ledger = folder.resolve("ledger/SQ");
    }

    /** Writes the folder: its path, and how many events. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    /** Writes {@code ledger/SQ} and {@code journal.jsonl}. */
    static void write(Path folder, int size) throws IOException {
        var large = new LargeDataFolder(folder);
        Files.createDirectories(large.ledger.resolve("checkpoints"));
        List<byte[]> hashes;
        try (var journal = Files.newOutputStream(folder.resolve("journal.jsonl"));
                var buffered = new BufferedOutputStream(journal, 1 << 20)) {
            hashes = large.entries(buffered, size);
        }
        var checkpoint = large.log.signed(Checkpoint.of(large.log.origin(), size, large.tiles(hashes))).write();
        Files.write(large.ledger.resolve("checkpoint"), checkpoint);
        Files.write(large.ledger.resolve("checkpoints").resolve(String.format("%016d", size)), checkpoint);
        Files.writeString(large.ledger.resolve("vkeys"), large.log.vkeys().stream()
                .map(vkey -> "2026-03-02T07:04:00.000Z\t" + vkey).collect(Collectors.joining("\n", "", "\n")));
    }

    private List<byte[]> entries(OutputStream journal, int size) throws IOException {
        var hashes = new ArrayList<byte[]>(size);
        var bundle = new ArrayList<byte[]>();
        var stream = new UUID(0, 0);
        for (var i = 0; i < size; i++) {
            if (i % EVENTS_A_STREAM == 0) stream = log.id();
            var event = new RecordingViewed(new ViewingId(log.id()), Optional.of("核对"));
            var entry = log.entry(stream, i % EVENTS_A_STREAM + 1L, event, TestLog.BEGIN.plusMillis(i));
            hashes.add(NodeHash.SHA256.leaf(entry.leaf()));
            bundle.add(entry.leaf());
            journal.write(JournalSource.line(JournalSource.Row.of(
                    entry.leaf(), Optional.of(Receipt.Shown.of(entry.salt(), entry.payload())))));
            journal.write("\n".getBytes(UTF_8));
            if (bundle.size() == TilePath.FULL || i == size - 1) {
                var path = new TilePath(TilePath.ENTRIES, i / TilePath.FULL, bundle.size()).path();
                TestLog.put(ledger.resolve(path), EntryBundle.write(bundle));
                bundle.clear();
            }
        }
        return hashes;
    }

    /** Writes the tiles of every level and returns the root. */
    private byte[] tiles(List<byte[]> leaves) throws IOException {
        var level = leaves;
        for (var number = 0; !level.isEmpty(); number++) {
            var above = new ArrayList<byte[]>();
            for (var index = 0; index * TilePath.FULL < level.size(); index++) {
                var of = level.subList(index * TilePath.FULL, Math.min(level.size(), (index + 1) * TilePath.FULL));
                var tile = new ByteArrayOutputStream();
                for (var hash : of) tile.writeBytes(hash);
                TestLog.put(ledger.resolve(new TilePath(number, index, of.size()).path()), tile.toByteArray());
                if (of.size() == TilePath.FULL) above.add(root(of));
            }
            level = above;
        }
        return root(leaves);
    }

    private static byte[] root(List<byte[]> hashes) {
        if (hashes.size() == 1) return hashes.getFirst();
        var split = Integer.highestOneBit(hashes.size() - 1);
        return NodeHash.SHA256.node(root(hashes.subList(0, split)), root(hashes.subList(split, hashes.size())));
    }
}
