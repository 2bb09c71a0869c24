package org.liuhen.server.recordings.activities;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liuhen.core.law.Law;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.recordings.RecordingList;

/**
 * Who reads an activity, when, by which law, and what the names on its page stand for.
 *
 * @param asAt the past moment that was asked for
 * @param people names of the agency's people by their ids
 * @param units names of its units by their codes
 * @param devices its devices by their ids
 * @param recordings the activity's recordings, as lists show them
 * @param papers what lies beside it
 * @param may acts that the reader's roles may ask for
 */
record ActivityReading(Law law, Instant moment, Optional<Instant> asAt, Map<String, String> people, Map<String, String> units,
        Map<UUID, Register.Device> devices, Map<UUID, RecordingList.Row> recordings, ScenePapers.Papers papers,
                List<String> may) {

    ActivityReading {
        people = Map.copyOf(people);
        units = Map.copyOf(units);
        devices = Map.copyOf(devices);
        recordings = Map.copyOf(recordings);
        may = List.copyOf(may);
    }

    /** The number of a device; its id where the register does not know it any more. */
    String number(UUID device) {
        return Optional.ofNullable(devices.get(device)).map(Register.Device::number).orElse(device.toString());
    }

    /** Whose the device is. */
    Optional<String> holder(UUID device) {
        return Optional.ofNullable(devices.get(device)).flatMap(Register.Device::officer).map(officer -> people.get(officer.toString()));
    }

    String recording(UUID recording) {
        return Optional.ofNullable(recordings.get(recording)).map(RecordingList.Row::name).orElse(recording.toString());
    }
}
