package org.liuhen.cli.assess;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.cli.Main;

/** The command as scripts meet it, and as files meet it that people wrote by mistake or in anger. */
class AssessCommandTest {

    private static final String GOOD = """
            agency: SQ
            article: SQ-M-6.1
            cases:
              - {name: 甲, subject: 本案, as-at: 2026-03-20T10:00, facts: [{at: 2026-03-02T09:00, what: 立案}],
                 refuses: {command: 结案, article: SQ-M-6.1}}
            """;

    private static final long HUGE_BYTES = 100L * 1024 * 1024;

    @TempDir
    private Path home = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), arguments);
    }

    private int assess() {
        return run("assess", home.toString());
    }

    private String said() {
        return out.toString(UTF_8) + err.toString(UTF_8);
    }

    private List<String> complaints() {
        return err.toString(UTF_8).lines().toList();
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(home.resolve(name), content, UTF_8);
    }

    /** One line of complaint that names file, line and column in both languages; the good file beside it is judged. */
    private void onlyBadIsRefused(String zh, String en) {
        assertEquals(2, assess(), this::said);
        assertEquals(1, complaints().size(), this::said);
        var told = complaints().getFirst();
        assertTrue(told.contains("bad.yaml: ") && told.contains(zh) && told.contains(en), told);
        assertTrue(out.toString(UTF_8).contains("1 个案例，1 个一致；1 个文件无法读取 / 1 cases, 1 agree; 1 files not readable"), this::said);
    }

    @Test
    void all_agree() throws IOException {
        write("good.yaml", GOOD);
        assertEquals(0, assess(), this::said);
        assertTrue(said().contains("✓ ") && said().contains("good.yaml:4  SQ  SQ-M-6.1  甲"), this::said);
    }

    @Test
    void one_disagrees() throws IOException {
        write("good.yaml", GOOD.replace("article: SQ-M-6.1}", "article: SQ-M-12}"));
        assertEquals(1, assess(), this::said);
        assertTrue(said().contains("✗ ") && said().contains("应依 SQ-M-12 拒绝"), this::said);
    }

    @Test
    void json_has_cases_and_what_was_not_readable() throws IOException {
        write("good.yaml", GOOD);
        write("bad.yaml", "agency: SQ\n");
        assertEquals(2, run("assess", "--json", home.toString()), this::said);
        var json = out.toString(UTF_8);
        var begins = "{\"agree\":false,\"cases\":[{\"agency\":\"SQ\",\"agrees\":true,\"article\":\"SQ-M-6.1\",\"disagreements\":[]";
        assertTrue(json.startsWith(begins), json);
        assertTrue(json.contains("\"unreadable\":[\"" + home.resolve("bad.yaml") + ": 第 1 行第 1 列："), json);
    }

    @Test
    void an_empty_folder_is_said() {
        assertEquals(2, assess());
        assertTrue(said().contains("没有案例文件") && said().contains("no files of cases"), this::said);
    }

    @Test
    void a_file_that_is_not_there_is_said_and_the_others_are_judged() throws IOException {
        write("good.yaml", GOOD);
        assertEquals(2, run("assess", home.resolve("none.yaml").toString(), home.toString()), this::said);
        assertTrue(said().contains("没有这个文件") && said().contains("1 cases, 1 agree"), this::said);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {
        "cases: *everything | 第 1 行第 8 列 | line 1, column 8: not YAML: found undefined alias everything",
        "agency: &a SQ | 第 1 行第 9 列 | anchors are not allowed here",
        "agency: [[[[[[[[[[[[[[[[[[[[[[ | 嵌套超过 16 层 | line 1, column 24: nested more than 16 deep",
        "agency: SQ\tcolour: red\n  x: | 第 1 行 | not YAML",
        "agency: SQ\nagency: CL | 第 2 行第 1 列：重复的键 agency | line 2, column 1: twice the key agency",
        "agency: ZZ\narticle: ZZ-1 | 第 1 行第 9 列：没有这个机关的规则：ZZ | line 1, column 9: there is no profile",
        "agency: CN\narticle: CN-penalty-60 | 第 1 行第 9 列 | there is no profile of an agency CN",
        "agency: SQ\narticle: 第三条 | 第 2 行第 10 列：这个值不能用：第三条 | line 2, column 10",
        "agency: SQ\narticle: SQ-M-1\ncases: [] | 第 3 行第 8 列：至少要有一个案例 | at least one case is needed",
        "agency: !!java.io.File [x] | 第 1 行第 9 列 | line 1, column 9",
        "agency: SQ\narticle: SQ-M-1\ncases:\n  - {name: 甲, colour: red} | 第 4 行第 5 列：缺少 subject | subject is missing",
        "agency: SQ\narticle: SQ-M-1\ncases:\n  - {name: 甲, subject: 本案, as-at: 昨天} | 第 4 行第 35 列 | a local time is expected",
        "agency: SQ\narticle: SQ-M-1\ncases:\n  - {name: 甲, subject: 本案, as-at: 2026-02-30T10:00} | 第 4 行第 35 列 | a local time is expected",
        "agency: SQ\narticle: SQ-M-1\ncases:\n  - {name: 甲, subject: 本案, as-at: 2026-03-20T10:00, begins: ../../../etc/passwd} | 第 4 行 | letters, digits and hyphens name a story",
        "\u0000\u0001\u0002 | 第 1 行第 1 列：有不能出现的字符 | line 1, column 1",
        "agency: SQ\narticle: \u0007 | 第 2 行第 10 列：有不能出现的字符 | line 2, column 10",
        "\uFEFFagency: SQ | 第 1 行第 1 列：文件以 BOM 开头 | the file begins with a BOM",
    })
    void a_wrong_file_is_refused_with_line_and_column(String row) throws IOException {
        var parts = row.split(" \\| ", 3);
        write("good.yaml", GOOD);
        write("bad.yaml", parts[0] + "\n");
        onlyBadIsRefused(parts[1], parts[2]);
    }

    @Test
    void two_cases_of_one_name_are_refused() throws IOException {
        write("good.yaml", GOOD);
        write("bad.yaml", GOOD + GOOD.substring(GOOD.indexOf("  - {name")));
        onlyBadIsRefused("第 6 行第 5 列：重复的案例名称", "line 6, column 5: twice a case of that name");
    }

    @Test
    void aliases_do_not_multiply() throws IOException {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
        }
        write("good.yaml", GOOD);
        write("bad.yaml", bomb.toString());
        onlyBadIsRefused("第 2 行第 10 列：不能使用别名", "line 2, column 10: aliases are not allowed here");
    }

    @Test
    void deep_nesting_ends_early() throws IOException {
        write("good.yaml", GOOD);
        write("bad.yaml", "agency: " + "[".repeat(100_000) + "\n");
        onlyBadIsRefused("第 1 行第 24 列：嵌套超过 16 层", "line 1, column 24: nested more than 16 deep");
    }

    @Test
    void a_long_word_is_cut_and_nothing_steers_the_terminal() throws IOException {
        write("good.yaml", GOOD.replace("甲", "\"\\e[2J甲\\u202E\""));
        write("bad.yaml", GOOD.replace("what: 立案", "what: \"\\e[2J" + "x".repeat(900_000) + "\""));
        onlyBadIsRefused("表中没有这个词：\uFFFD[2Jxxx", "the table has no such word");
        assertTrue(said().length() < 4000 && said().chars().noneMatch(c -> c == 0x1B || c == 0x202E), this::said);
    }

    @Test
    void an_older_chinese_encoding_is_named() throws IOException {
        write("good.yaml", GOOD);
        Files.write(home.resolve("bad.yaml"), GOOD.getBytes(Charset.forName("GBK")));
        onlyBadIsRefused("第 4 行第 12 列：不是 UTF-8 文本，请另存为 UTF-8 编码", "line 4, column 12: not UTF-8 text");
    }

    @Test
    void a_hundred_megabytes_are_not_read() throws IOException {
        write("good.yaml", GOOD);
        try (var file = Files.newByteChannel(home.resolve("bad.yaml"), CREATE, WRITE)) {
            file.position(HUGE_BYTES);
            file.write(ByteBuffer.wrap(new byte[1]));
        }
        onlyBadIsRefused("第 1 行第 1 列：文件超过 1048576 字节", "line 1, column 1: the file has more than 1048576 bytes");
    }

    @Test
    void links_in_a_circle_are_followed_once() throws IOException {
        write("good.yaml", GOOD);
        Files.createSymbolicLink(home.resolve("again"), home);
        assertEquals(0, assess(), this::said);
        assertTrue(said().contains("1 cases, 1 agree"), this::said);
    }

    @Test
    void a_link_to_a_folder_is_followed(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("good.yaml"), GOOD);
        Files.createSymbolicLink(home.resolve("there"), elsewhere);
        assertEquals(0, assess(), this::said);
        assertEquals(0, run("assess", home.resolve("there").toString()), this::said);
    }

    @Test
    void a_link_to_nothing_is_said() throws IOException {
        write("good.yaml", GOOD);
        Files.createSymbolicLink(home.resolve("bad.yaml"), home.resolve("nothing"));
        onlyBadIsRefused("没有这个文件", "there is no such file");
    }

    @Test
    void a_folder_that_is_called_a_file_is_looked_into() throws IOException {
        Files.createDirectory(home.resolve("folder.yaml"));
        write("folder.yaml/good.yaml", GOOD);
        assertEquals(0, assess(), this::said);
    }

    @Test
    void a_file_without_permission_is_said() throws IOException {
        write("good.yaml", GOOD);
        write("bad.yaml", GOOD);
        Files.setPosixFilePermissions(home.resolve("bad.yaml"), PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(home.resolve("bad.yaml")), "whoever runs this test may read everything");
        onlyBadIsRefused("没有读取权限", "no permission to read it");
    }

    @Test
    void whatever_stands_in_a_fact_the_answer_is_a_sentence() throws IOException {
        var wrong = List.of("", "x", "[]", "{}", "[[]]", "-1", "99999999999999999999", "2026-13-01", "\"\"",
                "true", "9999-12-31T23:59", "P9999999999Y");
        for (var value : wrong) {
            for (var field : List.of("of", "at", "by", "with", "what")) {
                var fact = field.equals("what") ? "what: " + value : "what: 立案, " + field + ": " + value;
                write("bad.yaml", GOOD.replace("what: 立案", fact)
                        .replace("at: 2026-03-02T09:00, ", field.equals("at") ? "" : "at: 2026-03-02T09:00, "));
                var exit = assess();
                assertTrue(exit == 0 || exit == 2, () -> field + " " + value + said());
                assertFalse(said().contains("Exception in") || said().contains("\tat "), () -> field + " " + value + said());
            }
        }
        assertTrue(complaints().size() > wrong.size(), this::said);
    }
}
