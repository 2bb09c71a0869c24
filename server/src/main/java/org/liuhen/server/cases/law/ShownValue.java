package org.liuhen.server.cases.law;

import java.util.stream.Collectors;
import org.liuhen.core.law.Answer;
import org.liuhen.core.law.DayKind;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Limit;
import org.liuhen.core.law.Span;
import org.liuhen.core.law.Value;

/** What a key says, as a profile writes it. */
final class ShownValue {

    private ShownValue() {}

    /** {@code stated}, {@code notStated} or {@code default}. */
    static String standing(Answer answer) {
        return switch (answer) {
            case Answer.Stated _ -> "stated";
            case Answer.NotStated _ -> "notStated";
            case Answer.Default _ -> "default";
        };
    }

    /** The value; nothing where none is stated. */
    static String of(Answer answer) {
        return switch (answer) {
            case Answer.Stated(_, var value) -> of(value);
            case Answer.Default(_, var value) -> of(value);
            case Answer.NotStated _ -> "";
        };
    }

    private static String of(Value value) {
        return switch (value) {
            case Value.Flag(var set) -> String.valueOf(set);
            case Value.Count(var number) -> String.valueOf(number);
            case Value.Counts(var numbers) -> numbers.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
            case Value.Word(var word) -> word;
            case Value.Words(var words) -> String.join(", ", words);
            case Value.Elements(var elements) -> elements.stream().map(ShownValue::of).collect(Collectors.joining(", "));
            case Value.Time(Limit.Promptly _) -> "promptly";
            case Value.Time(Limit.Within(var span, var days)) -> of(span) + (days == DayKind.WORKING ? " working" : "");
            case Value.Day(var day) -> day.toString();
            case Value.Text(var text) -> text;
        };
    }

    private static String of(Element element) {
        return element.word() + (element.contents().isEmpty() ? "" : "[" + String.join(", ", element.contents()) + "]");
    }

    private static String of(Span span) {
        return switch (span) {
            case Span.Exact(var time) -> time.toString();
            case Span.Calendar(var period) -> period.toString();
        };
    }
}
