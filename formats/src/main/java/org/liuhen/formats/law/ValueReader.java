package org.liuhen.formats.law;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.DayKind;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Limit;
import org.liuhen.core.law.Span;
import org.liuhen.core.law.Value;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.StrictText;
import org.liuhen.formats.json.Times;
import org.liuhen.formats.yaml.YamlValue;

/** Reads the value of one key. */
final class ValueReader {

    static final String PROMPTLY = "promptly";

    private static final int COUNT_MAX = 1_000_000;
    private static final Pattern HOURS = Pattern.compile("PT[0-9HM]{2,10}");
    private static final Pattern DAYS = Pattern.compile("P([0-9]{1,3}Y)?([0-9]{1,4}M)?([0-9]{1,5}D)?");

    private final KeyDefinition key;

    ValueReader(KeyDefinition key) {
        this.key = key;
    }

    /**
     * The value.
     *
     * @param article of an element that names none
     * @param days which days a limit counts
     */
    Value read(YamlValue value, Optional<ArticleId> article, DayKind days, Cites cites) {
        return switch (key.type()) {
            case FLAG -> new Value.Flag(flag(value));
            case COUNT -> new Value.Count(count(value));
            case COUNTS -> counts(value);
            case WORD -> new Value.Word(listed(value, key.words()));
            case WORDS -> new Value.Words(distinct(value, one -> listed(one, key.words())));
            case TEXTS -> new Value.Words(distinct(value, YamlValue::text));
            case ELEMENTS -> new Value.Elements(elements(value, article, cites));
            case LIMIT -> limit(value, days);
            case DAY -> key.words().contains(value.text())
                    ? new Value.Word(value.text())
                    : new Value.Day(value.text(ValueReader::day));
            case TEXT -> new Value.Text(value.text());
        };
    }

    /** Where the articles of elements are noted, in their order. */
    interface Cites {
        /** The articles at this place; none where it names none. */
        List<ArticleId> read(YamlValue.YamlObject in);
    }

    private boolean flag(YamlValue value) {
        return switch (value.text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw value.wrong(key.key() + " 的值应是 true 或 false", key.key() + " is true or false");
        };
    }

    private static int count(YamlValue value) {
        return value.text(text -> {
            try {
                var number = StrictText.decimal(text, "number");
                if (number <= COUNT_MAX) return (int) number;
            } catch (Malformed e) {
                throw new IllegalArgumentException("not a whole number from 0 on", e);
            }
            throw new IllegalArgumentException("more than " + COUNT_MAX);
        });
    }

    private Value counts(YamlValue value) {
        var in = value.object();
        var numbers = new TreeMap<String, Integer>();
        for (var word : key.words()) in.maybe(word).ifPresent(number -> numbers.put(word, count(number)));
        in.end();
        if (numbers.isEmpty()) throw value.wrong("至少要有一个数", "at least one number is needed");
        return new Value.Counts(numbers);
    }

    private String listed(YamlValue value, List<String> words) {
        var word = value.text();
        if (words.contains(word)) return word;
        var shown = StrictText.shown(word);
        throw value.wrong(key.key() + " 没有 " + shown + " 这个词，可用：" + String.join(", ", words),
                key.key() + " cannot be " + shown + ", known: " + String.join(", ", words));
    }

    private static <T> List<T> distinct(YamlValue value, Function<YamlValue, T> item) {
        var items = value.list().stream().map(item).toList();
        if (items.isEmpty() || new HashSet<>(items).size() != items.size()) {
            throw value.wrong("列表为空或有重复", "the list is empty, or has an item twice");
        }
        return items;
    }

    private List<Element> elements(YamlValue value, Optional<ArticleId> article, Cites cites) {
        var words = new HashSet<String>();
        return distinct(value, one -> {
            var element = element(one, article, cites);
            if (!words.add(element.word())) throw one.wrong("重复：" + element.word(), element.word() + " stands twice");
            return element;
        });
    }

    private Element element(YamlValue value, Optional<ArticleId> article, Cites cites) {
        if (!value.isObject()) return new Element(listed(value, key.words()), inherited(value, article), List.of());
        var in = value.object();
        var word = listed(in.get("word"), key.words());
        var own = cites.read(in);
        var cited = own.isEmpty() ? inherited(value, article) : own.getFirst();
        var contents = in.maybe("contents").map(list -> distinct(list, one -> listed(one, key.contents()))).orElse(List.of());
        in.end();
        return new Element(word, cited, contents);
    }

    private static ArticleId inherited(YamlValue value, Optional<ArticleId> article) {
        return article.orElseThrow(() -> value.wrong("缺少 article", "article is missing"));
    }

    private Value limit(YamlValue value, DayKind days) {
        var text = value.text();
        if (text.equals(PROMPTLY)) return new Value.Time(new Limit.Promptly());
        if (key.words().contains(text)) return new Value.Word(text);
        try {
            return new Value.Time(new Limit.Within(span(text), days));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            var shown = StrictText.shown(text);
            throw value.wrong(key.key() + " 的值不能是 " + shown + "，例如 PT24H、P30D、promptly",
                    key.key() + " cannot be " + shown + "; it is like PT24H, P30D or promptly");
        }
    }

    private static Span span(String text) {
        if (HOURS.matcher(text).matches()) return new Span.Exact(Duration.parse(text));
        if (DAYS.matcher(text).matches()) return new Span.Calendar(Period.parse(text));
        throw new IllegalArgumentException(text);
    }

    static LocalDate day(String text) {
        try {
            return Times.day(text);
        } catch (Malformed e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
