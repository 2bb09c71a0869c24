package org.liuhen.core.devices;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.devices.DeviceEvent.DeviceRegistered;
import org.liuhen.core.devices.DeviceEvent.HandInBalanced;
import org.liuhen.core.devices.DeviceEvent.HandInOpened;
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
    record Registered(DeviceRegistered facts, Map<HandInId, HandIn> handIns, DeviceLife life) implements DeviceState {
        public Registered {
            handIns = Collections.unmodifiableMap(new LinkedHashMap<>(handIns));
        }

        Registered with(HandIn handIn) {
            var next = new LinkedHashMap<>(handIns);
            next.put(handIn.opened().handIn(), handIn);
            return new Registered(facts, next, life);
        }

        Registered with(DeviceLife next) {
            return new Registered(facts, handIns, next);
        }

        static Registered begun(DeviceRegistered facts) {
            return new Registered(facts, Map.of(), DeviceLife.begun(facts));
        }
    }

    /** The payload of the registration was destroyed by law. */
    record Tombstone() implements DeviceState {}

    /** One session of a source. */
    record HandIn(HandInOpened opened, Optional<HandInBalanced> balanced) {}
}
