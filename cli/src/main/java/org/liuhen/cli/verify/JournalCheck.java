package org.liuhen.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.liuhen.core.devices.DeviceEvent.HandInOpened;
import org.liuhen.core.ledger.NodeHash;
import org.liuhen.core.recordings.RecordingEvent.DerivedCopyMade;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.events.Leaf;
import org.liuhen.formats.events.Payload;
import org.liuhen.formats.ledger.EntryBundle;
import org.liuhen.formats.ledger.TilePath;

/**
 * The journal against the ledgers and the vaults, event by event, both ways. Remembers of each event of the ledgers
 * only where it stands ({@link LedgerIndex}).
 */
final class JournalCheck {

    /** An event is in a signed checkpoint within a second; longer than this is a fault, not a delay. */
    private static final Duration LOGGED_WITHIN = Duration.ofMinutes(1);

    /** One agency: its ledger, what of it the journal has shown, and its vault. Bits are places in the log. */
    static final class Agency {
        private final LedgerCheck.Checked ledger;
        private final ObjectsCheck objects;
        private final BitSet seen = new BitSet();
        private final BitSet withoutPayload = new BitSet();
        private final BitSet destroyed = new BitSet();
        private long rows;

        Agency(LedgerCheck.Checked ledger, ObjectsCheck objects) {
            this.ledger = ledger;
            this.objects = objects;
        }

        private byte[] leafHash(int place) throws IOException {
            var tile = ledger.files().tile(ledger.files().required(0, place / TilePath.FULL));
            return LedgerFiles.hash(tile, place % TilePath.FULL);
        }
    }

    private final Map<String, Agency> agencies;
    private final Instant now;
    private final Report report;
    private final LongConsumer progress;

    JournalCheck(Map<String, Agency> agencies, Instant now, Report report, LongConsumer progress) {
        this.agencies = Map.copyOf(agencies);
        this.now = now;
        this.report = report;
        this.progress = progress;
    }

    void run(JournalSource journal) throws IOException {
        var before = report.faults().size();
        journal.read(this::row);
        for (var entry : new TreeMap<>(agencies).entrySet()) {
            conclude(entry.getKey(), entry.getValue(), before);
        }
    }

    private void conclude(String code, Agency agency, int faultsBefore) throws IOException {
        var unexplained = agency.withoutPayload;
        unexplained.andNot(agency.destroyed);
        for (var place = unexplained.nextSetBit(0); place >= 0; place = unexplained.nextSetBit(place + 1)) {
            report.failed(Fault.E06, code + " entry " + place, "salt and payload, or a PayloadDestroyed that names it", "neither");
        }
        missing(code, agency);
        if (!agency.ledger.whole()) {
            report.notPerformed(Check.JOURNAL, code, new Bilingual("账本条目不全，无法逐条核对", "the ledger's entries are not complete"));
        } else if (report.faults().size() == faultsBefore) {
            report.passed(Check.JOURNAL, code + ": " + agency.rows + " events");
        }
    }

    /** What the ledger has and the journal does not, named by what the ledger says of it. */
    private void missing(String code, Agency agency) throws IOException {
        var files = agency.ledger.files();
        for (var bundle = 0L; bundle * TilePath.FULL < agency.ledger.checkpoint().size(); bundle++) {
            var first = Math.toIntExact(bundle * TilePath.FULL);
            var width = files.required(0, bundle).width();
            if (agency.seen.nextClearBit(first) >= first + width) continue;
            var entries = files.entries(bundle).map(EntryBundle::read).orElse(List.of());
            for (var i = 0; i < Math.min(width, entries.size()); i++) {
                if (agency.seen.get(first + i)) continue;
                var leaf = Leaf.read(entries.get(i));
                if (agency.ledger.index().find(leaf.stream(), leaf.version()) == first + i) report.failed(
                        Fault.E19, code + " entry " + (first + i),
                        leaf.type() + " " + leaf.stream() + " version " + leaf.version() + ", as in the ledger", "none");
            }
        }
    }

    private void row(JournalSource.Row row) throws IOException {
        var bytes = row.leafBytes();
        progress.accept(bytes.length + row.shown().map(shown -> shown.payload().length()).orElse(0));
        var found = "another leaf";
        var leaf = Optional.<Leaf>empty();
        try {
            leaf = Optional.of(Leaf.read(bytes));
        } catch (Malformed e) {
            found = String.valueOf(e.getMessage());
        }
        var hash = NodeHash.SHA256.leaf(bytes);
        // what the row is filed under comes first: an altered leaf may name any event
        var names = Stream.concat(row.filing().stream(), leaf.stream().map(JournalSource.Filing::of)).distinct().toList();
        for (var name : names) {
            var agency = agencies.get(name.agency());
            var place = agency == null ? LedgerIndex.ABSENT : agency.ledger.index().find(name.stream(), name.version());
            if (agency == null || place == LedgerIndex.ABSENT || agency.seen.get(place)) continue;
            var holds = Arrays.equals(agency.leafHash(place), hash);
            if (holds && leaf.isPresent()) {
                agency.seen.set(place);
                logged(row, leaf.get(), place, agency);
                return;
            }
            if (name.equals(names.getFirst())) {
                agency.seen.set(place);
                report.failed(Fault.E21, subject(name), "the leaf of the ledger, entry " + place, found);
                return;
            }
        }
        if (names.isEmpty()) report.failed(Fault.E21, "journal", "a leaf of formats.md, section 2.3", found);
        else unlogged(names.getFirst());
    }

    private void unlogged(JournalSource.Filing name) {
        var agency = agencies.get(name.agency());
        if (!name.recordedAt().isBefore(now.minus(LOGGED_WITHIN)) || (agency != null && !agency.ledger.whole())) return;
        report.failed(Fault.E20, subject(name), "an entry of the ledger, since " + name.recordedAt(), "none");
    }

    private void logged(JournalSource.Row row, Leaf leaf, int place, Agency agency) {
        agency.rows++;
        var name = JournalSource.Filing.of(leaf);
        row.filing().filter(filing -> !filing.equals(name)).ifPresent(filing ->
                report.failed(Fault.E21, subject(name), "beside the leaf " + name, filing.toString()));
        payload(row, leaf, place, agency);
    }

    private static String subject(JournalSource.Filing name) {
        return name.agency() + " " + name.type() + " " + name.stream() + " version " + name.version();
    }

    private void payload(JournalSource.Row row, Leaf leaf, int place, Agency agency) {
        var subject = subject(JournalSource.Filing.of(leaf));
        if (row.shown().isEmpty()) {
            agency.withoutPayload.set(place);
            return;
        }
        var shown = row.shown().get();
        if (!leaf.commitsTo(shown.saltBytes(), shown.payloadBytes())) {
            report.failed(Fault.E06, subject, "sha256 " + leaf.payloadSha256().hex(), "another payload");
            return;
        }
        try {
            var event = Payload.read(leaf.type(), leaf.typeVersion(), shown.payloadBytes()).event();
            if (event instanceof PayloadDestroyed gone) {
                var target = agency.ledger.index().find(leaf.stream(), gone.version());
                if (target != LedgerIndex.ABSENT) agency.destroyed.set(target);
            }
            for (var digest : objectsOf(event)) {
                if (!Files.isRegularFile(agency.objects.object(digest))) report.failed(
                        Fault.E22, subject, digest.toString(), "no such object");
            }
        } catch (Malformed e) {
            report.failed(Fault.E06, subject, "a payload of formats.md, section 2.1", String.valueOf(e.getMessage()));
        }
    }

    private static List<Digest> objectsOf(Event event) {
        if (event instanceof RecordingHandedIn handedIn) return List.of(handedIn.sha256());
        if (event instanceof DerivedCopyMade copy) return List.of(copy.sha256());
        if (event instanceof HandInOpened opened) return List.of(opened.listing());
        return List.of();
    }
}
