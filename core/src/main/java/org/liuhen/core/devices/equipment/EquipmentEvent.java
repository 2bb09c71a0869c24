package org.liuhen.core.devices.equipment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.devices.DeviceKind;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.UnitCode;
import org.liuhen.core.values.Workload;

/** What the program counted of one unit. docs/formats.md, section 2.12. */
public sealed interface EquipmentEvent extends Event {

    /**
     * So it stands now; the newest counts. Written when something of it has changed.
     *
     * @param officers with a certificate that is valid that day
     * @param workload as the agency says; absent: nobody has said
     * @param devices those that are there and work
     * @param custodians who are named for the unit's devices that day
     * @param silent its collection stations that the server has not heard for more than a working day
     */
    record EquipmentCounted(UnitCode unit, int officers, Optional<Workload> workload, List<Devices> devices, List<PersonId> custodians,
            List<SilentStation> silent) implements EquipmentEvent {
        public EquipmentCounted {
            devices = List.copyOf(devices);
            custodians = List.copyOf(custodians);
            silent = List.copyOf(silent);
        }
    }

    /** A station that says nothing any more. */
    record SilentStation(String number, Instant since) {}

    /** A facility (设施: a collection station, a store, what lies between) does not work. @param facility its number or name */
    record FacilityFaultReported(String facility, Instant at, String what, PersonId by) implements EquipmentEvent {}

    /** It works again. */
    record FacilityMended(String facility, Instant at, String what, PersonId by) implements EquipmentEvent {}

    /** So many of a kind. */
    record Devices(DeviceKind kind, boolean portable, int number) {}
}
