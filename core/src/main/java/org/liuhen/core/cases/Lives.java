package org.liuhen.core.cases;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.LifeCommand.OpenCase;
import org.liuhen.core.cases.LifeEvent.CaseOpened;
import org.liuhen.core.law.Key;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;

/** Decides: opening, people, interruption and end of a case. */
final class Lives {

    private static final Key ACT_TYPES = new Key("case.actTypes");
    private static final Key ENTRUSTED = new Key("case.appliesToEntrusted");

    private Lives() {}

    /** A case can be of the kinds only that the agency's text names, and an entrusted body acts within its entrustment. */
    static Decision<CaseEvent, CaseRefusal> open(OpenCase c, CaseContext context) {
        if (context.inFuture(c.at())) return refuse(Refusals.inFuture(c.at()));
        if (!context.register().knows(c.unit())) return refuse(Refusals.noSuchUnit(c.unit()));
        var day = context.day(c.at());
        var missing = new ArrayList<Missing>();
        unknownKind(c, context, day).ifPresent(missing::add);
        entrustment(c, context, day).ifPresent(missing::add);
        if (missing.stream().anyMatch(Missing::blocks)) return refuse(CaseRefusal.incomplete(missing));
        if (c.subject().isBlank()) return refuse(Refusals.empty("案由", "the subject of the case"));
        var handlers = officers(c.handlers(), context);
        if (handlers.size() < c.handlers().size() || handlers.isEmpty()) return refuse(Refusals.noOfficer());
        return accept(new CaseOpened(c.id(), c.kind(), c.procedure(), c.origin(), c.subject(), c.unit(), handlers, c.procedureRules(),
                c.entrustedBody(), c.at(), Digest.parse(context.law().digest())));
    }

    private static Optional<Missing> unknownKind(OpenCase c, CaseContext context, LocalDate day) {
        var kinds = context.law().on(day).words(ACT_TYPES);
        if (kinds.isEmpty() || kinds.get().value().contains(c.kind().word())) return Optional.empty();
        return Optional.of(new Missing(ACT_TYPES.value(), kinds.get().authority(),
                new Bilingual("本机关的制度没有这一种行政行为：" + c.kind().word() + "。",
                        "The agency's regulation does not name this kind of act: " + c.kind().word() + "."),
                new Bilingual("请选择制度列明的行为种类。", "Choose one of the kinds that the regulation names.")));
    }

    private static Optional<Missing> entrustment(OpenCase c, CaseContext context, LocalDate day) {
        var rules = context.law().on(day);
        var outside = Stream.concat(Stream.of(c.unit()), c.entrustedBody().stream())
                .anyMatch(unit -> !context.register().entrusted(unit, day));
        if (!outside || rules.authority(ENTRUSTED).isEmpty()) return Optional.empty();
        return Optional.of(new Missing(ENTRUSTED.value(), rules.authority(ENTRUSTED).get(),
                new Bilingual("受委托组织当日不在委托期限内。", "The entrusted body is not within its entrustment on that day."),
                new Bilingual("请由本机关的机构立案，或者先登记委托书及其期限。",
                        "Let a unit of the agency open the case, or register the entrustment and its dates first.")));
    }

    static Decision<CaseEvent, CaseRefusal> decide(Begun begun, LifeCommand command, CaseContext context) {
        var life = begun.life();
        return switch (command) {
            case OpenCase c -> sameOpening(life.opened(), c) ? nothing() : refuse(Refusals.alreadyOpened());
            case LifeCommand.ReopenCase c -> reopen(life, c, context);
            case LifeCommand.ResumeCase c -> resume(life, c, context);
            case LifeCommand.DecideRecusal c -> decideRecusal(life, c, context);
            case LifeCommand.NameParty _, LifeCommand.StateSource _, LifeCommand.RequestRecusal _, LifeCommand.FlagCase _,
                    LifeCommand.ChangeHandlers _, LifeCommand.SuspendCase _, LifeCommand.TransferCase _, LifeCommand.MergeCase _,
                    LifeCommand.SplitCase _, LifeCommand.EndCase _ -> whileRunning(begun, command, context);
        };
    }

    private static Decision<CaseEvent, CaseRefusal> whileRunning(Begun begun, LifeCommand command, CaseContext context) {
        var life = begun.life();
        if (life.status() instanceof LifeStatus.Ended(_, var on)) return refuse(Refusals.ended(on));
        return switch (command) {
            case LifeCommand.NameParty c -> c.party().name().isBlank()
                    ? refuse(Refusals.empty("当事人名称", "the party's name"))
                    : c.party().equals(life.parties().get(c.party().id())) ? nothing() : accept(new LifeEvent.PartyNamed(c.party()));
            case LifeCommand.StateSource c -> stateSource(life, c, context);
            case LifeCommand.RequestRecusal c -> requestRecusal(life, c, context);
            case LifeCommand.FlagCase c -> c.flags().equals(life.flags())
                    ? nothing()
                    : c.ground().isBlank() ? refuse(Refusals.empty("理由", "the ground")) : accept(new LifeEvent.CaseFlagged(c.flags(), c.ground()));
            case LifeCommand.ChangeHandlers c -> changeHandlers(life, c, context);
            case LifeCommand.SuspendCase c -> life.status() instanceof LifeStatus.Suspended
                    ? refuse(Refusals.alreadySuspended())
                    : dated(c.on(), c.reason(), life, context).orElseGet(() -> accept(new LifeEvent.CaseSuspended(c.reason(), c.on())));
            case LifeCommand.TransferCase c -> c.to().isBlank() ? refuse(Refusals.empty("接收机关", "the authority that takes it over")) : dated(c.on(), c.reason(), life, context)
                    .orElseGet(() -> accept(new LifeEvent.CaseTransferred(c.to(), c.reason(), c.on())));
            case LifeCommand.MergeCase c -> c.into().equals(begun.id())
                    ? refuse(Refusals.mergedIntoItself())
                    : dated(c.on(), c.reason(), life, context)
                            .orElseGet(() -> accept(new LifeEvent.CaseMerged(c.into(), c.reason(), c.on())));
            case LifeCommand.SplitCase c -> c.newCase().equals(begun.id())
                    ? refuse(Refusals.splitIntoItself())
                    : dated(c.on(), c.reason(), life, context)
                    .orElseGet(() -> accept(new LifeEvent.CaseSplit(c.newCase(), c.reason(), c.on())));
            case LifeCommand.EndCase c -> end(begun, c, context);
            case LifeCommand _ -> throw new IllegalArgumentException("decided elsewhere: " + command);
        };
    }

    /** Nothing ends while something is open that the agency's articles want closed. */
    private static Decision<CaseEvent, CaseRefusal> end(Begun begun, LifeCommand.EndCase c, CaseContext context) {
        var life = begun.life();
        if (life.status() instanceof LifeStatus.Suspended) return refuse(Refusals.suspended());
        if (c.on().isAfter(context.today())) return refuse(Refusals.dayInFuture(c.on()));
        if (c.on().isBefore(context.day(life.opened().at()))) return refuse(Refusals.beforeOpening(c.on()));
        if (beforeResumption(life, c.on())) return refuse(Refusals.beforeResumption());
        var missing = Checklist.atEnd(begun, context.law().on(c.on()), c.ground());
        if (missing.stream().anyMatch(Missing::blocks)) return refuse(CaseRefusal.incomplete(missing));
        return accept(new LifeEvent.CaseEnded(c.ground(), c.remark(), c.on()));
    }

    private static Decision<CaseEvent, CaseRefusal> reopen(Life life, LifeCommand.ReopenCase c, CaseContext context) {
        if (!(life.status() instanceof LifeStatus.Ended(_, var ended))) return refuse(Refusals.notEnded());
        if (c.on().isBefore(ended)) return refuse(Refusals.contradictory("恢复办理早于办结", "reopened before it ended"));
        return dated(c.on(), c.reason(), life, context).orElseGet(() -> accept(new LifeEvent.CaseReopened(c.reason(), c.on())));
    }

    private static Decision<CaseEvent, CaseRefusal> resume(Life life, LifeCommand.ResumeCase c, CaseContext context) {
        if (life.status() instanceof LifeStatus.Ended(_, var ended)) return refuse(Refusals.ended(ended));
        if (!(life.status() instanceof LifeStatus.Suspended(var since, _))) return refuse(Refusals.notSuspended());
        if (c.on().isAfter(context.today())) return refuse(Refusals.dayInFuture(c.on()));
        if (c.on().isBefore(since)) return refuse(Refusals.contradictory("恢复日期早于中止日期", "resumed before it was interrupted"));
        return accept(new LifeEvent.CaseResumed(c.on()));
    }

    private static Decision<CaseEvent, CaseRefusal> stateSource(Life life, LifeCommand.StateSource c, CaseContext context) {
        if (c.source().on().isAfter(context.today())) return refuse(Refusals.dayInFuture(c.source().on()));
        return Optional.of(c.source()).equals(life.source()) ? nothing() : accept(new LifeEvent.SourceStated(c.source()));
    }

    private static Decision<CaseEvent, CaseRefusal> changeHandlers(Life life, LifeCommand.ChangeHandlers c, CaseContext context) {
        if (c.reason().isBlank()) return refuse(Refusals.empty("理由", "the reason"));
        for (var person : c.handlers()) {
            if (life.recused().contains(person)) return refuse(Refusals.recused(context.register().name(person).orElse("")));
        }
        var handlers = officers(c.handlers(), context);
        if (handlers.size() < c.handlers().size() || handlers.isEmpty()) return refuse(Refusals.noOfficer());
        return handlers.equals(life.handlers()) ? nothing() : accept(new LifeEvent.HandlersChanged(handlers, c.reason()));
    }

    private static Decision<CaseEvent, CaseRefusal> requestRecusal(Life life, LifeCommand.RequestRecusal c, CaseContext context) {
        if (!life.isHandler(c.officer())) return refuse(Refusals.noHandler());
        if (c.ground().isBlank()) return refuse(Refusals.empty("申请回避的理由", "the ground of the recusal"));
        if (c.on().isAfter(context.today())) return refuse(Refusals.dayInFuture(c.on()));
        var request = new LifeEvent.RecusalRequested(c.officer(), c.byParty(), c.ground(), c.on());
        return life.openRecusals().contains(request) ? nothing() : accept(request);
    }

    /** Decided by a person in charge of the agency, never by the officer. */
    private static Decision<CaseEvent, CaseRefusal> decideRecusal(Life life, LifeCommand.DecideRecusal c, CaseContext context) {
        if (life.openRecusals().stream().noneMatch(request -> request.officer().equals(c.officer()))) return refuse(Refusals.noRequest());
        if (context.person().equals(c.officer())) return refuse(Refusals.ownMatter());
        if (!context.register().roles(context.person(), c.on()).contains(Role.PERSON_IN_CHARGE)) return refuse(Refusals.notInCharge());
        if (c.on().isAfter(context.today())) return refuse(Refusals.dayInFuture(c.on()));
        if (life.openRecusals().stream().anyMatch(request -> request.officer().equals(c.officer()) && c.on().isBefore(request.on()))) {
            return refuse(Refusals.contradictory("决定早于申请", "decided before it was asked for"));
        }
        return accept(new LifeEvent.RecusalDecided(c.officer(), c.granted(), c.reason(), context.person(), c.on()));
    }

    /** What is wrong with the day or the reason of an act on the whole case. */
    private static Optional<Decision<CaseEvent, CaseRefusal>> dated(LocalDate on, String reason, Life life, CaseContext context) {
        if (reason.isBlank()) return Optional.of(refuse(Refusals.empty("理由", "the reason")));
        if (on.isAfter(context.today())) return Optional.of(refuse(Refusals.dayInFuture(on)));
        if (on.isBefore(context.day(life.opened().at()))) return Optional.of(refuse(Refusals.beforeOpening(on)));
        return beforeResumption(life, on) ? Optional.of(refuse(Refusals.beforeResumption())) : Optional.empty();
    }

    /** Whether the day lies before or within an interruption that is over. */
    private static boolean beforeResumption(Life life, LocalDate on) {
        return life.pauses().stream().anyMatch(pause -> on.isBefore(pause.to()));
    }

    private static List<Officer> officers(List<PersonId> people, CaseContext context) {
        return people.stream().distinct().map(context.register()::officer).flatMap(Optional::stream).toList();
    }

    private static boolean sameOpening(CaseOpened opened, OpenCase c) {
        return opened.id().equals(c.id()) && opened.kind() == c.kind() && opened.subject().equals(c.subject()) && opened.at().equals(c.at());
    }
}
