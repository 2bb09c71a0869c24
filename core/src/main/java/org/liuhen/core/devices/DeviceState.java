package org.liuhen.core.devices;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.devices.DeviceEvent.DeviceRegistered;
import org.liuhen.core.devices.DeviceEvent.FileNumbersCompared;
import org.liuhen.core.devices.DeviceEvent.FoundAtIntake;
import org.liuhen.core.devices.DeviceEvent.HandInBalanced;
import org.liuhen.core.devices.DeviceEvent.HandInOpened;
import org.liuhen.core.devices.numbers.MissingNumbers;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.values.HandInId;

/** What a device's history says. */
public sealed interface DeviceState {

    /** Not in the register. */
    record Absent() implements DeviceState {}

    /**
     * In the register.
     *
     * @param handIns in the order of their opening
     * @param missing numbers of files that never arrived
     * @param found that nobody had entered it in the register when its files came
     */
    record Registered(
            DeviceRegistered facts, Optional<FoundAtIntake> found, Map<HandInId, HandIn> handIns, List<Missing> missing, DeviceLife life,
            FindingBook findings)
            implements DeviceState {
        public Registered {
            handIns = Collections.unmodifiableMap(new LinkedHashMap<>(handIns));
            missing = List.copyOf(missing);
        }

        Registered with(HandIn handIn) {
            var next = new LinkedHashMap<>(handIns);
            next.put(handIn.opened().handIn(), handIn);
            return new Registered(facts, found, next, missing, life, findings);
        }

        /** What is missing still was missed before. */
        Registered with(FileNumbersCompared compared, Instant recordedAt) {
            var next = compared.missing().stream().map(numbers -> missing.stream().filter(one -> one.numbers().equals(numbers)).findFirst()
                    .orElse(new Missing(numbers, recordedAt))).toList();
            return new Registered(facts, found, handIns, next, life, findings);
        }

        Registered with(FoundAtIntake next) {
            return new Registered(facts, Optional.of(next), handIns, missing, life, findings);
        }

        /** Found at the intake, while nobody has described it (登记设备档案) or taken it out of use. */
        public Optional<FoundAtIntake> unregistered() {
            return life.papers().description().isPresent() || life.health().retired().isPresent() ? Optional.empty() : found;
        }

        Registered with(DeviceLife next) {
            return new Registered(facts, found, handIns, missing, next, findings);
        }

        Registered with(FindingBook next) {
            return new Registered(facts, found, handIns, missing, life, next);
        }

        static Registered begun(DeviceRegistered facts) {
            return new Registered(facts, Optional.empty(), Map.of(), List.of(), DeviceLife.begun(facts), FindingBook.empty());
        }
    }

    /** The payload of the registration was destroyed by law. */
    record Tombstone() implements DeviceState {}

    /** One session of a source. */
    record HandIn(HandInOpened opened, Instant openedAt, Optional<HandInBalanced> balanced) {}

    /** Numbers of files that never arrived, and since when that is known. */
    record Missing(MissingNumbers numbers, Instant since) {}
}
