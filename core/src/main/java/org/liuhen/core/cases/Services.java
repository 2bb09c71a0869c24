package org.liuhen.core.cases;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.ServiceCommand.CompleteService;
import org.liuhen.core.cases.ServiceCommand.RecordService;
import org.liuhen.core.cases.ServiceOutcome.Pending;
import org.liuhen.core.cases.documents.VolumeSide;
import org.liuhen.core.cases.rules.ServiceRequirements;
import org.liuhen.core.cases.rules.ServiceStep;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.DocumentId;

/** Decides: service of documents (送达). What is known may be completed step by step; only complete ones count. */
final class Services {

    private Services() {}

    static Decision<CaseEvent, CaseRefusal> decide(Begun begun, ServiceCommand command, CaseContext context) {
        return switch (command) {
            case ServiceCommand _ when begun.life().status() instanceof LifeStatus.Ended(_, var on) -> refuse(Refusals.ended(on));
            case RecordService c -> record(begun, c, context);
            case CompleteService c -> complete(begun, c, context);
            case ServiceCommand.FailService c -> {
                var service = begun.services().get(c.service());
                if (service == null) yield refuse(Refusals.noSuchService());
                if (!(service.outcome() instanceof Pending)) yield refuse(Refusals.serviceEnded());
                yield c.reason().isBlank()
                        ? refuse(Refusals.empty("未能送达的原因", "why it did not succeed"))
                        : accept(new ServiceEvent.ServiceFailed(c.service(), c.reason()));
            }
        };
    }

    /** Only final documents are served: a draft cannot be. */
    private static Decision<CaseEvent, CaseRefusal> record(Begun begun, RecordService c, CaseContext context) {
        var earlier = begun.services().get(c.service());
        if (earlier != null && !(earlier.outcome() instanceof Pending)) return refuse(Refusals.serviceEnded());
        if (earlier != null && earlier.facts().equals(c.facts())) return nothing();
        if (c.facts().documents().isEmpty()) return refuse(Refusals.empty("所送达的文书", "the documents that are served"));
        for (var document : c.facts().documents()) {
            var known = begun.document(document);
            if (known.isEmpty()) return refuse(Refusals.noSuchDocument());
            if (known.get().form().volume() == VolumeSide.SECONDARY) return refuse(Refusals.secondaryVolume(known.get().form().title()));
            if (!known.get().isFinal()) return refuse(Refusals.notFinal(known.get().form().title()));
        }
        return wrongTimes(c.facts(), context).orElseGet(() -> accept(new ServiceEvent.ServiceRecorded(c.service(), c.facts())));
    }

    private static Optional<Decision<CaseEvent, CaseRefusal>> wrongTimes(ServiceFacts facts, CaseContext context) {
        if (facts.at().filter(context::inFuture).isPresent()) return Optional.of(refuse(Refusals.inFuture(facts.at().get())));
        if (facts.arrivedAt().filter(context::inFuture).isPresent()) return Optional.of(refuse(Refusals.inFuture(facts.arrivedAt().get())));
        if (facts.noticeFrom().isPresent() && facts.noticeTo().isPresent() && facts.noticeTo().get().isBefore(facts.noticeFrom().get())) {
            return Optional.of(refuse(Refusals.contradictory("公告结束早于开始", "the notice ends before it begins")));
        }
        return Optional.empty();
    }

    private static Decision<CaseEvent, CaseRefusal> complete(Begun begun, CompleteService c, CaseContext context) {
        var service = begun.services().get(c.service());
        if (service == null) return refuse(Refusals.noSuchService());
        if (service.outcome() instanceof ServiceOutcome.Served) return nothing();
        if (service.outcome() instanceof ServiceOutcome.Failed) return refuse(Refusals.serviceEnded());
        var facts = service.facts();
        var on = servedOn(facts, context);
        if (on.isEmpty()) return withoutTime(begun, c, facts, context);
        if (on.get().isAfter(context.today())) return refuse(Refusals.dayInFuture(on.get())); // a notice that is still running
        if (on.get().isBefore(context.day(begun.life().opened().at()))) return refuse(Refusals.beforeOpening(on.get()));
        if (facts.documents().stream().anyMatch(document -> issuedAfter(begun, document, on.get()))) {
            return refuse(Refusals.contradictory("送达早于文书的签发日期", "served before the document was issued"));
        }
        var all = ServiceRequirements.missing(new ServiceStep(begun, c.service(), facts), context.law().on(on.get()));
        var left = left(begun, c, all);
        if (left.stream().anyMatch(Missing::blocks)) return refuse(CaseRefusal.incomplete(left));
        var defective = left.size() < all.size();
        return accept(new ServiceEvent.DocumentsServed(c.service(), facts.documents(), on.get(), defective));
    }

    private static boolean issuedAfter(Begun begun, DocumentId document, LocalDate day) {
        return begun.document(document).flatMap(known -> known.marks().seal()).filter(seal -> seal.issuedOn().isAfter(day)).isPresent();
    }

    /** Whatever an article asks for is named, the time among it; one that asks for no time still has no day to count from. */
    private static Decision<CaseEvent, CaseRefusal> withoutTime(Begun begun, CompleteService c, ServiceFacts facts, CaseContext context) {
        var missing = left(begun, c, ServiceRequirements.missing(new ServiceStep(begun, c.service(), facts), context.rules()));
        return refuse(missing.stream().anyMatch(Missing::blocks)
                ? CaseRefusal.incomplete(missing) : Refusals.empty("送达时间", "the time of the service"));
    }

    /** What no defect statement answers. */
    private static List<Missing> left(Begun begun, CompleteService c, List<Missing> missing) {
        return missing.stream().filter(item -> !begun.process().defectStated(c.service().toString(), item.duty())).toList();
    }

    /** The day a service takes effect: of a public notice its last day, electronically the arrival, else the day of the act. */
    private static Optional<LocalDate> servedOn(ServiceFacts facts, CaseContext context) {
        return switch (facts.method()) {
            case PUBLIC_NOTICE -> facts.noticeTo();
            case ELECTRONIC -> facts.arrivedAt().or(facts::at).map(context::day);
            case DIRECT, ENTRUSTED, MAIL, LEAVE_BEHIND -> facts.at().map(context::day);
        };
    }

    static Begun evolve(Begun begun, ServiceEvent event) {
        return switch (event) {
            case ServiceEvent.ServiceRecorded e -> begun.with(e.service(), new ServiceRecord(e.facts(), new Pending()));
            case ServiceEvent.DocumentsServed e ->
                    ended(begun, e.service(), new ServiceOutcome.Served(e.documents(), e.on(), e.defective()));
            case ServiceEvent.ServiceFailed e -> ended(begun, e.service(), new ServiceOutcome.Failed(e.reason()));
        };
    }

    /** Unknown only where the payload of its facts was destroyed. */
    private static Begun ended(Begun begun, ServiceId id, ServiceOutcome outcome) {
        var service = begun.services().get(id);
        return service == null ? begun : begun.with(id, new ServiceRecord(service.facts(), outcome));
    }
}
