package org.liuhen.cli.assess;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.Json;
import org.liuhen.formats.law.cases.WorkedCase;
import org.liuhen.formats.law.cases.WorkedFiles;
import org.liuhen.formats.law.cases.WorkedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liuhen assess}: what was expected of worked cases, and what was found. */
@Command(
        name = "assess",
        description = {
            "案例核对：把案例文件（docs/formats.md 第 16 节）交给程序的判断和规则运行，逐例列出应得结果与实际结果。",
            "Run worked cases (docs/formats.md, section 16) through the deciders and rules: what was expected, what was found.",
        },
        footer = {
            "",
            "退出码 / exit codes: 0 全部一致 all agree；1 有不一致 some do not；2 有文件无法读取（其余照常核对） a file is not readable; the others are judged.",
        })
public final class AssessCommand implements Callable<Integer> {

    private static final int DIFFERS = 1;
    private static final int UNREADABLE = 2;

    @Parameters(paramLabel = "FILE-OR-FOLDER", arity = "1..*", description = "案例文件，或者装有案例文件的文件夹 / files of cases, or folders of them")
    private List<Path> paths = List.of();

    @Option(names = "--json", description = "以 JSON 输出 / print JSON")
    private boolean json;

    private final List<WorkedRun.Result> results = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private final PrintStream out;
    private final PrintStream err;

    /** The command, writing to these. */
    public AssessCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        var run = WorkedRun.shipped();
        for (var path : paths) {
            for (var file : files(path)) judge(file, run);
        }
        if (json) {
            out.write(CanonicalJson.write(json(results, unreadable)));
            out.println();
        } else {
            var agree = results.stream().filter(WorkedRun.Result::agrees).count();
            var bad = unreadable.size();
            out.println(new Bilingual(
                    results.size() + " 个案例，" + agree + " 个一致" + (bad == 0 ? "" : "；" + bad + " 个文件无法读取"),
                    results.size() + " cases, " + agree + " agree" + (bad == 0 ? "" : "; " + bad + " files not readable")));
        }
        if (!unreadable.isEmpty()) return UNREADABLE;
        return results.stream().allMatch(WorkedRun.Result::agrees) ? 0 : DIFFERS;
    }

    private List<Path> files(Path path) {
        try {
            return WorkedFiles.files(path);
        } catch (Malformed | IOException e) {
            unreadable(path, e);
            return List.of();
        }
    }

    /** One file that cannot be read does not keep the others from being judged. */
    private void judge(Path file, WorkedRun run) {
        try {
            for (var worked : WorkedFiles.read(file)) {
                var result = run.run(worked);
                results.add(result);
                if (!json) print(result);
            }
        } catch (Malformed | IOException e) {
            unreadable(file, e);
        }
    }

    private void unreadable(Path path, Exception e) {
        var reason = switch (e) {
            case NoSuchFileException _ -> path + ": " + new Bilingual("没有这个文件或文件夹", "there is no such file or folder");
            case AccessDeniedException denied -> denied.getFile() + ": "
                    + new Bilingual("没有读取权限，请检查文件权限", "no permission to read it: check the file's mode");
            case Malformed malformed -> String.valueOf(malformed.getMessage());
            default -> path + ": " + new Bilingual("无法读取：" + e, "not readable: " + e);
        };
        unreadable.add(reason);
        err.println(reason);
    }

    private void print(WorkedRun.Result result) {
        var worked = result.worked();
        line((result.agrees() ? "✓ " : "✗ ") + worked.file() + ":" + worked.line() + "  " + worked.agency() + "  " + worked.article()
                + "  " + worked.name());
        line("    应 expected: " + expected(worked));
        var found = worked.expected().finds().isPresent() ? "发现 finds " + result.found() + " " : "";
        var reported = worked.expected().reports().isPresent() ? "只显示 reports " + result.reported() + " " : "";
        line("    实 found:    " + found + reported + result.refused().map(refusal -> "拒绝 refused: " + refusal).orElse(""));
        result.disagreements().forEach(disagreement -> line("    " + disagreement));
    }

    /** A file may hold whatever steers a terminal. */
    private void line(String text) {
        out.println(text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD"));
    }

    private static String expected(WorkedCase worked) {
        var parts = new ArrayList<String>();
        worked.expected().finds().ifPresent(articles -> parts.add("发现 finds " + articles));
        worked.expected().reports().ifPresent(articles -> parts.add("只显示 reports " + articles));
        worked.expected().refuses().ifPresent(refusal ->
                parts.add("“" + refusal.command().word().word() + "”依 " + refusal.article() + " 拒绝 refused"));
        worked.expected().accepts().ifPresent(fact -> parts.add("“" + fact.word().word() + "”通过 accepted"));
        return String.join("；", parts);
    }

    private static Json.Fields json(List<WorkedRun.Result> results, List<String> unreadable) {
        var agree = unreadable.isEmpty() && results.stream().allMatch(WorkedRun.Result::agrees);
        return new Json.Fields(Map.of("agree", new Json.Flag(agree),
                "cases", new Json.Items(results.stream().map(AssessCommand::json).toList()),
                "unreadable", texts(unreadable, text -> text)));
    }

    private static Json json(WorkedRun.Result result) {
        var worked = result.worked();
        var fields = new TreeMap<String, Json>();
        fields.put("file", new Json.Text(worked.file()));
        fields.put("line", new Json.Whole(worked.line()));
        fields.put("agency", new Json.Text(worked.agency().value()));
        fields.put("article", new Json.Text(worked.article().value()));
        fields.put("name", new Json.Text(worked.name()));
        fields.put("agrees", new Json.Flag(result.agrees()));
        fields.put("fires", new Json.Flag(worked.fires()));
        fields.put("expected", new Json.Text(expected(worked)));
        if (worked.expected().finds().isPresent()) fields.put("found", texts(List.copyOf(result.found()), text -> text));
        if (worked.expected().reports().isPresent()) fields.put("reported", texts(List.copyOf(result.reported()), text -> text));
        result.refused().ifPresent(refusal -> fields.put("refused", new Json.Text(refusal)));
        fields.put("disagreements", texts(result.disagreements(), Bilingual::zh));
        return new Json.Fields(fields);
    }

    private static <T> Json texts(List<T> items, Function<T, String> text) {
        return new Json.Items(items.stream().<Json>map(item -> new Json.Text(text.apply(item))).toList());
    }
}
