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
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.law.Profile;
import org.liuhen.formats.law.Templates;
import org.liuhen.formats.law.cases.WorkedCase.Fact;
import org.liuhen.formats.law.cases.WorkedCase.Refusal;

/**
 * Runs worked cases through the deciders, the rules and the profiles that the server uses: each fact is a command at its time; what
 * follows is the case.
 */
public final class WorkedRun {

    /** The library of this version. */
    static final Templates TEMPLATES = Templates.shipped();

    /**
     * What became of a case.
     *
     * @param found articles of the findings about the subject; empty when they were not asked for
     * @param reported of those that are shown and not raised; empty when they were not asked for
     * @param refused why the command was refused, in words
     * @param disagreements what is not as expected; empty: all agrees
     */
    public record Result(
            WorkedCase worked, SortedSet<String> found, SortedSet<String> reported, Optional<String> refused, List<Bilingual> disagreements) {
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

    private WorkedRun() {}

    /** With the rules of this version. */
    public static WorkedRun shipped() {
        return new WorkedRun();
    }

    /** Runs one case. */
    public Result run(WorkedCase worked) {
        var law = law(worked);
        var play = worked.matter().begin(law);
        for (var fact : worked.facts()) {
            switch (play.done(fact)) {
                case Play.Done(var next) -> play = next;
                case Play.NotDone refused -> {
                    return failed(worked, said(fact, refused, worked));
                }
            }
        }
        if (!play.begun() && (!worked.facts().isEmpty() || worked.expected().finds().isPresent())) {
            return failed(worked, worked.matter().notBegun());
        }
        return expected(worked, play);
    }

    private Law law(WorkedCase worked) {
        return laws.computeIfAbsent(new LawKey(worked.agency(), worked.activated()), key -> Profile.law(key.agency(),
                Profile.of(key.agency()).needsActivation() ? Optional.of(key.activated()) : Optional.empty()));
    }

    private static Result failed(WorkedCase worked, Bilingual why) {
        return new Result(worked, new TreeSet<>(), new TreeSet<>(), Optional.empty(), List.of(why));
    }

    private static Bilingual said(Fact fact, Play.NotDone refusal, WorkedCase worked) {
        return new Bilingual("第 " + fact.line() + " 行“" + fact.word().word() + "”被拒绝：" + told(refusal, worked),
                "line " + fact.line() + ": refused");
    }

    /** A refusal with its articles. */
    private static String told(Play.NotDone refused, WorkedCase worked) {
        var refusal = refused.refusal();
        if (refused.missing().isEmpty()) {
            return worked.names().shown(refusal.code() + " " + refusal.what().zh() + refusal.next().zh());
        }
        return refused.missing().stream()
                .map(missing -> missing.authority().cited() + " " + worked.names().shown(missing.what().zh()))
                .collect(Collectors.joining("；"));
    }

    private static Result expected(WorkedCase worked, Play play) {
        var disagreements = new ArrayList<Bilingual>();
        var found = new TreeSet<String>();
        var reported = new TreeSet<String>();
        var refused = new ArrayList<String>();
        worked.expected().finds().ifPresent(articles -> {
            var all = found(worked, play);
            var shown = all.stream().filter(finding -> finding.severity() == Severity.REPORT).toList();
            var raised = new ArrayList<>(all);
            worked.expected().reports().ifPresent(reports -> {
                raised.removeAll(shown);
                reported.addAll(cited(shown));
                compare(reports, shown, new Bilingual("只显示", "reported"), worked).ifPresent(disagreements::add);
            });
            found.addAll(cited(raised));
            compare(articles, raised, new Bilingual("发现", "found"), worked).ifPresent(disagreements::add);
        });
        worked.expected().refuses().ifPresent(refusal -> {
            switch (play.done(refusal.command())) {
                case Play.Done _ -> disagreements.add(new Bilingual("“" + refusal.command().word().word() + "”应被拒绝，实际通过",
                        "not refused, expected " + refusal.article()));
                case Play.NotDone actual -> {
                    refused.add(told(actual, worked));
                    compare(refusal, actual, worked).ifPresent(disagreements::add);
                }
            }
        });
        worked.expected().accepts().ifPresent(fact -> {
            if (play.done(fact) instanceof Play.NotDone actual) {
                refused.add(told(actual, worked));
                disagreements.add(said(fact, actual, worked));
            }
        });
        return new Result(worked, found, reported, refused.stream().findFirst(), disagreements);
    }

    private static SortedSet<String> cited(List<Finding> findings) {
        return findings.stream().map(finding -> finding.authority().cited()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Bilingual> compare(SortedSet<String> articles, List<Finding> findings, Bilingual how, WorkedCase worked) {
        var cited = cited(findings);
        if (cited.equals(articles)) return Optional.empty();
        var texts = findings.stream().map(finding -> finding.authority().cited() + " " + worked.names().shown(finding.what().zh()))
                .collect(Collectors.joining("；"));
        return Optional.of(new Bilingual("应" + how.zh() + " " + articles + "，实际" + how.zh() + " " + cited + "：" + texts,
                "expected " + articles + ", " + how.en() + " " + cited));
    }

    private static Optional<Bilingual> compare(Refusal expected, Play.NotDone actual, WorkedCase worked) {
        var cited = actual.missing().stream()
                .filter(missing -> missing.authority().cited().equals(expected.article().value()))
                .toList();
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

    private static List<Finding> found(WorkedCase worked, Play play) {
        var subject = worked.names().subject(worked.subject());
        return play.findings(worked.asAt()).stream()
                .filter(finding -> Matter.isWhole(worked.subject()) || finding.key().subject().equals(subject))
                .toList();
    }
}
