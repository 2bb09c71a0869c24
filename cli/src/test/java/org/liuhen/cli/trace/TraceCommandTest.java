package org.liuhen.cli.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liuhen.cli.Main;

/** The command as scripts meet it. */
class TraceCommandTest {

    private static final Path ARTICLES = Path.of("..", "law", "articles");

    @TempDir
    private Path home = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), arguments);
    }

    private String said() {
        return out.toString(UTF_8) + err.toString(UTF_8);
    }

    private Path text(String words) throws IOException {
        return Files.writeString(home.resolve("原文.txt"), words, UTF_8);
    }

    @Test
    void the_page_is_written_where_the_project_is() throws IOException {
        Files.createDirectory(home.resolve("docs"));
        assertEquals(0, run("trace", "--home", home.toString()), this::said);
        assertEquals(
                Files.readString(Path.of("..", "docs", "traceability.md")),
                Files.readString(home.resolve("docs/traceability.md")));
    }

    @Test
    void json_has_every_article() {
        assertEquals(0, run("trace", "--json"), this::said);
        assertEquals(420, said().split("\"fingerprint\":", -1).length - 1);
    }

    @Test
    void another_text_differs() throws IOException {
        var file = text("平顶山市卫东区市场监督管理局\n行政执法音像记录管理制度（试行）\n第一条 茶。\n第二条 水：\n（一）冷。\n");
        assertEquals(1, run("trace", "--text", file.toString(), "--agency", "WD"), this::said);
        assertTrue(said().contains("+ WD-2.1  原文有，登记没有"), this::said);
        assertTrue(said().contains("- WD-18  登记有，原文没有"), this::said);
        assertTrue(said().contains("~ WD-1  文字有改动"), this::said);
    }

    @Test
    void differences_are_json_too() throws IOException {
        var file = text("行政执法音像记录管理制度（试行）\n第一条 茶。\n");
        assertEquals(1, run("trace", "--json", "--text", file.toString(), "--agency", "WD"), this::said);
        assertTrue(said().startsWith("{\"added\":[],\"changed\":[\"WD-1\"],\"missing\":[\"WD-2\","), this::said);
    }

    @Test
    void fingerprints_are_written_and_nothing_else() throws IOException {
        var folder = Files.createDirectories(home.resolve("law/articles"));
        Files.copy(ARTICLES.resolve("WD.yaml"), folder.resolve("WD.yaml"));
        var file = text("行政执法音像记录管理制度（试行）\n第一条 茶。\n");
        var exit = run("trace", "--text", file.toString(), "--agency", "WD", "--write", "--home", home.toString());
        assertEquals(1, exit, this::said);
        var before = Files.readAllLines(ARTICLES.resolve("WD.yaml"));
        var after = Files.readAllLines(folder.resolve("WD.yaml"));
        assertEquals(before.size(), after.size());
        var changed = IntStream.range(0, before.size()).filter(i -> !before.get(i).equals(after.get(i))).toArray();
        assertEquals(1, changed.length);
        assertTrue(after.get(changed[0]).startsWith("    fingerprint: \""), after.get(changed[0]));
    }

    @Test
    void what_cannot_be_read_is_said() throws IOException {
        assertEquals(2, run("trace", "--text", home.resolve("none").toString(), "--agency", "WD"));
        assertEquals(2, run("trace", "--text", text("茶。").toString(), "--agency", "WD"));
        assertEquals(2, run("trace", "--text", text("茶。").toString(), "--agency", "wd"));
        assertEquals(2, run("trace", "--text", text("茶。").toString(), "--agency", "ZZ"));
        assertEquals(2, run("trace", "--agency", "WD"));
        assertEquals(2, run("trace", "--write"));
        assertEquals(2, run("trace", "--home", home.resolve("none").toString()));
        assertTrue(said().contains("没有单独成行的标题") && said().contains("没有登记机关 ZZ"), this::said);
    }
}
