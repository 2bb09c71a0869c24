package org.liuhen.core.devices.equipment;

import java.time.Instant;
import org.liuhen.core.devices.equipment.EquipmentEvent.EquipmentCounted;
import org.liuhen.core.values.Command;

/** What can be asked of a unit's equipment, beside what concerns its findings. */
public sealed interface EquipmentCommand extends Command {

    /** Write down how it stands. Of the program only. */
    record CountEquipment(EquipmentCounted counted) implements EquipmentCommand {}

    /** A facility does not work. */
    record ReportFacilityFault(String facility, Instant at, String what) implements EquipmentCommand {}

    /** It works again. */
    record MendFacility(String facility, Instant at, String what) implements EquipmentCommand {}
}
