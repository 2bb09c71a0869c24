package org.liuhen.formats.law;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liuhen.core.law.Answer;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.DayKind;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Limit;
import org.liuhen.core.law.Span;
import org.liuhen.core.law.Value;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.Json;
import org.liuhen.formats.json.Times;

/** A profile as canonical JSON in the shape of its file, every scalar a text; an entry names all its articles. */
final class CanonicalProfile {

    private CanonicalProfile() {}

    static byte[] write(Map<Key, List<ProfileEntry>> entries) {
        return CanonicalJson.write(profile(entries));
    }

    /** What a law is named by. */
    static byte[] law(Profile local, Profile national, Optional<LocalDate> activation) {
        var fields = new TreeMap<String, Json>();
        activation.ifPresent(day -> fields.put("activation", text(Times.write(day))));
        fields.put("agency", text(local.agency().value()));
        fields.put("national", profile(national.entries()));
        fields.put("profile", profile(local.entries()));
        return CanonicalJson.write(new Json.Fields(fields));
    }

    static Digest sha256(byte[] bytes) {
        try {
            return Digest.sha256(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Json profile(Map<Key, List<ProfileEntry>> entries) {
        var fields = new TreeMap<String, Json>();
        entries.forEach((key, list) ->
                fields.put(key.value(), new Json.Items(list.stream().map(CanonicalProfile::entry).toList())));
        return new Json.Fields(fields);
    }

    private static Json entry(ProfileEntry entry) {
        var fields = new TreeMap<String, Json>();
        entry.entry().from().ifPresent(day -> fields.put("from", text(Times.write(day))));
        switch (entry.entry().answer()) {
            case Answer.Stated(var articles, var value) -> {
                put(fields, articles, entry.fingerprints());
                put(fields, "value", value);
            }
            case Answer.NotStated(var article) -> {
                put(fields, article.stream().toList(), entry.fingerprints());
                fields.put("value", text("notStated"));
            }
            case Answer.Default(var articles, var value) -> {
                put(fields, articles, entry.fingerprints());
                put(fields, "default", value);
            }
        }
        entry.source().ifPresent(source -> fields.put("source", text(source)));
        if (entry.confirm()) fields.put("confirm", text("true"));
        return new Json.Fields(fields);
    }

    private static void put(Map<String, Json> fields, List<ArticleId> articles, Map<ArticleId, String> fingerprints) {
        if (!articles.isEmpty()) fields.put("article", texts(articles.stream().map(ArticleId::value).toList()));
        var prints = new TreeMap<String, Json>();
        fingerprints.forEach((article, print) -> prints.put(article.value(), text(print)));
        if (!prints.isEmpty()) fields.put("text", new Json.Fields(prints));
    }

    private static void put(Map<String, Json> fields, String name, Value value) {
        fields.put(name, value(value));
        if (value instanceof Value.Time(Limit.Within(_, var days)) && days == DayKind.WORKING) {
            fields.put("days", text("working"));
        }
    }

    private static Json value(Value value) {
        return switch (value) {
            case Value.Flag(var set) -> text(String.valueOf(set));
            case Value.Count(var number) -> text(String.valueOf(number));
            case Value.Counts(var numbers) -> {
                var fields = new TreeMap<String, Json>();
                numbers.forEach((word, number) -> fields.put(word, text(String.valueOf(number))));
                yield new Json.Fields(fields);
            }
            case Value.Word(var word) -> text(word);
            case Value.Words(var words) -> texts(words);
            case Value.Elements(var elements) -> new Json.Items(elements.stream().map(CanonicalProfile::element).toList());
            case Value.Time(var limit) -> text(limit(limit));
            case Value.Day(var day) -> text(Times.write(day));
            case Value.Text(var free) -> text(free);
        };
    }

    private static Json element(Element element) {
        var fields = new TreeMap<String, Json>();
        fields.put("word", text(element.word()));
        fields.put("article", text(element.article().value()));
        if (!element.contents().isEmpty()) fields.put("contents", texts(element.contents()));
        return new Json.Fields(fields);
    }

    private static String limit(Limit limit) {
        return switch (limit) {
            case Limit.Within(Span.Exact(var time), _) -> time.toString();
            case Limit.Within(Span.Calendar(var days), _) -> days.toString();
            case Limit.Promptly _ -> ValueReader.PROMPTLY;
        };
    }

    private static Json text(String text) {
        return new Json.Text(text);
    }

    private static Json texts(List<String> texts) {
        return new Json.Items(texts.stream().map(CanonicalProfile::text).toList());
    }
}
