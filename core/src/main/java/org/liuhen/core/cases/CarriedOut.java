package org.liuhen.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.rules.AcceptanceComplete;
import org.liuhen.core.cases.rules.AcceptanceStep;
import org.liuhen.core.cases.rules.DocumentRequirements;
import org.liuhen.core.cases.rules.DocumentStep;
import org.liuhen.core.cases.rules.ExecutionStep;
import org.liuhen.core.cases.rules.ExecutionSteps;
import org.liuhen.core.cases.rules.ProposalComplete;
import org.liuhen.core.cases.rules.ProposalStep;
import org.liuhen.core.cases.rules.ServiceRequirements;
import org.liuhen.core.cases.rules.ServiceStep;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.DocumentId;
import org.liuhen.core.values.Officer;
import org.liuhen.core.values.PersonId;

/**
 * Steps that were carried out, asked again under a law: what would have stood in their way.
 *
 * @param register for officers whom the case itself does not know
 */
record CarriedOut(Law law, CaseContext.Register register, CaseContext.Templates templates) {

    private static final Key ACT_TYPES = new Key("case.actTypes");

    /**
     * What the law asks for before the step that this event was, in the case as it stood before. Only what blocks, and nothing
     * that a defect statement answers.
     *
     * @param before the case without the event
     */
    List<Missing> missing(CaseState before, CaseEvent event, Instant recordedAt) {
        return asked(before, event, recordedAt).stream().filter(Missing::blocks).toList();
    }

    private List<Missing> asked(CaseState before, CaseEvent event, Instant recordedAt) {
        if (event instanceof LifeEvent.CaseOpened e) return opening(e);
        if (!(before instanceof Begun begun)) return List.of();
        if (event instanceof LifeEvent.CaseEnded e) return Checklist.atEnd(begun, law.on(e.on()), e.ground());
        if (event instanceof LicenceEvent.AcceptanceDecided(var acceptance)) {
            return left(begun, "application", new AcceptanceComplete().missing(new AcceptanceStep(begun, acceptance),
                    on(acceptance.at())));
        }
        if (event instanceof DocumentEvent.DocumentFinalised e) {
            return begun.document(e.document()).map(document -> finalised(begun, document, recordedAt)).orElse(List.of());
        }
        if (event instanceof ApprovalEvent.ApprovalRequested e) {
            var missing = new ProposalComplete().missing(new ProposalStep(e.proposal()), on(recordedAt));
            return left(begun, e.approval().toString(), missing);
        }
        if (event instanceof ServiceEvent.DocumentsServed e) {
            return Optional.ofNullable(begun.services().get(e.service()))
                    .map(service -> left(begun, e.service().toString(),
                            ServiceRequirements.missing(new ServiceStep(begun, e.service(), service.facts()), law.on(e.on()))))
                    .orElse(List.of());
        }
        return execution(begun, event);
    }

    private List<Missing> execution(Begun begun, CaseEvent event) {
        if (event instanceof ExecutionEvent.ExecutionDecided e) return step(begun, ExecutionSteps.DECISION, e.document(), e.on());
        if (event instanceof ExecutionEvent.CourtApplied e) return step(begun, ExecutionSteps.COURT, e.document(), e.on());
        if (event instanceof ExecutionEvent.Executed e) {
            return step(begun, ExecutionSteps.EXECUTION, e.document(), LocalDate.ofInstant(e.beganAt(), law.zone()));
        }
        return List.of();
    }

    private List<Missing> step(Begun begun, List<Requirement<ExecutionStep>> requirements, DocumentId document, LocalDate on) {
        var step = new ExecutionStep(begun, document, on);
        return left(begun, document.toString(),
                requirements.stream().flatMap(requirement -> requirement.missing(step, law.on(on)).stream()).toList());
    }

    private List<Missing> opening(LifeEvent.CaseOpened e) {
        return on(e.at()).words(ACT_TYPES)
                .filter(kinds -> !kinds.value().contains(e.kind().word()))
                .map(kinds -> List.of(new Missing(ACT_TYPES.value(), kinds.authority(),
                        new Bilingual("制度没有列明这一类行政执法行为。", "The rules do not name this kind of act."),
                        new Bilingual("请核对案件类别。", "Check the kind of case."))))
                .orElse(List.of());
    }

    private List<Missing> finalised(Begun begun, CaseDocument document, Instant recordedAt) {
        var on = document.actedOn(law.zone()).orElseGet(() -> LocalDate.ofInstant(recordedAt, law.zone()));
        var step = new DocumentStep(begun, document, templates.template(document.form().template()), officers(begun, document, on),
                on);
        var all = new ArrayList<>(DocumentRequirements.missing(step, law.on(on)));
        if (document.form().isDecision()) all.addAll(Checklist.beforeDecision(begun, law.on(on)));
        return left(begun, document.id().toString(), all);
    }

    /** As the case knew them then; others as the register knows them. */
    private Map<PersonId, Officer> officers(Begun begun, CaseDocument document, LocalDate on) {
        var officers = new HashMap<PersonId, Officer>();
        for (var person : DocumentStep.acting(document)) {
            register.officer(person, on).ifPresent(officer -> officers.put(person, officer));
        }
        begun.life().handlers().forEach(officer -> officers.put(officer.id(), officer));
        begun.process().shown().forEach(shown -> shown.officers().forEach(officer -> officers.put(officer.id(), officer)));
        return officers;
    }

    private static List<Missing> left(Begun begun, String subject, List<Missing> missing) {
        return missing.stream().filter(item -> !begun.process().defectStated(subject, item.duty())).toList();
    }

    private Rules on(Instant at) {
        return law.on(LocalDate.ofInstant(at, law.zone()));
    }
}
