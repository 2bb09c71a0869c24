package org.liuhen.core.recordings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.liuhen.core.recordings.RecordingCommand.ReconcileStationReceipt;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.recordings.RecordingEvent.StationReceiptReconciled;
import org.liuhen.core.values.CorruptStream;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.DeviceId;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.RawName;
import org.liuhen.core.values.RecordingId;
import org.liuhen.core.values.StationId;

/** A station's own receipt, against the recording and against the station's other receipts. */
class StationReceiptsTest {

    private static final Instant NOW = Instant.parse("2026-03-03T02:00:00Z");
    private static final Instant YESTERDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final RecordingId RECORDING = new RecordingId(new UUID(0, 1));
    private static final DeviceId DEVICE = new DeviceId(new UUID(0, 2));
    private static final StationId STATION = new StationId(new UUID(0, 3));
    private static final Digest SHA256 = digest(Digest.Algorithm.SHA256, 'a');
    private static final Digest SM3 = digest(Digest.Algorithm.SM3_TREE, 'b');
    private static final RecordingHandedIn STORED = new RecordingHandedIn(RECORDING, DEVICE, Optional.empty(), "a.mp4", RawName.of(new byte[] {'a'}),
            "a.mp4", 7, SHA256, SM3, Optional.empty(), Optional.empty(), Via.STATION);
    private static final StationReceiptReconciled SECOND = new StationReceiptReconciled(STATION, YESTERDAY, 2, receipt(2), Optional.of(receipt(1)), "c74f20a3");

    private static Digest digest(Digest.Algorithm algorithm, char digit) {
        return new Digest(algorithm, String.valueOf(digit).repeat(64));
    }

    private static Digest receipt(int n) {
        return digest(Digest.Algorithm.SHA256, (char) ('0' + n));
    }

    private static final StationChain ALONE = new StationChain(NOW, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty());

    private static Decision<RecordingEvent, RecordingRefusal> when(StationReceiptReconciled facts, StationChain chain, RecordingEvent... before) {
        RecordingState state = Recordings.evolve(new RecordingState.Absent(), STORED, NOW);
        for (var event : before) state = Recordings.evolve(state, event, NOW);
        return Recordings.decide(state, new ReconcileStationReceipt(facts, Optional.of(DEVICE), 7, SHA256, SM3, chain), RecordingContext.none());
    }

    private static void refused(RecordingRefusal expected, Decision<RecordingEvent, RecordingRefusal> found) {
        assertEquals(new Decision.Refused<>(expected), found);
    }

    @Test
    void it_is_taken_once_and_the_recording_knows_it() {
        assertEquals(new Decision.Accepted<>(List.of(SECOND)), when(SECOND, ALONE));
        assertEquals(new Decision.Accepted<>(List.of()), when(SECOND, ALONE, SECOND), "again it changes nothing");
        var state = (RecordingState.HandedIn) Recordings.evolve(Recordings.evolve(new RecordingState.Absent(), STORED, NOW), SECOND, NOW);
        assertEquals(Optional.of(SECOND), state.stationReceipt());
        assertThrows(CorruptStream.class, () -> Recordings.evolve(state, SECOND, NOW));
    }

    @Test
    void its_bytes_and_its_device_are_those_of_the_recording() {
        var state = Recordings.evolve(new RecordingState.Absent(), STORED, NOW);
        var otherDevice = new ReconcileStationReceipt(SECOND, Optional.of(new DeviceId(new UUID(0, 9))), 7, SHA256, SM3, ALONE);
        refused(new RecordingRefusal.StationReceiptOfOtherDevice(2), Recordings.decide(state, otherDevice, RecordingContext.none()));
        var noDevice = new ReconcileStationReceipt(SECOND, Optional.empty(), 7, SHA256, SM3, ALONE);
        assertEquals(new Decision.Accepted<>(List.of(SECOND)), Recordings.decide(state, noDevice, RecordingContext.none()), "it did not know the camera");
        for (var other : List.of(new ReconcileStationReceipt(SECOND, Optional.empty(), 8, SHA256, SM3, ALONE),
                new ReconcileStationReceipt(SECOND, Optional.empty(), 7, receipt(5), SM3, ALONE),
                new ReconcileStationReceipt(SECOND, Optional.empty(), 7, SHA256, digest(Digest.Algorithm.SM3_TREE, 'c'), ALONE))) {
            assertEquals("digest-mismatch", ((Decision.Refused<?, ?>) Recordings.decide(state, other, RecordingContext.none())).refusal().code());
        }
    }

    @Test
    void it_fits_into_the_chain_of_the_station_s_receipts() {
        var contradicts = new RecordingRefusal.StationReceiptContradicts(2);
        refused(contradicts, when(SECOND, chain(Optional.of(receipt(9)), Optional.empty(), Optional.empty())));
        refused(contradicts, when(SECOND, chain(Optional.empty(), Optional.of(receipt(9)), Optional.empty())));
        refused(contradicts, when(SECOND, chain(Optional.empty(), Optional.empty(), Optional.of(receipt(9)))));
        refused(contradicts, when(SECOND, ALONE, new StationReceiptReconciled(STATION, YESTERDAY, 1, receipt(1), Optional.empty(), "c74f20a3")));
        assertEquals(new Decision.Accepted<>(List.of(SECOND)), when(SECOND, chain(Optional.of(receipt(2)), Optional.of(receipt(1)), Optional.of(receipt(2)))));
        refused(new RecordingRefusal.StationReceiptUsed(2), when(SECOND, new StationChain(NOW, Optional.of(receipt(2)),
                Optional.of(new RecordingId(new UUID(0, 8))), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
    }

    private static StationChain chain(Optional<Digest> same, Optional<Digest> before, Optional<Digest> namedByNext) {
        return new StationChain(NOW, same, Optional.empty(), before, namedByNext, Optional.empty(), Optional.empty());
    }

    @Test
    void its_time_goes_neither_back_nor_ahead_of_the_server() {
        assertEquals(new Decision.Accepted<>(List.of(SECOND)), when(SECOND, between(YESTERDAY, YESTERDAY)), "the same moment is in order");
        var wrong = new RecordingRefusal.StationReceiptOutOfTime(2, YESTERDAY);
        refused(wrong, when(SECOND, between(YESTERDAY.plusMillis(1), NOW)));
        refused(wrong, when(SECOND, between(Instant.EPOCH, YESTERDAY.minusMillis(1))));
        var ahead = new StationReceiptReconciled(STATION, NOW.plusSeconds(120), 2, receipt(2), Optional.of(receipt(1)), "c74f20a3");
        assertEquals(new Decision.Accepted<>(List.of(ahead)), when(ahead, ALONE));
        var further = new StationReceiptReconciled(STATION, NOW.plusSeconds(121), 2, receipt(2), Optional.of(receipt(1)), "c74f20a3");
        refused(new RecordingRefusal.StationReceiptOutOfTime(2, NOW.plusSeconds(121)), when(further, ALONE));
    }

    private static StationChain between(Instant earliest, Instant latest) {
        return new StationChain(NOW, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(earliest), Optional.of(latest));
    }
}
