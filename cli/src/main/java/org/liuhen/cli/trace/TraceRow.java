package org.liuhen.cli.trace;

import java.util.List;
import java.util.Set;
import org.liuhen.formats.law.Area;
import org.liuhen.formats.law.ArticleStatus;
import org.liuhen.formats.law.RegisteredArticle;
import org.liuhen.formats.law.Regulation;

/**
 * What stands behind one article.
 *
 * @param values what the agency's rules say to its keys, in the register's order
 * @param code classes of core that carry a duty of one of its keys
 * @param features parts of the program that use one of its keys without a duty
 * @param firing worked cases that expect it to be found
 * @param quiet worked cases that expect it not to be found
 */
public record TraceRow(
        Regulation regulation, RegisteredArticle article, List<KeyValue> values, List<String> code, List<String> features,
        int firing, int quiet) {
    /** Where an article that no case can find shows a quiet one all the same: what it allows, or defines for a case. */
    private static final Set<Area> OF_CASES = Set.of(Area.CASE, Area.TEXT_RECORD, Area.CONFIG);

    public TraceRow {
        values = List.copyOf(values);
        code = List.copyOf(code);
        features = List.copyOf(features);
    }

    /** Whether it is said to be there, and neither code nor a part of the program uses it. */
    boolean lacksCode() {
        return article.status() == ArticleStatus.ENCODED && code.isEmpty() && features.isEmpty();
    }

    /** Whether it is said to be there, and worked cases do not show both sides of it, and nothing says why. */
    boolean lacksCases() {
        return switch (article.status()) {
            case ENCODED, PARTIAL -> article.noCase().isPresent()
                    ? quiet == 0 && OF_CASES.contains(article.area())
                    : firing == 0 || quiet == 0;
            case PROCEDURAL, ORGANISATIONAL, LATER -> false;
        };
    }

    /**
     * One key and what is said to it.
     *
     * @param value in the file's words; {@code –} where the rules have no such key yet
     */
    public record KeyValue(String key, String value) {}
}
