package org.liuhen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code ./liuhen bench NAME [--json]}: runs one benchmark, prints its rows and keeps them in {@code bench/results}. */
public final class Main {

    private static final List<Bench> BENCHES = List.of();

    private Main() {}

    /** Exits 0 when all bars are met, 1 when one is not, 2 when the name is unknown. */
    public static void main(String[] arguments) throws Exception {
        var words = new ArrayList<>(Arrays.asList(arguments));
        var json = words.remove("--json");
        var bench = BENCHES.stream().filter(b -> words.equals(List.of(b.name()))).findFirst().orElse(null);
        if (bench == null) {
            System.err.println("./liuhen bench NAME [--json]; NAME: " + String.join(", ", BENCHES.stream().map(Bench::name).toList()));
            System.exit(2);
            return;
        }
        var home = Path.of(System.getenv().getOrDefault("LIUHEN_HOME", ".")).toAbsolutePath();
        List<Row> rows;
        try (var workplace = new Workplace(home)) {
            rows = bench.run(workplace);
        }
        rows.forEach(row -> System.out.println(json ? row.toJson() : row.toString()));
        keep(home.resolve("bench/results"), bench.name(), rows);
        System.exit(rows.stream().anyMatch(row -> Boolean.FALSE.equals(row.met())) ? 1 : 0);
    }

    private static void keep(Path results, String name, List<Row> rows) throws IOException {
        var today = LocalDate.now(ZoneId.systemDefault());
        var text = new StringBuilder("# " + today + " · " + machine() + "\n");
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
