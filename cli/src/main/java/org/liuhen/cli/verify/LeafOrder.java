package org.liuhen.cli.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.agencies.AgencyEvent.OriginOpened;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.events.Leaf;
import org.liuhen.formats.ledger.Checkpoint;
import org.liuhen.formats.ledger.Origin;

/**
 * What the leaves of a log say one after the other: times never decrease, the versions of each stream are 1, 2, 3 …, and a later
 * log of an agency begins with the event that opens it.
 */
final class LeafOrder {

    private static final String OPENING = OriginOpened.class.getSimpleName();
    /** No event has it: under this version the index notes that a stream has been seen in a later log. */
    private static final long SEEN = 0;

    private final Report report;
    private final String origin;
    private final boolean first;
    private final LedgerIndex index;
    private final Optional<List<LedgerCheck.Checked>> older;
    private long streams;
    private Instant last = Instant.MIN;
    private Optional<String> broken = Optional.empty();
    private boolean timeHolds = true;

    /**
     * Before the first leaf.
     *
     * @param index takes the places
     * @param older the earlier logs of the agency; absent where they are not at hand
     */
    LeafOrder(Report report, String origin, LedgerIndex index, Optional<List<LedgerCheck.Checked>> older) {
        this.report = report;
        this.origin = origin;
        this.first = Origin.find(origin).map(name -> name.number() == 1).orElse(true);
        this.index = index;
        this.older = older;
    }

    void take(long place, Leaf leaf) {
        var agency = Proven.agencyOf(origin);
        if (!leaf.agency().value().equals(agency)) report.failed(Fault.E17, "entry " + place, agency, leaf.agency().value());
        if (leaf.type().equals(OPENING) != (!first && place == 0)) report.failed(
                Fault.E29, origin + " entry " + place, first || place > 0 ? "no " + OPENING : OPENING, leaf.type());
        if (leaf.recordedAt().isBefore(last)) {
            timeHolds = false;
            report.failed(Fault.E25, "entry " + place, "not before " + last, leaf.recordedAt().toString());
        }
        last = leaf.recordedAt();
        version(place, leaf, "entry " + place + ": version " + leaf.version() + " of " + leaf.stream());
    }

    private void version(long place, Leaf leaf, String name) {
        if (index.find(leaf.stream(), leaf.version()) != LedgerIndex.ABSENT) {
            if (broken.isEmpty()) broken = Optional.of(name + " for the second time");
            return;
        }
        var seen = first || index.find(leaf.stream(), SEEN) != LedgerIndex.ABSENT;
        if (leaf.version() > 1 && index.find(leaf.stream(), leaf.version() - 1) == LedgerIndex.ABSENT
                && (seen || !continuesOlder(leaf)) && broken.isEmpty()) {
            broken = Optional.of(name + " without the version before it");
        }
        if (first ? leaf.version() == 1 : !seen) streams++;
        if (!seen) index.put(leaf.stream(), SEEN, place);
        index.put(leaf.stream(), leaf.version(), place);
    }

    /** A stream goes on from an earlier log, as far as those are at hand. */
    private boolean continuesOlder(Leaf leaf) {
        return older.isEmpty() || older.get().stream()
                .anyMatch(log -> !log.whole() || log.index().find(leaf.stream(), leaf.version() - 1) != LedgerIndex.ABSENT);
    }

    void conclude(boolean whole, Checkpoint checkpoint) {
        if (!whole) {
            report.notPerformed(Check.CUSTODY, checkpoint.origin(), new Bilingual("条目不全", "the entries are not complete"));
        } else if (broken.isPresent()) {
            report.failed(Fault.E18, checkpoint.origin(), "versions 1, 2, 3 … in each stream", broken.get());
        } else {
            report.passed(Check.CUSTODY, checkpoint.origin() + ": " + streams + " streams");
        }
        if (timeHolds && whole) report.passed(Check.TIME, checkpoint.origin());
    }
}
