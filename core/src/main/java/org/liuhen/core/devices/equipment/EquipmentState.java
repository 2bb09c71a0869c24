package org.liuhen.core.devices.equipment;

import org.liuhen.core.devices.equipment.EquipmentEvent.EquipmentCounted;
import org.liuhen.core.findings.FindingBook;

/** What is known of a unit's equipment. */
public sealed interface EquipmentState {

    /** Not counted yet. */
    record Absent() implements EquipmentState {}

    /** The payload of the first count was destroyed by law. */
    record Tombstone() implements EquipmentState {}

    /** Counted; the newest count. */
    record Known(EquipmentCounted counted, FindingBook findings) implements EquipmentState {}
}
