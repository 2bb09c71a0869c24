package org.liuhen.cli.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.liuhen.cli.trace.TraceRow.KeyValue;
import org.liuhen.core.law.Answer;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.Key;
import org.liuhen.formats.law.Profile;
import org.liuhen.formats.law.ProfileEntry;

/** The rows of the national layer. Its articles have no register: the profile names them, and where they can be read. */
final class NationalLaw {

    private NationalLaw() {}

    /** One row an article, in the order of the keys. */
    static List<NationalRow> rows(Profile national, DutyIndex duties, Features features, List<WorkedCase> cases) {
        var keys = new LinkedHashMap<ArticleId, List<Key>>();
        national.entries().forEach((key, entries) ->
                keys.computeIfAbsent(article(entries.getLast()), _ -> new ArrayList<>()).add(key));
        return keys.entrySet().stream().map(entry -> {
            var article = entry.getKey();
            var values = new ArrayList<KeyValue>();
            var code = new TreeSet<String>();
            var used = new TreeSet<String>();
            for (var key : entry.getValue()) {
                values.add(new KeyValue(key.value(), ShownAnswer.of(newest(national, key).entry().answer(), article)));
                code.addAll(duties.classes(key));
                features.feature(key).ifPresent(used::add);
            }
            var source = newest(national, entry.getValue().getFirst()).source().orElse("");
            return new NationalRow(article, source, values, List.copyOf(code), List.copyOf(used), count(cases, article, true),
                    count(cases, article, false));
        }).toList();
    }

    private static ProfileEntry newest(Profile national, Key key) {
        return national.entries().getOrDefault(key, List.of()).getLast();
    }

    private static ArticleId article(ProfileEntry entry) {
        return switch (entry.entry().answer()) {
            case Answer.Stated(var articles, _) -> articles.getFirst();
            case Answer.NotStated _, Answer.Default _ ->
                    throw new IllegalStateException("the national layer states what it says");
        };
    }

    private static int count(List<WorkedCase> cases, ArticleId article, boolean firing) {
        return Math.toIntExact(cases.stream()
                .filter(worked -> worked.firing() == firing && worked.article().equals(article))
                .count());
    }
}
