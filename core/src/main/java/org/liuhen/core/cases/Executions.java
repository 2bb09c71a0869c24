package org.liuhen.core.cases;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.ExecutionCommand.ApplyToCourt;
import org.liuhen.core.cases.ExecutionCommand.ConfiscateProperty;
import org.liuhen.core.cases.ExecutionCommand.DecideExecution;
import org.liuhen.core.cases.ExecutionCommand.DisposeProperty;
import org.liuhen.core.cases.ExecutionCommand.Execute;
import org.liuhen.core.cases.ExecutionCommand.LogStatement;
import org.liuhen.core.cases.ExecutionCommand.RecordPerformance;
import org.liuhen.core.cases.ExecutionCommand.ReviewStatement;
import org.liuhen.core.cases.ExecutionCommand.SetPerformanceDue;
import org.liuhen.core.cases.rules.ExecutionStep;
import org.liuhen.core.cases.rules.ExecutionSteps;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.DocumentId;

/** Decides: performance by the party, coercive execution (行政强制执行), confiscated property. */
final class Executions {

    private static final Pattern YUAN = Pattern.compile("(0|[1-9][0-9]{0,14})(\\.[0-9]{1,2})?");

    private Executions() {}

    static Decision<CaseEvent, CaseRefusal> decide(Begun begun, ExecutionCommand command, CaseContext context) {
        if (begun.life().status() instanceof LifeStatus.Ended(_, var on) && !(command instanceof RecordPerformance)) {
            return refuse(Refusals.ended(on)); // a party may pay at any time
        }
        return switch (command) {
            case SetPerformanceDue c -> c.what().isBlank()
                    ? refuse(Refusals.empty("履行的内容", "what is to be performed"))
                    : c.due().isBefore(context.day(begun.life().opened().at())) ? refuse(Refusals.beforeOpening(c.due()))
                            : accept(new ExecutionEvent.PerformanceDueSet(c.due(), c.what()));
            case RecordPerformance c -> performance(begun, c, context);
            case LogStatement c -> statement(begun, c, context);
            case ReviewStatement c -> review(begun, c, context);
            case DecideExecution c -> decideExecution(begun, c, context);
            case ApplyToCourt c -> court(begun, c, context);
            case Execute c -> execute(begun, c, context);
            case ConfiscateProperty c -> confiscate(begun, c);
            case DisposeProperty c -> dispose(begun, c, context);
        };
    }

    private static Decision<CaseEvent, CaseRefusal> performance(Begun begun, RecordPerformance c, CaseContext context) {
        if (c.kind().isBlank()) return refuse(Refusals.empty("履行的种类", "what was performed"));
        if (c.on().isAfter(context.today())) return refuse(Refusals.dayInFuture(c.on()));
        if (c.on().isBefore(context.day(begun.life().opened().at()))) return refuse(Refusals.beforeOpening(c.on()));
        if (c.amount().filter(amount -> !YUAN.matcher(amount).matches()).isPresent()) return refuse(Refusals.noAmount());
        var recorded = new ExecutionEvent.PerformanceRecorded(c.on(), c.kind(), c.amount(), c.status(), c.voucher());
        return begun.execution().performances().contains(recorded) ? nothing() : accept(recorded);
    }

    private static Decision<CaseEvent, CaseRefusal> statement(Begun begun, LogStatement c, CaseContext context) {
        if (context.inFuture(c.at())) return refuse(Refusals.inFuture(c.at()));
        if (c.text().isBlank()) return refuse(Refusals.empty("陈述、申辩的内容", "what was stated"));
        var logged = new ExecutionEvent.StatementLogged(c.statement(), c.at(), c.text());
        var earlier = begun.execution().statements().get(c.statement());
        if (earlier == null) return accept(logged);
        return earlier.logged().equals(logged) ? nothing() : refuse(Refusals.alreadyTaken());
    }

    private static Decision<CaseEvent, CaseRefusal> review(Begun begun, ReviewStatement c, CaseContext context) {
        var statement = begun.execution().statements().get(c.statement());
        if (statement == null) return refuse(Refusals.noSuchAct());
        var review = c.review();
        if (review.on().isAfter(context.today())) return refuse(Refusals.dayInFuture(review.on()));
        if (review.on().isBefore(context.day(statement.logged().at()))) {
            return refuse(Refusals.contradictory("复核早于陈述、申辩", "reviewed before it was stated"));
        }
        if (List.of(review.facts(), review.reasons(), review.evidence(), review.opinion()).stream().anyMatch(String::isBlank)) {
            return refuse(Refusals.empty("复核的事实、理由、证据和意见", "facts, reasons, evidence and opinion of the review"));
        }
        return statement.review().equals(Optional.of(review)) ? nothing() : accept(new ExecutionEvent.StatementReviewed(c.statement(), review));
    }

    private static Decision<CaseEvent, CaseRefusal> decideExecution(Begun begun, DecideExecution c, CaseContext context) {
        var decided = new ExecutionEvent.ExecutionDecided(c.document(), c.on(), c.noGoodCause());
        if (begun.execution().decided().equals(Optional.of(decided))) return nothing();
        return step(begun, c.document(), c.on(), ExecutionSteps.DECISION, context).orElseGet(() -> accept(decided));
    }

    private static Decision<CaseEvent, CaseRefusal> court(Begun begun, ApplyToCourt c, CaseContext context) {
        var applied = new ExecutionEvent.CourtApplied(c.document(), c.on());
        if (begun.execution().court().equals(Optional.of(applied))) return nothing();
        return step(begun, c.document(), c.on(), ExecutionSteps.COURT, context).orElseGet(() -> accept(applied));
    }

    private static Decision<CaseEvent, CaseRefusal> execute(Begun begun, Execute c, CaseContext context) {
        if (context.inFuture(c.beganAt())) return refuse(Refusals.inFuture(c.beganAt()));
        if (c.endedAt().filter(context::inFuture).isPresent()) return refuse(Refusals.inFuture(c.endedAt().get()));
        if (c.endedAt().filter(end -> end.isBefore(c.beganAt())).isPresent()) {
            return refuse(Refusals.contradictory("执行结束早于开始", "the execution ends before it begins"));
        }
        var executed = new ExecutionEvent.Executed(c.execution(), c.method(), c.document(), c.object(), c.beganAt(), c.endedAt(), c.result());
        if (executed.equals(begun.execution().executions().get(c.execution()))) return nothing();
        return step(begun, c.document(), context.day(c.beganAt()), ExecutionSteps.EXECUTION, context).orElseGet(() -> accept(executed));
    }

    /** What stands in the way of a step of the execution; its subject for a defect statement is the document. */
    private static Optional<Decision<CaseEvent, CaseRefusal>> step(
            Begun begun, DocumentId document, LocalDate on, List<Requirement<ExecutionStep>> requirements, CaseContext context) {
        if (begun.document(document).isEmpty()) return Optional.of(refuse(Refusals.noSuchDocument()));
        if (on.isAfter(context.today())) return Optional.of(refuse(Refusals.dayInFuture(on)));
        if (on.isBefore(context.day(begun.life().opened().at()))) return Optional.of(refuse(Refusals.beforeOpening(on)));
        var rules = context.law().on(on);
        var missing = requirements.stream()
                .flatMap(requirement -> requirement.missing(new ExecutionStep(begun, document, on), rules).stream())
                .filter(item -> !begun.process().defectStated(document.toString(), item.duty()))
                .toList();
        if (missing.stream().noneMatch(Missing::blocks)) return Optional.empty();
        return Optional.of(refuse(CaseRefusal.incomplete(missing)));
    }

    private static Decision<CaseEvent, CaseRefusal> confiscate(Begun begun, ConfiscateProperty c) {
        if (begun.document(c.decision()).isEmpty()) return refuse(Refusals.noSuchDocument());
        if (c.things().isEmpty()) return refuse(Refusals.empty("物品清单", "the inventory of things"));
        var list = new ExecutionEvent.PropertyConfiscated(c.list(), c.decision(), c.things(), c.custody());
        var earlier = begun.execution().confiscated().get(c.list());
        if (earlier == null) return accept(list);
        return earlier.list().equals(list) ? nothing() : refuse(Refusals.alreadyTaken());
    }

    private static Decision<CaseEvent, CaseRefusal> dispose(Begun begun, DisposeProperty c, CaseContext context) {
        var list = begun.execution().confiscated().get(c.list());
        if (list == null) return refuse(Refusals.noSuchAct());
        if (c.on().isAfter(context.today())) return refuse(Refusals.dayInFuture(c.on()));
        if (c.participants().stream().allMatch(String::isBlank)) return refuse(Refusals.empty("参加处理的人员", "who took part"));
        var disposed = new ExecutionEvent.PropertyDisposed(c.list(), c.manner(), c.on(), c.participants(), c.voucher());
        if (list.disposed().equals(Optional.of(disposed))) return nothing();
        return list.disposed().isPresent() ? refuse(Refusals.alreadyTaken()) : accept(disposed);
    }
}
