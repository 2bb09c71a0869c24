package org.liuhen.formats.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liuhen.core.law.Answer;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.law.DayKind;
import org.liuhen.core.law.Element;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Limit;
import org.liuhen.core.law.Span;
import org.liuhen.core.law.Value;
import org.liuhen.core.values.AgencyCode;

/**
 * The profiles against the table that the lawyers agreed on, cell by cell: same keys, same articles, same words. The table
 * is not in this repository; where it is absent the tests are skipped.
 */
class RequirementsTest {

    private static final List<String> AGENCIES = List.of("SQ", "CL", "LX", "WD", "AJ");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| (.*) \\|");
    private static final Pattern ARTICLES = Pattern.compile("\\((((SQ|CL|LX|WD|AJ)-[A-Za-z0-9.-]+(, )?)+)\\)");

    /** What a cell says by a remark, and the profile by an answer: {@code default}, a word, or another spelling of it. */
    private static final Map<String, String> SAID_OTHERWISE = Map.ofEntries(
            Map.entry("SQ evidence.disc.fields", "SQ/4: eight fields always"),
            Map.entry("CL device.register", "a register without more is registration"),
            Map.entry("CL roles.procurement", "officeFinanceSection"),
            Map.entry("AJ textRecord.format.sources", "the provincial standard has a word"),
            Map.entry("WD access.view.approver", "WD/A: a safe default where own rules are not there"),
            Map.entry("WD access.partyCopy.approver", "WD/A: a safe default where own rules are not there"),
            Map.entry("AJ access.view.approver", "AJ/I: any person in charge"),
            Map.entry("SQ retention.countedFrom", "SQ/7: the end of the recording"),
            Map.entry("AJ retention.countedFrom", "AJ/C: the end of the recording"),
            Map.entry("SQ avRecord.exemption.due", "promptly"));

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static Map<Key, List<String>> table = Map.of();
    private static Set<String> proposals = Set.of();

    @BeforeAll
    static void read_the_table() throws IOException {
        var found = Stream.of("../../shared", "../../../shared", "../shared").map(Path::of)
                .map(folder -> folder.resolve("requirements/profiles.md")).filter(Files::isRegularFile).findFirst();
        assumeTrue(found.isPresent(), "the table of requirements is not beside the repository");
        table = new LinkedHashMap<>();
        proposals = new HashSet<>();
        var section = "";
        for (var line : Files.readAllLines(found.get())) {
            if (line.startsWith("## ")) section = line.substring(3, 4);
            var code = CODE.matcher(line);
            while (section.equals("2") && code.find()) proposals.add(code.group(1));
            if (!section.equals("1")) continue;
            var row = ROW.matcher(line);
            if (row.matches()) table.put(new Key(row.group(1)), List.of(row.group(2).split(" \\| ")));
        }
        assertTrue(table.size() > 250 && proposals.size() > 12, () -> table.size() + " keys, " + proposals.size() + " proposals");
    }

    @Test
    void the_keys_are_those_of_the_table_and_ours_besides() {
        var ours = Keys.shipped().all().stream().map(KeyDefinition::key)
                .filter(key -> !key.value().startsWith("reading.") && !key.value().startsWith("national.")).toList();
        assertEquals(List.copyOf(table.keySet()), ours);
    }

    @Test
    void each_cell_and_its_answer_agree() {
        var wrong = new ArrayList<String>();
        table.forEach((key, cells) -> {
            for (var i = 0; i < AGENCIES.size(); i++) {
                var agency = AGENCIES.get(i);
                var answer = Profile.of(new AgencyCode(agency)).entries().getOrDefault(key, List.of()).getLast().entry().answer();
                var fault = compare(agency + " " + key, cells.get(i).strip(), answer);
                if (!fault.isEmpty()) wrong.add(agency + " " + key + ": " + cells.get(i) + " ≠ " + answer + ": " + fault);
            }
        });
        assertEquals(List.of(), wrong);
    }

    private static String compare(String place, String cell, Answer answer) {
        var articles = articles(cell);
        if (cell.equals("not stated")) {
            return switch (answer) {
                case Answer.NotStated(var article) when article.isEmpty() -> "";
                case Answer.Default(var some, _) when some.isEmpty() && proposed(place) -> "";
                case Answer.Stated _, Answer.NotStated _, Answer.Default _ -> "the text is silent";
            };
        }
        return switch (answer) {
            case Answer.Stated(var some, var value) -> !Set.copyOf(some).equals(articles) ? "articles " + articles
                    : SAID_OTHERWISE.containsKey(place) ? "" : words(cell, value);
            case Answer.NotStated(var some) -> !cell.startsWith("no value given") ? "a value is given"
                    : Set.copyOf(some.stream().toList()).equals(articles) ? "" : "articles " + articles;
            case Answer.Default(var some, var value) -> !Set.copyOf(some).equals(articles) ? "articles " + articles
                    : SAID_OTHERWISE.containsKey(place) ? ""
                    : cell.contains("default") || cell.contains("(reading)") ? words(cell, value) : "the text says so itself";
        };
    }

    /** Whether section 2 of the table has a default for the key, or what it says in words without naming the key. */
    private static boolean proposed(String place) {
        var key = place.substring(3);
        return proposals.contains(key)
                || Set.of("storage.classificationKeys", "access.partyCopy.register", "evidence.disc.fields").contains(key);
    }

    private static Set<ArticleId> articles(String cell) {
        var articles = new HashSet<ArticleId>();
        var found = ARTICLES.matcher(cell);
        while (found.find()) {
            for (var id : found.group(1).split(", ")) articles.add(new ArticleId(id));
        }
        return articles;
    }

    /** Every word of the value stands in the cell, and every word of the cell but its remarks stands in the value. */
    private static String words(String cell, Value value) {
        var left = ARTICLES.matcher(cell).replaceAll("")
                .replaceAll("\\((default|reading|noNumber|noticeDate|dateNotStated)\\)", "");
        left = left.replaceAll("\\b(sameAs|default|agencySet)\\b", "").replaceAll("\\boff\\b", "false")
                .replaceAll("\\brequired\\b", "true");
        var said = new TreeSet<>(List.of(left.split("[\\[\\]{}(),;:+ ，]+")));
        said.remove("");
        var meant = new TreeSet<String>();
        spell(value).forEach(text -> meant.addAll(List.of(text.split("[\\[\\]{}(),;:+ ，]+"))));
        said.removeIf(word -> REMARKS.contains(word));
        var extra = new TreeSet<>(meant);
        extra.removeAll(said);
        said.removeAll(meant);
        return said.isEmpty() && extra.isEmpty() ? "" : "table only " + said + ", profile only " + extra;
    }

    /** Words of cells that explain others: Chinese names beside a word, group names, both sides of a choice. */
    private static final Set<String> REMARKS = Set.of("股室", "分局", "经检大队", "场景类", "入户类", "确认类", "portable", "any",
            "naturalDays", "archivalClass");

    private static List<String> spell(Value value) {
        return switch (value) {
            case Value.Flag(var set) -> List.of(String.valueOf(set));
            case Value.Count(var number) -> List.of(String.valueOf(number));
            case Value.Counts(var numbers) -> numbers.entrySet().stream()
                    .flatMap(entry -> Stream.of(entry.getKey(), String.valueOf(entry.getValue())))
                    .filter(word -> !word.equals("any")).toList();
            case Value.Word(var word) -> List.of(word);
            case Value.Words(var words) -> words;
            case Value.Elements(var elements) -> elements.stream().flatMap(RequirementsTest::spell).toList();
            case Value.Time(Limit.Promptly _) -> List.of("promptly");
            case Value.Time(Limit.Within(Span.Exact(var time), _)) -> List.of(time.toString());
            case Value.Time(Limit.Within(Span.Calendar(var days), _)) -> List.of(days.toString());
            case Value.Day(var day) -> List.of(day.toString());
            case Value.Text(var text) -> List.of(text);
        };
    }

    private static Stream<String> spell(Element element) {
        return Stream.concat(Stream.of(element.word()), element.contents().stream());
    }

    @Test
    void only_the_notice_of_supplementation_counts_working_days() {
        for (var agency : AGENCIES) {
            Profile.of(new AgencyCode(agency)).entries().forEach((key, entries) -> {
                var answer = entries.getLast().entry().answer();
                if (!(answer instanceof Answer.Stated(_, Value.Time(Limit.Within(_, var days))))) return;
                var working = key.value().equals("licence.supplementNotice.within");
                assertEquals(working ? DayKind.WORKING : DayKind.NATURAL, days, key.value());
            });
        }
    }
}
