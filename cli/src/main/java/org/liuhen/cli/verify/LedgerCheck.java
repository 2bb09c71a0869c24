package org.liuhen.cli.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.liuhen.core.ledger.NodeHash;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.events.Leaf;
import org.liuhen.formats.ledger.Checkpoint;
import org.liuhen.formats.ledger.EntryBundle;
import org.liuhen.formats.ledger.TilePath;
import org.liuhen.formats.notes.SignedNote;
import org.liuhen.formats.notes.TrustFile;

/**
 * A mirrored log: from the checkpoint's root down to the last entry, so that each file is judged against what is already known to
 * be right, and a fault is found where it is.
 */
final class LedgerCheck {

    /** A server that signs keeps a checkpoint first and publishes it then: longer than this takes no honest one. */
    private static final Duration PUBLISHED_WITHIN = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(50);

    /**
     * A log that was checked.
     *
     * @param head SHA-256 of the checkpoint as it is signed
     * @param index the place of every leaf that holds
     * @param whole whether that is every leaf of the log
     */
    record Checked(Checkpoint checkpoint, Digest head, LedgerFiles files, LedgerIndex index, boolean whole) {}

    private final Path folder;
    private final Signers signers;
    private final boolean entriesRequired;
    private final Optional<List<Checked>> older;
    private final Report report;
    private final LedgerIndex index = new LedgerIndex();
    private boolean leavesWhole = true;

    private LedgerCheck(Path folder, Signers signers, boolean entriesRequired, Optional<List<Checked>> older, Report report) {
        this.folder = folder;
        this.signers = signers;
        this.entriesRequired = entriesRequired;
        this.older = older;
        this.report = report;
    }

    /** One log, whatever others there are; its entries may not be there. */
    static LedgerCheck mirrored(Path folder, Signers signers, Report report) {
        return new LedgerCheck(folder, signers, false, Optional.empty(), report);
    }

    /** A log of a data folder, after the earlier ones of its agency. */
    static LedgerCheck inData(Path folder, Signers signers, List<Checked> older, Report report) {
        return new LedgerCheck(folder, signers, true, Optional.of(List.copyOf(older)), report);
    }

    /**
     * Checks everything. The server may go on signing meanwhile.
     *
     * @throws Malformed if there is no checkpoint that can be read
     */
    Checked run() throws IOException {
        var kept = kept(); // before the newest is read, so that it is not smaller, unless it was rolled back
        var note = newest(kept);
        var checkpoint = Checkpoint.parse(note.text());
        signers.check(note, "checkpoint", report);
        var files = new LedgerFiles(folder, checkpoint.size());
        var trusted = tiles(files, checkpoint);
        entries(files, checkpoint, trusted);
        checkpoints(kept, files, checkpoint, trusted);
        return new Checked(checkpoint, Digest.sha256(FileDigests.sha256().digest(note.write())), files, index, leavesWhole);
    }

    /** The sizes that were signed, in order: a log of many years has millions. */
    private Optional<long[]> kept() throws IOException {
        var checkpoints = folder.resolve("checkpoints");
        if (!Files.isDirectory(checkpoints)) return Optional.empty();
        try (var list = Files.list(checkpoints)) {
            return Optional.of(list.map(file -> String.valueOf(file.getFileName())).filter(name -> name.matches("[0-9]{16}"))
                    .mapToLong(Long::parseLong).sorted().toArray());
        }
    }

    private SignedNote newest(Optional<long[]> kept) throws IOException {
        var largest = kept.filter(all -> all.length > 0).map(all -> all[all.length - 1]).orElse(0L);
        var end = System.nanoTime() + PUBLISHED_WITHIN.toNanos();
        while (true) {
            var note = SignedNote.parse(SmallFiles.read(folder.resolve("checkpoint"), SignedNote.BYTES_MAX));
            if (Checkpoint.parse(note.text()).size() >= largest || System.nanoTime() >= end) return note;
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** True if every tile leads to the root. */
    private boolean tiles(LedgerFiles files, Checkpoint checkpoint) throws IOException {
        var missing = missing(files);
        if (missing > 0) return false;
        var root = files.rootAt(checkpoint.size());
        if (!Arrays.equals(root, checkpoint.rootBytes())) {
            report.failed(Fault.E12, "checkpoint of " + checkpoint.size(), checkpoint.root(),
                    Base64.getEncoder().encodeToString(root));
            return false;
        }
        var holds = true;
        var count = 0L;
        for (var level = 0; files.hashes(level) > 0; level++) {
            for (var index = 0L; index < files.hashes(level + 1); index++) { // full tiles; the others were in the root
                var parent = files.tile(files.required(level + 1, index / TilePath.FULL));
                var expected = LedgerFiles.hash(parent, (int) (index % TilePath.FULL));
                var tile = files.required(level, index);
                if (!Arrays.equals(expected, LedgerFiles.root(files.tile(tile), 0, TilePath.FULL))) {
                    report.failed(Fault.E12, tile.path(), "the hash in its parent", "another");
                    holds = false;
                }
                count++;
            }
        }
        if (holds) report.passed(Check.TILES, checkpoint.origin() + ": " + checkpoint.size() + " leaves, " + count
                + " full tiles");
        return holds;
    }

    private long missing(LedgerFiles files) throws IOException {
        var missing = 0L;
        for (var level = 0; files.hashes(level) > 0; level++) {
            for (var index = 0L; index * TilePath.FULL < files.hashes(level); index++) {
                try {
                    files.tile(files.required(level, index));
                } catch (LedgerFiles.Missing e) {
                    report.failed(Fault.E13, e.tile.path(), e.tile.width() + " hashes", "no such file, or a shorter one");
                    missing++;
                }
            }
        }
        return missing;
    }

    private void entries(LedgerFiles files, Checkpoint checkpoint, boolean tilesHold) throws IOException {
        if (!entriesRequired && !Files.isDirectory(folder.resolve("tile").resolve("entries"))) {
            leavesWhole = false;
            report.notPerformed(Check.ENTRIES, checkpoint.origin(), new Bilingual(
                    "此镜像不含条目（机关未公开）", "this mirror has no entry bundles (the agency does not publish them)"));
            return;
        }
        if (!tilesHold) {
            leavesWhole = false;
            report.notPerformed(Check.ENTRIES, checkpoint.origin(),
                    new Bilingual("哈希瓦片有问题，条目无从核对", "the tiles do not hold, so there is nothing to check entries against"));
            return;
        }
        var order = new LeafOrder(report, checkpoint.origin(), index, older);
        for (var index = 0L; index * TilePath.FULL < checkpoint.size(); index++) {
            var bundle = files.entries(index);
            var path = new TilePath(TilePath.ENTRIES, index, files.required(0, index).width()).path();
            if (bundle.isEmpty()) {
                report.failed(Fault.E15, path, "a bundle", "no such file");
                leavesWhole = false;
            } else {
                bundle(files.tile(files.required(0, index)), index, bundle.get(), path, order);
            }
        }
        if (leavesWhole) report.passed(Check.ENTRIES, checkpoint.origin() + ": " + checkpoint.size());
        order.conclude(leavesWhole, checkpoint);
    }

    private void bundle(byte[] tile, long index, byte[] bytes, String path, LeafOrder order) {
        var width = tile.length / NodeHash.HASH_BYTES;
        List<byte[]> entries;
        try {
            entries = EntryBundle.read(bytes);
        } catch (Malformed e) {
            report.failed(Fault.E14, path, width + " entries", String.valueOf(e.getMessage()));
            leavesWhole = false;
            return;
        }
        if (entries.size() < width) {
            report.failed(Fault.E14, path, width + " entries", entries.size() + " entries");
            leavesWhole = false;
            return;
        }
        for (var i = 0; i < width; i++) {
            var place = index * TilePath.FULL + i;
            var entry = entries.get(i);
            if (!Arrays.equals(NodeHash.SHA256.leaf(entry), LedgerFiles.hash(tile, i))) {
                report.failed(Fault.E14, path + " entry " + place, "the hash in the level 0 tile", "another");
                leavesWhole = false;
                continue;
            }
            try {
                var leaf = Leaf.read(entry);
                order.take(place, leaf);
            } catch (Malformed e) {
                report.failed(Fault.E26, path + " entry " + place, "a leaf of formats.md, section 2.3",
                        String.valueOf(e.getMessage()));
                leavesWhole = false;
            }
        }
    }

    private void checkpoints(Optional<long[]> kept, LedgerFiles files, Checkpoint newest, boolean tilesHold)
            throws IOException {
        if (kept.isEmpty()) {
            report.notPerformed(Check.CHECKPOINTS, newest.origin(),
                    new Bilingual("此处没有历次检查点", "there are no earlier checkpoints here"));
            return;
        }
        var all = kept.get();
        var before = report.faults().size();
        for (var size : all) earlier(size, files, newest, tilesHold);
        if (!tilesHold) {
            report.notPerformed(Check.CHECKPOINTS, newest.origin(),
                    new Bilingual("哈希瓦片有问题，历次检查点无从核对", "the tiles do not hold, so earlier roots cannot be computed"));
        } else if (report.faults().size() == before) {
            report.passed(Check.CHECKPOINTS, newest.origin() + ": " + all.length);
        }
    }

    private void earlier(long size, LedgerFiles files, Checkpoint newest, boolean tilesHold) throws IOException {
        var subject = "checkpoints/" + String.format("%016d", size);
        Checkpoint checkpoint;
        SignedNote note;
        try {
            note = SignedNote.parse(SmallFiles.read(folder.resolve(subject), SignedNote.BYTES_MAX));
            checkpoint = Checkpoint.parse(note.text());
        } catch (Malformed e) {
            report.failed(Fault.E03, subject, "a signed checkpoint", String.valueOf(e.getMessage()));
            return;
        }
        if (!checkpoint.origin().equals(newest.origin())) {
            report.failed(Fault.E17, subject, newest.origin(), checkpoint.origin());
            return;
        }
        var silent = new Report(_ -> {});
        signers.check(note, subject, silent); // passing thousands of times is one line
        for (var line : silent.lines()) {
            if (line instanceof Report.Failed failed) report.failed(failed.fault(), subject, failed.expected(), failed.found());
        }
        if (checkpoint.size() > newest.size()) {
            report.failed(Fault.E11, "checkpoint", "at least " + checkpoint.size() + " leaves, as signed in " + subject,
                    newest.size() + " leaves");
        } else if (tilesHold && !Arrays.equals(files.rootAt(checkpoint.size()), checkpoint.rootBytes())) {
            report.failed(Fault.E16, subject, "a root of the history in the newest checkpoint", checkpoint.root());
        }
    }

    /** The vkeys file of a log's own folder: {@code <from>\t<vkey>} a line. */
    static String vkeys(Path file) throws IOException {
        var keys = new StringBuilder();
        for (var line : new String(SmallFiles.read(file, TrustFile.BYTES_MAX), UTF_8).split("\n")) {
            keys.append(line.substring(line.indexOf('\t') + 1)).append('\n');
        }
        return keys.toString();
    }
}
