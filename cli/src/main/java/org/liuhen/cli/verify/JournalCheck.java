package org.liuhen.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.liuhen.core.agencies.AgencyEvent.OriginOpened;
import org.liuhen.core.devices.DeviceEvent.HandInOpened;
import org.liuhen.core.ledger.NodeHash;
import org.liuhen.core.recordings.RecordingEvent.DerivedCopyMade;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.events.Leaf;
import org.liuhen.formats.events.Payload;

/**
 * The journal against the ledgers and the vaults, event by event, both ways. Remembers of each event of the ledgers
 * only where it stands ({@link LedgerIndex}).
 */
final class JournalCheck {

    /** An event is in a signed checkpoint within a second; longer than this is a fault, not a delay. */
    private static final Duration LOGGED_WITHIN = Duration.ofMinutes(1);

    private final Map<String, AgencyJournal> agencies;
    private final Instant now;
    private final Report report;
    private final LongConsumer progress;

    JournalCheck(Map<String, AgencyJournal> agencies, Instant now, Report report, LongConsumer progress) {
        this.agencies = Map.copyOf(agencies);
        this.now = now;
        this.report = report;
        this.progress = progress;
    }

    void run(JournalSource journal) throws IOException {
        var before = report.faults().size();
        journal.read(this::row);
        for (var entry : new TreeMap<>(agencies).entrySet()) {
            entry.getValue().conclude(before);
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
            if (agency == null) continue;
            var places = agency.unseen(name.stream(), name.version());
            for (var place : places) {
                if (leaf.isEmpty() || !place.holds(hash)) continue;
                place.see();
                logged(row, leaf.get(), place, agency);
                return;
            }
            if (!places.isEmpty() && name.equals(names.getFirst())) {
                places.getFirst().see();
                report.failed(Fault.E21, subject(name), "the leaf of the ledger, entry " + places.getFirst().index(), found);
                return;
            }
        }
        if (names.isEmpty()) report.failed(Fault.E21, "journal", "a leaf of formats.md, section 2.3", found);
        else unlogged(names.getFirst());
    }

    private void unlogged(JournalSource.Filing name) {
        var agency = agencies.get(name.agency());
        if (!name.recordedAt().isBefore(now.minus(LOGGED_WITHIN)) || (agency != null && !agency.isWhole())) return;
        report.failed(Fault.E20, subject(name), "an entry of the ledger, since " + name.recordedAt(), "none");
    }

    private void logged(JournalSource.Row row, Leaf leaf, AgencyJournal.Place place, AgencyJournal agency) {
        agency.count();
        var name = JournalSource.Filing.of(leaf);
        row.filing().filter(filing -> !filing.equals(name)).ifPresent(filing ->
                report.failed(Fault.E21, subject(name), "beside the leaf " + name, filing.toString()));
        payload(row, leaf, place, agency);
    }

    private static String subject(JournalSource.Filing name) {
        return name.agency() + " " + name.type() + " " + name.stream() + " version " + name.version();
    }

    private void payload(JournalSource.Row row, Leaf leaf, AgencyJournal.Place place, AgencyJournal agency) {
        var subject = subject(JournalSource.Filing.of(leaf));
        if (row.shown().isEmpty()) {
            place.lacksPayload();
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
                agency.destroyed(leaf.stream(), gone.version());
            }
            if (event instanceof OriginOpened opened) agency.opened(opened, place);
            for (var digest : objectsOf(event)) {
                if (!Files.isRegularFile(agency.object(digest))) report.failed(
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
