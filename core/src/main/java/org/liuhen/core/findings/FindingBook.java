package org.liuhen.core.findings;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.rules.Severity;

/**
 * All findings that one stream ever had, in the order in which they were first raised. None leaves it.
 *
 * @param lives by their keys
 */
public record FindingBook(Map<FindingKey, FindingLife> lives) {

    /** The order in which findings are told. */
    public static final Comparator<FindingKey> ORDER =
            Comparator.comparing(FindingKey::duty).thenComparing(FindingKey::subject).thenComparing(FindingKey::occurrence);

    public FindingBook {
        lives = Collections.unmodifiableMap(new LinkedHashMap<>(lives));
    }

    /** Of a stream that has just begun. */
    public static FindingBook empty() {
        return new FindingBook(Map.of());
    }

    /** What rules raise at this moment, each key once, in the order of the keys, and when that can next change by itself. */
    public static <S> Assessment assess(List<Rule<S>> rules, S subject, Law law, Instant now) {
        return assess(rules, subject, law, now, _ -> false);
    }

    /** The same. @param answered what is not raised again, because a statement of it is there */
    public static <S> Assessment assess(List<Rule<S>> rules, S subject, Law law, Instant now, Predicate<FindingKey> answered) {
        var all = rules.stream().map(rule -> rule.check(subject, law, now)).collect(Assessment.all());
        var found = new TreeMap<FindingKey, Finding>(ORDER);
        for (var finding : all.findings()) {
            if (!answered.test(finding.key())) found.putIfAbsent(finding.key(), finding);
        }
        return new Assessment(List.copyOf(found.values()), all.nextChangeAt());
    }

    /** The life of a finding; empty if it was never raised. */
    public Optional<FindingLife> life(FindingKey key) {
        return Optional.ofNullable(lives.get(key));
    }

    /** Whether the finding was raised and not cleared since. */
    public boolean stands(FindingKey key) {
        return life(key).filter(finding -> finding.clearedAt().isEmpty()).isPresent();
    }

    /**
     * The command that brings the book in line with the assessment; empty where it is. Reports are shown and not raised.
     *
     * @param profile digest of the profile that was applied
     */
    public Optional<FindingCommand.NoteAssessment> changes(Assessment assessment, String profile) {
        var alerts = assessment.findings().stream().filter(finding -> finding.severity() != Severity.REPORT).toList();
        var follows = alerts.stream().map(Finding::key).collect(Collectors.toSet());
        var raised = alerts.stream()
                .filter(finding -> !stands(finding.key()))
                .map(finding -> new RaisedFinding(finding.key(), finding.authority().cited(), finding.severity(), profile))
                .toList();
        var cleared = lives.keySet().stream().filter(key -> stands(key) && !follows.contains(key)).sorted(ORDER).toList();
        return raised.isEmpty() && cleared.isEmpty() ? Optional.empty() : Optional.of(new FindingCommand.NoteAssessment(raised, cleared));
    }

    /** The book after one more event. */
    public FindingBook with(FindingEvent event, Instant recordedAt) {
        return switch (event) {
            case FindingEvent.FindingRaised e -> with(e.finding().key(), FindingLife.raised(e.finding(), recordedAt));
            case FindingEvent.FindingCleared e -> known(e.finding(), finding -> finding.cleared(recordedAt));
            case FindingEvent.FindingExplained e -> known(e.finding(), finding -> finding.with(e));
            case FindingEvent.ExplanationJudged e -> known(e.finding(), finding -> finding.with(e));
            case FindingEvent.FindingAppealed e -> known(e.finding(), finding -> finding.with(e));
            case FindingEvent.AppealDecided e -> known(e.finding(), finding -> finding.with(e));
        };
    }

    /** Unknown only where the payload of its raising was destroyed. */
    private FindingBook known(FindingKey key, UnaryOperator<FindingLife> change) {
        return life(key).map(finding -> with(key, change.apply(finding))).orElse(this);
    }

    private FindingBook with(FindingKey key, FindingLife finding) {
        var next = new LinkedHashMap<>(lives);
        next.put(key, finding);
        return new FindingBook(next);
    }
}
