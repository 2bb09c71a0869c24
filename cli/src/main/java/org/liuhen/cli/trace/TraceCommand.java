package org.liuhen.cli.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.law.ArticleId;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.law.ArticleRegister;
import org.liuhen.formats.law.Regulation;
import org.liuhen.formats.law.RegulationText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liuhen trace}: which article is checked where, and what an official text says otherwise than the register. */
@Command(
        name = "trace",
        description = {
            "对照：把每一条款与规则值、代码、案例的对应关系写入 docs/traceability.md；或用 --text 把制度原文与条款登记逐条核对。",
            "Write docs/traceability.md, which article is checked where; or compare an official text with the register (--text).",
        },
        footer = {
            "",
            "退出码 / exit codes: 0 已写出，或原文一致 written, or the text is as registered；1 原文有出入 the text differs；"
                    + "2 无法读取 not readable.",
        })
public final class TraceCommand implements Callable<Integer> {

    private static final int DIFFERS = 1;
    private static final int UNREADABLE = 2;

    @Option(names = "--json", description = "以 JSON 输出到屏幕，不写文件 / print JSON, write no file")
    private boolean json;

    @Option(names = "--text", paramLabel = "FILE", description = "制度原文（UTF-8 文本） / an official text (UTF-8)")
    private @Nullable Path text;

    @Option(names = "--agency", paramLabel = "CODE", description = "原文是哪个机关的，例如 SQ / whose text it is, for example SQ")
    private @Nullable String agency;

    @Option(names = "--write", description = "把原文的指纹写入 law/articles（维护者用） / put the text's fingerprints into law/articles")
    private boolean write;

    @Option(names = "--home", paramLabel = "DIR", description = "项目文件夹 / the project's folder", hidden = true)
    private Path home = Path.of(Objects.requireNonNullElse(System.getenv("LIUHEN_HOME"), ""));

    private final PrintStream out;
    private final PrintStream err;

    /** The command, writing to these. */
    public TraceCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        try {
            if ((text == null) != (agency == null) || (write && text == null)) {
                return unreadable(new Bilingual("--text 与 --agency 要一起给出，--write 只与它们同用",
                        "give --text and --agency together, and --write only with them").toString());
            }
            return text != null && agency != null ? compare(text, new AgencyCode(agency)) : page();
        } catch (FileSystemException e) {
            return unreadable(e.toString()); // its message is the path alone
        } catch (Malformed | IllegalArgumentException | IOException e) {
            return unreadable(String.valueOf(e.getMessage()));
        }
    }

    private int unreadable(String reason) {
        err.println(reason);
        return UNREADABLE;
    }

    private int page() throws IOException {
        var rows = shipped().rows();
        if (json) {
            out.println(TraceJson.of(rows));
            return 0;
        }
        var file = home.resolve("docs").resolve("traceability.md");
        Files.writeString(file, TracePage.of(rows), UTF_8);
        out.println(new Bilingual(rows.size() + " 条，已写入 " + file, rows.size() + " articles, written to " + file));
        return 0;
    }

    /** Everything that this build ships. */
    static Traceability shipped() throws IOException {
        return new Traceability(ArticleRegister.shipped(), ShippedLaw.answers(), DutyIndex.ofCore(), ShippedLaw.features(),
                ShippedLaw.cases());
    }

    private int compare(Path file, AgencyCode code) throws IOException {
        var regulations = ArticleRegister.shipped().of(code);
        if (regulations.isEmpty()) {
            return unreadable(new Bilingual("没有登记机关 " + code, "no regulation of agency " + code + " is registered").toString());
        }
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(RegulationText.BYTES_MAX + 1);
        }
        var official = RegulationText.read(bytes, regulations);
        if (write) Fingerprints.write(home.resolve("law").resolve("articles"), regulations, official);
        var differences = official.compare(regulations);
        if (json) {
            out.println(TraceJson.of(differences));
        } else {
            print(differences, regulations);
        }
        return differences.same() ? 0 : DIFFERS;
    }

    private void print(RegulationText.Comparison differences, List<Regulation> regulations) {
        differences.added().forEach(id -> print("+", id, new Bilingual("原文有，登记没有", "in the text, not registered")));
        differences.missing().forEach(id -> print("-", id, new Bilingual("登记有，原文没有", "registered, not in the text")));
        differences.changed().forEach(id -> print("~", id, new Bilingual(
                "文字有改动，请重读并核对规则值", "worded otherwise: read it again, with its values")));
        var registered = regulations.stream().mapToInt(regulation -> regulation.articles().size()).sum();
        out.println(new Bilingual(
                "登记 " + registered + " 条：原文新增 " + differences.added().size() + "，缺少 " + differences.missing().size() + "，改动 "
                        + differences.changed().size(),
                registered + " registered: " + differences.added().size() + " added, "
                        + differences.missing().size() + " missing, " + differences.changed().size() + " changed"));
    }

    private void print(String sign, ArticleId id, Bilingual what) {
        out.println(sign + " " + id + "  " + what);
    }
}
