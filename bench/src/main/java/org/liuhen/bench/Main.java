package org.liuhen.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./liuhen bench NAME [--json] [--cases N]}: runs one benchmark, prints its rows and keeps them in {@code bench/results}. With
 * fewer cases than {@link Workplace#CASES} it is tried out: nothing is judged and nothing is kept.
 */
public final class Main {

    static final List<Bench> BENCHES = List.of(new Sm3Bench(), new FixityBench(), new IngestBench(), new LedgerBench(), new StartBench(),
            new AssessBench(), new CoverageBench(), new StationBench(), new ReplayBench(), new CasesBench());

    private Main() {}

    /** Exits 0 when all bars are met, 1 when one is not, 2 when the name is unknown or something could not be measured. */
    public static void main(String[] arguments) {
        var words = new ArrayList<>(Arrays.asList(arguments));
        var json = words.remove("--json");
        var cases = cases(words);
        var bench = BENCHES.stream().filter(b -> words.equals(List.of(b.name()))).findFirst().orElse(null);
        if (bench == null) {
            System.err.println("./liuhen bench NAME [--json] [--cases N]; NAME: " + String.join(", ", BENCHES.stream().map(Bench::name).toList()));
            System.exit(2);
            return;
        }
        try {
            System.exit(run(bench, json, cases) ? 0 : 1);
        } catch (Exception e) {
            System.err.println(notMeasured(bench.name(), e));
            System.exit(2);
        }
    }

    /** Takes the option out of the words; what is no number is left there, and so refused. */
    static int cases(List<String> words) {
        var option = words.indexOf("--cases");
        if (option < 0 || option + 1 == words.size() || !words.get(option + 1).matches("[1-9][0-9]{0,5}")) return Workplace.CASES;
        words.remove(option);
        return Math.min(Workplace.CASES, Integer.parseInt(words.remove(option)));
    }

    /** One sentence: which benchmark, and the cause at the bottom of the fault. */
    static String notMeasured(String name, Exception fault) {
        Throwable cause = fault;
        while (cause.getCause() != null && !(cause instanceof IOException io && isAboutProgram(io))) cause = cause.getCause();
        var why = cause instanceof IOException io && isAboutProgram(io)
                ? "缺少程序，请安装后再试 / a program is missing, install it and try again: " + io.getMessage()
                : cause.getMessage() != null ? cause.getMessage() : cause.toString();
        return "未能测量 could not be measured: " + name + ": " + why.lines().findFirst().orElse("");
    }

    private static boolean isAboutProgram(IOException fault) {
        return fault.getMessage() != null && fault.getMessage().startsWith("Cannot run program"); // as ProcessBuilder says it
    }

    private static boolean run(Bench bench, boolean json, int cases) throws Exception {
        var home = Path.of(System.getenv().getOrDefault("LIUHEN_HOME", ".")).toAbsolutePath();
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        List<Row> rows;
        try (var workplace = new Workplace(home, cases)) {
            rows = bench.run(workplace);
        }
        if (cases == Workplace.CASES) rows = judged(bench, rows);
        for (var row : rows) System.out.println(json ? row.toJson() : row.toString());
        if (cases < Workplace.CASES) return true;
        keep(home.resolve("bench/results"), bench.name(), load, rows);
        return rows.stream().noneMatch(row -> Boolean.FALSE.equals(row.met()));
    }

    static List<Row> judged(Bench bench, List<Row> measured) {
        var rows = measured.stream().map(row -> row.judgedBy(bench.bars())).toList();
        var bars = rows.stream().filter(row -> row.bar() != null).count();
        if (bars != bench.bars().size()) throw new IllegalStateException(bars + " rows for the bars " + bench.bars());
        return rows;
    }

    /** The first line says when, where, and what else the machine was doing. */
    private static void keep(Path results, String name, double load, List<Row> rows) throws IOException {
        var today = LocalDate.now(ZoneId.systemDefault());
        var text = new StringBuilder(String.format(Locale.ROOT, "{\"date\":\"%s\",\"machine\":%s,\"loadBefore\":%.2f}%n",
                today, Row.quoted(machine()), load));
        rows.forEach(row -> text.append(row.toJson()).append('\n'));
        Files.createDirectories(results);
        Files.writeString(results.resolve(name + "-" + today + ".jsonl"), text);
    }

    private static String machine() throws IOException {
        var cpuInfo = Path.of("/proc/cpuinfo");
        var model = Files.isReadable(cpuInfo)
                ? Files.readString(cpuInfo).lines().filter(line -> line.startsWith("model name")).findFirst().orElse("")
                : "";
        return Runtime.getRuntime().availableProcessors() + " cores, " + model.replaceFirst(".*: ", "") + ", Java "
                + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.version");
    }
}
