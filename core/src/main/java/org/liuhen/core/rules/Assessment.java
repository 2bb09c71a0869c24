package org.liuhen.core.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collector;

/**
 * What a rule answers.
 *
 * @param nextChangeAt when the answer can next change without a new event; absent: never
 */
public record Assessment(List<Finding> findings, Optional<Instant> nextChangeAt) {

    private static final Assessment QUIET = new Assessment(List.of(), Optional.empty());

    public Assessment {
        findings = List.copyOf(findings);
    }

    /** Nothing, until an event comes. */
    public static Assessment quiet() {
        return QUIET;
    }

    /** Nothing up to and with this last instant that is in time; the answer can change right after it. */
    public static Assessment quietUntil(Instant last) {
        return new Assessment(List.of(), Optional.of(last.plusNanos(1)));
    }

    /** One finding, until an event comes. */
    public static Assessment of(Finding finding) {
        return new Assessment(List.of(finding), Optional.empty());
    }

    /** All findings in their order, and the earliest next change. */
    public static Collector<Assessment, ?, Assessment> all() {
        return Collector.of(Sum::new, Sum::add, Sum::with, Sum::assessment);
    }

    private static final class Sum {
        private final List<Finding> findings = new ArrayList<>();
        private Optional<Instant> next = Optional.empty();

        private void add(Assessment assessment) {
            findings.addAll(assessment.findings());
            sooner(assessment.nextChangeAt());
        }

        private Sum with(Sum other) {
            findings.addAll(other.findings);
            sooner(other.next);
            return this;
        }

        private void sooner(Optional<Instant> other) {
            if (other.isEmpty()) return;
            if (next.isEmpty() || other.get().isBefore(next.get())) next = other;
        }

        private Assessment assessment() {
            return new Assessment(findings, next);
        }
    }
}
