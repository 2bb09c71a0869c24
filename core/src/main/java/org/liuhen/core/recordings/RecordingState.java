package org.liuhen.core.recordings;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liuhen.core.recordings.RecordingEvent.CameraFileCleared;
import org.liuhen.core.recordings.RecordingEvent.RecordingHandedIn;
import org.liuhen.core.recordings.RecordingEvent.RecordingNotProbed;
import org.liuhen.core.recordings.RecordingEvent.RecordingProbed;

/** What a recording's history says. */
public sealed interface RecordingState {

    /** Nothing handed in under this id. */
    record Absent() implements RecordingState {}

    /** Handed in. Keys are sorted. */
    record HandedIn(
            RecordingHandedIn facts,
            Probe probe,
            Map<CopyKind, Copy> copies,
            Map<String, String> keys,
            Optional<CameraFileCleared> cleared)
            implements RecordingState {
        public HandedIn {
            var byKind = new EnumMap<CopyKind, Copy>(CopyKind.class);
            byKind.putAll(copies);
            copies = Collections.unmodifiableMap(byKind);
            keys = Collections.unmodifiableMap(new TreeMap<>(keys));
        }

        HandedIn with(Probe next) {
            return new HandedIn(facts, next, copies, keys, cleared);
        }

        HandedIn with(CopyKind kind, Copy next) {
            var changed = new EnumMap<CopyKind, Copy>(CopyKind.class);
            changed.putAll(copies);
            changed.put(kind, next);
            return new HandedIn(facts, probe, changed, keys, cleared);
        }

        HandedIn withKeys(Map<String, String> next) {
            return new HandedIn(facts, probe, copies, next, cleared);
        }

        HandedIn with(CameraFileCleared event) {
            return new HandedIn(facts, probe, copies, keys, Optional.of(event));
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
