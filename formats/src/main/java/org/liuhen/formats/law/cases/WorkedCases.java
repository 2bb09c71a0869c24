package org.liuhen.formats.law.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.cases.CaseKind;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.cases.Right;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.law.Profile;
import org.liuhen.formats.law.WorkCalendar;
import org.liuhen.formats.law.cases.WorkedCase.Expected;
import org.liuhen.formats.law.cases.WorkedCase.Fact;
import org.liuhen.formats.law.cases.WorkedCase.Refusal;
import org.liuhen.formats.yaml.YamlValue.YamlObject;
import org.liuhen.formats.yaml.YamlValue;

/** Reads files of worked cases. docs/formats.md, section 16. Strict: whatever is not described there is an error with its line. */
public final class WorkedCases {

    /** The most bytes of one file. */
    public static final int BYTES_MAX = 1024 * 1024;

    private static final LocalDate ACTIVATED = LocalDate.of(2024, 1, 1);
    private static final int STORIES_MAX = 5;
    private static final Pattern STORY = Pattern.compile("[\\p{L}\\p{N}-]{1,60}");
    private static final String DEFAULT_ACTOR = "张三";
    private static final String PROGRAM = "系统";
    private static final String APPLICATION = "application";

    private final String file;
    private final Function<String, Optional<byte[]>> stories;

    /** What stands over all cases of a file. */
    private record Head(ArticleId article, List<String> through, LocalDate activated) {}

    private WorkedCases(String file, Function<String, Optional<byte[]>> stories) {
        this.file = file;
        this.stories = stories;
    }

    /**
     * The cases of a file.
     *
     * @param file its name, for messages
     * @param stories the bytes of a story by its name
     * @throws Malformed with file, line and column
     */
    public static List<WorkedCase> read(String file, byte[] yaml, Function<String, Optional<byte[]>> stories) {
        try {
            return new WorkedCases(file, stories).cases(YamlValue.parse(yaml, BYTES_MAX).object());
        } catch (Malformed e) {
            throw new Malformed(file + ": " + e.getMessage(), e);
        }
    }

    /** Stories in a folder; none where there is no such folder. */
    public static Function<String, Optional<byte[]>> storiesIn(Path folder) {
        return name -> {
            var story = folder.resolve(name + ".yaml").normalize();
            if (!story.startsWith(folder.normalize()) || !Files.isRegularFile(story)) return Optional.empty();
            try (var in = Files.newInputStream(story)) {
                return Optional.of(in.readNBytes(BYTES_MAX + 1));
            } catch (IOException e) {
                throw new Malformed(story + ": " + e.getMessage(), e);
            }
        };
    }

    private List<WorkedCase> cases(YamlObject in) {
        var agencies = agencies(in.get("agency"));
        var article = in.get("article").text(ArticleId::new);
        var through = in.list("through").stream().map(WorkedCases::cited).toList();
        var activated = in.maybe("activated").map(value -> value.text(Moments::day)).orElse(ACTIVATED);
        var cases = new ArrayList<WorkedCase>();
        var names = new TreeSet<String>();
        for (var item : in.get("cases").list()) {
            for (var agency : agencies) cases.add(one(item, agency, new Head(article, through, activated)));
            if (!names.add(cases.getLast().name())) throw item.wrong("重复的案例名称", "twice a case of that name");
        }
        in.end();
        if (cases.isEmpty()) throw in.get("cases").wrong("至少要有一个案例", "at least one case is needed");
        return cases;
    }

    /** One, or those in which each case is run: an article of the whole country is read with the rules of every agency. */
    private static List<AgencyCode> agencies(YamlValue value) {
        var items = value.isList() ? value.list() : List.of(value);
        if (items.isEmpty()) throw value.wrong("至少要有一个机关", "at least one agency is needed");
        var agencies = new ArrayList<AgencyCode>();
        for (var item : items) {
            var agency = item.text(AgencyCode::new);
            if (!Profile.isShipped(agency)) throw item.wrong("没有这个机关的规则：" + agency, "there is no profile of an agency " + agency);
            if (agencies.contains(agency)) throw item.wrong("重复：" + agency, agency + " stands twice");
            agencies.add(agency);
        }
        return agencies;
    }

    private WorkedCase one(YamlValue item, AgencyCode agency, Head head) {
        var in = item.object();
        var names = new Names();
        var name = in.get("name").text();
        var subject = in.get("subject").text();
        var asAt = in.get("as-at").text(Moments::instant);
        var matter = Matter.of(subject);
        var facts = new ArrayList<Fact>();
        in.maybe("begins").ifPresent(story -> story(story, matter, names, facts, 0));
        facts(in.list("facts"), matter, names, facts);
        var toldOf = known(subject, names);
        if (!facts.isEmpty() && facts.getLast().at().isAfter(asAt)) {
            throw in.get("as-at").wrong("早于最后一个事实", "before the last fact");
        }
        var expected = expected(in, matter, names, asAt);
        if (!toldOf && (expected.finds().isPresent() || !known(subject, names))) {
            throw in.get("subject").wrong("案例里没有" + subject + "（见 docs/formats.md 第 16.4 节）",
                    "nothing of this name in the case: " + subject + " (docs/formats.md, section 16.4)");
        }
        in.end();
        return new WorkedCase(file, item.line(), agency, head.article(), head.through(), name, subject, head.activated(), asAt,
                facts, expected, names);
    }

    /** Whether findings can be about it: else a case would keep quiet for the wrong reason. */
    private static boolean known(String subject, Names names) {
        return Matter.isWhole(subject)
                || subject.equals(APPLICATION)
                || names.knows(subject)
                || Cast.named(subject).isPresent()
                || WorkedRun.TEMPLATES.all().stream().anyMatch(template -> template.id().value().equals(subject))
                || Stream.of(RecordedContent.class, CaseKind.class, Right.class)
                        .anyMatch(list -> Vocabulary.words(list).containsKey(subject));
    }

    private void story(YamlValue name, Matter matter, Names names, List<Fact> facts, int depth) {
        var text = name.text();
        if (!STORY.matcher(text).matches()) throw name.wrong("故事的名称只用文字、数字和连字符", "letters, digits and hyphens name a story");
        if (depth == STORIES_MAX) throw name.wrong("故事嵌套过深", "stories begin with stories too often");
        var bytes = stories.apply(text).orElseThrow(() -> name.wrong("没有故事 " + text, "there is no story " + text));
        try {
            var in = YamlValue.parse(bytes, BYTES_MAX).object();
            in.maybe("begins").ifPresent(before -> story(before, matter, names, facts, depth + 1));
            facts(in.get("facts").list(), matter, names, facts);
            in.end();
        } catch (Malformed e) {
            throw new Malformed("stories/" + text + ".yaml: " + e.getMessage(), e);
        }
    }

    private static void facts(List<YamlValue> items, Matter matter, Names names, List<Fact> facts) {
        for (var item : items) {
            var in = item.object();
            var at = in.get("at").text(Moments::instant);
            if (!facts.isEmpty() && at.isBefore(facts.getLast().at())) {
                var before = LocalDateTime.ofInstant(facts.getLast().at(), WorkCalendar.ZONE);
                throw item.wrong("事实应按时间先后排列，前一事实在 " + before, "facts stand in the order of their times; the one before is of " + before);
            }
            facts.add(fact(item, in, "what", at, matter, names));
            in.end();
        }
    }

    private static Fact fact(YamlValue item, YamlObject in, String field, Instant at, Matter matter,
            Names names) {
        var word = in.get(field);
        var what = matter.word(word.text()).orElseThrow(() -> noSuchWord(word));
        var by = in.maybe("by");
        by.ifPresent(value -> known(value, what));
        var actor = by.map(YamlValue::text).orElse(DEFAULT_ACTOR);
        @Nullable String of = in.maybe("of").map(YamlValue::text).orElse(null);
        var with = in.maybe("with").map(YamlValue::object);
        return new Fact(item.line(), what, at, actor, new CommandReader(matter, names, what, of, at, actor, item, with).read());
    }

    /** A word of another subject is told with that subject. */
    private static Malformed noSuchWord(YamlValue word) {
        var others = Stream.of(Matter.values()).filter(matter -> matter.word(word.text()).isPresent()).map(Matter::subject)
                .collect(Collectors.joining("、"));
        return word.wrong(
                "表中没有这个词：" + word.text() + (others.isEmpty() ? "" : "，它用于 subject: " + others) + "（见 docs/formats.md 第 16 节）",
                "the table has no such word: " + word.text() + (others.isEmpty() ? "" : ", it goes with subject: " + others)
                        + " (docs/formats.md, section 16)");
    }

    /** The program notes what an assessment found, and does nothing else. */
    private static void known(YamlValue by, FactWord what) {
        if (!by.text().equals(PROGRAM)) {
            ValuesReader.person(by);
        } else if (what.command() != FindingCommand.NoteAssessment.class) {
            throw by.wrong("“" + what.word() + "”须由人办理，不能是" + PROGRAM, what.word() + " is done by a person, not by the program");
        }
    }

    private static Expected expected(YamlObject in, Matter matter, Names names, Instant asAt) {
        var finds = in.maybe("finds").map(WorkedCases::articles);
        var reports = in.maybe("reports").map(WorkedCases::articles);
        if (reports.isPresent() && finds.isEmpty()) throw in.get("reports").wrong("reports 须和 finds 一起写", "reports goes with finds");
        var refuses = in.maybe("refuses").map(value -> {
            var object = value.object();
            var command = fact(value, object, "command", asAt, matter, names);
            var refusal = new Refusal(command, object.get("article").text(ArticleId::new), object.maybe("way-out").map(YamlValue::text));
            object.end();
            return refusal;
        });
        var accepts = in.maybe("accepts").map(value -> {
            var object = value.object();
            var command = fact(value, object, "command", asAt, matter, names);
            object.end();
            return command;
        });
        if (finds.isEmpty() && refuses.isEmpty() && accepts.isEmpty()) {
            throw in.place().wrong("缺少 finds、refuses 或 accepts", "finds, refuses or accepts is missing");
        }
        return new Expected(finds, reports, refuses, accepts);
    }

    private static SortedSet<String> articles(YamlValue value) {
        var articles = new TreeSet<String>();
        for (var item : value.list()) {
            articles.add(cited(item));
        }
        return articles;
    }

    /** An article, or a default of the product without one. */
    private static String cited(YamlValue value) {
        return value.text(text -> text.equals("product") ? text : new ArticleId(text).value());
    }

    /** For people. */
    static Bilingual program() {
        return new Bilingual(PROGRAM, "the program");
    }

    /** Whether the actor is the program itself. */
    static boolean isProgram(String by) {
        return by.equals(PROGRAM);
    }
}
