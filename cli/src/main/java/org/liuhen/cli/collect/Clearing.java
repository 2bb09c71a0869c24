package org.liuhen.cli.collect;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.liuhen.cli.collect.Note.Sight;
import org.liuhen.cli.verify.FileDigests;
import org.liuhen.cli.verify.Signers;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.notes.VerifierKey;

/**
 * Clears a camera: a file goes only if its receipt holds once more, its bytes are hashed once more and are the ones in the store,
 * and the store has noted it first. Whatever else is on the camera stays.
 */
final class Clearing {

    private final Buffers buffers = new Buffers(Store.CHUNK_BYTES, 1);
    private final Camera camera;
    private final Notebook notebook;
    private final Stores stores;
    private final Optional<String> device;
    private final String confirmedBy;
    private final boolean dryRun;
    private final Faults faults;
    private final Set<Touched> touched = new LinkedHashSet<>();
    private final Consumer<Bilingual> refused;

    /** A device that something was cleared from, and the store that has it. */
    private record Touched(String origin, String device) {}

    /** The store with this log, if it is the one that answers. */
    interface Stores {
        Optional<Store> with(String origin) throws IOException, StoreRefused, InterruptedException;
    }

    /**
     * A clearing.
     *
     * @param device the only device whose files may go; absent for whatever device the notebook says
     * @param refused hears what a store says that does not take what is still on the device
     */
    Clearing(
            Camera camera, Notebook notebook, Stores stores, Optional<String> device, String confirmedBy, boolean dryRun, Faults faults,
            Consumer<Bilingual> refused) {
        this.camera = camera;
        this.notebook = notebook;
        this.stores = stores;
        this.device = device;
        this.confirmedBy = confirmedBy;
        this.dryRun = dryRun;
        this.faults = faults;
        this.refused = refused;
    }

    /** What became of a file. */
    sealed interface Result {
        /** Gone from the camera; or, in a dry run, it could go. */
        record Cleared(CameraFile file) implements Result {}

        record Kept(CameraFile file, String reason, Bilingual text) implements Result {}
    }

    /**
     * Clears one file, or keeps it and says why.
     *
     * @throws StoreRefused if the store refuses every clearing (token)
     * @throws IOException if the store is away or the notebook cannot be written; the file is still there
     */
    Result clear(CameraFile file) throws IOException, StoreRefused, InterruptedException {
        var known = notebook.known().stored(Sight.of(file));
        if (file.problem().isPresent() || known.isEmpty()) {
            return kept(file, "not-stored", "没有核对过的回执：先运行 collect", "no checked receipt: run collect first");
        }
        var candidates = known.stream().filter(note -> device.isEmpty() || device.get().equals(deviceOf(note))).toList();
        if (candidates.isEmpty()) {
            var other = deviceOf(known.getFirst());
            return kept(file, "other-device", "是以设备 " + other + " 入库的：核对 --device",
                    "was handed in as of device " + other + ": check --device");
        }
        FileDigests.Digests digests;
        try {
            digests = Sender.read(camera, file, buffers);
        } catch (SourceFailed e) {
            return new Result.Kept(file, e.reason(), e.text());
        }
        var stored = candidates.stream().filter(note -> note.sha256().equals(digests.sha256())).findFirst();
        if (stored.isEmpty()) {
            return kept(file, "digest-mismatch", "内容与已入库的不同：先运行 collect",
                    "the bytes are not the ones in the store: run collect first");
        }
        var finding = receipt(stored.get(), file, digests);
        if (finding.isPresent()) return finding.get();
        if (!camera.writable(file.path())) {
            return kept(file, "read-only", "存储卡写保护或无权删除：解除写保护后重新运行",
                    "the card is write-protected, or files may not be removed from it: take the lock off and run again");
        }
        if (dryRun) return new Result.Cleared(file);
        var store = stores.with(origin(stored.get()));
        if (store.isEmpty()) {
            var origin = origin(stored.get());
            return kept(file, "other-store", "入库在另一个存储 " + origin + "：用 --server 给出它的地址",
                    "is in another store, " + origin + ": give its address with --server");
        }
        try {
            store.get().clearing(
                    stored.get().handIn(), stored.get().recording(), file.path(), digests.sha256(), confirmedBy);
        } catch (StoreRefused e) {
            if (e.concernsEverything()) throw e;
            return new Result.Kept(file, e.code(), e.text());
        }
        faults.reach(FaultPoint.CLEARING_SENT);
        notebook.write(new Note.Clearing(stored.get().recording(), Sight.of(file)));
        faults.reach(FaultPoint.CLEARING_NOTED);
        if (!camera.stamp(file.path()).equals(file.stamp())) return kept(file, "changing", "刚刚又变化了", "it has just changed again");
        try {
            camera.delete(file.path());
        } catch (IOException e) {
            return kept(file, "not-removed", "删不掉（" + e + "）：检查存储卡后重新运行",
                    "cannot be removed (" + e + "): check the card and run again");
        }
        faults.reach(FaultPoint.FILE_DELETED);
        touched.add(new Touched(origin(stored.get()), deviceOf(stored.get())));
        notebook.write(new Note.Cleared(stored.get().recording(), Sight.of(file)));
        faults.reach(FaultPoint.CLEARED_NOTED);
        return new Result.Cleared(file);
    }

    /**
     * Tells the stores what is still on each device that a file was cleared from. One that does not take it, or is away, changes nothing.
     *
     * @throws IOException if the camera is not there any more; what was cleared is
     */
    void tellMemory() throws IOException, InterruptedException {
        var files = camera.list().stream().map(Sight::of).toList();
        for (var one : touched) {
            try {
                var still = notebook.known().stored(one.origin(), one.device(), files);
                var store = stores.with(one.origin());
                if (store.isPresent()) store.get().memory(one.device(), still.size(), still.stream().findFirst().map(Note.Stored::recording));
            } catch (StoreRefused e) {
                refused.accept(e.text());
            } catch (IOException e) {
                refused.accept(Store.memoryUntold(e));
            }
        }
    }

    private String deviceOf(Note.Stored note) {
        return notebook.known().handIn(note.handIn()).device();
    }

    private String origin(Note.Stored note) {
        return notebook.known().handIn(note.handIn()).origin().orElse("");
    }

    private Optional<Result> receipt(Note.Stored stored, CameraFile file, FileDigests.Digests digests) throws IOException {
        var bytes = notebook.receipt(stored.recording());
        if (bytes.isEmpty()) return Optional.of(kept(file, "receipt-gone", "记事本里没有回执", "the receipt is not in the notebook"));
        var origin = origin(stored);
        var pinned = notebook.known().pinned(origin);
        if (pinned.isEmpty()) return Optional.of(kept(file, "keys", "没有记下的公钥", "no keys are noted"));
        try {
            var signers = new Signers(pinned.stream().map(VerifierKey::parse).toList());
            return switch (ReceiptCheck.check(bytes.get(), stored.recording(), file.path(), digests, signers, origin)) {
                case ReceiptCheck.Finding.Proves _ -> Optional.empty();
                case ReceiptCheck.Finding.DoesNot(var reason, var text) -> Optional.of(new Result.Kept(file, reason, text));
            };
        } catch (Malformed e) {
            return Optional.of(kept(file, "keys", "记下的公钥损坏：" + e.getMessage(), "the noted keys are damaged: " + e.getMessage()));
        }
    }

    private static Result kept(CameraFile file, String reason, String zh, String en) {
        return new Result.Kept(file, reason, new Bilingual(zh, en));
    }
}
