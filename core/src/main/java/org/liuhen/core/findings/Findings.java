package org.liuhen.core.findings;

import static org.liuhen.core.values.Decision.accept;
import static org.liuhen.core.values.Decision.nothing;
import static org.liuhen.core.values.Decision.refuse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.liuhen.core.findings.FindingCommand.AppealFinding;
import org.liuhen.core.findings.FindingCommand.DecideAppeal;
import org.liuhen.core.findings.FindingCommand.ExplainFinding;
import org.liuhen.core.findings.FindingCommand.JudgeExplanation;
import org.liuhen.core.findings.FindingCommand.NoteAssessment;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.PersonId;
import org.liuhen.core.values.Role;

/** Decides: the life of findings (问题), whatever they are about. The program raises and clears them; people explain, judge and appeal. */
public final class Findings {

    private Findings() {}

    /** What follows from the command, without doing it. */
    public static Decision<FindingEvent, FindingRefusal> decide(FindingBook book, FindingCommand command, Concerned concerned) {
        var kind = concerned.actor().kind();
        if (command instanceof NoteAssessment c) return kind == Actor.Kind.SYSTEM ? note(book, c) : refuse(FindingRefusal.programOnly());
        if (kind != Actor.Kind.PERSON) return refuse(FindingRefusal.personOnly());
        var by = PersonId.parse(concerned.actor().id());
        return switch (command) {
            case ExplainFinding c -> finding(book, c.finding(), life -> explain(book, life, c, concerned, by));
            case JudgeExplanation c -> finding(book, c.finding(), life -> judge(life, c, concerned, by));
            case AppealFinding c -> finding(book, c.finding(), life -> appeal(life, c, concerned, by));
            case DecideAppeal c -> finding(book, c.finding(), life -> decideAppeal(life, c, concerned, by));
            case NoteAssessment _ -> throw new IllegalStateException("decided above");
        };
    }

    /** Raises what does not stand, clears what does; said twice, it does nothing. */
    private static Decision<FindingEvent, FindingRefusal> note(FindingBook book, NoteAssessment c) {
        var events = new LinkedHashSet<FindingEvent>();
        for (var raised : c.raised()) {
            if (!book.stands(raised.key())) events.add(new FindingEvent.FindingRaised(raised));
        }
        c.cleared().stream().filter(book::stands).forEach(key -> events.add(new FindingEvent.FindingCleared(key)));
        return new Decision.Accepted<>(List.copyOf(events));
    }

    private static Decision<FindingEvent, FindingRefusal> explain(
            FindingBook book, FindingLife life, ExplainFinding c, Concerned concerned, PersonId by) {
        if (!book.stands(c.finding())) return refuse(FindingRefusal.findingCleared());
        if (!concerned.named(c.finding(), by)) return refuse(FindingRefusal.notNamed());
        if (c.text().isBlank()) return refuse(FindingRefusal.empty("说明", "the explanation"));
        var explained = new FindingEvent.FindingExplained(c.finding(), c.text(), c.evidence(), by);
        if (life.explained().equals(Optional.of(explained))) return nothing();
        var accepted = life.judged().filter(FindingEvent.ExplanationJudged::accepted).isPresent();
        if (accepted) return refuse(FindingRefusal.explanationAccepted());
        return life.appealed().isPresent() ? refuse(FindingRefusal.alreadyAppealed()) : accept(explained);
    }

    /** By the legal section or the supervision; nobody judges what they explained or did themselves. */
    private static Decision<FindingEvent, FindingRefusal> judge(FindingLife life, JudgeExplanation c, Concerned concerned, PersonId by) {
        var roles = concerned.roles(by);
        if (!roles.contains(Role.LEGAL_SECTION) && !roles.contains(Role.SUPERVISION)) return refuse(FindingRefusal.notLegalSection());
        if (life.explained().isEmpty()) return refuse(FindingRefusal.notExplained());
        if (life.explained().get().by().equals(by) || concerned.works(by)) return refuse(FindingRefusal.ownMatter());
        if (c.reason().isBlank()) return refuse(FindingRefusal.empty("理由", "the reason"));
        var judged = new FindingEvent.ExplanationJudged(c.finding(), c.accepted(), c.reason(), by);
        if (life.judged().isEmpty()) return accept(judged);
        return life.judged().get().equals(judged) ? nothing() : refuse(FindingRefusal.alreadyJudged());
    }

    /** Against a rejection only, by whoever may explain. */
    private static Decision<FindingEvent, FindingRefusal> appeal(FindingLife life, AppealFinding c, Concerned concerned, PersonId by) {
        if (life.judged().filter(judged -> !judged.accepted()).isEmpty()) return refuse(FindingRefusal.notRejected());
        var explainedBy = life.explained().map(FindingEvent.FindingExplained::by);
        if (!concerned.named(c.finding(), by) && !explainedBy.equals(Optional.of(by))) return refuse(FindingRefusal.notNamed());
        if (c.text().isBlank()) return refuse(FindingRefusal.empty("申诉的理由", "the reasons of the appeal"));
        var appealed = new FindingEvent.FindingAppealed(c.finding(), c.text(), by);
        if (life.appealed().isEmpty()) return accept(appealed);
        return life.appealed().get().equals(appealed) ? nothing() : refuse(FindingRefusal.alreadyAppealed());
    }

    /** By a person in charge who neither judged nor explained nor appealed. */
    private static Decision<FindingEvent, FindingRefusal> decideAppeal(FindingLife life, DecideAppeal c, Concerned concerned, PersonId by) {
        if (!concerned.roles(by).contains(Role.PERSON_IN_CHARGE)) return refuse(FindingRefusal.notInCharge());
        if (life.appealed().isEmpty()) return refuse(FindingRefusal.notAppealed());
        var involved = life.judged().filter(judged -> judged.by().equals(by)).isPresent() || life.appealed().get().by().equals(by)
                || life.explained().filter(explained -> explained.by().equals(by)).isPresent();
        if (involved) return refuse(FindingRefusal.ownMatter());
        if (c.reason().isBlank()) return refuse(FindingRefusal.empty("理由", "the reason"));
        var decided = new FindingEvent.AppealDecided(c.finding(), c.upheld(), c.reason(), by);
        if (life.decided().isEmpty()) return accept(decided);
        return life.decided().get().equals(decided) ? nothing() : refuse(FindingRefusal.appealDecided());
    }

    private static Decision<FindingEvent, FindingRefusal> finding(
            FindingBook book, FindingKey key, Function<FindingLife, Decision<FindingEvent, FindingRefusal>> decide) {
        return book.life(key).map(decide).orElseGet(() -> refuse(FindingRefusal.noSuchFinding()));
    }
}
