package org.liuhen.server.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.ledger.Checkpoint;
import org.liuhen.formats.ledger.TlogProof;
import org.liuhen.formats.notes.SignedNote;
import org.liuhen.formats.notes.Signer;
import org.liuhen.formats.notes.VerifierKey;
import org.liuhen.server.journal.WritingStopped;

/**
 * One agency's log. {@link #pass} takes what is new from the journal to a signed checkpoint; it may be cut short anywhere and
 * repeated. Only one thread calls it.
 */
final class AgencyLog {

    /** Late commits are looked for so many positions behind the newest one; farther back in a whole scan now and then. */
    private static final long LOOK_BACK_POSITIONS = 1_000;
    private static final Duration WHOLE_SCAN_EVERY = Duration.ofHours(1);

    /** A checkpoint that is signed and on disk. */
    record Head(Checkpoint checkpoint, SignedNote note, Instant signedAt) {}

    private final LogName name;
    private final String origin;
    private final LedgerFolder folder;
    private final LedgerKeys keys;
    /** Of the log before, which sign the first checkpoint too. */
    private final Optional<LedgerKeys> older;
    private final LedgerRows rows;
    private final Clock clock;
    private final FaultPoint.Hook fault;

    private volatile @Nullable Head head;
    private volatile @Nullable Bilingual stopped;
    private volatile long lastPosition;
    private Instant wholeScanDue = Instant.MIN;

    private AgencyLog(Parts parts, LedgerRows rows, Clock clock, FaultPoint.Hook fault) {
        name = parts.name();
        origin = parts.origin();
        folder = parts.folder();
        keys = parts.keys();
        older = parts.older();
        this.rows = rows;
        this.clock = clock;
        this.fault = fault;
    }

    /** What a log is made of. */
    record Parts(LogName name, String origin, LedgerFolder folder, LedgerKeys keys, Optional<LedgerKeys> older) {}

    /**
     * Opens the log and compares the database with what was signed; a log that disagrees, or lacks its files or keys, is open
     * for reading and stopped for writing.
     */
    static AgencyLog open(Parts parts, LedgerRows rows, Clock clock, FaultPoint.Hook fault) throws IOException {
        var log = new AgencyLog(parts, rows, clock, fault);
        try {
            log.load();
        } catch (SplitView e) {
            log.stop(e);
        } catch (IOException | UncheckedIOException | Malformed e) {
            log.stop(SplitView.damaged(parts.origin(), e));
        }
        return log;
    }

    private void load() throws IOException, SplitView {
        var note = folder.newest();
        if (note.isEmpty()) {
            if (folder.hasTiles() && rows.newest(name, origin).isPresent()) throw SplitView.headless(origin);
        } else {
            head = new Head(Checkpoint.parse(note.get().text()), note.get(), clock.instant());
        }
        if (!keys.exist()) throw SplitView.keysLost(origin);
        var signers = keys.current();
        folder.addKeys(clock.instant(), signers.stream().map(signer -> signer.verifierKey().vkey()).toList());
        if (note.isPresent()) load(note.get(), signers);
    }

    private void load(SignedNote note, List<Signer> signers) throws IOException, SplitView {
        var checkpoint = Checkpoint.parse(note.text());
        var ours = folder.keys().stream().map(key -> VerifierKey.parse(key.vkey())).toList();
        var opened = note.open(ours);
        var named = signers.stream().allMatch(signer -> signer.verifierKey().name().equals(origin));
        if (!named || !checkpoint.origin().equals(origin) || opened.verified().isEmpty() || !opened.wrong().isEmpty()) {
            throw SplitView.notOurs(origin);
        }
        var root = folder.root(checkpoint.size());
        if (!Arrays.equals(root, checkpoint.rootBytes())) throw SplitView.damaged(origin, new Malformed("tile: not the root " + checkpoint.root()));
        compare(checkpoint);
        rows.insert(name, checkpoint, note.write(), clock.instant()); // a crash may have come just before
    }

    /** The database's newest entries must lead to the root that was signed. */
    private void compare(Checkpoint signed) throws SplitView {
        var found = rows.size(name);
        if (found < signed.size()) throw SplitView.rolledBack(signed, found);
        var leaves = rows.leaves(name, TileGrowth.firstLeaf(signed.size()), signed.size());
        var growth = TileGrowth.of(folder::tile, signed.size(), signed.size(), leaves);
        requireRoot(signed, growth);
    }

    private void requireRoot(Checkpoint signed, TileGrowth growth) throws SplitView {
        var found = Checkpoint.of(origin, signed.size(), growth.root(signed.size()));
        if (!found.root().equals(signed.root())) throw SplitView.rootDiffers(signed, found);
    }

    /** Refuses a write that would hide that the database is not the one that was signed. */
    void requireWriting(int log, long treeSize) {
        var now = head;
        var found = log == name.number() ? treeSize : 0;
        if (stopped == null && now != null && found < now.checkpoint().size()) {
            var newest = rows.size(name); // the tree may have grown, and been signed, after the caller looked at it
            if (newest < now.checkpoint().size()) stop(SplitView.rolledBack(now.checkpoint(), newest));
        }
        var reason = stopped;
        if (reason != null) throw new WritingStopped(name.agency(), reason.zh(), reason.en());
    }

    /**
     * Takes what is new into the log and signs if the tree grew.
     *
     * @return whether there may be more at once
     * @throws IOException if the disk failed; the pass may be repeated
     */
    boolean pass() throws IOException {
        if (stopped != null) return false;
        try {
            var sequenced = sequence();
            if (sequenced.after() > signedSize()) grow(Math.min(sequenced.after(), signedSize() + LedgerRows.ENTRIES_AT_ONCE));
            return sequenced.after() > signedSize();
        } catch (SplitView e) {
            stop(e);
            return false;
        }
    }

    private LedgerRows.Sequenced sequence() throws SplitView {
        var now = clock.instant();
        var whole = !now.isBefore(wholeScanDue);
        var sequenced = rows.sequence(name, whole ? 0 : above(), signedSize(), fault);
        fault.reached(FaultPoint.ENTRIES_COMMITTED);
        var signed = head;
        if (signed != null && sequenced.before() < signedSize()) {
            throw SplitView.rolledBack(signed.checkpoint(), sequenced.before());
        }
        lastPosition = Math.max(lastPosition, sequenced.lastPosition());
        if (whole && sequenced.after() - sequenced.before() < LedgerRows.ENTRIES_AT_ONCE) {
            wholeScanDue = now.plus(WHOLE_SCAN_EVERY);
        }
        return sequenced;
    }

    /** Positions that need not be looked at again. */
    long above() {
        return Math.max(0, lastPosition - LOOK_BACK_POSITIONS);
    }

    private void grow(long size) throws IOException, SplitView {
        var older = signedSize();
        var growth = TileGrowth.of(folder::tile, older, size, rows.leaves(name, TileGrowth.firstLeaf(older), size));
        var signed = head;
        if (signed != null) requireRoot(signed.checkpoint(), growth);
        var known = rows.newest(name, origin);
        // the files are older than the database
        if (known.isPresent() && known.get().size() <= size) requireRoot(known.get(), growth);
        folder.write(growth.files());
        fault.reached(FaultPoint.TILES_WRITTEN);
        publish(Checkpoint.of(origin, size, growth.root(size)));
        folder.dropPartials(growth.files().keySet());
    }

    private void publish(Checkpoint checkpoint) throws IOException {
        var rotation = keys.rotation();
        var adopted = rotation.isPresent()
                && rows.leafOfCommand(name.agency(), rotation.get()).filter(leaf -> leaf < checkpoint.size()).isPresent();
        var note = SignedNote.sign(checkpoint.text(), signers(adopted));
        fault.reached(FaultPoint.SIGNED);
        folder.keep(checkpoint.size(), note);
        fault.reached(FaultPoint.CHECKPOINT_KEPT);
        folder.publish(note);
        fault.reached(FaultPoint.CHECKPOINT_PUBLISHED);
        if (adopted) {
            folder.addKeys(clock.instant(), keys.next().stream().map(signer -> signer.verifierKey().vkey()).toList());
            keys.endRotation();
        }
        var now = clock.instant();
        rows.insert(name, checkpoint, note.write(), now);
        fault.reached(FaultPoint.CHECKPOINT_INSERTED);
        announce(new Head(checkpoint, note, now));
    }

    /**
     * The keys of now; at a rotation also the next ones, and for the first checkpoint of a log also those of the log before.
     * After a rotation that a crash cut short some are both old and new.
     */
    private List<Signer> signers(boolean adopted) throws IOException {
        var all = new ArrayList<Signer>(keys.current());
        if (adopted) all.addAll(keys.next());
        if (head == null && older.isPresent() && older.get().exist()) all.addAll(older.get().current());
        var signers = new LinkedHashMap<String, Signer>();
        all.forEach(signer -> signers.put(signer.verifierKey().vkey(), signer));
        return List.copyOf(signers.values());
    }

    /** Signs the same tree again: a sign of life of a log that does not grow. */
    void signAgain() throws IOException {
        var now = head;
        if (now == null || stopped != null) return;
        var note = SignedNote.sign(now.checkpoint().text(), keys.current());
        folder.publish(note);
        announce(new Head(now.checkpoint(), note, clock.instant()));
    }

    private synchronized void announce(Head next) {
        head = next;
        notifyAll();
    }

    private void stop(SplitView cause) {
        stopped = cause.reason();
        System.getLogger(AgencyLog.class.getName()).log(System.Logger.Level.ERROR, cause.getMessage());
    }

    /** Waits until more leaves are signed than that, or the time is over. */
    synchronized void awaitBeyond(long size, Duration atMost) throws InterruptedException {
        var until = System.nanoTime() + atMost.toNanos();
        for (var rest = atMost.toNanos(); signedSize() <= size && rest > 0; rest = until - System.nanoTime()) {
            wait(rest / 1_000_000, (int) (rest % 1_000_000));
        }
    }

    /** The proof that leads from the leaf to the newest checkpoint; empty while the leaf is not in it. */
    Optional<TlogProof> proof(long leafIndex) {
        var now = head;
        if (now == null || leafIndex >= now.checkpoint().size()) return Optional.empty();
        return Optional.of(folder.proof(now.note(), leafIndex));
    }

    /** The newest signed head. */
    Optional<Checkpoint> signed() {
        return Optional.ofNullable(head).map(Head::checkpoint);
    }

    /** Stops writing if all leaves together give another root than the one signed. */
    void compareWhole(Checkpoint signed, byte[] root) {
        var found = Checkpoint.of(origin, signed.size(), root);
        if (!found.root().equals(signed.root())) stop(SplitView.rootDiffers(signed, found));
    }

    long signedSize() {
        var now = head;
        return now == null ? 0 : now.checkpoint().size();
    }

    LedgerState state() {
        var now = head;
        var reason = stopped;
        return new LedgerState(
                name.agency(),
                origin,
                signedSize(),
                Optional.ofNullable(now).map(Head::signedAt),
                Optional.ofNullable(reason).map(both -> new LedgerState.Stopped(both.zh(), both.en())));
    }

    String agency() {
        return name.agency();
    }

    LogName name() {
        return name;
    }

    String origin() {
        return origin;
    }

    LedgerFolder folder() {
        return folder;
    }

    LedgerKeys keys() {
        return keys;
    }
}
