package org.liuhen.core.devices.equipment;

import java.util.List;
import java.util.stream.Stream;
import org.liuhen.core.devices.equipment.EquipmentEvent.EquipmentCounted;
import org.liuhen.core.devices.equipment.EquipmentEvent.FacilityFaultReported;
import org.liuhen.core.devices.equipment.EquipmentEvent.FacilityMended;
import org.liuhen.core.findings.FindingBook;

/** What is known of a unit's equipment. */
public sealed interface EquipmentState {

    /** Not counted yet. */
    record Absent() implements EquipmentState {}

    /** The payload of the first count was destroyed by law. */
    record Tombstone() implements EquipmentState {}

    /**
     * Counted.
     *
     * @param counted the newest
     * @param faults of facilities that nobody has mended
     */
    record Known(EquipmentCounted counted, List<FacilityFaultReported> faults, FindingBook findings) implements EquipmentState {
        public Known {
            faults = List.copyOf(faults);
        }

        static Known begun(EquipmentCounted counted) {
            return new Known(counted, List.of(), FindingBook.empty());
        }

        Known with(FindingBook next) {
            return new Known(counted, faults, next);
        }

        Known with(EquipmentEvent event) {
            return switch (event) {
                case EquipmentCounted e -> new Known(e, faults, findings);
                case FacilityFaultReported e -> new Known(counted, Stream.concat(faults.stream(), Stream.of(e)).toList(), findings);
                case FacilityMended e -> new Known(counted, faults.stream().filter(fault -> !fault.facility().equals(e.facility())).toList(), findings);
            };
        }
    }
}
