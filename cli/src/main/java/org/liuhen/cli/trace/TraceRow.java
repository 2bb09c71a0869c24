package org.liuhen.cli.trace;

import java.util.List;
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
    public TraceRow {
        values = List.copyOf(values);
        code = List.copyOf(code);
        features = List.copyOf(features);
    }

    /**
     * One key and what is said to it.
     *
     * @param value in the file's words; {@code –} where the rules have no such key yet
     */
    public record KeyValue(String key, String value) {}
}
