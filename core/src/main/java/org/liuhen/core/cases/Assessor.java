package org.liuhen.core.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.rules.CaseRules;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Severity;

/** All rules over one case, and what the journal must be told of their answer. */
public final class Assessor {

    private static final Comparator<FindingKey> ORDER =
            Comparator.comparing(FindingKey::duty).thenComparing(FindingKey::subject).thenComparing(FindingKey::occurrence);

    private Assessor() {}

    /**
     * What is to be raised at this moment, each key once, in the order of the keys, and when that can next change by itself.
     * What a defect statement answers is not raised again: the statement is a finding itself.
     */
    public static Assessment assess(Begun begun, Law law, Instant now) {
        var all = CaseRules.ALL.stream().map(rule -> rule.check(begun, law, now)).collect(Assessment.all());
        var found = new TreeMap<FindingKey, Finding>(ORDER);
        for (var finding : all.findings()) {
            var answered = begun.process().defectStated(finding.key().subject(), finding.key().duty());
            if (!answered) found.putIfAbsent(finding.key(), finding);
        }
        return new Assessment(List.copyOf(found.values()), all.nextChangeAt());
    }

    /**
     * The command that brings the case's findings in line with the assessment; empty where they are. Reports are shown and not
     * raised.
     *
     * @param profile digest of the profile that was applied
     */
    public static Optional<FindingCommand.NoteAssessment> changes(Begun begun, Assessment assessment, String profile) {
        var alerts = assessment.findings().stream().filter(finding -> finding.severity() != Severity.REPORT).toList();
        var follows = alerts.stream().map(Finding::key).collect(Collectors.toSet());
        var raised = alerts.stream()
                .filter(finding -> !begun.stands(finding.key()))
                .map(finding -> new RaisedFinding(finding.key(), cited(finding.authority()), finding.severity(), profile))
                .toList();
        var cleared = begun.findings().keySet().stream()
                .filter(key -> begun.stands(key) && !follows.contains(key))
                .sorted(ORDER)
                .toList();
        return raised.isEmpty() && cleared.isEmpty()
                ? Optional.empty()
                : Optional.of(new FindingCommand.NoteAssessment(raised, cleared));
    }

    /** The article, or {@code product}. */
    public static String cited(Authority authority) {
        return switch (authority) {
            case Authority.Article(var id) -> id.value();
            case Authority.ProductDefault _ -> "product";
        };
    }
}
