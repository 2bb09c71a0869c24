package org.liuhen.formats.law.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.liuhen.core.cases.Assessor;
import org.liuhen.core.cases.CaseContext;
import org.liuhen.core.cases.CaseRefusal;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.CaseState;
import org.liuhen.core.cases.Cases;
import org.liuhen.core.cases.ProcessCommand.StateDefect;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.values.Actor;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Command;
import org.liuhen.core.values.Decision;
import org.liuhen.core.values.Event;
import org.liuhen.core.values.Refusal;
import org.liuhen.formats.law.Profile;
import org.liuhen.formats.law.Templates;
import org.liuhen.formats.law.cases.Steps.Step;
import org.liuhen.formats.law.cases.WorkedCase.Fact;

/**
 * Runs worked cases through the deciders, the rules and the profiles that the server uses: each fact is a command at its time; what
 * follows is the case.
 */
public final class WorkedRun {

    /** The library of this version. */
    static final Templates TEMPLATES = Templates.shipped();


    /** Which findings a case has; the rules of core. */
    @FunctionalInterface
    public interface Findings {
        /** Everything that is to be raised at this moment. */
        List<Finding> of(Begun begun, Law law, java.time.Instant now);
    }

    /**
     * What became of a case.
     *
     * @param found articles of the findings about the subject; empty when they were not asked for
     * @param refused why the command was refused, in words
     * @param disagreements what is not as expected; empty: all agrees
     */
    public record Result(WorkedCase worked, SortedSet<String> found, Optional<String> refused, List<Bilingual> disagreements) {
        public Result {
            disagreements = List.copyOf(disagreements);
        }

        /** Whether everything is as expected. */
        public boolean agrees() {
            return disagreements.isEmpty();
        }
    }

    private record LawKey(AgencyCode agency, LocalDate activated) {}

    private final Map<LawKey, Law> laws = new ConcurrentHashMap<>();
    private final Findings findings;

    /** With these rules. */
    public WorkedRun(Findings findings) {
        this.findings = findings;
    }

    /** With the rules of this version. */
    public static WorkedRun shipped() {
        return new WorkedRun((begun, law, now) -> Assessor.assess(begun, law, now).findings());
    }

    /** Runs one case. */
    public Result run(WorkedCase worked) {
        var law = law(worked);
        CaseState state = new CaseState.Absent();
        for (var fact : worked.facts()) {
            switch (done(state, fact, law)) {
                case Done(var next) -> state = next;
                case NotDone(var refusal) -> {
                    return failed(worked, said(fact, refusal, worked));
                }
            }
        }
        if (!(state instanceof Begun begun)) {
            return worked.facts().isEmpty() ? expected(worked, state, law) : failed(worked, new Bilingual("没有立案", "no case was opened"));
        }
        return expected(worked, begun, law);
    }

    private Law law(WorkedCase worked) {
        return laws.computeIfAbsent(new LawKey(worked.agency(), worked.activated()), key -> Profile.law(key.agency(),
                Profile.of(key.agency()).needsActivation() ? Optional.of(key.activated()) : Optional.empty()));
    }

    private static Result failed(WorkedCase worked, Bilingual why) {
        return new Result(worked, new TreeSet<>(), Optional.empty(), List.of(why));
    }

    private static Bilingual said(Fact fact, Refusal refusal, WorkedCase worked) {
        return new Bilingual("第 " + fact.line() + " 行“" + fact.word().word() + "”被拒绝：" + told(refusal, worked),
                "line " + fact.line() + ": refused");
    }

    /** A refusal with its articles. */
    private static String told(Refusal refusal, WorkedCase worked) {
        var missing = missing(refusal);
        if (missing.isEmpty()) return worked.names().shown(refusal.code() + " " + refusal.what().zh() + refusal.next().zh());
        return missing.stream()
                .map(item -> item.authority().cited() + " " + worked.names().shown(item.what().zh()))
                .collect(Collectors.joining("；"));
    }

    private static List<Missing> missing(Refusal refusal) {
        return refusal instanceof CaseRefusal ofCase ? ofCase.missing() : List.of();
    }

    private Result expected(WorkedCase worked, CaseState state, Law law) {
        var disagreements = new ArrayList<Bilingual>();
        var found = new TreeSet<String>();
        var refused = new ArrayList<String>();
        worked.expected().finds().ifPresent(articles -> {
            var all = state instanceof Begun begun ? found(worked, begun, law) : List.<Finding>of();
            all.forEach(finding -> found.add(finding.authority().cited()));
            if (!found.equals(articles)) {
                var texts = all.stream().map(finding -> finding.authority().cited() + " " + worked.names().shown(finding.what().zh())).toList();
                disagreements.add(new Bilingual("应发现 " + articles + "，实际发现 " + found + "：" + String.join("；", texts),
                        "expected " + articles + ", found " + found));
            }
        });
        worked.expected().refuses().ifPresent(refusal -> {
            switch (done(state, refusal.command(), law)) {
                case Done _ -> disagreements.add(new Bilingual("“" + refusal.command().word().word() + "”应被拒绝，实际通过",
                        "not refused, expected " + refusal.article()));
                case NotDone(var actual) -> {
                    refused.add(told(actual, worked));
                    compare(refusal, actual, worked).ifPresent(disagreements::add);
                }
            }
        });
        worked.expected().accepts().ifPresent(fact -> {
            if (done(state, fact, law) instanceof NotDone(var actual)) {
                refused.add(told(actual, worked));
                disagreements.add(said(fact, actual, worked));
            }
        });
        return new Result(worked, found, refused.stream().findFirst(), disagreements);
    }

    private static Optional<Bilingual> compare(WorkedCase.Refusal expected, Refusal actual, WorkedCase worked) {
        var cited = missing(actual).stream().filter(missing -> missing.authority().cited().equals(expected.article().value())).toList();
        if (cited.isEmpty()) {
            return Optional.of(new Bilingual("应依 " + expected.article() + " 拒绝，实际：" + told(actual, worked),
                    "refused for another reason than " + expected.article()));
        }
        var ways = cited.stream().map(Missing::wayOut).toList();
        if (expected.wayOut().isPresent() && ways.stream().noneMatch(way -> mentions(way, expected.wayOut().get()))) {
            return Optional.of(new Bilingual("出路没有提到“" + expected.wayOut().get() + "”：" + ways.stream().map(Bilingual::zh).toList(),
                    "the way out does not mention it"));
        }
        return Optional.empty();
    }

    private static boolean mentions(Bilingual way, String words) {
        return way.zh().contains(words) || way.en().contains(words);
    }

    private List<Finding> found(WorkedCase worked, Begun begun, Law law) {
        var subject = worked.names().subject(worked.subject());
        return findings.of(begun, law, worked.asAt()).stream()
                .filter(finding -> worked.subject().equals(WorkedCase.WHOLE) || finding.key().subject().equals(subject))
                .toList();
    }

    /** What came of a fact. */
    private sealed interface Outcome {}

    private record Done(CaseState state) implements Outcome {}

    private record NotDone(Refusal refusal) implements Outcome {}

    private Outcome done(CaseState state, Fact fact, Law law) {
        var steps = new Steps(fact.at(), fact.by());
        return switch (fact.command()) {
            case Command command -> all(state, List.of(new Step(command, fact.by())), fact, law);
            case Shortcut.MakeDocument make -> TEMPLATES.of(make.template())
                    .map(template -> all(state, steps.of(make, template), fact, law))
                    .orElseThrow();
            case Shortcut.Serve serve -> all(state, steps.of(serve), fact, law);
            case Shortcut.Approve approve -> {
                var requested = all(state, steps.of(approve), fact, law);
                yield requested instanceof Done(Begun begun) ? all(begun, steps.agreements(approve, begun), fact, law) : requested;
            }
            default -> throw new IllegalStateException("no command: " + fact.command());
        };
    }

    private Outcome all(CaseState before, List<Step> steps, Fact fact, Law law) {
        var state = before;
        for (var step : steps) {
            var context = new CaseContext(law, actor(step.by()), fact.at(), new Cast(), TEMPLATES::of);
            var command = state instanceof Begun begun && step.command() instanceof StateDefect defect
                    ? new Lacking(begun, context).complete(defect) : step.command();
            switch (Cases.decide(state, command, context)) {
                case Decision.Accepted<Event, Refusal>(var events) -> {
                    for (var event : events) state = Cases.evolve(state, event, fact.at());
                }
                case Decision.Refused<Event, Refusal>(var refusal) -> {
                    return new NotDone(refusal);
                }
            }
        }
        return new Done(state);
    }

    private static Actor actor(String by) {
        return WorkedCases.isProgram(by) ? Actor.system("assess") : Cast.named(by).orElseThrow().actor();
    }
}
