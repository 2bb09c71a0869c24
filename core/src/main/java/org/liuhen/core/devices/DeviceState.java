package org.liuhen.core.devices;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.devices.DeviceEvent.DeviceRegistered;
import org.liuhen.core.devices.DeviceEvent.HandInBalanced;
import org.liuhen.core.devices.DeviceEvent.HandInOpened;
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
     */
    record Registered(DeviceRegistered facts, Map<HandInId, HandIn> handIns, DeviceLife life, FindingBook findings)
            implements DeviceState {
        public Registered {
            handIns = Collections.unmodifiableMap(new LinkedHashMap<>(handIns));
        }

        Registered with(HandIn handIn) {
            var next = new LinkedHashMap<>(handIns);
            next.put(handIn.opened().handIn(), handIn);
            return new Registered(facts, next, life, findings);
        }

        Registered with(DeviceLife next) {
            return new Registered(facts, handIns, next, findings);
        }

        Registered with(FindingBook next) {
            return new Registered(facts, handIns, life, next);
        }

        static Registered begun(DeviceRegistered facts) {
            return new Registered(facts, Map.of(), DeviceLife.begun(facts), FindingBook.empty());
        }
    }

    /** The payload of the registration was destroyed by law. */
    record Tombstone() implements DeviceState {}

    /** One session of a source. */
    record HandIn(HandInOpened opened, Optional<HandInBalanced> balanced) {}
}
