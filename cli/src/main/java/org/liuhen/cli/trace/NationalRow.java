package org.liuhen.cli.trace;

import java.util.List;
import org.liuhen.cli.trace.TraceRow.KeyValue;
import org.liuhen.core.law.ArticleId;

/**
 * What stands behind one article of the laws of the whole country.
 *
 * @param source the law
 * @param code classes of core that carry a duty of one of its keys
 * @param features parts of the program that use one of its keys without a duty
 * @param firing worked cases that expect it to be found, in all agencies together
 * @param quiet worked cases that expect it not to be found
 */
public record NationalRow(
        ArticleId article, String source, List<KeyValue> values, List<String> code, List<String> features,
        int firing, int quiet) {
    public NationalRow {
        values = List.copyOf(values);
        code = List.copyOf(code);
        features = List.copyOf(features);
    }
}
