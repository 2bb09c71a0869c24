package org.liuhen.server.devices;

import static java.util.Map.entry;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.liuhen.core.devices.DeviceLifeCommand;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.values.Role;

/**
 * The acts of a device that can be asked for over HTTP, by the last part of their address, and the roles that each serves. What is not
 * here serves nobody. The fields of the body are in docs/formats.md, section 2.9.1.
 */
final class DeviceActs {

    /** Who enters a device in the register. Its body is no command: the number is in the address, and the id is new. */
    static final String REGISTER = "register-device";

    private static final Set<Role> KEEPING = EnumSet.of(Role.CUSTODIAN, Role.UNIT_HEAD);
    private static final Set<Role> USING = EnumSet.of(Role.CUSTODIAN, Role.UNIT_HEAD, Role.OFFICER);
    private static final Set<Role> BUYING = EnumSet.of(Role.OFFICE);
    private static final Set<Role> KEEPING_AND_BUYING = EnumSet.of(Role.CUSTODIAN, Role.UNIT_HEAD, Role.OFFICE);
    private static final Set<Role> SUPERVISING = EnumSet.of(Role.LEGAL_SECTION, Role.SUPERVISION);
    private static final Set<Role> ANSWERING = EnumSet.of(Role.CUSTODIAN, Role.UNIT_HEAD, Role.OFFICER, Role.OFFICE);

    /** Who keeps devices acts as such: an officer acts for himself only. */
    private static final Comparator<Role> PREFERENCE = Comparator.<Role, Boolean>comparing(Role.OFFICER::equals).thenComparing(Comparator.naturalOrder());

    /**
     * One act.
     *
     * @param command empty for {@link #REGISTER}
     * @param roles in the order of preference: whoever holds several acts in the first
     */
    record Act(String name, Optional<Class<? extends Record>> command, SortedSet<Role> roles) {}

    private static final Map<String, Act> ALL = Collections.unmodifiableMap(new TreeMap<>(Map.ofEntries(
            entry(REGISTER, new Act(REGISTER, Optional.empty(), ordered(KEEPING_AND_BUYING))),
            act(DeviceLifeCommand.DescribeDevice.class, KEEPING_AND_BUYING), act(DeviceLifeCommand.PurchaseDevice.class, BUYING),
            act(DeviceLifeCommand.ViewPurchase.class, EnumSet.of(Role.FINANCE)), act(DeviceLifeCommand.AcceptDevice.class, KEEPING_AND_BUYING),
            act(DeviceLifeCommand.MoveDevice.class, EnumSet.of(Role.UNIT_HEAD, Role.OFFICE, Role.PERSON_IN_CHARGE)),
            act(DeviceLifeCommand.AssignDevice.class, KEEPING), act(DeviceLifeCommand.CheckOutDevice.class, USING),
            act(DeviceLifeCommand.CheckDevice.class, USING),
            act(DeviceLifeCommand.ReassignDevice.class, EnumSet.of(Role.CUSTODIAN, Role.UNIT_HEAD, Role.PERSON_IN_CHARGE)),
            act(DeviceLifeCommand.ReturnDevice.class, USING),
            act(DeviceLifeCommand.NoteOutsideUse.class, EnumSet.of(Role.CUSTODIAN, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.SUPERVISION)),
            act(DeviceLifeCommand.ReportFault.class, USING), act(DeviceLifeCommand.TellOfFault.class, USING),
            act(DeviceLifeCommand.SendForRepair.class, KEEPING), act(DeviceLifeCommand.RepairDevice.class, KEEPING),
            act(DeviceLifeCommand.MaintainDevice.class, USING), act(DeviceLifeCommand.ReportLoss.class, USING),
            act(DeviceLifeCommand.FindDevice.class, USING), act(DeviceLifeCommand.RetireDevice.class, EnumSet.of(Role.OFFICE, Role.PERSON_IN_CHARGE)),
            act(FindingCommand.ExplainFinding.class, ANSWERING), act(FindingCommand.JudgeExplanation.class, SUPERVISING),
            act(FindingCommand.AppealFinding.class, ANSWERING), act(FindingCommand.DecideAppeal.class, EnumSet.of(Role.PERSON_IN_CHARGE)))));

    private DeviceActs() {}

    private static Map.Entry<String, Act> act(Class<? extends Record> command, Set<Role> roles) {
        var name = command.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return entry(name, new Act(name, Optional.of(command), ordered(roles)));
    }

    private static SortedSet<Role> ordered(Set<Role> roles) {
        var ordered = new TreeSet<>(PREFERENCE);
        ordered.addAll(roles);
        return Collections.unmodifiableSortedSet(ordered);
    }

    /** The act of that name. */
    static Optional<Act> of(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** All of them, by name. */
    static Map<String, Act> all() {
        return ALL;
    }

    /** The acts that somebody with these roles may ask for, by name. */
    static List<String> open(Set<Role> roles) {
        return ALL.values().stream().filter(act -> act.roles().stream().anyMatch(roles::contains)).map(Act::name).toList();
    }
}
