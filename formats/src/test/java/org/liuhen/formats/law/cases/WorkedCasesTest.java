package org.liuhen.formats.law.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.core.cases.CaseCommand;
import org.liuhen.core.devices.DeviceLifeCommand;
import org.liuhen.core.devices.equipment.EquipmentCommand;
import org.liuhen.core.devices.needs.NeedCommand;
import org.liuhen.core.devices.places.PlaceCommand;
import org.liuhen.core.findings.FindingCommand;
import org.liuhen.core.recordings.CustodyCommand;
import org.liuhen.core.recordings.activities.ActivityCommand;
import org.liuhen.core.recordings.activities.ActivityCommand.FileToActivity;
import org.liuhen.core.recordings.activities.ActivityCommand.LinkDocument;
import org.liuhen.core.recordings.activities.ActivityCommand.MarkMoment;
import org.liuhen.core.recordings.activities.ActivityCommand.OpenActivity;
import org.liuhen.core.recordings.handover.HandOverCommand;
import org.liuhen.core.recordings.handover.HandOverCommand.OpenHandOver;
import org.liuhen.core.recordings.handover.HandOverCommand.PrepareList;
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

    /** Seven have a word with other fields; the rest is core's. */
    @Test
    void every_command_on_an_activity_has_its_word_and_no_word_stands_twice() {
        var shorter = Set.of(OpenActivity.class, ActivityCommand.HoldAtPlace.class, FileToActivity.class, LinkDocument.class, MarkMoment.class,
                ActivityCommand.StartActivity.class, ActivityCommand.ExemptActivity.class);
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

    /** Begin and balance of a hand-in of files are the station's; no rule over a device looks at them. */
    @Test
    void every_command_on_what_is_no_case_has_its_word_and_no_word_stands_twice() {
        assertWords(RecordingWords.all(), Set.of(), CustodyCommand.class, RecordingFact.class);
        assertWords(DeviceWords.all(), Set.of(), DeviceLifeCommand.class, DeviceFact.class);
        assertWords(HandOverWords.all(), Set.of(OpenHandOver.class, PrepareList.class), HandOverCommand.class, HandOverFact.class);
        assertWords(UnitWords.all(), Set.of(EquipmentCommand.CountEquipment.class), UnitFact.class, EquipmentCommand.class);
        assertWords(PlaceWords.all(), Set.of(PlaceCommand.RegisterPlace.class), PlaceCommand.class, PlaceFact.class);
        assertWords(NeedWords.all(), Set.of(), NeedCommand.class);
    }

    /** @param shorter commands that have a word with other fields */
    private static void assertWords(List<FactWord> table, Set<Class<?>> shorter, Class<?>... roots) {
        var commands = new HashSet<>(shorter);
        var words = new HashSet<String>();
        for (var word : table) {
            commands.add(word.command());
            assertTrue(words.add(word.word()), word.word());
        }
        assertEquals(Stream.of(roots).flatMap(RandomRecords::leaves).collect(Collectors.toSet()), commands);
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
        'finds: []',                      'reports: []',                       'reports goes with finds'
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

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        本音像记录, 'what: 领用',                                                          '没有这个词：领用',       'the table has no such word: 领用'
        本音像记录, 'what: 入库',                                                          '缺少 completedAt',      'completedAt is missing'
        本音像记录, 'what: 入库, of: 录像1, with: {completedAt: 2026-03-02T08:00}',         '不用 of',               'takes no'
        本音像记录, 'what: 入库, with: {completedAt: 2026-03-02T08:00, uncertainty: 一秒}', '这个值不能用：一秒',      'a duration is expected'
        本音像记录, 'what: 入库, with: {completedAt: 2026-03-02T08:00, uncertainty: PT-1S}', '不能放在一起',          'cannot stand together'
        本音像记录, 'what: 登记储存例外, with: {ground: lunch, returnedAt: 2026-03-02T08:00}', '未知的词 lunch',       'unknown word lunch'
        本音像记录, 'what: 登记储存例外, with: {ground: remote}',                           '缺少 returnedAt',       'returnedAt is missing'
        本音像记录, 'what: 归类, with: {colour: red}',                                      'colour',                'unknown key colour'
        本音像记录, 'what: 移交保管人, by: 系统',                                           '须由人办理',             'done by a person'
        本设备,     'what: 移交保管人, by: 冯十二',                                         '移交保管人，它用于 subject: 本音像记录', 'it goes with subject: 本音像记录'
        本设备,     'what: 登记设备, with: {kind: kettle}',                                '未知的词 kettle',        'unknown word kettle'
        本设备,     'what: 领用, with: {purpose: picnic}',                                 '未知的词 picnic',        'unknown word picnic'
        本设备,     'what: 领用, with: {check: {battery: {percent: full}}}',               '这个值不能用：full',      'a whole number is expected'
        本设备,     'what: 领用, with: {check: {lamp: {}}}',                               'lamp',                  'unknown key lamp'
        本设备,     'what: 登记故障, with: {foundAt: 2026-03-02T08:00}',                   '缺少 stoppedAt',         'stoppedAt is missing'
        本设备,     'what: 登记其他使用',                                                  '缺少 what',              'what is missing'
        本设备,     'what: 验收, with: {points: [{point: colour}]}',                       '未知的词 colour',        'unknown word colour'
        本设备,     'what: 归还, with: {by: 某人}',                                        '没有这个人',             'nobody of this name'
        本次移交,   'what: 归还',                                                          '没有这个词：归还',        'the table has no such word: 归还'
        本次移交,   'what: 开始当月移交, with: {specialist: 某人}',                         '没有这个人',             'nobody of this name'
        本次移交,   'what: 列移交清单, with: {recordings: 录像1}',                          '应',                    'is expected'
        本机构,     'what: 登记人员和设备, with: {devices: [bodyCamera]}',                  '缺少 officers',          'officers is missing'
        本机构,     'what: 登记人员和设备, with: {officers: -1}',                           '不能放在一起',           'cannot stand together'
        本机构,     'what: 登记人员和设备, with: {officers: 3, workload: medium}',          '未知的词 medium',        'unknown word medium'
        """, quoteCharacter = '\'')
    void a_wrong_fact_about_what_is_no_case_is_refused_with_its_place(String subject, String fact, String zh, String en) {
        var refused = assertThrows(Malformed.class, () -> read("""
            agency: SQ
            article: SQ-M-21
            cases:
              - {name: 甲, subject: SUBJECT, as-at: 2026-03-20T10:00, finds: [],
                 facts: [{at: 2026-03-02T09:00, FACT}]}
            """.replace("SUBJECT", subject).replace("FACT", fact)));
        var message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith("f.yaml: 第 5 行第 ") && message.contains("line 5, column ") && message.contains(zh) && message.contains(en),
                message);
    }

    /** What cannot be done yet, and what does not begin, is a disagreement of its case. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        本音像记录, 'what: 提出误录',                                                  '第 5 行“提出误录”被拒绝：no-such-recording'
        本音像记录, 'what: 归还设备',                                                  '没有入库'
        本设备,     'what: 领用',                                                      '第 5 行“领用”被拒绝：no-such-device'
        特殊需要,   'what: 统计现有性能',                                              '第 5 行“统计现有性能”被拒绝：no-such-need'
        本场所,     'what: 停用场所',                                                  '第 5 行“停用场所”被拒绝：no-such-place'
        本次移交,   'what: 接收移交, by: 吴十',                                        '第 5 行“接收移交”被拒绝：no-such-hand-over'
        """, quoteCharacter = '\'')
    void what_was_not_begun_is_told(String subject, String fact, String told) {
        var worked = read("""
            agency: SQ
            article: SQ-M-21
            cases:
              - {name: 甲, subject: SUBJECT, as-at: 2026-03-20T10:00, finds: [],
                 facts: [{at: 2026-03-02T09:00, FACT}]}
            """.replace("SUBJECT", subject).replace("FACT", fact)).getFirst();
        var disagreements = WorkedRun.shipped().run(worked).disagreements();
        assertEquals(1, disagreements.size());
        assertTrue(disagreements.getFirst().zh().startsWith(told), disagreements.getFirst().zh());
    }

    /** The clock of the device is less exact than the delay. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        finds: [SQ-M-21]              |
        finds: [], reports: [SQ-M-21] |
        finds: [], reports: []        | 应只显示 []，实际只显示 [SQ-M-21]：
        finds: []                     | 应发现 []，实际发现 [SQ-M-21]：
        """)
    void what_is_only_shown_can_be_told_apart(String expected, @Nullable String told) {
        var worked = read("""
            agency: SQ
            article: SQ-M-21
            cases:
              - {name: 甲, subject: 本音像记录, as-at: 2026-03-20T10:00, EXPECTED, facts: [
                 {at: 2026-03-03T15:00:01, what: 入库, with: {completedAt: 2026-03-02T15:00, uncertainty: PT1S}},
                 {at: 2026-03-03T15:00:01, what: 提出误录},
                 {at: 2026-03-03T15:00:01, what: 移交保管人, by: 冯十二, with: {at: 2026-03-02T18:00}},
                 {at: 2026-03-03T15:00:01, what: 确认误录, by: 冯十二}]}
            """.replace("EXPECTED", expected)).getFirst();
        var disagreements = WorkedRun.shipped().run(worked).disagreements();
        assertEquals(told == null, disagreements.isEmpty(), disagreements::toString);
        if (told != null) assertTrue(disagreements.getFirst().zh().startsWith(told), disagreements::toString);
    }

    /** It would keep quiet for the wrong reason. */
    @ParameterizedTest
    @ValueSource(strings = {"本案", "本活动", "本音像记录", "本设备", "本次移交", "本机构"})
    void nothing_is_found_where_nothing_was_begun(String subject) {
        var worked = read("agency: SQ\narticle: SQ-M-21\ncases:\n  - {name: 甲, subject: " + subject
                + ", as-at: 2026-03-20T10:00, finds: []}\n").getFirst();
        assertEquals(List.of(Matter.of(subject).notBegun()), WorkedRun.shipped().run(worked).disagreements());
    }

    /** A default of the product speaks for its article where the file says so. */
    @Test
    void a_default_of_the_product_fires_through() {
        var file = """
            agency: SQ
            article: SQ-E-6
            through: [product]
            cases:
              - {name: 甲, subject: 本机构, as-at: 2026-03-20T10:00, finds: [product],
                 facts: [{at: 2026-03-02T09:00, what: 登记人员和设备, with: {officers: 4, devices: [bodyCamera]}}]}
            """;
        assertTrue(read(file).getFirst().fires());
        assertFalse(read(file.replace("through: [product]\n", "")).getFirst().fires());
        assertEquals(List.of(), WorkedRun.shipped().run(read(file).getFirst()).disagreements());
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
