package org.liuhen.core.cases;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.FindingCommand.AppealFinding;
import org.liuhen.core.cases.FindingCommand.DecideAppeal;
import org.liuhen.core.cases.FindingCommand.ExplainFinding;
import org.liuhen.core.cases.FindingCommand.JudgeExplanation;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;

/** Decides: the life of findings (问题). The program raises and clears them; people explain, judge and appeal. */
final class Findings {

    private Findings() {}

    static Decision<CaseEvent, CaseRefusal> decide(Begun begun, FindingCommand command, CaseContext context) {
        if (command instanceof FindingCommand.NoteAssessment c) {
            return context.actor().kind() == Actor.Kind.SYSTEM ? note(begun, c) : refuse(Refusals.programOnly());
        }
        if (context.actor().kind() != Actor.Kind.PERSON) return refuse(Refusals.personOnly());
        return switch (command) {
            case ExplainFinding c -> finding(begun, c.finding(), life -> explain(begun, life, c, context.person()));
            case JudgeExplanation c -> finding(begun, c.finding(), life -> judge(begun, life, c, context));
            case AppealFinding c -> finding(begun, c.finding(), life -> appeal(begun, life, c, context.person()));
            case DecideAppeal c -> finding(begun, c.finding(), life -> decideAppeal(life, c, context));
            case FindingCommand.NoteAssessment _ -> throw new IllegalStateException("decided above");
        };
    }

    /** Raises what does not stand, clears what does; said twice, it does nothing. */
    private static Decision<CaseEvent, CaseRefusal> note(Begun begun, FindingCommand.NoteAssessment c) {
        var events = new LinkedHashSet<CaseEvent>();
        for (var raised : c.raised()) {
            if (!begun.stands(raised.key())) events.add(new FindingEvent.FindingRaised(raised));
        }
        c.cleared().stream().filter(begun::stands).forEach(key -> events.add(new FindingEvent.FindingCleared(key)));
        return new Decision.Accepted<>(List.copyOf(events));
    }

    private static Decision<CaseEvent, CaseRefusal> explain(Begun begun, FindingLife life, ExplainFinding c, PersonId by) {
        if (!begun.stands(c.finding())) return refuse(Refusals.findingCleared());
        if (!named(begun, c.finding(), by)) return refuse(Refusals.notNamed());
        if (c.text().isBlank()) return refuse(Refusals.empty("说明", "the explanation"));
        var explained = new FindingEvent.FindingExplained(c.finding(), c.text(), c.evidence(), by);
        if (life.explained().equals(Optional.of(explained))) return nothing();
        var accepted = life.judged().filter(FindingEvent.ExplanationJudged::accepted).isPresent();
        if (accepted) return refuse(Refusals.explanationAccepted());
        return life.appealed().isPresent() ? refuse(Refusals.alreadyAppealed()) : accept(explained);
    }

    /** By the legal section or the supervision; nobody judges what they explained or handled themselves. */
    private static Decision<CaseEvent, CaseRefusal> judge(Begun begun, FindingLife life, JudgeExplanation c,
            CaseContext context) {
        var by = context.person();
        var roles = context.register().roles(by, context.today());
        if (!roles.contains(Role.LEGAL_SECTION) && !roles.contains(Role.SUPERVISION)) return refuse(Refusals.notLegalSection());
        if (life.explained().isEmpty()) return refuse(Refusals.notExplained());
        if (life.explained().get().by().equals(by) || begun.life().isHandler(by)) return refuse(Refusals.ownMatter());
        if (c.reason().isBlank()) return refuse(Refusals.empty("理由", "the reason"));
        var judged = new FindingEvent.ExplanationJudged(c.finding(), c.accepted(), c.reason(), by);
        if (life.judged().isEmpty()) return accept(judged);
        return life.judged().get().equals(judged) ? nothing() : refuse(Refusals.alreadyJudged());
    }

    /** Against a rejection only, by whoever may explain. */
    private static Decision<CaseEvent, CaseRefusal> appeal(Begun begun, FindingLife life, AppealFinding c, PersonId by) {
        if (life.judged().filter(judged -> !judged.accepted()).isEmpty()) return refuse(Refusals.notRejected());
        var explainedBy = life.explained().map(FindingEvent.FindingExplained::by);
        if (!named(begun, c.finding(), by) && !explainedBy.equals(Optional.of(by))) return refuse(Refusals.notNamed());
        if (c.text().isBlank()) return refuse(Refusals.empty("申诉的理由", "the reasons of the appeal"));
        var appealed = new FindingEvent.FindingAppealed(c.finding(), c.text(), by);
        if (life.appealed().isEmpty()) return accept(appealed);
        return life.appealed().get().equals(appealed) ? nothing() : refuse(Refusals.alreadyAppealed());
    }

    /** By a person in charge who neither judged nor explained nor appealed. */
    private static Decision<CaseEvent, CaseRefusal> decideAppeal(FindingLife life, DecideAppeal c, CaseContext context) {
        var by = context.person();
        if (!context.register().roles(by, context.today()).contains(Role.PERSON_IN_CHARGE)) return refuse(Refusals.notInCharge());
        if (life.appealed().isEmpty()) return refuse(Refusals.notAppealed());
        var involved = life.judged().filter(judged -> judged.by().equals(by)).isPresent() || life.appealed().get().by().equals(by)
                || life.explained().filter(explained -> explained.by().equals(by)).isPresent();
        if (involved) return refuse(Refusals.ownMatter());
        if (c.reason().isBlank()) return refuse(Refusals.empty("理由", "the reason"));
        var decided = new FindingEvent.AppealDecided(c.finding(), c.upheld(), c.reason(), by);
        if (life.decided().isEmpty()) return accept(decided);
        return life.decided().get().equals(decided) ? nothing() : refuse(Refusals.appealDecided());
    }

    /** Handlers, also those of the opening, and whoever the finding is about or wrote what it is about. */
    private static boolean named(Begun begun, FindingKey finding, PersonId person) {
        if (begun.life().isHandler(person) || finding.subject().equals(person.toString())) return true;
        if (begun.life().opened().handlers().stream().anyMatch(handler -> handler.id().equals(person))) return true;
        return begun.approvals().entrySet().stream()
                        .filter(approval -> approval.getKey().toString().equals(finding.subject()))
                        .flatMap(approval -> approval.getValue().opinions().stream())
                        .anyMatch(opinion -> opinion.by().equals(person))
                || begun.documents().entrySet().stream()
                        .filter(document -> document.getKey().toString().equals(finding.subject()))
                        .flatMap(document -> document.getValue().opinions().stream())
                        .anyMatch(opinion -> opinion.by().equals(person))
                || begun.services().entrySet().stream()
                        .filter(service -> service.getKey().toString().equals(finding.subject()))
                        .anyMatch(service -> service.getValue().facts().server().equals(Optional.of(person)));
    }

    private static Decision<CaseEvent, CaseRefusal> finding(
            Begun begun, FindingKey key, Function<FindingLife, Decision<CaseEvent, CaseRefusal>> decide) {
        var life = begun.findings().get(key);
        return life == null ? refuse(Refusals.noSuchFinding()) : decide.apply(life);
    }

    static Begun evolve(Begun begun, FindingEvent event, Instant recordedAt) {
        return switch (event) {
            case FindingEvent.FindingRaised e -> begun.with(e.finding().key(), FindingLife.raised(e.finding(), recordedAt));
            case FindingEvent.FindingCleared e -> known(begun, e.finding(), finding -> finding.cleared(recordedAt));
            case FindingEvent.FindingExplained e -> known(begun, e.finding(), finding -> finding.with(e));
            case FindingEvent.ExplanationJudged e -> known(begun, e.finding(), finding -> finding.with(e));
            case FindingEvent.FindingAppealed e -> known(begun, e.finding(), finding -> finding.with(e));
            case FindingEvent.AppealDecided e -> known(begun, e.finding(), finding -> finding.with(e));
        };
    }

    /** Unknown only where the payload of its raising was destroyed. */
    private static Begun known(Begun begun, FindingKey key, UnaryOperator<FindingLife> change) {
        var finding = begun.findings().get(key);
        return finding == null ? begun : begun.with(key, change.apply(finding));
    }
}
