package org.liuhen.core.cases;

import java.time.Instant;
import org.liuhen.core.cases.CaseState.Absent;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.CaseState.Tombstone;
import org.liuhen.core.cases.LifeEvent.CaseOpened;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.findings.FindingEvent;
import org.liuhen.core.findings.Findings;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.CorruptStream;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Destroyed;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Fact;
import org.liuhen.core.values.PayloadDestroyed;
import org.liuhen.core.values.Refusal;

/** Decides about one case (案件). Each part decides about its own; here they meet. */
public final class Cases {

    private Cases() {}

    /** What follows from the command, without doing it. */
    public static Decision<Event, Refusal> decide(CaseState state, Command command, CaseContext context) {
        return switch (state) {
            case Absent _ when command instanceof LifeCommand.OpenCase c -> Decision.widen(Lives.open(c, context));
            case Absent _ -> Decision.refuse(CaseRefusal.impossible("no-such-case", "没有这个案件。", "There is no such case.",
                    "请核对案号，或者先立案登记。", "Check the number, or open the case first."));
            case Tombstone _ -> Decision.refuse(CaseRefusal.impossible("case-destroyed", "这个案件的登记内容已依法销毁。",
                    "The opening of this case was destroyed by law.", "请另立新案。", "Open a new case."));
            case Begun begun when keptAway(begun, command, context) ->
                    Decision.refuse(Refusals.recused(context.register().name(context.person()).orElse(context.actor().name())));
            case Begun begun -> switch (command) {
                case FindingCommand c -> Decision.widen(Findings.decide(begun.findings(), c, new ConcernedByCase(begun, context)));
                case CaseCommand c -> Decision.widen(decide(begun, c, context));
                case Command _ -> throw new IllegalArgumentException("not asked of a case: " + command);
            };
        };
    }

    private static Decision<CaseEvent, CaseRefusal> decide(Begun begun, CaseCommand command, CaseContext context) {
        return switch (command) {
            case LifeCommand c -> Lives.decide(begun, c, context);
            case ProcessCommand c -> Processes.decide(begun, c, context);
            case LicenceCommand c -> Licences.decide(begun, c, context);
            case DocumentCommand c -> Documents.decide(begun, c, context);
            case ApprovalCommand c -> Approvals.decide(begun, c, context);
            case ServiceCommand c -> Services.decide(begun, c, context);
            case MeasureCommand c -> Measures.decide(begun, c, context);
            case ExecutionCommand c -> Executions.decide(begun, c, context);
        };
    }

    /** Who was recused does nothing more in the case but hand in recordings, tell of defects and answer for what was done before. */
    private static boolean keptAway(Begun begun, Command command, CaseContext context) {
        if (context.actor().kind() != Actor.Kind.PERSON || !begun.life().recused().contains(context.person())) return false;
        return switch (command) {
            case FindingCommand _, ProcessCommand.FileRecording _, ProcessCommand.StateDefect _ -> false;
            case Command _ -> true;
        };
    }

    /**
     * The state after one more fact.
     *
     * @param recordedAt when the server knew the fact
     * @throws CorruptStream if the fact cannot follow
     */
    public static CaseState evolve(CaseState state, Fact fact, Instant recordedAt) {
        return switch (fact) {
            case Destroyed(var type) -> destroyed(state, type, fact);
            case CaseEvent event -> switch (state) {
                case Absent _ when event instanceof CaseOpened e -> Begun.begun(e, recordedAt);
                case Absent _ -> throw new CorruptStream(state, fact);
                case Tombstone _ when event instanceof CaseOpened -> throw new CorruptStream(state, fact);
                case Tombstone tombstone -> tombstone;
                case Begun begun -> follow(begun, event, recordedAt).at(recordedAt);
            };
            case FindingEvent event when !(state instanceof Absent) -> state instanceof Begun begun
                    ? begun.with(begun.findings().with(event, recordedAt)).at(recordedAt)
                    : state;
            case PayloadDestroyed _ when !(state instanceof Absent) -> state;
            case Event _ -> throw new CorruptStream(state, fact); // of another feature, or before the opening
        };
    }

    private static Begun follow(Begun begun, CaseEvent event, Instant recordedAt) {
        try {
            return switch (event) {
                case LifeEvent e -> begun.with(begun.life().with(e));
                case ProcessEvent e -> begun.with(begun.process().with(e));
                case LicenceEvent e -> begun.with(begun.licensing().with(e));
                case DocumentEvent e -> Documents.evolve(begun, e, recordedAt);
                case ApprovalEvent e -> Approvals.evolve(begun, e);
                case ServiceEvent e -> Services.evolve(begun, e);
                case MeasureEvent e -> Measures.evolve(begun, e);
                case ExecutionEvent e -> begun.with(begun.execution().with(e));
            };
        } catch (IllegalArgumentException e) {
            throw new CorruptStream(begun, event);
        }
    }

    private static CaseState destroyed(CaseState state, String type, Fact fact) {
        var first = type.equals(CaseOpened.class.getSimpleName());
        if (first != state instanceof Absent) throw new CorruptStream(state, fact);
        return first ? new Tombstone() : state;
    }
}
