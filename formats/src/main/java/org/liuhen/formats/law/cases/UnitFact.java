package org.liuhen.formats.law.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.devices.DeviceKind;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Workload;

/** What a worked case says of a unit. {@link UnitPlay} counts. */
public sealed interface UnitFact {

    /**
     * How it stands.
     *
     * @param officers with a valid certificate
     * @param workload absent: nobody has said
     * @param devices those that are there and work, each by its kind
     * @param custodian who is named for them; absent: nobody
     */
    record Equipment(int officers, Optional<Workload> workload, List<DeviceKind> devices, Optional<PersonId> custodian) implements UnitFact {
        public Equipment {
            if (officers < 0) throw new IllegalArgumentException("officers " + officers);
            devices = List.copyOf(devices);
        }
    }

    /** A station of the unit was not heard for more than a working day. */
    record Silence(String station, Instant since) implements UnitFact {}
}
