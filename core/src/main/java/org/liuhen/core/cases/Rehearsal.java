package org.liuhen.core.cases;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.CaseId;

/**
 * A draft of an agency's rules over cases that have happened (预演): which articles would newly bite, where and how often, and
 * which would no longer. Each step that was carried out is asked again at its own moment, on the case as it stood; the findings
 * are those of each case's last moment. Nothing is written.
 *
 * @param newly what the draft refuses or finds, and the law in force does not
 * @param gone what the law in force refuses or finds, and the draft does not
 */
public record Rehearsal(List<Bite> newly, List<Bite> gone) {

    /** What an article would do. */
    public enum Kind {
        /** A step that was carried out would have been refused. */
        REFUSAL,
        /** A finding would stand. */
        FINDING
    }

    /**
     * An article that bites.
     *
     * @param article that is cited; {@code product} for a default of the product
     * @param duty key of law/keys.yaml
     * @param cases where, each once
     * @param times how often in all of them
     */
    public record Bite(Kind kind, String article, String duty, List<CaseId> cases, int times) {
        public Bite {
            cases = List.copyOf(cases);
        }
    }

    private record Article(Kind kind, String article, String duty) {}

    /** One bite; the step tells two of one duty apart, by its place in the history or by the finding's key. */
    private record Once(Article article, String step) {}

    public Rehearsal {
        newly = List.copyOf(newly);
        gone = List.copyOf(gone);
    }

    /**
     * Compares the two over these cases.
     *
     * @param register of the officers whom the cases do not know themselves
     * @throws org.liuhen.core.values.CorruptStream if a history cannot have happened
     */
    public static Rehearsal of(Law draft, Law inForce, Iterable<CaseHistory> histories, CaseContext.Register register,
            CaseContext.Templates templates) {
        var next = new CarriedOut(draft, register, templates);
        var now = new CarriedOut(inForce, register, templates);
        var newly = new Tally();
        var gone = new Tally();
        for (var history : histories) {
            var underNext = bites(history, next);
            var underNow = bites(history, now);
            underNext.stream().filter(once -> !underNow.contains(once)).forEach(once -> newly.add(once.article(), history.id()));
            underNow.stream().filter(once -> !underNext.contains(once)).forEach(once -> gone.add(once.article(), history.id()));
        }
        return new Rehearsal(newly.bites(), gone.bites());
    }

    private static Set<Once> bites(CaseHistory history, CarriedOut under) {
        var found = new LinkedHashSet<Once>();
        CaseState state = new CaseState.Absent();
        var step = 0;
        for (var known : history.facts()) {
            step++;
            if (known.fact() instanceof CaseEvent event) {
                for (var missing : under.missing(state, event, known.recordedAt())) {
                    var article = new Article(Kind.REFUSAL, missing.authority().cited(), missing.duty());
                    found.add(new Once(article, step + " " + missing.what().zh()));
                }
            }
            state = Cases.evolve(state, known.fact(), known.recordedAt());
        }
        if (state instanceof CaseState.Begun begun) {
            for (var finding : Assessor.assess(begun, under.law(), history.lastMoment()).findings()) {
                if (finding.severity() == Severity.REPORT) continue;
                var article = new Article(Kind.FINDING, finding.authority().cited(), finding.key().duty());
                found.add(new Once(article, finding.key().subject() + " " + finding.key().occurrence()));
            }
        }
        return found;
    }

    private static final class Tally {
        private final Map<Article, Map<CaseId, Integer>> times = new TreeMap<>(
                Comparator.comparing(Article::kind).thenComparing(Article::article).thenComparing(Article::duty));

        private void add(Article article, CaseId id) {
            times.computeIfAbsent(article, _ -> new LinkedHashMap<>()).merge(id, 1, Integer::sum);
        }

        private List<Bite> bites() {
            return times.entrySet().stream()
                    .map(entry -> new Bite(entry.getKey().kind(), entry.getKey().article(), entry.getKey().duty(),
                            List.copyOf(entry.getValue().keySet()), entry.getValue().values().stream()
                                    .mapToInt(Integer::intValue).sum()))
                    .toList();
        }
    }
}
