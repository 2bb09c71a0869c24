package org.liuhen.cli.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.liuhen.core.agencies.AgencyEvent.OriginOpened;
import org.liuhen.core.agencies.ClosedLog;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.events.Leaf;
import org.liuhen.formats.ledger.EntryBundle;
import org.liuhen.formats.ledger.TilePath;

/** One agency: its logs, what of them the journal has shown, and its vault. */
final class AgencyJournal {

    /** A log; bits are places in it. */
    private static final class Log {
        private final LedgerCheck.Checked checked;
        private final BitSet seen = new BitSet();
        private final BitSet withoutPayload = new BitSet();
        private final BitSet destroyed = new BitSet();
        /** From here on the leaves are lost, as the next log says. */
        private long kept;

        Log(LedgerCheck.Checked checked) {
            this.checked = checked;
            kept = checked.checkpoint().size();
        }

        private String origin() {
            return checked.checkpoint().origin();
        }
    }

    /** A place in one of the logs. */
    record Place(Log log, int index) {

        boolean holds(byte[] leafHash) throws IOException {
            var files = log.checked.files();
            var tile = files.tile(files.required(0, index / TilePath.FULL));
            return Arrays.equals(LedgerFiles.hash(tile, index % TilePath.FULL), leafHash);
        }

        void see() {
            log.seen.set(index);
        }

        void lacksPayload() {
            log.withoutPayload.set(index);
        }
    }

    private final String code;
    private final List<Log> logs;
    private final ObjectsCheck objects;
    private final Report report;
    private long rows;

    /** @param logs that were checked, oldest first */
    AgencyJournal(String code, List<LedgerCheck.Checked> logs, ObjectsCheck objects, Report report) {
        this.code = code;
        this.logs = logs.stream().map(Log::new).toList();
        this.objects = objects;
        this.report = report;
    }

    boolean isWhole() {
        return logs.stream().allMatch(log -> log.checked.whole());
    }

    Path object(Digest digest) {
        return objects.object(digest);
    }

    /** Another event of the journal that the logs have. */
    void count() {
        rows++;
    }

    /**
     * Where the logs have the event and the journal has not shown it yet; the newest log first: it has what took the place of a
     * lost one.
     */
    List<Place> unseen(UUID stream, long version) {
        var places = new ArrayList<Place>();
        for (var log : logs.reversed()) {
            var index = log.checked.index().find(stream, version);
            if (index != LedgerIndex.ABSENT && !log.seen.get(index)) places.add(new Place(log, index));
        }
        return places;
    }

    /** The payload of that event was destroyed by law. */
    void destroyed(UUID stream, long version) {
        for (var log : logs) {
            var index = log.checked.index().find(stream, version);
            if (index != LedgerIndex.ABSENT) log.destroyed.set(index);
        }
    }

    /** What the first leaf of a later log says of those before it must be what they are. */
    void opened(OriginOpened opening, Place place) {
        var number = logs.indexOf(place.log());
        if (number == 0 || place.index() > 0) return; // told by the order of the leaves
        var older = logs.subList(0, number);
        var named = opening.origin().equals(place.log().origin()) && opening.closed().size() == older.size()
                && IntStream.range(0, older.size()).allMatch(i -> names(opening.closed().get(i), older.get(i).checked));
        if (!named) {
            report.failed(Fault.E29, place.log().origin() + " entry 0",
                    place.log().origin() + " after "
                            + older.stream().map(log -> log.checked.checkpoint() + " " + log.checked.head()).toList(),
                    opening.origin() + " after " + opening.closed());
            return;
        }
        for (var i = 0; i < older.size(); i++) {
            older.get(i).kept = Math.min(older.get(i).kept, opening.closed().get(i).kept());
        }
    }

    private static boolean names(ClosedLog closed, LedgerCheck.Checked log) {
        var head = log.checkpoint();
        return closed.origin().equals(head.origin()) && closed.size() == head.size() && closed.root().equals(head.root())
                && closed.checkpoint().equals(log.head());
    }

    /** After the last event. */
    void conclude(int faultsBefore) throws IOException {
        for (var log : logs) {
            var unexplained = log.withoutPayload;
            unexplained.andNot(log.destroyed);
            for (var place = unexplained.nextSetBit(0); place >= 0; place = unexplained.nextSetBit(place + 1)) {
                report.failed(Fault.E06, log.origin() + " entry " + place, "salt and payload, or a PayloadDestroyed that names it", "neither");
            }
            missing(log);
        }
        if (!isWhole()) {
            report.notPerformed(Check.JOURNAL, code, new Bilingual("账本条目不全，无法逐条核对", "the ledger's entries are not complete"));
        } else if (report.faults().size() == faultsBefore) {
            report.passed(Check.JOURNAL, code + ": " + rows + " events");
        }
    }

    /** What the log has and the journal does not, named by what the log says of it. */
    private void missing(Log log) throws IOException {
        var files = log.checked.files();
        var lost = log.checked.checkpoint().size() - log.kept
                - log.seen.get(Math.toIntExact(log.kept), Math.toIntExact(log.checked.checkpoint().size())).cardinality();
        if (lost > 0) report.notPerformed(Check.JOURNAL, log.origin(), new Bilingual(
                "此账本已关闭：从第 " + log.kept + " 条起有 " + lost + " 条的内容已经丢失，后一账本的首条写明了这一点",
                "this log is closed: what " + lost + " of its events from entry " + log.kept
                        + " on say is lost, as the first leaf of the next log tells"));
        for (var bundle = 0L; bundle * TilePath.FULL < log.kept; bundle++) {
            var first = Math.toIntExact(bundle * TilePath.FULL);
            var width = files.required(0, bundle).width();
            if (log.seen.nextClearBit(first) >= first + width) continue;
            var entries = entries(files, bundle);
            for (var i = 0; i < Math.min(Math.min(width, entries.size()), log.kept - first); i++) {
                if (log.seen.get(first + i)) continue;
                var place = first + i;
                leaf(entries.get(i)).filter(leaf -> log.checked.index().find(leaf.stream(), leaf.version()) == place)
                        .ifPresent(leaf -> report.failed(
                                Fault.E19, log.origin() + " entry " + place,
                                leaf.type() + " " + leaf.stream() + " version " + leaf.version() + ", as in the ledger", "none"));
            }
        }
    }

    /** None where the bundle is damaged: {@link LedgerCheck} has told of that. */
    private static List<byte[]> entries(LedgerFiles files, long bundle) throws IOException {
        try {
            return files.entries(bundle).map(EntryBundle::read).orElse(List.of());
        } catch (Malformed e) {
            return List.of();
        }
    }

    /** Empty where the entry is damaged: {@link LedgerCheck} has told of that. */
    private static Optional<Leaf> leaf(byte[] entry) {
        try {
            return Optional.of(Leaf.read(entry));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }
}
