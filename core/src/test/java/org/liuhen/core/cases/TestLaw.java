package org.liuhen.core.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.liuhen.core.law.Answer;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.DayKind;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Entry;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Limit;
import org.liuhen.core.law.Span;
import org.liuhen.core.law.Value;
import org.liuhen.core.law.WorkDays;
import org.liuhen.core.values.AgencyCode;

/**
 * The laws of the five agencies, out of laws.txt beside this class, and laws that differ from them in a key or two. Everything is
 * in force from 2020 on; the holidays of 2026 are announced, and there is one: 1 October.
 */
public final class TestLaw {

    /** The first day of all entries. */
    public static final LocalDate FROM = LocalDate.of(2020, 1, 1);

    private static final WorkDays DAYS = new WorkDays(Set.of(2026), Set.of(LocalDate.of(2026, 10, 1)), Set.of());
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String[]> LINES = lines();

    private final String agency;
    private final Map<Key, List<Entry>> entries;

    private TestLaw(String agency, Map<Key, List<Entry>> entries) {
        this.agency = agency;
        this.entries = entries;
    }

    /** The law of SQ, CL, LX, WD or AJ. */
    public static Law of(String agency) {
        return like(agency).law();
    }

    /** The law of an agency, to be changed. */
    public static TestLaw like(String agency) {
        var answers = new TreeMap<Key, List<Entry>>();
        for (var line : LINES) answers.put(new Key(line[1]), entry(new Answer.NotStated(Optional.empty())));
        for (var line : LINES) {
            if (line[0].equals(agency) || line[0].equals("CN")) answers.put(new Key(line[1]), entry(answer(line)));
        }
        if (LINES.stream().noneMatch(line -> line[0].equals(agency))) throw new IllegalArgumentException("no agency: " + agency);
        return new TestLaw(agency, answers);
    }

    /**
     * The same with another answer, for example {@code with("officers.minPresent", "count | SQ-M-1 | 2")}, or {@code notStated}.
     */
    public TestLaw with(String key, String answer) {
        return with(key, Optional.empty(), answer);
    }

    /** The same where the answer changes on a day. */
    public TestLaw with(String key, LocalDate from, String answer) {
        return with(key, Optional.of(from), answer);
    }

    private TestLaw with(String key, Optional<LocalDate> from, String answer) {
        var line = split(agency + " | " + key + " | " + answer);
        var next = new TreeMap<>(entries);
        var dated = new Entry(from, answer(line));
        next.merge(new Key(key), List.of(dated), (before, after) -> from.isEmpty() ? after : List.of(before.getFirst(), dated));
        return new TestLaw(agency, next);
    }

    /** Done. */
    public Law law() {
        return new Law(new AgencyCode(agency), "sha256:" + "0".repeat(64), entries, Optional.of(FROM), DAYS, ZONE);
    }

    private static List<Entry> entry(Answer answer) {
        return List.of(new Entry(Optional.empty(), answer));
    }

    private static Answer answer(String[] line) {
        var articles = Arrays.stream(line[3].split(" ")).filter(id -> !id.isEmpty()).map(ArticleId::new).toList();
        var type = line[2];
        if (type.equals("notStated")) return new Answer.NotStated(articles.stream().findFirst());
        if (type.startsWith("default ")) return new Answer.Default(articles, value(type.substring("default ".length()), line[4]));
        var value = value(type, line[4]);
        var stating = articles.isEmpty() && value instanceof Value.Elements(var elements)
                ? elements.stream().map(Element::article).distinct().toList() : articles;
        return new Answer.Stated(stating, value);
    }

    private static Value value(String type, String text) {
        return switch (type) {
            case "flag" -> new Value.Flag(Boolean.parseBoolean(text));
            case "count" -> new Value.Count(Integer.parseInt(text));
            case "counts" -> new Value.Counts(Arrays.stream(text.split(", ")).map(pair -> pair.split(" "))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> Integer.valueOf(pair[1]))));
            case "word" -> new Value.Word(text);
            case "words" -> new Value.Words(List.of(text.split(", ")));
            case "elements" -> new Value.Elements(Arrays.stream(text.split("; ")).map(TestLaw::element).toList());
            case "limit" -> new Value.Time(limit(text));
            case "day" -> new Value.Day(LocalDate.parse(text));
            case "text" -> new Value.Text(text);
            default -> throw new IllegalArgumentException("no type of value: " + type);
        };
    }

    private static Element element(String text) {
        var words = List.of(text.split(" "));
        return new Element(words.get(0), new ArticleId(words.get(1)), words.subList(2, words.size()));
    }

    private static Limit limit(String text) {
        if (text.equals("promptly")) return new Limit.Promptly();
        var words = text.split(" ");
        var span = words[0].startsWith("PT")
                ? new Span.Exact(Duration.parse(words[0])) : new Span.Calendar(Period.parse(words[0]));
        return new Limit.Within(span, words.length > 1 ? DayKind.WORKING : DayKind.NATURAL);
    }

    private static List<String[]> lines() {
        try (var in = Objects.requireNonNull(TestLaw.class.getResourceAsStream("laws.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(TestLaw::split)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] split(String line) {
        var parts = Arrays.stream(line.split("\\|", -1)).map(String::trim).toList();
        return Arrays.copyOf(parts.toArray(String[]::new), 5);
    }
}
