package org.liuhen.core.recordings.activities;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.values.DeviceNumber;
import org.liuhen.core.values.PersonId;

/**
 * The act was not recorded, on a ground that the agency's text allows (SQ-I-5; 不适宜录音录像, CL-11b).
 *
 * @param ground a word of {@code avRecord.exemption.reasons}, or {@code unsuitable}
 * @param facts what made it so
 * @param secret which kind of secret, where that is the ground
 * @param held devices that the unit had when it was said that there are none
 * @param workRecord 工作记录, once it is submitted
 */
public record Exemption(
        String ground, String facts, Optional<String> secret, PersonId by, List<DeviceNumber> held, Optional<WorkRecord> workRecord) {

    public Exemption {
        held = List.copyOf(held);
    }

    /**
     * The work record to the leader in charge.
     *
     * @param reason why no recording was possible
     * @param basis on what rule
     * @param acknowledgedAt when the leader took note
     */
    public record WorkRecord(String reason, String basis, PersonId to, Instant submittedAt, Optional<Instant> acknowledgedAt) {}

    Exemption with(List<DeviceNumber> devices) {
        return new Exemption(ground, facts, secret, by, devices, workRecord);
    }

    Exemption with(WorkRecord record) {
        return new Exemption(ground, facts, secret, by, held, Optional.of(record));
    }
}
