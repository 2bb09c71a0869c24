package org.liuhen.cli.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.Json;
import org.liuhen.formats.law.RegulationText.Comparison;

/** The rows and comparisons for scripts: docs/formats.md, section 13. */
final class TraceJson {

    private TraceJson() {}

    static String of(Trace trace) {
        return written(Map.of("articles", new Json.Items(trace.rows().stream().map(TraceJson::row).toList()),
                "national", new Json.Items(trace.national().stream().map(TraceJson::national).toList())));
    }

    private static Json national(NationalRow row) {
        return new Json.Fields(Map.of("article", text(row.article().value()), "source", text(row.source()),
                "keys", keys(row.values()),
                "code", new Json.Items(row.code().stream().map(TraceJson::text).toList()),
                "features", new Json.Items(row.features().stream().map(TraceJson::text).toList()),
                "cases", cases(row.firing(), row.quiet())));
    }

    private static Json keys(List<TraceRow.KeyValue> values) {
        return new Json.Items(values.stream().<Json>map(
                value -> new Json.Fields(Map.of("key", text(value.key()), "value", text(value.value())))).toList());
    }

    private static Json cases(int firing, int quiet) {
        return new Json.Fields(Map.of("firing", new Json.Whole(firing), "quiet", new Json.Whole(quiet)));
    }

    static String of(Comparison comparison) {
        return written(Map.of(
                "added", ids(comparison.added()), "missing", ids(comparison.missing()), "changed", ids(comparison.changed())));
    }

    private static Json row(TraceRow row) {
        var article = row.article();
        var fields = new TreeMap<String, Json>();
        fields.put("agency", text(row.regulation().agency().value()));
        fields.put("article", text(article.id().value()));
        fields.put("title", text(article.title()));
        fields.put("duty", bilingual(article.duty()));
        fields.put("fingerprint", text(article.fingerprint()));
        fields.put("status", text(article.status().word()));
        fields.put("area", text(article.area().word()));
        fields.put("page", bilingual(article.area().page()));
        article.from().ifPresent(day -> fields.put("from", text(day.toString())));
        article.reason().ifPresent(reason -> fields.put("reason", bilingual(reason)));
        article.noCase().ifPresent(reason -> fields.put("noCase", bilingual(reason)));
        fields.put("keys", keys(row.values()));
        fields.put("code", new Json.Items(row.code().stream().map(TraceJson::text).toList()));
        fields.put("features", new Json.Items(row.features().stream().map(TraceJson::text).toList()));
        fields.put("cases", cases(row.firing(), row.quiet()));
        return new Json.Fields(fields);
    }

    private static Json ids(List<ArticleId> ids) {
        return new Json.Items(ids.stream().map(id -> text(id.value())).toList());
    }

    private static Json bilingual(Bilingual text) {
        return new Json.Fields(Map.of("zh", text(text.zh()), "en", text(text.en())));
    }

    private static Json text(String value) {
        return new Json.Text(value);
    }

    private static String written(Map<String, Json> fields) {
        return new String(CanonicalJson.write(new Json.Fields(fields)), UTF_8);
    }
}
