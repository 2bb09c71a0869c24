package org.liuhen.server.devices;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.devices.DeviceCommand;
import org.liuhen.core.devices.DeviceLifeCommand;
import org.liuhen.core.devices.DutyHolders;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.values.Role;
import org.liuhen.server.acts.Act;
import org.liuhen.server.acts.ActTable;

/**
 * The acts of a device that can be asked for over HTTP, by the last part of their address, and the roles that each serves. What is not
 * here serves nobody. The fields of the body are in docs/formats.md, section 2.9.1.
 */
final class DeviceActs {

    private static final Set<Role> KEEPING = EnumSet.of(Role.CUSTODIAN, Role.UNIT_HEAD);
    private static final Set<Role> USING = EnumSet.of(Role.CUSTODIAN, Role.UNIT_HEAD, Role.OFFICER);
    /** Of these only whom the agency's text has buy is not refused. */
    private static final Set<Role> BUYING = EnumSet.of(Role.OFFICE, Role.FINANCE);
    private static final Set<Role> KEEPING_AND_BUYING = EnumSet.of(Role.CUSTODIAN, Role.UNIT_HEAD, Role.OFFICE);
    private static final Set<Role> ANSWERING = EnumSet.of(Role.CUSTODIAN, Role.UNIT_HEAD, Role.OFFICER, Role.OFFICE);

    /** Who keeps devices acts as such: an officer acts for himself only. */
    private static final Comparator<Role> PREFERENCE = Comparator.<Role, Boolean>comparing(Role.OFFICER::equals).thenComparing(Comparator.naturalOrder());

    static final ActTable ALL = ActTable.of(
            act(DeviceCommand.RegisterDevice.class, KEEPING_AND_BUYING),
            act(DeviceLifeCommand.DescribeDevice.class, KEEPING_AND_BUYING), act(DeviceLifeCommand.PurchaseDevice.class, BUYING),
            act(DeviceLifeCommand.ViewPurchase.class, EnumSet.of(Role.FINANCE)), act(DeviceLifeCommand.AcceptDevice.class, KEEPING_AND_BUYING),
            act(DeviceLifeCommand.MoveDevice.class, EnumSet.of(Role.UNIT_HEAD, Role.OFFICE, Role.PERSON_IN_CHARGE)),
            act(DeviceLifeCommand.AssignDevice.class, KEEPING), act(DeviceLifeCommand.CheckOutDevice.class, USING),
            act(DeviceLifeCommand.CheckDevice.class, USING),
            act(DeviceLifeCommand.ReassignDevice.class, EnumSet.of(Role.CUSTODIAN, Role.UNIT_HEAD, Role.PERSON_IN_CHARGE)),
            act(DeviceLifeCommand.ReturnDevice.class, USING),
            act(DeviceLifeCommand.ExceptHandIn.class, USING), act(DeviceLifeCommand.ExcuseHandIn.class, USING),
            act(DeviceLifeCommand.EnterReturn.class, USING),
            act(DeviceLifeCommand.NoteOutsideUse.class, EnumSet.of(Role.CUSTODIAN, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.SUPERVISION)),
            act(DeviceLifeCommand.ReportFault.class, USING), act(DeviceLifeCommand.TellOfFault.class, USING),
            act(DeviceLifeCommand.SendForRepair.class, KEEPING), act(DeviceLifeCommand.RepairDevice.class, KEEPING),
            act(DeviceLifeCommand.MaintainDevice.class, USING), act(DeviceLifeCommand.RemarkQuality.class, EnumSet.of(Role.OFFICE)), act(DeviceLifeCommand.ReportLoss.class, USING),
            act(DeviceLifeCommand.FindDevice.class, USING),
            act(DeviceLifeCommand.RetireDevice.class, EnumSet.of(Role.OFFICE, Role.PERSON_IN_CHARGE)))
            .withFindings(ANSWERING);

    private static final Map<Class<?>, Key> BY_TEXT = Map.of(
            DeviceLifeCommand.PurchaseDevice.class, new Key("roles.procurement"),
            DeviceLifeCommand.ViewPurchase.class, new Key("roles.procurementSupervision"),
            DeviceLifeCommand.RemarkQuality.class, new Key("roles.deviceQuality"));

    private DeviceActs() {}

    /** The acts that somebody may ask for by the text of the day: what it gives to others is not offered. */
    static List<String> open(Set<Role> roles, Rules rules) {
        return ALL.open(roles, act -> Optional.ofNullable(BY_TEXT.get(act.command())).stream().flatMap(key -> rules.word(key).stream())
                .allMatch(cited -> DutyHolders.of(cited.value()).stream().anyMatch(roles::contains)));
    }

    private static Act act(Class<? extends Record> command, Set<Role> roles) {
        return Act.of(command, roles, PREFERENCE);
    }
}
