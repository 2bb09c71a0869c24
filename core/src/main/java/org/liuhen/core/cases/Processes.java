package org.liuhen.core.cases;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.ProcessCommand.DeclareItem;
import org.liuhen.core.cases.ProcessCommand.StateDefect;
import org.liuhen.core.law.Authority;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.PersonId;

/** Decides: stages, items, rights, recordings and defects. */
final class Processes {

    /** The most things that support one fact. */
    static final int SUPPORTS_MAX = 50;

    private Processes() {}

    static Decision<CaseEvent, CaseRefusal> decide(Begun begun, ProcessCommand command, CaseContext context) {
        var process = begun.process();
        return switch (command) {
            // a recording is filed however late it comes, also to a case that has ended
            case ProcessCommand.FileRecording c -> c.recording().equals(process.recordings().get(c.recording().recording()))
                    ? nothing()
                    : c.recording().endedAt().isBefore(c.recording().beganAt())
                            ? refuse(Refusals.contradictory("录制结束早于开始", "the recording ends before it begins"))
                            : accept(new ProcessEvent.RecordingFiled(c.recording()));
            case ProcessCommand.UnfileRecording c -> !process.recordings().containsKey(c.recording())
                    ? nothing()
                    : c.reason().isBlank() ? refuse(Refusals.empty("理由", "the reason"))
                            : accept(new ProcessEvent.RecordingUnfiled(c.recording(), c.reason()));
            case StateDefect c -> defect(begun, c, context);
            case ProcessCommand.EnterStage _, DeclareItem _, ProcessCommand.WithdrawDeclaration _, ProcessCommand.ShowCertificates _,
                    ProcessCommand.TellRight _, ProcessCommand.RecordResponse _, ProcessCommand.ExceptRight _,
                    ProcessCommand.RecordOther _, ProcessCommand.RecordRefusal _, ProcessCommand.SupportFact _ ->
                    begun.life().status() instanceof LifeStatus.Ended(_, var on)
                            ? refuse(Refusals.ended(on))
                            : whileRunning(begun, command, context);
        };
    }

    private static Decision<CaseEvent, CaseRefusal> whileRunning(Begun begun, ProcessCommand command, CaseContext context) {
        var process = begun.process();
        return switch (command) {
            case ProcessCommand.EnterStage c -> process.stages().containsKey(c.stage())
                    ? nothing()
                    : c.on().isAfter(context.today()) ? refuse(Refusals.dayInFuture(c.on()))
                            : followsOpening(c.stage()) && c.on().isBefore(context.day(begun.life().opened().at()))
                                    ? refuse(Refusals.beforeOpening(c.on()))
                                    : accept(new ProcessEvent.StageEntered(c.stage(), c.on()));
            case DeclareItem c -> declare(process, c, context);
            case ProcessCommand.WithdrawDeclaration c -> process.declared().containsKey(c.item())
                    ? accept(new ProcessEvent.DeclarationWithdrawn(c.item())) : nothing();
            case ProcessCommand.ShowCertificates c -> show(c, context);
            case ProcessCommand.TellRight c -> future(c.at(), context).orElseGet(() -> {
                var told = new ProcessEvent.RightTold(c.right(), c.at(), c.manner(), c.document());
                return Optional.of(told).equals(process.right(c.right()).told()) ? nothing() : accept(told);
            });
            case ProcessCommand.RecordResponse c -> respond(process, c, context);
            case ProcessCommand.ExceptRight c -> c.ground().isBlank()
                    ? refuse(Refusals.empty("不适用的依据", "the ground"))
                    : accept(new ProcessEvent.RightExcepted(c.right(), c.ground(), context.person()));
            case ProcessCommand.RecordOther c -> other(c, context);
            case ProcessCommand.RecordRefusal c -> future(c.at(), context)
                    .orElseGet(() -> c.who().isBlank() || c.what().isBlank()
                            ? refuse(Refusals.empty("拒绝人和拒绝事项", "who refused what"))
                            : accept(new ProcessEvent.RefusalRecorded(c.who(), c.what(), c.words(), c.at())));
            case ProcessCommand.SupportFact c -> support(begun, c);
            case ProcessCommand _ -> throw new IllegalArgumentException("decided elsewhere: " + command);
        };
    }

    /** What leads to a case, and a first look at it, may be older than the case. */
    private static boolean followsOpening(Stage stage) {
        return switch (stage) {
            case INITIATION, INVESTIGATION -> false;
            case REVIEW_DECISION, SERVICE_EXECUTION -> true;
        };
    }

    /** “Did not occur” needs no ground; everything else does. */
    private static Decision<CaseEvent, CaseRefusal> declare(ProcessRecord process, DeclareItem c, CaseContext context) {
        if (c.declaration() != Declaration.DID_NOT_OCCUR && c.ground().filter(ground -> !ground.isBlank()).isEmpty()) {
            return refuse(withoutGround(c, context));
        }
        var before = process.declared().get(c.item());
        var declared = new ProcessEvent.ItemDeclared(c.item(), c.declaration(), c.ground(), context.person(), context.today());
        return declared.equals(before) ? nothing() : accept(declared);
    }

    /** The article that asks for the item is named. */
    private static CaseRefusal withoutGround(DeclareItem c, CaseContext context) {
        var refusal = Refusals.empty("不适用或者不需要的依据", "the ground why it does not apply or is not required");
        var stage = c.item().stage();
        return context.rules().elements(Checklist.table(stage)).stream()
                .filter(element -> element.word().equals(c.item().item().word()))
                .findFirst()
                .map(element -> CaseRefusal.incomplete(List.of(new Missing("case.stageChecklist." + stage.word(),
                        Optional.of(element.word()), new Authority.Article(element.article()), refusal.what(), refusal.next()))))
                .orElse(refusal);
    }

    private static Decision<CaseEvent, CaseRefusal> show(ProcessCommand.ShowCertificates c, CaseContext context) {
        if (context.inFuture(c.at())) return refuse(Refusals.inFuture(c.at()));
        var officers = c.officers().stream().distinct().map(person -> context.register().officer(person, context.day(c.at())))
                .flatMap(Optional::stream).toList();
        if (officers.isEmpty() || officers.size() < c.officers().size()) return refuse(Refusals.noOfficer());
        if (c.toWhom().isBlank()) return refuse(Refusals.empty("向谁出示", "to whom they were shown"));
        return accept(new ProcessEvent.CertificatesShown(officers, c.toWhom(), c.at(), c.how()));
    }

    private static Decision<CaseEvent, CaseRefusal> respond(ProcessRecord process, ProcessCommand.RecordResponse c, CaseContext context) {
        if (context.inFuture(c.at())) return refuse(Refusals.inFuture(c.at()));
        var told = process.right(c.right()).told();
        if (told.isPresent() && c.at().isBefore(told.get().at())) {
            return refuse(Refusals.contradictory("当事人的回应早于告知", "the party answered before it was told"));
        }
        var answered = new ProcessEvent.RightAnswered(c.right(), c.response(), c.at(), c.text(), c.document());
        return Optional.of(answered).equals(process.right(c.right()).answered()) ? nothing() : accept(answered);
    }

    private static Decision<CaseEvent, CaseRefusal> other(ProcessCommand.RecordOther c, CaseContext context) {
        if (context.inFuture(c.at())) return refuse(Refusals.inFuture(c.at()));
        if (c.title().isBlank() || c.place().isBlank()) return refuse(Refusals.empty("标题和地点", "title and place"));
        return context.register().officer(c.officer())
                .<Decision<CaseEvent, CaseRefusal>>map(officer ->
                        accept(new ProcessEvent.OtherRecorded(c.stage(), c.title(), c.text(), c.at(), c.place(), officer)))
                .orElseGet(() -> refuse(Refusals.noOfficer()));
    }

    private static Decision<CaseEvent, CaseRefusal> support(Begun begun, ProcessCommand.SupportFact c) {
        if (begun.document(c.document()).isEmpty()) return refuse(Refusals.noSuchDocument());
        if (c.supports().size() > SUPPORTS_MAX) return refuse(Refusals.tooMany(SUPPORTS_MAX));
        for (var support : c.supports()) {
            var recording = support.recording();
            if (recording.isPresent() && !begun.process().recordings().containsKey(recording.get())) return refuse(Refusals.noSuchRecording());
            if (support.document().isPresent() && begun.document(support.document().get()).isEmpty()) return refuse(Refusals.noSuchDocument());
            if (recording.isEmpty() && support.document().isEmpty()) return refuse(Refusals.empty("证据", "what supports the fact"));
            if (support.from().isPresent() && support.to().isPresent() && support.to().get().compareTo(support.from().get()) < 0) {
                return refuse(Refusals.contradictory("片段的结束早于开始", "the passage ends before it begins"));
            }
        }
        var fact = new ProcessRecord.FactRef(c.document(), c.fact());
        return c.supports().equals(begun.process().supports().getOrDefault(fact, List.of()))
                ? nothing() : accept(new ProcessEvent.FactSupported(c.document(), c.fact(), c.supports()));
    }

    /** Always possible: nobody is forced to falsify. It marks the subject for ever. */
    private static Decision<CaseEvent, CaseRefusal> defect(Begun begun, StateDefect c, CaseContext context) {
        if (c.missing().isBlank() || c.why().isBlank()) return refuse(Refusals.empty("缺什么和为什么", "what is missing and why"));
        if (c.duties().isEmpty()) return refuse(Refusals.empty("所说明的要求", "the duties it answers"));
        var by = c.by().stream().distinct().toList();
        if (!by.contains(context.person())) return refuse(Refusals.notByOneself());
        for (PersonId person : by) {
            if (context.register().name(person).isEmpty()) return refuse(Refusals.noOfficer());
        }
        var stated = new ProcessEvent.DefectStated(c.subject(), c.duties(), c.missing(), c.why(), by, context.today());
        return begun.process().defects().contains(stated) ? nothing() : accept(stated);
    }

    private static Optional<Decision<CaseEvent, CaseRefusal>> future(Instant at, CaseContext context) {
        return context.inFuture(at) ? Optional.of(refuse(Refusals.inFuture(at))) : Optional.empty();
    }
}
