package org.liuhen.formats.law.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liuhen.core.recordings.continuity.Sighting;
import org.liuhen.core.values.ExcuseCause;
import org.liuhen.core.values.PersonId;

/** What a worked case says of a recording where core's command holds more than a lawyer writes. {@link RecordingPlay} completes it. */
public sealed interface RecordingFact {

    /**
     * The recording is in the store at the time of the fact.
     *
     * @param completedAt its end
     * @param uncertainty of that; absent: nobody measured the clock
     * @param usedBy who had the device out
     * @param length from its beginning to its end
     */
    record Store(Instant completedAt, Optional<Duration> uncertainty, Optional<PersonId> usedBy, Optional<Duration> length)
            implements RecordingFact {
        public Store {
            uncertainty.filter(Duration::isNegative).ifPresent(negative -> {
                throw new IllegalArgumentException("uncertainty " + negative);
            });
        }
    }

    /**
     * The file was looked through.
     *
     * @param observed each thing that was seen; what is not named was looked for and not seen
     */
    record Examine(List<Sighting> observed) implements RecordingFact {
        public Examine {
            observed = List.copyOf(observed);
        }
    }

    /** A designated station had it at that time, as its receipt says that is handed over now. */
    record HandOverReceipt(Instant receivedAt) implements RecordingFact {}

    /** The device is taken. */
    record TakeDevice(Instant at) implements RecordingFact {}

    /** Said of the time out of the device; the fields are those of a device's command. */
    record ExceptBefore(String ground, String place, String statement, Optional<Instant> expectedAt, Optional<Instant> returnedAt,
            Optional<Instant> statedAt) implements RecordingFact {}

    /** When one was back. */
    record EnterReturn(Instant returnedAt) implements RecordingFact {}

    /** What keeps it from being handed in. */
    record ExcuseBefore(ExcuseCause cause, String statement) implements RecordingFact {}

    /** The device is checked in. */
    record BringDeviceBack(Instant at) implements RecordingFact {}

    /** What it is filed by, as far as somebody must say so. */
    record File(Optional<String> officer, Optional<String> cause, Optional<String> party, Optional<String> caseName,
            Optional<String> partyOrUnitName) implements RecordingFact {

        /** By the words of the agencies' keys. */
        Map<String, String> keys() {
            var keys = new TreeMap<String, String>();
            officer.ifPresent(value -> keys.put("officer", value));
            cause.ifPresent(value -> keys.put("cause", value));
            party.ifPresent(value -> keys.put("party", value));
            caseName.ifPresent(value -> keys.put("caseName", value));
            partyOrUnitName.ifPresent(value -> keys.put("partyOrUnitName", value));
            return keys;
        }
    }
}
