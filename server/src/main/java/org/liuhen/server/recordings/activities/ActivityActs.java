package org.liuhen.server.recordings.activities;

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
import org.liuhen.core.recordings.activities.ActivityCommand;
import org.liuhen.core.recordings.activities.ActivityState;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Role;

/**
 * The acts of an activity that can be asked for over HTTP, by the last part of their address, and the roles that each serves. What is
 * not here serves nobody. Who of them was there is decided behind it. The fields of the body: docs/formats.md, section 2.8.1.
 */
final class ActivityActs {

    private static final Set<Role> ON_SITE = EnumSet.of(Role.OFFICER, Role.UNIT_HEAD);
    private static final Set<Role> FILING = EnumSet.of(Role.OFFICER, Role.UNIT_HEAD, Role.CUSTODIAN);
    private static final Set<Role> CHECKING = EnumSet.of(Role.OFFICER, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.SUPERVISION);
    private static final Set<Role> LEADING = EnumSet.of(Role.UNIT_HEAD, Role.PERSON_IN_CHARGE);
    private static final Set<Role> WORK = EnumSet.of(Role.OFFICER, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE);
    private static final Set<Role> SUPERVISING = EnumSet.of(Role.LEGAL_SECTION, Role.SUPERVISION);

    /**
     * One act.
     *
     * @param roles in the order of preference: whoever holds several acts in the first
     */
    record Act(String name, Class<? extends Command> command, SortedSet<Role> roles) {}

    private static final Map<String, Act> ALL = Collections.unmodifiableMap(new TreeMap<>(Map.ofEntries(
            act(ActivityCommand.OpenActivity.class, ON_SITE), act(ActivityCommand.AmendActivity.class, ON_SITE),
            act(ActivityCommand.StartActivity.class, ON_SITE), act(ActivityCommand.EndActivity.class, ON_SITE),
            act(ActivityCommand.MarkMoment.class, CHECKING), act(ActivityCommand.FindViolation.class, ON_SITE),
            act(ActivityCommand.ExplainInterruption.class, ON_SITE), act(ActivityCommand.GiveUpRecording.class, ON_SITE),
            act(ActivityCommand.SignStatement.class, ON_SITE), act(ActivityCommand.ExemptActivity.class, ON_SITE),
            act(ActivityCommand.SubmitWorkRecord.class, ON_SITE), act(ActivityCommand.AcknowledgeWorkRecord.class, LEADING),
            act(ActivityCommand.FileToActivity.class, FILING), act(ActivityCommand.UnfileFromActivity.class, FILING),
            act(ActivityCommand.LinkDocument.class, FILING), act(ActivityCommand.UnlinkDocument.class, FILING),
            act(ActivityCommand.GiveReason.class, ON_SITE), act(ActivityCommand.StateDefect.class, WORK),
            act(ActivityCommand.LodgeSceneReceipt.class, ON_SITE), act(ActivityCommand.CloseActivity.class, ON_SITE),
                    act(ActivityCommand.CancelActivity.class, ON_SITE),
            act(FindingCommand.ExplainFinding.class, WORK), act(FindingCommand.JudgeExplanation.class, SUPERVISING),
            act(FindingCommand.AppealFinding.class, WORK), act(FindingCommand.DecideAppeal.class, EnumSet.of(Role.PERSON_IN_CHARGE)))));

    private static final Set<Class<? extends Command>> AFTER_CLOSING = Set.of(
            ActivityCommand.AcknowledgeWorkRecord.class, ActivityCommand.FileToActivity.class, ActivityCommand.UnfileFromActivity.class,
            ActivityCommand.LinkDocument.class, ActivityCommand.UnlinkDocument.class, ActivityCommand.GiveReason.class,
            ActivityCommand.StateDefect.class, ActivityCommand.LodgeSceneReceipt.class);

    private ActivityActs() {}

    private static Map.Entry<String, Act> act(Class<? extends Command> command, Set<Role> roles) {
        var name = command.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return entry(name, new Act(name, command, Collections.unmodifiableSortedSet(new TreeSet<>(roles))));
    }

    /** The act of that name. */
    static Optional<Act> of(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** All of them, by name. */
    static Map<String, Act> all() {
        return ALL;
    }

    /** The acts that somebody with these roles may ask for of an activity that stands so, by name. */
    static List<String> open(Set<Role> roles, ActivityState state) {
        return ALL.values().stream()
                .filter(act -> act.roles().stream().anyMatch(roles::contains) && takes(state, act.command()))
                .map(Act::name).toList();
    }

    private static boolean takes(ActivityState state, Class<? extends Command> command) {
        if (FindingCommand.class.isAssignableFrom(command)) return true;
        return switch (state) {
            case ActivityState.Known known when known.closed() -> AFTER_CLOSING.contains(command);
            case ActivityState.Known _ -> command != ActivityCommand.OpenActivity.class;
            case ActivityState.Cancelled _, ActivityState.Absent _, ActivityState.Tombstone _ -> false;
        };
    }
}
