package org.liuhen.server.recordings.activities;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.recordings.activities.ActivityCommand;
import org.liuhen.core.recordings.activities.ActivityState;
import org.liuhen.core.values.Role;
import org.liuhen.server.acts.Act;
import org.liuhen.server.acts.ActTable;

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

    static final ActTable ALL = ActTable.of(
            Act.of(ActivityCommand.OpenActivity.class, ON_SITE), Act.of(ActivityCommand.AmendActivity.class, ON_SITE),
            Act.of(ActivityCommand.HoldAtPlace.class, ON_SITE),
            Act.of(ActivityCommand.StartActivity.class, ON_SITE), Act.of(ActivityCommand.EndActivity.class, ON_SITE),
            Act.of(ActivityCommand.MarkMoment.class, CHECKING), Act.of(ActivityCommand.FindViolation.class, ON_SITE),
            Act.of(ActivityCommand.ExplainInterruption.class, ON_SITE), Act.of(ActivityCommand.GiveUpRecording.class, ON_SITE),
            Act.of(ActivityCommand.SignStatement.class, ON_SITE), Act.of(ActivityCommand.ExemptActivity.class, ON_SITE),
            Act.of(ActivityCommand.SubmitWorkRecord.class, ON_SITE), Act.of(ActivityCommand.AcknowledgeWorkRecord.class, LEADING),
            Act.of(ActivityCommand.FileToActivity.class, FILING), Act.of(ActivityCommand.UnfileFromActivity.class, FILING),
            Act.of(ActivityCommand.LinkDocument.class, FILING), Act.of(ActivityCommand.UnlinkDocument.class, FILING),
            Act.of(ActivityCommand.GiveReason.class, ON_SITE), Act.of(ActivityCommand.StateDefect.class, WORK),
            Act.of(ActivityCommand.StateNecessity.class, ON_SITE), Act.of(ActivityCommand.ShowArticle.class, CHECKING),
            Act.of(ActivityCommand.LodgeSceneReceipt.class, ON_SITE), Act.of(ActivityCommand.CloseActivity.class, ON_SITE),
                    Act.of(ActivityCommand.CancelActivity.class, ON_SITE)).withFindings(WORK);

    private static final Set<Class<?>> AFTER_CLOSING = Set.of(
            ActivityCommand.AcknowledgeWorkRecord.class, ActivityCommand.FileToActivity.class, ActivityCommand.UnfileFromActivity.class,
            ActivityCommand.LinkDocument.class, ActivityCommand.UnlinkDocument.class, ActivityCommand.GiveReason.class,
            ActivityCommand.StateDefect.class, ActivityCommand.LodgeSceneReceipt.class, ActivityCommand.StateNecessity.class,
            ActivityCommand.ShowArticle.class);

    private ActivityActs() {}

    /** The acts that somebody with these roles may ask for of an activity that stands so, by name. */
    static List<String> open(Set<Role> roles, ActivityState state) {
        return ALL.open(roles, act -> takes(state, act.command()));
    }

    private static boolean takes(ActivityState state, Class<?> command) {
        if (FindingCommand.class.isAssignableFrom(command)) return true;
        return switch (state) {
            case ActivityState.Known known when known.closed() -> AFTER_CLOSING.contains(command);
            case ActivityState.Known _ -> command != ActivityCommand.OpenActivity.class;
            case ActivityState.Cancelled _, ActivityState.Absent _, ActivityState.Tombstone _ -> false;
        };
    }
}
