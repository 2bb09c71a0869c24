package org.liuhen.core.recordings;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.recordings.RecordingEvent.CameraFileCleared;
import org.liuhen.core.recordings.RecordingEvent.ContinuityExamined;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.recordings.RecordingEvent.RecordingNotProbed;
import org.liuhen.core.recordings.RecordingEvent.RecordingProbed;
import org.liuhen.core.recordings.RecordingEvent.StationReceiptReconciled;

/** What a recording's history says. */
public sealed interface RecordingState {

    /** Nothing handed in under this id. */
    record Absent() implements RecordingState {}

    /**
     * Handed in. Keys are sorted.
     *
     * @param stationReceipt that a station had it before the server did
     */
    record HandedIn(
            RecordingHandedIn facts,
            Probe probe,
            Map<CopyKind, Copy> copies,
            Map<String, String> keys,
            Optional<CameraFileCleared> cleared,
            Optional<StationReceiptReconciled> stationReceipt,
            Custody custody,
            FindingBook findings,
            Optional<ContinuityExamined> continuity)
            implements RecordingState {

        /** How far a time may be off where the device's clock was not measured. */
        public static final Duration UNMEASURED = Duration.ofDays(1);

        public HandedIn {
            var byKind = new EnumMap<CopyKind, Copy>(CopyKind.class);
            byKind.putAll(copies);
            copies = Collections.unmodifiableMap(byKind);
            keys = Collections.unmodifiableMap(new TreeMap<>(keys));
        }

        HandedIn with(Probe next) {
            return new HandedIn(facts, next, copies, keys, cleared, stationReceipt, custody, findings, continuity);
        }

        HandedIn with(CopyKind kind, Copy next) {
            var changed = new EnumMap<CopyKind, Copy>(CopyKind.class);
            changed.putAll(copies);
            changed.put(kind, next);
            return new HandedIn(facts, probe, changed, keys, cleared, stationReceipt, custody, findings, continuity);
        }

        HandedIn withKeys(Map<String, String> next) {
            return new HandedIn(facts, probe, copies, next, cleared, stationReceipt, custody, findings, continuity);
        }

        HandedIn with(CameraFileCleared event) {
            return new HandedIn(facts, probe, copies, keys, Optional.of(event), stationReceipt, custody, findings, continuity);
        }

        HandedIn with(StationReceiptReconciled event) {
            return new HandedIn(facts, probe, copies, keys, cleared, Optional.of(event), custody, findings, continuity);
        }

        HandedIn with(CustodyEvent event, Instant recordedAt) {
            return new HandedIn(facts, probe, copies, keys, cleared, stationReceipt, custody.with(event, recordedAt), findings, continuity);
        }

        HandedIn with(FindingEvent event, Instant recordedAt) {
            return new HandedIn(facts, probe, copies, keys, cleared, stationReceipt, custody, findings.with(event, recordedAt), continuity);
        }

        HandedIn with(ContinuityExamined event) {
            return new HandedIn(facts, probe, copies, keys, cleared, stationReceipt, custody, findings, Optional.of(event));
        }

        static HandedIn begun(RecordingHandedIn facts, Instant storedAt) {
            return new HandedIn(facts, new Probe.Pending(), Map.of(), Map.of(), Optional.empty(), Optional.empty(), Custody.begun(storedAt),
                    FindingBook.empty(), Optional.empty());
        }

        /**
         * When the recording was completed, give or take {@link #uncertainty}: as the medium tells, else the file's own time of change.
         * Empty while the medium was not looked at, and where nothing tells.
         */
        public Optional<Instant> completedAt() {
            return switch (probe) {
                case Probe.Pending _ -> Optional.empty();
                case Probe.Done(var found) -> found.endedAt().or(found::startedAt).or(this::changedAt);
                case Probe.Failed _ -> changedAt();
            };
        }

        private Optional<Instant> changedAt() {
            return facts.modifiedAt().map(at -> facts.clock().map(clock -> clock.correct(at)).orElse(at));
        }

        /** Of {@link #completedAt}, either way. */
        public Duration uncertainty() {
            if (probe instanceof Probe.Done(var found) && found.uncertainty().isPresent()) return found.uncertainty().get();
            return UNMEASURED;
        }
    }

    /** The payload of the hand-in was destroyed by law. What followed in the stream tells nothing any more. */
    record Tombstone() implements RecordingState {}

    /** How far the media tool has come. */
    sealed interface Probe {
        /** Not yet tried. */
        record Pending() implements Probe {}

        /** Done. */
        record Done(RecordingProbed found) implements Probe {}

        /** Tried in vain; may be tried again. */
        record Failed(RecordingNotProbed why) implements Probe {}
    }

    /** A derived copy. */
    sealed interface Copy {
        /** In the vault. */
        record Made(RecordingEvent.DerivedCopyMade facts) implements Copy {}

        /** Tried in vain; may be tried again. */
        record Failed(RecordingEvent.DerivedCopyFailed why) implements Copy {}
    }
}
