package org.liuhen.formats.law.cases;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.liuhen.core.cases.Assessor;
import org.liuhen.core.cases.CaseCommand;
import org.liuhen.core.cases.CaseContext;
import org.liuhen.core.cases.CaseRefusal;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.Cases;
import org.liuhen.core.cases.Checklist;
import org.liuhen.core.cases.DocumentCommand;
import org.liuhen.core.cases.EndGround;
import org.liuhen.core.cases.ExecutionCommand;
import org.liuhen.core.cases.ProcessCommand.StateDefect;
import org.liuhen.core.cases.ServiceCommand;
import org.liuhen.core.cases.ServiceId;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Refusal;

/** What a defect statement that names no duty answers: everything that its subject lacks at that moment. */
final class Lacking {

    private static final List<String> OF_AN_APPLICATION = List.of("licence.acceptance.outcomes", "record.initiation.required");

    private final Begun begun;
    private final CaseContext context;

    Lacking(Begun begun, CaseContext context) {
        this.begun = begun;
        this.context = context;
    }

    /** The same statement with its duties; without any where nothing is lacking. */
    StateDefect complete(StateDefect defect) {
        if (!defect.duties().isEmpty()) return defect;
        var duties = Stream.of(found(defect.subject()), atSteps(defect.subject()), ofItself(defect.subject()),
                        defect.subject().equals("application") ? OF_AN_APPLICATION.stream() : Stream.<String>of())
                .flatMap(one -> one)
                .distinct()
                .sorted()
                .toList();
        return new StateDefect(defect.subject(), duties, defect.missing(), defect.why(), defect.by());
    }

    private Stream<String> found(String subject) {
        return Assessor.assess(begun, context.law(), context.now()).findings().stream()
                .filter(finding -> finding.key().subject().equals(subject))
                .map(finding -> finding.key().duty());
    }

    private Stream<String> atSteps(String subject) {
        return Stream.concat(Checklist.beforeDecision(begun, context.rules()).stream(),
                        Checklist.atEnd(begun, context.rules(), EndGround.OTHER).stream())
                .filter(missing -> missing.subject().equals(Optional.of(subject)))
                .map(Missing::duty);
    }

    /** Of a document or a service: what stands in its way. */
    private Stream<String> ofItself(String subject) {
        return id(subject).stream().flatMap(id -> {
            var document = new DocumentId(id);
            var steps = begun.document(document).isPresent()
                    ? List.<CaseCommand>of(new DocumentCommand.FinaliseDocument(document),
                            new ExecutionCommand.DecideExecution(document, context.today(), true),
                            new ExecutionCommand.ApplyToCourt(document, context.today()))
                    : List.<CaseCommand>of(new ServiceCommand.CompleteService(new ServiceId(id)));
            return steps.stream();
        }).flatMap(this::missing).filter(missing -> missing.subject().isEmpty()).map(Missing::duty);
    }

    private Stream<Missing> missing(CaseCommand step) {
        return switch (Cases.decide(begun, step, context)) {
            case Decision.Accepted<Event, Refusal> _ -> Stream.of();
            case Decision.Refused<Event, Refusal>(CaseRefusal refusal) -> refusal.missing().stream();
            case Decision.Refused<Event, Refusal> _ -> Stream.of();
        };
    }

    private static Optional<UUID> id(String subject) {
        try {
            return Optional.of(UUID.fromString(subject));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a word, not a name
        }
    }
}
