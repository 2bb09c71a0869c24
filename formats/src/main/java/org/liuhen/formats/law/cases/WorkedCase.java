package org.liuhen.formats.law.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.values.AgencyCode;

/**
 * One worked case (案例). docs/formats.md, section 16.
 *
 * @param file and line where it stands
 * @param through what is cited where this article is not met: items of a list, the limit that is counted, {@code product}
 * @param activated first day of the articles whose text prints none
 * @param subject what the expected findings are about; the word of a {@link Matter}: all of it
 * @param facts those of the story that it begins with first
 */
public record WorkedCase(
        String file, int line, AgencyCode agency, ArticleId article, List<String> through, String name,
        String subject, LocalDate activated, Instant asAt, List<Fact> facts, Expected expected, Names names) {

    public WorkedCase {
        through = List.copyOf(through);
        facts = List.copyOf(facts);
    }

    /**
     * Something that was done.
     *
     * @param command of core, or what {@link Play} completes: a {@link Shortcut}, an {@link ActivityFact} and so on
     * @param by who did it: a name of the cast, or 系统
     */
    public record Fact(int line, FactWord word, Instant at, String by, Record command) {}

    /**
     * What the lawyer expects.
     *
     * @param finds the articles of all findings, {@code product} for a default of the product; absent: not judged
     * @param reports those of findings that are shown and not raised, which are then not among the others; absent: all are one
     * @param refuses the command is refused
     * @param accepts the command is carried out
     */
    public record Expected(Optional<SortedSet<String>> finds, Optional<SortedSet<String>> reports, Optional<Refusal> refuses,
            Optional<Fact> accepts) {
        public Expected {
            finds = finds.map(articles -> Collections.unmodifiableSortedSet(new TreeSet<>(articles)));
            reports = reports.map(articles -> Collections.unmodifiableSortedSet(new TreeSet<>(articles)));
        }
    }

    /**
     * A refusal that is expected.
     *
     * @param article among the articles that are missing
     * @param wayOut words of the way out that must be mentioned
     */
    public record Refusal(Fact command, ArticleId article, Optional<String> wayOut) {}

    /** Whether the case expects its article to be found or to refuse; else it expects that the article keeps quiet. */
    public boolean fires() {
        return expected.refuses().filter(refusal -> speaksFor(refusal.article().value())).isPresent()
                || expected.finds().filter(articles -> articles.stream().anyMatch(this::speaksFor)).isPresent();
    }

    /** What it tells of. */
    Matter matter() {
        return Matter.of(subject);
    }

    private boolean speaksFor(String cited) {
        return cited.equals(article.value()) || through.contains(cited);
    }
}
