package org.liuhen.core.devices.equipment;

import org.liuhen.core.devices.equipment.EquipmentEvent.EquipmentCounted;
import org.liuhen.core.values.Command;

/** What can be asked of a unit's equipment, beside what concerns its findings. */
public sealed interface EquipmentCommand extends Command {

    /** Write down how it stands. Of the program only. */
    record CountEquipment(EquipmentCounted counted) implements EquipmentCommand {}
}
