package org.liuhen.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.documents.ApprovalMatter;
import org.liuhen.core.cases.rules.AcceptanceComplete;
import org.liuhen.core.cases.rules.AcceptanceStep;
import org.liuhen.core.cases.rules.ExecutionStep;
import org.liuhen.core.cases.rules.ExecutionSteps;
import org.liuhen.core.cases.rules.ServiceRequirements;
import org.liuhen.core.cases.rules.ServiceStep;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.DocumentId;

/** Steps that were carried out, asked again under another law: what would have stood in their way. */
final class CarriedOut {

    private static final Key ACT_TYPES = new Key("case.actTypes");

    private CarriedOut() {}

    /**
     * What a law asks for before the step that this event was, in the case as it stood before. Only what blocks, and nothing that a
     * defect statement answers.
     *
     * @param before the case without the event
     */
    static List<Missing> missing(CaseState before, CaseEvent event, Instant recordedAt, Law law) {
        return asked(before, event, recordedAt, law).stream().filter(Missing::blocks).toList();
    }

    private static List<Missing> asked(CaseState before, CaseEvent event, Instant recordedAt, Law law) {
        if (event instanceof LifeEvent.CaseOpened e) return opening(e, law);
        if (!(before instanceof Begun begun)) return List.of();
        if (event instanceof LifeEvent.CaseEnded e) return Checklist.atEnd(begun, law.on(e.on()), e.ground());
        if (event instanceof LicenceEvent.AcceptanceDecided(var acceptance)) {
            return left(begun, "application", new AcceptanceComplete().missing(new AcceptanceStep(begun, acceptance), on(acceptance.at(), law)));
        }
        if (event instanceof DocumentEvent.DocumentFinalised e) {
            return begun.document(e.document())
                    .filter(CarriedOut::decidesCase)
                    .map(_ -> Checklist.beforeDecision(begun, on(recordedAt, law)))
                    .orElse(List.of());
        }
        if (event instanceof ServiceEvent.DocumentsServed e) {
            return Optional.ofNullable(begun.services().get(e.service()))
                    .map(service -> left(begun, e.service().toString(),
                            ServiceRequirements.missing(new ServiceStep(begun, e.service(), service.facts()), law.on(e.on()))))
                    .orElse(List.of());
        }
        return execution(begun, event, law);
    }

    private static List<Missing> execution(Begun begun, CaseEvent event, Law law) {
        if (event instanceof ExecutionEvent.ExecutionDecided e) return step(begun, ExecutionSteps.DECISION, e.document(), e.on(), law);
        if (event instanceof ExecutionEvent.CourtApplied e) return step(begun, ExecutionSteps.COURT, e.document(), e.on(), law);
        if (event instanceof ExecutionEvent.Executed e) {
            return step(begun, ExecutionSteps.EXECUTION, e.document(), LocalDate.ofInstant(e.beganAt(), law.zone()), law);
        }
        return List.of();
    }

    private static List<Missing> step(
            Begun begun, List<Requirement<ExecutionStep>> requirements, DocumentId document, LocalDate on, Law law) {
        var step = new ExecutionStep(begun, document, on);
        return left(begun, document.toString(),
                requirements.stream().flatMap(requirement -> requirement.missing(step, law.on(on)).stream()).toList());
    }

    private static List<Missing> opening(LifeEvent.CaseOpened e, Law law) {
        return on(e.at(), law).words(ACT_TYPES)
                .filter(kinds -> !kinds.value().contains(e.kind().word()))
                .map(kinds -> List.of(new Missing(ACT_TYPES.value(), kinds.authority(),
                        new Bilingual("制度没有列明这一类行政执法行为。", "The rules do not name this kind of act."),
                        new Bilingual("请核对案件类别。", "Check the kind of case."))))
                .orElse(List.of());
    }

    private static boolean decidesCase(CaseDocument document) {
        return document.form().approval().filter(matter -> matter == ApprovalMatter.DECISION || matter == ApprovalMatter.LICENCE_DECISION).isPresent();
    }

    private static List<Missing> left(Begun begun, String subject, List<Missing> missing) {
        return missing.stream().filter(item -> !begun.process().defectStated(subject, item.duty())).toList();
    }

    private static Rules on(Instant at, Law law) {
        return law.on(LocalDate.ofInstant(at, law.zone()));
    }
}
