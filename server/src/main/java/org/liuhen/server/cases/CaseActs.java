package org.liuhen.server.cases;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.liuhen.core.cases.ApprovalCommand;
import org.liuhen.core.cases.DocumentCommand;
import org.liuhen.core.cases.ExecutionCommand;
import org.liuhen.core.cases.LicenceCommand;
import org.liuhen.core.cases.LifeCommand;
import org.liuhen.core.cases.MeasureCommand;
import org.liuhen.core.cases.ProcessCommand;
import org.liuhen.core.cases.ServiceCommand;
import org.liuhen.core.values.Role;
import org.liuhen.server.acts.Act;
import org.liuhen.server.acts.ActTable;

/**
 * The acts of a case that can be asked for over HTTP, by the last part of their address, and the roles that each serves. What is not
 * here serves nobody. The fields of the body are the components of the command (docs/formats.md, section 2.6a).
 */
final class CaseActs {

    private static final Set<Role> HANDLING = EnumSet.of(Role.OFFICER, Role.UNIT_HEAD);
    private static final Set<Role> DECIDING = EnumSet.of(Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.PERSON_IN_CHARGE);
    private static final Set<Role> CASE_WORK = EnumSet.of(Role.OFFICER, Role.UNIT_HEAD, Role.LEGAL_SECTION, Role.OFFICE, Role.PERSON_IN_CHARGE);

    static final ActTable ALL = ActTable.of(
            Act.of(LifeCommand.OpenCase.class, HANDLING), Act.of(LifeCommand.NameParty.class, HANDLING),
            Act.of(LifeCommand.StateSource.class, HANDLING), Act.of(LifeCommand.ChangeHandlers.class, EnumSet.of(Role.UNIT_HEAD, Role.PERSON_IN_CHARGE)),
            Act.of(LifeCommand.RequestRecusal.class, HANDLING), Act.of(LifeCommand.DecideRecusal.class, EnumSet.of(Role.PERSON_IN_CHARGE)),
            Act.of(LifeCommand.FlagCase.class, CASE_WORK), Act.of(LifeCommand.SuspendCase.class, HANDLING),
            Act.of(LifeCommand.ResumeCase.class, HANDLING), Act.of(LifeCommand.TransferCase.class, HANDLING),
            Act.of(LifeCommand.MergeCase.class, HANDLING), Act.of(LifeCommand.SplitCase.class, HANDLING), Act.of(LifeCommand.EndCase.class, HANDLING),
            Act.of(LifeCommand.ReopenCase.class, EnumSet.of(Role.UNIT_HEAD, Role.PERSON_IN_CHARGE)),
            Act.of(ProcessCommand.EnterStage.class, HANDLING), Act.of(ProcessCommand.DeclareItem.class, HANDLING),
            Act.of(ProcessCommand.WithdrawDeclaration.class, HANDLING), Act.of(ProcessCommand.ShowCertificates.class, HANDLING),
            Act.of(ProcessCommand.TellRight.class, HANDLING), Act.of(ProcessCommand.RecordResponse.class, HANDLING),
            Act.of(ProcessCommand.ExceptRight.class, HANDLING), Act.of(ProcessCommand.RecordOther.class, HANDLING),
            Act.of(ProcessCommand.RecordRefusal.class, HANDLING), Act.of(ProcessCommand.FileRecording.class, EnumSet.of(Role.OFFICER, Role.UNIT_HEAD, Role.CUSTODIAN)),
            Act.of(ProcessCommand.UnfileRecording.class, EnumSet.of(Role.OFFICER, Role.UNIT_HEAD, Role.CUSTODIAN)),
            Act.of(ProcessCommand.SupportFact.class, HANDLING), Act.of(ProcessCommand.StateDefect.class, CASE_WORK),
            Act.of(LicenceCommand.ReceiveApplication.class, HANDLING), Act.of(LicenceCommand.DecideAcceptance.class, HANDLING),
            Act.of(LicenceCommand.ReplySupplement.class, HANDLING), Act.of(LicenceCommand.WithdrawApplication.class, HANDLING),
            Act.of(DocumentCommand.DraftDocument.class, CASE_WORK), Act.of(DocumentCommand.SaveDraft.class, CASE_WORK),
            Act.of(DocumentCommand.UnlockText.class, CASE_WORK), Act.of(DocumentCommand.SignDocument.class, CASE_WORK),
            Act.of(DocumentCommand.MarkAlteration.class, HANDLING), Act.of(DocumentCommand.MarkAcrossPages.class, HANDLING),
            Act.of(DocumentCommand.NoteRefusal.class, HANDLING), Act.of(DocumentCommand.WriteOpinion.class, CASE_WORK),
            Act.of(DocumentCommand.FinaliseDocument.class, CASE_WORK), Act.of(DocumentCommand.VoidDocument.class, CASE_WORK),
            Act.of(ApprovalCommand.RequestApproval.class, HANDLING), Act.of(ApprovalCommand.GiveOpinion.class, DECIDING),
            Act.of(ApprovalCommand.AdoptReview.class, HANDLING), Act.of(ApprovalCommand.WithdrawRequest.class, HANDLING),
            Act.of(ApprovalCommand.DiscussCollectively.class, CASE_WORK),
            Act.of(ServiceCommand.RecordService.class, HANDLING), Act.of(ServiceCommand.CompleteService.class, HANDLING),
            Act.of(ServiceCommand.FailService.class, HANDLING),
            Act.of(MeasureCommand.TakeMeasure.class, HANDLING), Act.of(MeasureCommand.ExtendMeasure.class, HANDLING),
            Act.of(MeasureCommand.LiftMeasure.class, HANDLING), Act.of(MeasureCommand.OrderCorrection.class, HANDLING),
            Act.of(MeasureCommand.FollowUpCorrection.class, HANDLING),
            Act.of(ExecutionCommand.SetPerformanceDue.class, HANDLING), Act.of(ExecutionCommand.RecordPerformance.class, EnumSet.of(Role.OFFICER, Role.UNIT_HEAD, Role.FINANCE)),
            Act.of(ExecutionCommand.LogStatement.class, HANDLING), Act.of(ExecutionCommand.ReviewStatement.class, HANDLING),
            Act.of(ExecutionCommand.DecideExecution.class, HANDLING), Act.of(ExecutionCommand.ApplyToCourt.class, HANDLING),
            Act.of(ExecutionCommand.Execute.class, HANDLING), Act.of(ExecutionCommand.ConfiscateProperty.class, HANDLING),
            Act.of(ExecutionCommand.DisposeProperty.class, HANDLING)).withFindings(CASE_WORK);

    private static final Set<Class<?>> AFTER_END =
            Set.of(ProcessCommand.FileRecording.class, ProcessCommand.UnfileRecording.class, ProcessCommand.StateDefect.class);

    private CaseActs() {}

    /**
     * The acts that somebody with these roles may ask for, by name.
     *
     * @param ended whether the case has ended: what the deciders refuse from then on, whatever is asked, is left out
     */
    static List<String> open(Set<Role> roles, boolean ended) {
        return ALL.open(roles, act -> !(ended && onlyWhileRunning(act.command())));
    }

    private static boolean onlyWhileRunning(Class<?> command) {
        if (AFTER_END.contains(command)) return false;
        return Stream.of(ProcessCommand.class, LicenceCommand.class, DocumentCommand.class, ApprovalCommand.class)
                        .anyMatch(kind -> kind.isAssignableFrom(command))
                || command == LifeCommand.ChangeHandlers.class || command == MeasureCommand.TakeMeasure.class;
    }
}
