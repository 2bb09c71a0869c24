package org.liuhen.cli.collect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.liuhen.cli.collect.Note.Sight;
import org.liuhen.core.devices.HandInSource;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.RawName;
import org.liuhen.formats.devices.Listing;
import org.liuhen.formats.notes.VerifierKey;

/**
 * The collection station (采集站): hands a docked camera in and balances the books. Whatever was done is in the notebook before the
 * next step, so that it can be ended at any moment and run again: nothing that is stored is sent twice. Never deletes.
 */
public final class Station {

    private final Store store;
    private final Notebook notebook;
    private final Optional<List<VerifierKey>> trust;
    private final int parallel;
    private final Faults faults;
    private final Progress progress;

    /**
     * A station for one store.
     *
     * @param trust the keys to believe, instead of those noted at first contact
     * @param parallel how many files are sent at once
     */
    public Station(Store store, Notebook notebook, Optional<List<VerifierKey>> trust, int parallel, Faults faults,
            Progress progress) {
        this.store = store;
        this.notebook = notebook;
        this.trust = trust;
        this.parallel = parallel;
        this.faults = faults;
        this.progress = progress;
    }

    /**
     * What became of a source.
     *
     * @param outcomes one for each file, in the order of the listing
     * @param balanced whether camera, station and store count the same, and nothing failed
     */
    public record Collected(List<Outcome> outcomes, boolean balanced) {
        public Collected {
            outcomes = List.copyOf(outcomes);
        }

        /** Files with a checked receipt. */
        public long stored() {
            return outcomes.stream().filter(Outcome.Stored.class::isInstance).count();
        }

        /** Files without. */
        public long failed() {
            return outcomes.size() - stored();
        }

        /** Whether something kept all files from going on: what is left can go elsewhere. */
        public boolean stopped() {
            return Station.stopped(outcomes);
        }
    }

    /**
     * Hands in every file that is not in the store yet.
     *
     * @throws KeysChanged if the log is not the one this station knows; nothing was sent
     * @throws StoreRefused if the store does not open the hand-in; nothing was sent
     * @throws IOException if the store is away or the notebook cannot be written; run again
     */
    public Collected collect(Docked docked) throws IOException, StoreRefused, KeysChanged, InterruptedException {
        faults.reach(FaultPoint.LISTED);
        progress.listed(docked.device(), docked.files().size(),
                docked.files().stream().mapToLong(file -> file.stamp().sizeBytes()).sum());
        var keys = met();
        var before = notebook.known().stored(keys.origin(), docked.device(), docked.files().stream().map(Sight::of).toList());
        var outcomes = new LinkedHashMap<CameraFile, Outcome>();
        var balanced = true;
        var goesOn = false;
        // each of them may have begun what is shown now, and only there it can go on without being stored twice
        for (var open : notebook.known().open(keys.origin(), store.server().toString(), docked.device(), docked.camera().name())) {
            var mine = listedIn(open.id(), keys, docked);
            if (mine.isPresent()) {
                balanced = handIn(open.id(), keys, docked, mine.get(), outcomes);
                goesOn = true;
            } else {
                supersede(open.id(), keys, docked, outcomes);
            }
        }
        var fresh = docked.files().stream().filter(file -> !outcomes.containsKey(file) && stored(keys, docked, file).isEmpty()).toList();
        if (!fresh.isEmpty() || (docked.files().isEmpty() && !goesOn)) {
            balanced = handIn(begin(keys, docked, fresh), keys, docked, fresh, outcomes);
        }
        var all = new ArrayList<Outcome>();
        for (var file : docked.files()) {
            var outcome = Optional.ofNullable(outcomes.get(file)).or(() -> stored(keys, docked, file).map(Station::outcome))
                    .orElseThrow();
            all.add(outcome);
        }
        if (docked.source() == HandInSource.CAMERA && !stopped(all)) tellMemory(docked.device(), before);
        return new Collected(all, balanced && all.stream().allMatch(Outcome.Stored.class::isInstance));
    }

    /** Nothing depends on it: a store that does not take it has every file all the same. */
    private void tellMemory(String device, List<Note.Stored> before) throws InterruptedException {
        try {
            store.memory(device, before.size(), before.stream().findFirst().map(Note.Stored::recording));
        } catch (StoreRefused e) {
            progress.say(e.text());
        } catch (IOException e) {
            progress.say(Store.memoryUntold(e));
        }
    }

    /** Which store answers at the address today, and whether it is signed for by keys that this station believes. */
    private PinnedKeys met() throws IOException, StoreRefused, KeysChanged, InterruptedException {
        var log = store.log();
        var before = notebook.known().address(log.origin());
        var keys = new PinnedKeys(notebook, store.server().toString(), trust);
        keys.meet(log);
        if (before.isPresent() && !before.get().equals(store.server().toString())) {
            progress.say(new Bilingual(
                    "存储 " + log.origin() + " 原在 " + before.get() + "，现在 " + store.server() + "：已入库的不重传",
                    "the store " + log.origin() + ", known at " + before.get() + ", is at " + store.server()
                            + " now: what it has is not sent again"));
        }
        return keys;
    }

    private Optional<Note.Stored> stored(PinnedKeys keys, Docked docked, CameraFile file) {
        return notebook.known().stored(keys.origin(), docked.device(), Sight.of(file));
    }

    private static Outcome outcome(Note.Stored note) {
        return new Outcome.Stored(note.file().path(), note.file().sizeBytes(), note.sha256(), note.recording(), note.leafIndex());
    }

    /** The files of the open hand-in, if the source still shows exactly those beside what other hand-ins have stored. */
    private Optional<List<CameraFile>> listedIn(UUID handIn, PinnedKeys keys, Docked docked) throws IOException {
        var kept = notebook.listing(handIn);
        if (kept.isEmpty()) return Optional.empty();
        var mine = docked.files().stream()
                .filter(file -> stored(keys, docked, file).filter(note -> !note.handIn().equals(handIn)).isEmpty()).toList();
        return Set.copyOf(Listing.read(kept.get()).files()).equals(new HashSet<>(listing(mine).files())) ? Optional.of(mine)
                : Optional.empty();
    }

    private static Listing listing(List<CameraFile> files) {
        return new Listing(files.stream().map(file -> new Listing.File(
                file.modifiedAt(), file.path().display(), RawName.of(file.path().bytes()), file.problem(),
                        file.stamp().sizeBytes())).toList());
    }

    /** Notes a new hand-in; nobody else knows of it yet. */
    private UUID begin(PinnedKeys keys, Docked docked, List<CameraFile> files) throws IOException {
        var id = UUID.randomUUID();
        notebook.keepListing(id, listing(files).write());
        faults.reach(FaultPoint.LISTING_KEPT);
        notebook.write(new Note.HandIn(
                id, store.server().toString(), Optional.of(keys.origin()), docked.device(), docked.camera().name()));
        faults.reach(FaultPoint.HAND_IN_NOTED);
        return id;
    }

    /**
     * The source has changed since: what was begun is finished where it was begun, the rest goes into another hand-in, and both
     * are told.
     */
    private void supersede(UUID handIn, PinnedKeys keys, Docked docked, Map<CameraFile, Outcome> all)
            throws IOException, StoreRefused, KeysChanged, InterruptedException {
        progress.say(new Bilingual("设备内容与上次未完成的移交不同，开始新的移交",
                "the source is not what it was at the unfinished hand-in; a new one begins"));
        var kept = notebook.listing(handIn);
        if (kept.isPresent()) {
            var outcomes = new LinkedHashMap<CameraFile, Outcome>();
            var begun = docked.files().stream().filter(file -> notebook.known().sending(handIn, Sight.of(file)).isPresent()
                    || stored(keys, docked, file).filter(note -> note.handIn().equals(handIn)).isPresent()).toList();
            var files = opened(handIn, keys, docked, kept.get());
            files.handIn(begun, outcomes);
            all.putAll(outcomes);
            if (stopped(outcomes.values())) return; // it goes on here next time
            var listed = Listing.read(kept.get()).files();
            var stored = outcomes.values().stream().filter(Outcome.Stored.class::isInstance).map(o -> o.path().display())
                    .toList();
            var left = listed.stream().filter(file -> !stored.contains(file.path()))
                    .map(file -> new Outcome.Failed(RawPath.of(file.pathBytes().bytes()), file.sizeBytes(), "superseded",
                            new Bilingual("转入新的移交", "moved to another hand-in")))
                    .toList();
            store.balance(handIn, listed.size(), listed.size() - left.size(), left);
        }
        // what was begun and has no receipt yet keeps the hand-in open: begun again elsewhere it would be stored twice
        if (notebook.known().begun(handIn).isEmpty()) notebook.write(new Note.Superseded(handIn));
    }

    private FileHandIn opened(UUID handIn, PinnedKeys keys, Docked docked, byte[] listing)
            throws IOException, StoreRefused, KeysChanged, InterruptedException {
        var origin = store.openHandIn(handIn, docked, new String(listing, StandardCharsets.UTF_8));
        if (!origin.equals(keys.origin())) throw KeysChanged.anotherStore(store.server().toString(), keys.origin(), origin);
        faults.reach(FaultPoint.HAND_IN_OPENED);
        return new FileHandIn(handIn, docked, store, notebook, keys, parallel, faults, progress);
    }

    /** Whether something kept all files from going on. */
    private static boolean stopped(Collection<Outcome> outcomes) {
        return outcomes.stream().anyMatch(outcome -> outcome instanceof Outcome.Failed failed && failed.reason().equals(FileHandIn.STOPPED));
    }

    /** Opens the hand-in (again, perhaps), sends its files, and balances. */
    private boolean handIn(UUID handIn, PinnedKeys keys, Docked docked, List<CameraFile> files, Map<CameraFile, Outcome> all)
            throws IOException, StoreRefused, KeysChanged, InterruptedException {
        var outcomes = new LinkedHashMap<CameraFile, Outcome>();
        var listing = notebook.listing(handIn).orElseThrow(
                () -> new IOException("the listing of hand-in " + handIn + " is gone"));
        opened(handIn, keys, docked, listing).handIn(files, outcomes);
        all.putAll(outcomes);
        var failed = outcomes.values().stream().filter(Outcome.Failed.class::isInstance).map(Outcome.Failed.class::cast).toList();
        // nobody there to be told
        if (stopped(outcomes.values())) return false;
        var balance = store.balance(handIn, files.size(), files.size() - failed.size(), failed);
        faults.reach(FaultPoint.BALANCE_SENT);
        notebook.write(new Note.Balanced(handIn, files.size(), files.size() - failed.size(), failed.size(), balance.balanced()));
        faults.reach(FaultPoint.BALANCE_NOTED);
        if (!balance.balanced() && failed.isEmpty()) {
            progress.say(new Bilingual(
                    "三方不平：设备 " + files.size() + " 个，存储端为本次移交记有 " + balance.storedByServer() + " 个；请通知保管人，勿清除设备",
                    "the books do not balance: " + files.size() + " on the camera, " + balance.storedByServer()
                            + " in the store for this hand-in; tell the custodian, do not clear"));
        }
        return balance.balanced();
    }
}
