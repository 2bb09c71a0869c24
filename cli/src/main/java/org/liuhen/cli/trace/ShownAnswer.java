package org.liuhen.cli.trace;

import java.util.Map;
import java.util.stream.Collectors;
import org.liuhen.core.law.Answer;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.DayKind;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Limit;
import org.liuhen.core.law.Span;
import org.liuhen.core.law.Value;

/** An answer in the words of the profile, short enough for a table. */
final class ShownAnswer {

    private ShownAnswer() {}

    /** As far as it concerns this article: of a list that several articles build up, its own elements. */
    static String of(Answer answer, ArticleId article) {
        return switch (answer) {
            case Answer.Stated(_, var value) -> value(value, article);
            case Answer.NotStated _ -> "notStated";
            case Answer.Default(_, var value) -> "default " + value(value, article);
        };
    }

    private static String value(Value value, ArticleId article) {
        return switch (value) {
            case Value.Flag(var set) -> String.valueOf(set);
            case Value.Count(var number) -> String.valueOf(number);
            case Value.Counts(var numbers) -> numbers.entrySet().stream().map(ShownAnswer::count)
                    .collect(Collectors.joining(", "));
            case Value.Word(var word) -> word;
            case Value.Words(var words) -> String.join(", ", words);
            case Value.Elements(var elements) -> elements.stream().filter(element -> element.article().equals(article))
                    .map(ShownAnswer::element).collect(Collectors.joining(", "));
            case Value.Time(var limit) -> limit(limit);
            case Value.Day(var day) -> day.toString();
            case Value.Text(var text) -> text;
        };
    }

    private static String count(Map.Entry<String, Integer> entry) {
        return entry.getKey() + " " + entry.getValue();
    }

    private static String element(Element element) {
        return element.contents().isEmpty() ? element.word() : element.word() + "[" + String.join(", ", element.contents()) + "]";
    }

    private static String limit(Limit limit) {
        return switch (limit) {
            case Limit.Within(var span, var days) -> span(span) + (days == DayKind.WORKING ? " working" : "");
            case Limit.Promptly _ -> "promptly";
        };
    }

    private static String span(Span span) {
        return switch (span) {
            case Span.Exact(var time) -> time.toString();
            case Span.Calendar(var days) -> days.toString();
        };
    }
}
