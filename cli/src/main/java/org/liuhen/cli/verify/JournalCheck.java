package org.liuhen.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

/**
 * The journal against the ledgers and the vaults, event by event, both ways. Holds a hash for each event of the ledgers in
 * memory.
 */
final class JournalCheck {

    /** An event is in a signed checkpoint within a second; longer than this is a fault, not a delay. */
    private static final Duration LOGGED_WITHIN = Duration.ofMinutes(1);

    private record Place(UUID stream, long version) {}

    /** What is known of one agency. */
    static final class Agency {
        private final Map<Place, byte[]> leaves = new HashMap<>();
        private final ObjectsCheck objects;
        private boolean whole;
        private long rows;

        Agency(ObjectsCheck objects) {
            this.objects = objects;
        }

        /** A leaf of the ledger. */
        void take(byte[] bytes, Leaf leaf) {
            leaves.put(new Place(leaf.stream(), leaf.version()), NodeHash.SHA256.leaf(bytes));
        }

        /** Whether every leaf of the ledger was taken. */
        void whole(boolean complete) {
            whole = complete;
        }
    }

    private final Map<String, Agency> agencies;
    private final Instant now;
    private final Report report;
    private final Set<Place> destroyed = new HashSet<>();
    private final Map<Place, String> withoutPayload = new HashMap<>();

    JournalCheck(Map<String, Agency> agencies, Instant now, Report report) {
        this.agencies = Map.copyOf(agencies);
        this.now = now;
        this.report = report;
    }

    void run(JournalSource journal) throws IOException {
        var before = report.faults().size();
        journal.read(this::row);
        withoutPayload.forEach((place, subject) -> {
            if (!destroyed.contains(place)) report.failed(
                    Fault.E06, subject, "salt and payload, or a PayloadDestroyed that names it", "neither");
        });
        agencies.forEach((code, agency) -> {
            for (var place : agency.leaves.keySet()) {
                report.failed(Fault.E19, code, "event " + place.version + " of " + place.stream + ", as in the ledger", "none");
            }
            if (!agency.whole) {
                report.notPerformed(Check.JOURNAL, code, new Bilingual("账本条目不全，无法逐条核对", "the ledger's entries are not complete"));
            } else if (report.faults().size() == before) {
                report.passed(Check.JOURNAL, code + ": " + agency.rows + " events");
            }
        });
    }

    private void row(JournalSource.Row row) {
        Leaf leaf;
        try {
            leaf = Leaf.read(row.leafBytes());
        } catch (Malformed e) {
            report.failed(Fault.E26, "journal", "a leaf of formats.md, section 2.3", String.valueOf(e.getMessage()));
            return;
        }
        var agency = agencies.get(leaf.agency().value());
        var place = new Place(leaf.stream(), leaf.version());
        var subject = leaf.agency() + " " + leaf.type() + " " + leaf.stream() + " version " + leaf.version();
        if (agency == null) {
            if (overdue(leaf)) report.failed(Fault.E20, subject, "an entry of the ledger of " + leaf.agency(), "no such ledger");
            return;
        }
        agency.rows++;
        var logged = agency.leaves.remove(place);
        if (logged == null) {
            if (agency.whole && overdue(leaf)) report.failed(
                    Fault.E20, subject, "an entry of the ledger, since " + leaf.recordedAt(), "none");
        } else if (!Arrays.equals(logged, NodeHash.SHA256.leaf(row.leafBytes()))) {
            report.failed(Fault.E21, subject, "the leaf of the ledger", "another leaf");
            return;
        }
        payload(row, leaf, place, subject, agency);
    }

    private boolean overdue(Leaf leaf) {
        return leaf.recordedAt().isBefore(now.minus(LOGGED_WITHIN));
    }

    private void payload(JournalSource.Row row, Leaf leaf, Place place, String subject, Agency agency) {
        if (row.shown().isEmpty()) {
            withoutPayload.put(place, subject);
            return;
        }
        var shown = row.shown().get();
        if (!leaf.commitsTo(shown.saltBytes(), shown.payloadBytes())) {
            report.failed(Fault.E06, subject, "sha256 " + leaf.payloadSha256().hex(), "another payload");
            return;
        }
        try {
            var event = Payload.read(leaf.type(), leaf.typeVersion(), shown.payloadBytes()).event();
            if (event instanceof PayloadDestroyed gone) destroyed.add(new Place(leaf.stream(), gone.version()));
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
