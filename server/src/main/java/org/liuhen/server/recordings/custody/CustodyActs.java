package org.liuhen.server.recordings.custody;

import static java.util.Map.entry;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.recordings.CustodyCommand;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Role;
import org.liuhen.formats.json.Json;
import org.liuhen.server.acts.ActBody;

/**
 * The acts on the custody of a recording that can be asked for over HTTP, by the last part of their address, and the roles that each
 * serves. What is not here serves nobody. The fields of the body are in docs/formats.md, section 2.10.
 */
final class CustodyActs {

    private static final Set<Role> CUSTODY = EnumSet.of(Role.CUSTODIAN);
    private static final Set<Role> CONFIRMING = EnumSet.of(Role.CUSTODIAN, Role.UNIT_HEAD);
    private static final Set<Role> WORK = EnumSet.of(Role.OFFICER, Role.CUSTODIAN, Role.UNIT_HEAD);
    private static final Set<Role> SUPERVISING = EnumSet.of(Role.LEGAL_SECTION, Role.SUPERVISION);

    /**
     * One act.
     *
     * @param roles in the order of preference: whoever holds several acts in the first
     */
    record Act(String name, Class<? extends Record> command, SortedSet<Role> roles) {}

    private static final Map<String, Act> ALL = Collections.unmodifiableMap(new TreeMap<>(Map.ofEntries(
            act(CustodyCommand.HandToCustodian.class, CUSTODY), act(CustodyCommand.ExceptStoring.class, WORK),
            act(CustodyCommand.ClaimAccident.class, WORK), act(CustodyCommand.ConfirmAccident.class, CONFIRMING),
            act(CustodyCommand.DenyAccident.class, CONFIRMING), act(CustodyCommand.FileWithoutCase.class, WORK),
            act(CustodyCommand.AssignFiling.class, CONFIRMING), act(FindingCommand.ExplainFinding.class, WORK),
            act(FindingCommand.JudgeExplanation.class, SUPERVISING), act(FindingCommand.AppealFinding.class, WORK),
            act(FindingCommand.DecideAppeal.class, EnumSet.of(Role.PERSON_IN_CHARGE)))));

    private CustodyActs() {}

    private static Map.Entry<String, Act> act(Class<? extends Record> command, Set<Role> roles) {
        var name = command.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return entry(name, new Act(name, command, Collections.unmodifiableSortedSet(new TreeSet<>(roles))));
    }

    /** The command of a body. */
    static Command command(Act act, Json.Fields body) {
        return (Command) ActBody.as(act.command(), body);
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
