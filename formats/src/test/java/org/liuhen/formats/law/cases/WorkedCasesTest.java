package org.liuhen.formats.law.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liuhen.core.cases.CaseCommand;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.recordings.activities.ActivityCommand;
import org.liuhen.core.recordings.activities.ActivityCommand.FileToActivity;
import org.liuhen.core.recordings.activities.ActivityCommand.LinkDocument;
import org.liuhen.core.recordings.activities.ActivityCommand.MarkMoment;
import org.liuhen.core.recordings.activities.ActivityCommand.OpenActivity;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.RandomRecords;
import org.liuhen.formats.law.ArticleRegister;
import org.liuhen.formats.law.Profile;

/** The cases of law/cases, one by one, and how strictly their files are read. */
class WorkedCasesTest {

    private static final Path CASES = Path.of("../law/cases");

    @TestFactory
    Stream<DynamicTest> worked_cases_agree() throws IOException {
        var run = WorkedRun.shipped();
        return WorkedFiles.in(CASES).stream().map(worked -> DynamicTest.dynamicTest(worked.article() + " " + worked.name(),
                () -> assertEquals(List.of(), run.run(worked).disagreements())));
    }

    @Test
    void a_file_is_named_by_its_article_which_is_registered_to_its_agency_or_national() throws IOException {
        var register = ArticleRegister.shipped();
        for (var worked : WorkedFiles.in(CASES)) {
            var article = worked.article();
            assertTrue(worked.file().endsWith("/" + article + ".yaml"), worked.file());
            if (article.value().startsWith(Profile.NATIONAL + "-")) continue;
            assertTrue(register.article(article).isPresent(), worked.file());
            assertTrue(article.value().startsWith(worked.agency() + "-"), worked.file());
        }
    }

    @Test
    void a_case_of_several_agencies_is_run_in_each() {
        var cases = read("""
            agency: [SQ, WD]
            article: CN-penalty-85
            through: [CN-penalty-60]
            cases:
              - {name: 甲, subject: 本案, as-at: 2026-06-01T00:00, facts: [{at: 2026-03-02T09:00, what: 立案}], finds: [CN-penalty-60]}
            """);
        assertEquals(List.of("SQ", "WD"), cases.stream().map(worked -> worked.agency().value()).toList());
        assertTrue(cases.getFirst().fires());
        for (var worked : cases) assertEquals(List.of(), WorkedRun.shipped().run(worked).disagreements());
    }

    @Test
    void every_command_of_core_has_its_word_and_no_word_stands_twice() {
        var commands = new HashSet<Class<?>>();
        var words = new HashSet<String>();
        for (var word : FactWord.all()) {
            commands.add(word.command());
            assertTrue(words.add(word.word()), word.word());
        }
        var missing = Stream.of(CaseCommand.class, FindingCommand.class).flatMap(RandomRecords::leaves)
                .filter(command -> !commands.contains(command)).toList();
        assertEquals(List.of(), missing);
    }

    /** Four have a word with fewer fields; the rest is core's. */
    @Test
    void every_command_on_an_activity_has_its_word_and_no_word_stands_twice() {
        var shorter = Set.of(OpenActivity.class, FileToActivity.class, LinkDocument.class, MarkMoment.class);
        var commands = new HashSet<Class<?>>(shorter);
        var words = new HashSet<String>();
        for (var word : ActivityWords.all()) {
            commands.add(word.command());
            assertTrue(words.add(word.word()), word.word());
        }
        commands.add(ActivityCommand.LodgeSceneReceipt.class); // no rule looks at it
        var known = Stream.of(ActivityCommand.class, ActivityFact.class).flatMap(RandomRecords::leaves).collect(Collectors.toSet());
        assertEquals(known, commands);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(textBlock = """
        'subject: 本案',                  'subject: 本案, colour: red',        'unknown key colour'
        'what: 立案',                     'what: 开案',                        'the table has no such word: 开案'
        'what: 立案',                     'what: 立案, with: {colour: red}',   'unknown key colour'
        'what: 立案',                     'what: 立案, with: {kind: murder}',  'unknown word murder'
        'what: 立案',                     'what: 立案, by: 某人',               'nobody of this name'
        'what: 立案',                     'what: 立案, by: 系统',               'done by a person'
        'what: 立案',                     'what: 办成文书, of: 文书1, with: {template: 询问笔录, without: [seals]}', 'no such step: seals'
        'what: 立案',                     'what: 定稿, of: 文书1, with: {document: 文书2}', 'takes no'
        'what: 立案',                     'what: 编号, of: 文书1, with: {number: []}', 'a text is expected'
        'what: 立案',                     'what: 起草, of: 文书1, with: {template: 小说}', 'no such template: 小说'
        'what: 立案',                     'what: 保存草稿, of: 文书1',           'was not drafted before'
        'at: 2026-03-02T09:00',           'at: 2026-03-02',                    'a local time is expected'
        'at: 2026-03-02T09:00',           'at: 2026-03-21T09:00',              'before the last fact'
        'finds: []',                      'finds: [第三条]',                    'this cannot be'
        'finds: []',                      'begins: 没有的故事',                 'there is no story'
        'article: SQ-M-6.1',              'articles: SQ-M-6.1',                'article is missing'
        """, quoteCharacter = '\'')
    void a_wrong_file_is_refused_with_its_line(String good, String bad, String told) {
        var file = """
            agency: SQ
            article: SQ-M-6.1
            cases:
              - {name: 甲, subject: 本案, as-at: 2026-03-20T10:00, finds: [], facts: [{at: 2026-03-02T09:00, what: 立案}]}
            """;
        assertEquals(1, read(file).size());
        var refused = assertThrows(Malformed.class, () -> read(file.replace(good, bad)));
        var message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith("f.yaml: ") && message.contains(told) && message.contains("line "), message);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(textBlock = """
        'what: 开始',          'what: 立案',                                       'the table has no such word: 立案'
        'what: 开始',          'what: 开始, by: 系统',                              'done by a person'
        'what: 开始',          'what: 开始, of: 录像1',                             'takes no'
        'what: 开始',          'what: 开始, with: {colour: red}',                   'unknown key colour'
        'what: 开始',          'what: 登记活动, with: {act: fishing}',               'unknown word fishing'
        'what: 开始',          'what: 登记活动, with: {weights: [heavy]}',           'unknown word heavy'
        'what: 开始',          'what: 告知录音录像, with: {audience: [everybody]}',   'unknown word everybody'
        'what: 开始',          'what: 标记重点, with: {items: [weather]}',           'unknown word weather'
        'what: 开始',          'what: 不予记录, with: {ground: lunch}',              'unknown word lunch'
        'what: 开始',          'what: 不予记录',                                    'ground is missing'
        'what: 开始',          'what: 写明理由, with: {duty: avRecord.media}',       'unknown word avRecord.media'
        'what: 开始',          'what: 无法继续记录, with: {stoppedAt: 2026-03-02T09:00, reports: [{to: nobody}]}', 'unknown word nobody'
        'what: 开始',          'what: 归入录像, with: {from: 2026-03-02T09:00}',     'is missing: 归入录像'
        'what: 开始',          'what: 归入录像, of: 录像1',                          'from is missing'
        'what: 开始',          'what: 归入录像, of: 录像1, with: {from: 2026-03-02T09:00, to: 2026-03-02T08:00}', 'ends before it begins'
        'what: 开始',          'what: 说明中断, with: {from: 2026-03-02T09:00, to: 2026-03-02T08:00}', 'cannot stand together'
        'what: 开始',          'what: 关联文书, of: 文书1, with: {from: 2026-03-02T09:00}', 'from and to go together'
        'subject: 本活动',     'subject: 本次活动',                                  'the table has no such word: 登记活动'
        """, quoteCharacter = '\'')
    void a_wrong_file_about_an_activity_is_refused_with_its_line(String good, String bad, String told) {
        var file = """
            agency: SQ
            article: SQ-M-20
            cases:
              - {name: 甲, subject: 本活动, as-at: 2026-03-20T10:00, finds: [],
                 facts: [{at: 2026-03-02T09:00, what: 登记活动}, {at: 2026-03-02T09:00, what: 开始}]}
            """;
        assertEquals(1, read(file).size());
        var refused = assertThrows(Malformed.class, () -> read(file.replace(good, bad)));
        var message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith("f.yaml: ") && message.contains(told) && message.contains("line "), message);
    }

    /** A name that nobody has used would keep quiet for the wrong reason. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"询问笔录1, finds: []", "本活动, finds: []", "某人, accepts: {command: 结案}"})
    void a_subject_that_is_not_there_is_an_error(String subject, String expected) {
        var file = "agency: SQ\narticle: SQ-M-6.1\ncases:\n  - {name: 甲, subject: " + subject
                + ", as-at: 2026-03-20T10:00, facts: [{at: 2026-03-02T09:00, what: 立案}], " + expected + "}\n";
        var refused = assertThrows(Malformed.class, () -> read(file));
        assertTrue(String.valueOf(refused.getMessage()).contains("f.yaml: 第 4 行"), refused::getMessage);
    }

    private static List<WorkedCase> read(String yaml) {
        return WorkedCases.read("f.yaml", yaml.getBytes(UTF_8), _ -> Optional.empty());
    }

    @Test
    void a_disagreement_says_what_was_expected_and_what_was_found() {
        var worked = read("""
            agency: SQ
            article: SQ-M-6.1
            cases:
              - name: 甲
                subject: 本案
                as-at: 2026-03-20T10:00
                facts:
                  - {at: 2026-03-02T09:00, what: 立案}
                  - {at: 2026-03-02T10:00, what: 办成文书, of: 询问笔录, with: {template: 询问笔录, without: [personConcerned]}}
                refuses: {command: 结案, article: SQ-M-6.1}
              - {name: 乙, subject: 本案, as-at: 2026-03-20T10:00, facts: [{at: 2026-03-02T09:00, what: 立案}], accepts: {command: 结案}}
              - {name: 丙, subject: 本案, as-at: 2026-03-20T10:00, facts: [{at: 2026-03-02T09:00, what: 立案}], finds: [SQ-M-6.1]}
              - {name: 丁, subject: 本案, as-at: 2026-03-20T10:00, refuses: {command: 立案, article: SQ-M-2}}
            """);
        var run = WorkedRun.shipped();
        for (var one : worked) assertEquals(1, run.run(one).disagreements().size(), one.name());
        assertTrue(run.run(worked.get(1)).disagreements().getFirst().zh().contains("SQ-M-6.1"));
        assertEquals("应发现 [SQ-M-6.1]，实际发现 []：", run.run(worked.get(2)).disagreements().getFirst().zh());
    }
}
