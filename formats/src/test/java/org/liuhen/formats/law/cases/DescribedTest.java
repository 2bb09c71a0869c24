package org.liuhen.formats.law.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.liuhen.core.cases.CaseEvent;
import org.liuhen.core.values.Digest;
import org.liuhen.formats.events.EventTypes;
import org.liuhen.formats.json.RandomRecords;

/** docs/formats.md says everything that the reader knows, and its examples are read as they stand there. */
class DescribedTest {

    private static final Pattern EXAMPLE = Pattern.compile("`(\\{at: .*?\\})` \\|");
    private static final Pattern BLOCK = Pattern.compile("```yaml\n(agency:.*?)```", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("`([A-Za-z-]+)`");
    private static final int WITH = 4;

    private static final String BEFORE = """
            agency: SQ
            article: SQ-M-5
            cases:
              - name: 例
                subject: 本案
                as-at: 2026-12-31T10:00
                finds: []
                facts:
                  - {at: 2026-03-01T17:00, what: 立案}
                  - {at: 2026-03-01T17:00, what: 起草, of: 文书1, with: {template: 询问笔录}}
                  -\s""";

    /** Where the words stand that facts are made of. */
    private static final Map<Matter, List<String>> SECTIONS = Map.of(
            Matter.CASE, List.of("## 16. ", "### 16.6 "),
            Matter.ACTIVITY, List.of("### 16.6 ", "### 16.7 "),
            Matter.RECORDING, List.of("### 16.7 ", "### 16.8 "),
            Matter.DEVICE, List.of("### 16.8 ", "### 16.9 "),
            Matter.HAND_OVER, List.of("### 16.9 ", "### 16.10 "),
            Matter.UNIT, List.of("### 16.10 ", "### 16.11 "),
            Matter.PLACE, List.of("### 16.11 ", "### 16.15 "),
            Matter.NEED, List.of("### 16.15 ", "## 17. "));

    private static String section(String from, String to) throws IOException {
        var page = Files.readString(Path.of("../docs/formats.md"));
        return page.substring(page.indexOf("\n" + from), page.indexOf("\n" + to));
    }

    private static String cases() throws IOException {
        return section("## 16. ", "## 17. ");
    }

    private static String section(Matter matter) throws IOException {
        var ends = SECTIONS.getOrDefault(matter, List.of());
        return section(ends.getFirst(), ends.getLast());
    }

    private static Stream<FactWord> words() {
        return Stream.of(Matter.values()).flatMap(matter -> matter.words().stream());
    }

    private static String before(Matter matter) {
        if (matter == Matter.CASE) return BEFORE;
        return BEFORE.substring(0, BEFORE.indexOf("      - {at")).replace(Matter.CASE.subject(), matter.subject()) + "      - ";
    }

    private static List<WorkedCase> read(String yaml) {
        return WorkedCases.read("docs/formats.md", yaml.getBytes(UTF_8), WorkedCases.storiesIn(Path.of("../law/cases/stories")));
    }

    @TestFactory
    Stream<DynamicTest> every_word_has_an_example_that_is_read() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (var matter : Matter.values()) tests.addAll(examples(matter.words(), section(matter), before(matter)).toList());
        return tests.stream();
    }

    private static Stream<DynamicTest> examples(List<FactWord> words, String page, String before) {
        var examples = EXAMPLE.matcher(page).results().map(found -> found.group(1)).toList();
        return words.stream().map(word -> DynamicTest.dynamicTest(word.word(), () -> {
            var own = examples.stream().filter(example -> example.matches("(?s).*what: " + word.word() + "[,}].*")).toList();
            assertFalse(own.isEmpty());
            for (var example : own) assertEquals(word, read(before + example + "\n").getFirst().facts().getLast().word());
        }));
    }

    @Test
    void every_file_of_the_section_is_read_and_agrees() throws IOException {
        var files = BLOCK.matcher(cases()).results().map(found -> found.group(1)).toList();
        assertFalse(files.isEmpty());
        for (var file : files) {
            for (var worked : read(file)) assertEquals(List.of(), WorkedRun.shipped().run(worked).disagreements(), worked.name());
        }
    }

    @TestFactory
    Stream<DynamicTest> every_field_of_a_word_stands_in_its_row() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (var matter : Matter.values()) tests.addAll(rows(matter.words(), section(matter)).toList());
        return tests.stream();
    }

    private static Stream<DynamicTest> rows(List<FactWord> words, String page) {
        return words.stream().map(word -> DynamicTest.dynamicTest(word.word(), () -> {
            var start = "| " + word.word() + " | " + word.en() + " |";
            var row = page.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
            var cells = row.split(" \\| ", -1);
            var written = FIELD.matcher(cells[2] + cells[WITH - 1]).results().map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            written.remove("of");
            assertEquals(fields(word.command()), written);
        }));
    }

    /** What can stand under with: the fields of fields in place too. The case itself has no name of its own. */
    private static Set<String> fields(Class<?> command) {
        var fields = new TreeSet<String>();
        for (var component : command.getRecordComponents()) {
            if (CommandReader.isInPlace(component.getType())) {
                fields.addAll(fields(component.getType()));
            } else if (!isOwnId(command, component.getName())) {
                fields.add(component.getName());
            }
        }
        return fields;
    }

    private static boolean isOwnId(Class<?> command, String name) {
        return (name.equals("id") && command.getSimpleName().equals("OpenCase"))
                || (name.equals("activity") && command == ActivityFact.Open.class);
    }

    @Test
    void every_person_is_introduced() throws IOException {
        for (var member : Cast.members()) {
            var row = "| " + member.name() + " | " + member.zh() + " · " + member.en() + " |";
            assertTrue(cases().contains(row), member.name());
        }
    }

    @Test
    void every_word_of_a_closed_list_stands_in_its_row() throws IOException {
        var words = section("## 17. ", "## 18. ");
        var lists = new HashSet<Class<?>>();
        var seen = new HashSet<Class<?>>();
        words().forEach(word -> collect(word.command(), lists, seen));
        RandomRecords.leaves(CaseEvent.class).forEach(event -> collect(event, lists, seen));
        assertTrue(lists.size() > 20, lists::toString);
        for (var list : lists) {
            var name = Character.toLowerCase(list.getSimpleName().charAt(0)) + list.getSimpleName().substring(1);
            var row = words.lines().filter(line -> line.startsWith("| *" + name + "* |")).findFirst();
            assertEquals(Optional.of(List.copyOf(Vocabulary.words(list).keySet())),
                    row.map(line -> FIELD.matcher(line).results().map(found -> found.group(1)).toList()), name);
        }
    }

    private static void collect(Type declared, Set<Class<?>> lists, Set<Class<?>> seen) {
        if (declared instanceof ParameterizedType of) {
            for (var argument : of.getActualTypeArguments()) collect(argument, lists, seen);
        } else if (declared instanceof Class<?> type && type != Digest.class && seen.add(type)) {
            if (type.isEnum()) lists.add(type);
            if (!type.isRecord()) return;
            for (var component : type.getRecordComponents()) collect(component.getGenericType(), lists, seen);
        }
    }

    @Test
    void every_type_of_event_is_described_with_its_fields() throws IOException {
        var events = section("## 2. ", "## 3. ");
        for (var type : EventTypes.all()) assertTrue(events.contains("`" + type + "`"), type);
        RandomRecords.leaves(CaseEvent.class).forEach(event -> {
            var start = "| `" + event.getSimpleName() + "` |";
            var row = events.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
            for (var component : event.getRecordComponents()) {
                assertTrue(row.contains("`" + component.getName() + "`") || row.contains("`" + component.getName() + "?`"), row);
            }
        });
    }
}
