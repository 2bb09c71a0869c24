package org.liuhen.server.cases;

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
import java.util.stream.Stream;
import org.liuhen.core.cases.ApprovalCommand;
import org.liuhen.core.cases.DocumentCommand;
import org.liuhen.core.cases.ExecutionCommand;
import org.liuhen.core.cases.LicenceCommand;
import org.liuhen.core.cases.LifeCommand;
import org.liuhen.core.cases.MeasureCommand;
import org.liuhen.core.cases.ProcessCommand;
import org.liuhen.core.cases.ServiceCommand;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Role;

/**
 * The acts of a case that can be asked for over HTTP, by the last part of their address, and the roles that each serves. What is not
 * here serves nobody. The fields of the body are the components of the command (docs/formats.md, section 2.6a).
 */
final class CaseActs {

    private static final Set<Role> HANDLING = EnumSet.of(Role.OFFICER, Role.UNIT_HEAD);
    private static final Set<Role> DECIDING = EnumSet.of(Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.PERSON_IN_CHARGE);
    private static final Set<Role> SUPERVISING = EnumSet.of(Role.LEGAL_SECTION, Role.SUPERVISION);
    private static final Set<Role> CASE_WORK = EnumSet.of(Role.OFFICER, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE);

    /**
     * One act.
     *
     * @param roles in the order of preference: whoever holds several acts in the first
     */
    record Act(String name, Class<? extends Command> command, SortedSet<Role> roles) {}

    private static final Map<String, Act> ALL = Collections.unmodifiableMap(new TreeMap<>(Map.ofEntries(
            act(LifeCommand.OpenCase.class, HANDLING), act(LifeCommand.NameParty.class, HANDLING),
            act(LifeCommand.StateSource.class, HANDLING), act(LifeCommand.ChangeHandlers.class, EnumSet.of(Role.UNIT_HEAD, Role.PERSON_IN_CHARGE)),
            act(LifeCommand.RequestRecusal.class, HANDLING), act(LifeCommand.DecideRecusal.class, EnumSet.of(Role.PERSON_IN_CHARGE)),
            act(LifeCommand.FlagCase.class, CASE_WORK), act(LifeCommand.SuspendCase.class, HANDLING),
            act(LifeCommand.ResumeCase.class, HANDLING), act(LifeCommand.TransferCase.class, HANDLING),
            act(LifeCommand.MergeCase.class, HANDLING), act(LifeCommand.SplitCase.class, HANDLING), act(LifeCommand.EndCase.class, HANDLING),
            act(LifeCommand.ReopenCase.class, EnumSet.of(Role.UNIT_HEAD, Role.PERSON_IN_CHARGE)),
            act(ProcessCommand.EnterStage.class, HANDLING), act(ProcessCommand.DeclareItem.class, HANDLING),
            act(ProcessCommand.WithdrawDeclaration.class, HANDLING), act(ProcessCommand.ShowCertificates.class, HANDLING),
            act(ProcessCommand.TellRight.class, HANDLING), act(ProcessCommand.RecordResponse.class, HANDLING),
            act(ProcessCommand.ExceptRight.class, HANDLING), act(ProcessCommand.RecordOther.class, HANDLING),
            act(ProcessCommand.RecordRefusal.class, HANDLING), act(ProcessCommand.FileRecording.class, EnumSet.of(Role.OFFICER, Role.UNIT_HEAD, Role.CUSTODIAN)),
            act(ProcessCommand.UnfileRecording.class, EnumSet.of(Role.OFFICER, Role.UNIT_HEAD, Role.CUSTODIAN)),
            act(ProcessCommand.SupportFact.class, HANDLING), act(ProcessCommand.StateDefect.class, CASE_WORK),
            act(LicenceCommand.ReceiveApplication.class, HANDLING), act(LicenceCommand.DecideAcceptance.class, HANDLING),
            act(LicenceCommand.ReplySupplement.class, HANDLING), act(LicenceCommand.WithdrawApplication.class, HANDLING),
            act(DocumentCommand.DraftDocument.class, CASE_WORK), act(DocumentCommand.SaveDraft.class, CASE_WORK),
            act(DocumentCommand.UnlockText.class, CASE_WORK), act(DocumentCommand.SignDocument.class, CASE_WORK),
            act(DocumentCommand.MarkAlteration.class, HANDLING), act(DocumentCommand.MarkAcrossPages.class, HANDLING),
            act(DocumentCommand.NoteRefusal.class, HANDLING), act(DocumentCommand.WriteOpinion.class, CASE_WORK),
            act(DocumentCommand.FinaliseDocument.class, CASE_WORK), act(DocumentCommand.VoidDocument.class, CASE_WORK),
            act(ApprovalCommand.RequestApproval.class, HANDLING), act(ApprovalCommand.GiveOpinion.class, DECIDING),
            act(ApprovalCommand.AdoptReview.class, HANDLING), act(ApprovalCommand.WithdrawRequest.class, HANDLING),
            act(ApprovalCommand.DiscussCollectively.class, CASE_WORK),
            act(ServiceCommand.RecordService.class, HANDLING), act(ServiceCommand.CompleteService.class, HANDLING),
            act(ServiceCommand.FailService.class, HANDLING),
            act(MeasureCommand.TakeMeasure.class, HANDLING), act(MeasureCommand.ExtendMeasure.class, HANDLING),
            act(MeasureCommand.LiftMeasure.class, HANDLING), act(MeasureCommand.OrderCorrection.class, HANDLING),
            act(MeasureCommand.FollowUpCorrection.class, HANDLING),
            act(ExecutionCommand.SetPerformanceDue.class, HANDLING), act(ExecutionCommand.RecordPerformance.class, EnumSet.of(Role.OFFICER, Role.UNIT_HEAD, Role.FINANCE)),
            act(ExecutionCommand.LogStatement.class, HANDLING), act(ExecutionCommand.ReviewStatement.class, HANDLING),
            act(ExecutionCommand.DecideExecution.class, HANDLING), act(ExecutionCommand.ApplyToCourt.class, HANDLING),
            act(ExecutionCommand.Execute.class, HANDLING), act(ExecutionCommand.ConfiscateProperty.class, HANDLING),
            act(ExecutionCommand.DisposeProperty.class, HANDLING),
            act(FindingCommand.ExplainFinding.class, CASE_WORK), act(FindingCommand.JudgeExplanation.class, SUPERVISING),
            act(FindingCommand.AppealFinding.class, CASE_WORK), act(FindingCommand.DecideAppeal.class, EnumSet.of(Role.PERSON_IN_CHARGE)))));

    private static final Set<Class<? extends Command>> AFTER_END =
            Set.of(ProcessCommand.FileRecording.class, ProcessCommand.UnfileRecording.class, ProcessCommand.StateDefect.class);

    private CaseActs() {}

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

    /**
     * The acts that somebody with these roles may ask for, by name.
     *
     * @param ended whether the case has ended: what the deciders refuse from then on, whatever is asked, is left out
     */
    static List<String> open(Set<Role> roles, boolean ended) {
        return ALL.values().stream()
                .filter(act -> act.roles().stream().anyMatch(roles::contains) && !(ended && onlyWhileRunning(act.command())))
                .map(Act::name).toList();
    }

    private static boolean onlyWhileRunning(Class<? extends Command> command) {
        if (AFTER_END.contains(command)) return false;
        return Stream.of(ProcessCommand.class, LicenceCommand.class, DocumentCommand.class, ApprovalCommand.class)
                        .anyMatch(kind -> kind.isAssignableFrom(command))
                || command == LifeCommand.ChangeHandlers.class || command == MeasureCommand.TakeMeasure.class;
    }
}
