package org.liuhen.cli.collect;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.liuhen.cli.collect.Note.Sight;
import org.liuhen.cli.verify.FileDigests;
import org.liuhen.core.values.Bilingual;

/**
 * The files of one open hand-in: several are sent at once, and while they are, the receipts of those before are awaited and
 * checked.
 */
final class FileHandIn {

    /** The reason of a file that was not tried because nothing can be stored at the moment. */
    static final String STOPPED = "stopped";

    private static final int GONE_NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final Duration RECEIPT_WAIT = Duration.ofSeconds(10);
    private static final int RECEIPT_WAITS = 6;
    private static final int UNDER_WAY_MAX = 256;
    private static final int RECEIPTS_AT_ONCE = 64; // a log signs once a second, for all who wait

    private final UUID handIn;
    private final Docked docked;
    private final Store store;
    private final Notebook notebook;
    private final int parallel;
    private final Faults faults;
    private final Progress progress;
    private final Sender sender;
    private final PinnedKeys keys;
    private final ReceiptCheck receipts;
    private final Semaphore receiptsAtOnce = new Semaphore(RECEIPTS_AT_ONCE);
    private final AtomicReference<Optional<Bilingual>> stopped = new AtomicReference<>(Optional.empty());

    FileHandIn(
            UUID handIn, Docked docked, Store store, Notebook notebook, PinnedKeys keys, int parallel, Faults faults,
                    Progress progress) {
        this.handIn = handIn;
        this.docked = docked;
        this.store = store;
        this.notebook = notebook;
        this.parallel = parallel;
        this.faults = faults;
        this.progress = progress;
        this.sender = new Sender(docked.camera(), store, faults, progress);
        this.keys = keys;
        this.receipts = new ReceiptCheck(keys);
    }

    /** Sends the files; every one has an outcome at the end. */
    void handIn(List<CameraFile> files, Map<CameraFile, Outcome> outcomes) throws InterruptedException {
        try (var sending = Executors.newFixedThreadPool(parallel); var confirming = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new LinkedHashMap<CameraFile, Future<Outcome>>();
            var underWay = new Semaphore(UNDER_WAY_MAX); // ten thousand files must not all be in memory
            for (var file : files) {
                underWay.acquire();
                var sent = sending.submit(() -> sealed(file));
                running.put(file, confirming.submit(() -> {
                    try {
                        return confirmed(file, sent.get());
                    } finally {
                        underWay.release();
                    }
                }));
            }
            for (var entry : running.entrySet()) outcomes.put(entry.getKey(), result(entry.getValue()));
        }
    }

    private Outcome result(Future<Outcome> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            var cause = e.getCause() instanceof ExecutionException inner ? inner.getCause() : e.getCause();
            stop(new Bilingual("程序错误：" + cause, "a fault of the program: " + cause));
            if (cause instanceof Error error) throw error;
            throw new IllegalStateException(cause);
        }
    }

    /** How far a file has come: sealed, known from before, or failed. */
    private sealed interface Step {
        record Sealed(UUID recording, FileDigests.Digests digests) implements Step {}

        record Ended(Outcome outcome) implements Step {}
    }

    /** Something done with a file that can fail in the ways of files, stores and notebooks. */
    private interface Work<T> {
        T run() throws SourceFailed, StoreRefused, IOException, InterruptedException;
    }

    private Step sealed(CameraFile file) {
        return guarded(file, () -> seal(file), Step.Ended::new);
    }

    private Outcome confirmed(CameraFile file, Step step) {
        var outcome = switch (step) {
            case Step.Ended(var ended) -> ended;
            case Step.Sealed sealed -> guarded(file, () -> confirm(file, sealed), failed -> failed);
        };
        progress.finished(outcome);
        return outcome;
    }

    /** Turns what goes wrong into an outcome; what would go wrong with every file stops the rest. */
    private <T> T guarded(CameraFile file, Work<T> work, Function<Outcome, T> failed) {
        var reason = stopped.get();
        if (reason.isPresent()) return failed.apply(failure(file, STOPPED, reason.get()));
        try {
            return work.run();
        } catch (SourceFailed e) {
            return failed.apply(failure(file, e.reason(), e.text()));
        } catch (StoreRefused e) {
            if (e.concernsEverything()) stop(e.text());
            return failed.apply(failure(file, e.concernsEverything() ? STOPPED : e.code(), e.text()));
        } catch (IOException e) {
            var text = e instanceof Notebook.Unusable unusable ? unusable.text() : new Bilingual(
                    "服务器连接不上（" + e + "）：检查网络后重新运行，从中断处继续", "the store cannot be reached (" + e
                            + "): check the network and run again, it goes on where it stopped");
            stop(text);
            return failed.apply(failure(file, STOPPED, text));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed.apply(failure(file, STOPPED, new Bilingual("已中止", "interrupted")));
        }
    }

    /** What would go wrong with every file is said once, and is the reason of the rest. */
    private void stop(Bilingual reason) {
        stopped.compareAndSet(Optional.empty(), Optional.of(reason));
    }

    private static Outcome failure(CameraFile file, String reason, Bilingual text) {
        return new Outcome.Failed(file.path(), file.stamp().sizeBytes(), reason, text);
    }

    private Step seal(CameraFile file) throws SourceFailed, StoreRefused, IOException, InterruptedException {
        var sight = Sight.of(file);
        var stored = notebook.known().stored(keys.origin(), docked.device(), sight);
        if (stored.isPresent()) {
            return new Step.Ended(new Outcome.Stored(
                    file.path(), file.stamp().sizeBytes(), stored.get().sha256(), stored.get().recording(),
                            stored.get().leafIndex()));
        }
        if (file.problem().isPresent()) return new Step.Ended(failure(file, file.problem().get().word(), problem(file)));
        var sealed = notebook.known().sealed(handIn, sight);
        if (sealed.isPresent()) {
            var digests = Sender.read(docked.camera(), file, store.buffers());
            if (!digests.sha256().equals(sealed.get().sha256())) throw SourceFailed.differs(
                    sealed.get().sha256().hex(), digests.sha256().hex());
            return new Step.Sealed(sealed.get().recording(), digests);
        }
        var sent = send(file, sight);
        notebook.write(new Note.Sealed(handIn, sight, sent.sealed().recording(), sent.sealed().sha256()));
        faults.reach(FaultPoint.SEALED_NOTED);
        return new Step.Sealed(sent.sealed().recording(), sent.digests());
    }

    private static Bilingual problem(CameraFile file) {
        return switch (file.problem().orElseThrow()) {
            case UNREADABLE -> new Bilingual("打不开：请检查权限和存储卡，勿格式化",
                    "cannot be opened: check permissions and the card, do not format it");
            case CHANGING -> new Bilingual("读取时在变化", "changes while it is read");
            case SPECIAL -> new Bilingual("是链接或特殊文件，不是录音录像：请人工核对", "a link or special file, not a recording: have a look at it");
        };
    }

    /**
     * Sends under the key that an earlier run noted, or under a new one; once more under a new one if the store has forgotten the
     * old.
     */
    private Sender.Sent send(CameraFile file, Sight sight) throws SourceFailed, StoreRefused, IOException, InterruptedException {
        var begun = notebook.known().sending(handIn, sight).map(Note.Sending::key);
        if (begun.isPresent()) {
            try {
                return send(file, begun.get(), true);
            } catch (StoreRefused e) {
                if (e.status() != GONE && e.status() != GONE_NOT_FOUND) throw e;
            }
        }
        var key = UUID.randomUUID();
        notebook.write(new Note.Sending(handIn, sight, key));
        faults.reach(FaultPoint.SENDING_NOTED);
        return send(file, key, false);
    }

    private Sender.Sent send(CameraFile file, UUID key, boolean begun) throws SourceFailed, StoreRefused, IOException,
            InterruptedException {
        return sender.send(file, Store.metadata(file, docked.device(), handIn, key, docked.clock()), begun);
    }

    private Outcome confirm(CameraFile file, Step.Sealed sealed) throws StoreRefused, IOException, InterruptedException {
        var receipt = receipt(sealed.recording());
        if (receipt.isEmpty()) {
            return failure(file, "receipt-pending", new Bilingual(
                    "已收到，但尚未得到签名回执：稍后重新运行", "received, but there is no signed receipt yet: run again later"));
        }
        faults.reach(FaultPoint.RECEIPT_FETCHED);
        return switch (receipts.check(receipt.get(), sealed.recording(), file.path(), sealed.digests())) {
            case ReceiptCheck.Finding.DoesNot(var reason, var text) -> failure(file, reason, text);
            case ReceiptCheck.Finding.Proves(var leafIndex) -> {
                notebook.keepReceipt(sealed.recording(), receipt.get());
                faults.reach(FaultPoint.RECEIPT_KEPT);
                var sha256 = sealed.digests().sha256();
                notebook.write(new Note.Stored(handIn, Sight.of(file), sealed.recording(), sha256, leafIndex));
                faults.reach(FaultPoint.STORED_NOTED);
                yield new Outcome.Stored(file.path(), file.stamp().sizeBytes(), sha256, sealed.recording(), leafIndex);
            }
        };
    }

    private Optional<byte[]> receipt(UUID recording) throws StoreRefused, IOException, InterruptedException {
        receiptsAtOnce.acquire();
        try {
            for (var i = 0; i < RECEIPT_WAITS; i++) {
                var receipt = store.receipt(recording, RECEIPT_WAIT);
                if (receipt.isPresent()) return receipt;
                Thread.sleep(store.patience().firstWait()); // a store that does not wait must not be asked in a hurry
            }
            return Optional.empty();
        } finally {
            receiptsAtOnce.release();
        }
    }
}
