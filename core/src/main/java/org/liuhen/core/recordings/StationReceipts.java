package org.liuhen.core.recordings;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.Duration;
import java.util.Optional;
import org.liuhen.core.recordings.RecordingCommand.ReconcileStationReceipt;
import org.liuhen.core.recordings.RecordingState.HandedIn;
import org.liuhen.core.values.Decision;

/** Decides about a receipt that a designated station signed while the server was away. The recording itself is never in question. */
final class StationReceipts {

    /** How far a station's clock may be ahead of the server's: it was compared before the server went away. */
    private static final Duration AHEAD_MAX = Duration.ofMinutes(2);

    private StationReceipts() {}

    static Decision<RecordingEvent, RecordingRefusal> reconcile(HandedIn recording, ReconcileStationReceipt c) {
        var facts = c.facts();
        if (recording.stationReceipt().equals(Optional.of(facts))) return nothing();
        var stored = recording.facts();
        if (!stored.sha256().equals(c.sha256())) return refuse(new RecordingRefusal.OtherBytes(stored.sha256(), c.sha256()));
        if (!stored.sm3Tree().equals(c.sm3Tree()) || stored.sizeBytes() != c.sizeBytes()) {
            return refuse(new RecordingRefusal.OtherBytes(stored.sm3Tree(), c.sm3Tree()));
        }
        if (c.device().filter(device -> !device.equals(stored.device())).isPresent()) return refuse(new RecordingRefusal.StationReceiptOfOtherDevice(facts.sequence()));
        var chain = c.chain();
        if (chain.user().filter(user -> !user.equals(stored.recording())).isPresent()) {
            return refuse(new RecordingRefusal.StationReceiptUsed(facts.sequence()));
        }
        var contradicts = recording.stationReceipt().isPresent()
                || chain.same().filter(same -> !same.equals(facts.receipt())).isPresent()
                || chain.before().filter(before -> !facts.previous().equals(Optional.of(before))).isPresent()
                || chain.namedByNext().filter(named -> !named.equals(facts.receipt())).isPresent();
        if (contradicts) return refuse(new RecordingRefusal.StationReceiptContradicts(facts.sequence()));
        var backwards = chain.earliest().filter(facts.receivedAt()::isBefore).isPresent()
                || chain.latest().filter(facts.receivedAt()::isAfter).isPresent();
        if (backwards || facts.receivedAt().isAfter(chain.now().plus(AHEAD_MAX))) {
            return refuse(new RecordingRefusal.StationReceiptOutOfTime(facts.sequence(), facts.receivedAt()));
        }
        return accept(facts);
    }
}
