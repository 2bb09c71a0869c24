package org.liuhen.server.operator;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.values.Bilingual;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.demo.SampleRecordings;
import org.liuhen.server.folder.DurableFiles;
import org.liuhen.server.folder.OperatorFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows the main job on a running demo server: makes what a day in the field would leave on one camera of each agency and lets the
 * real collection station hand it in, as a process of its own. What was made and handed in before is not made again.
 */
final class Demo {

    private static final Duration BEGAN_BEFORE = Duration.ofHours(3);

    private final Server server;
    private final Path home;
    private final PrintStream out;
    private final Set<Bilingual> told = new HashSet<>();

    /**
     * Works with the launcher in the checkout or installation.
     *
     * @throws OperatorFault if it was not started by the launcher, which alone knows where the station is
     */
    Demo(Server server, PrintStream out) {
        this.server = server;
        this.out = out;
        home = Optional.ofNullable(System.getenv("LIUHEN_HOME")).map(Path::of).orElseThrow(() -> new OperatorFault(
                "演示要用启动脚本运行：./liuhen demo", "The demo is started by the launcher: ./liuhen demo"));
    }

    /** One camera an agency; then who can sign in. */
    void run() throws IOException, InterruptedException {
        var credentials = new JsonMapper().readTree(Files.readAllBytes(server.folder().demo().resolve("credentials.json")));
        signIns(credentials);
        var stations = new LinkedHashMap<String, JsonNode>();
        credentials.path("stations").forEach(station -> stations.putIfAbsent(station.path("agency").stringValue(), station));
        for (var station : stations.entrySet()) {
            handIn(station.getKey(), station.getValue());
        }
        out.println();
        out.println("演示就绪，按 Ctrl+C 结束 / the demo is ready, Ctrl+C ends it: " + server.url());
    }

    private void handIn(String agency, JsonNode station) throws IOException, InterruptedException {
        var device = station.path("device").stringValue();
        var camera = server.folder().demo().resolve("cameras").resolve(device);
        var done = camera.resolveSibling(device + ".handed-in");
        if (Files.exists(done)) return;
        if (!Files.isDirectory(camera)) make(agency, device, camera);
        out.println("入库 / handing in: " + agency + " " + device);
        if (collect(station, device, camera) == 0) Files.createFile(done);
        else out.println("未平，下次启动再试 / not balanced, tried again at the next start: " + device);
    }

    private void make(String agency, String device, Path camera) throws IOException, InterruptedException {
        out.println("拍摄示例录像 / making sample recordings: " + agency + " " + device);
        var draft = camera.resolveSibling(device + ".draft");
        DurableFiles.createFolders(draft);
        var name = server.bean(Register.class).agencies().stream().filter(a -> a.code().equals(agency)).findFirst().orElseThrow().name();
        SampleRecordings.in(server.folder().work().resolve("demo"), this::tellOnce)
                .make(draft, device, "000000", name, Instant.now().minus(BEGAN_BEFORE));
        Files.move(draft, camera); // a camera that is there is a camera that is complete
    }

    /** Every camera meets the same tools. */
    private void tellOnce(Bilingual notice) {
        if (told.add(notice)) out.println(notice.zh() + " / " + notice.en());
    }

    private int collect(JsonNode station, String device, Path camera) throws IOException, InterruptedException {
        var command = List.of(
                home.resolve("liuhen").toString(), "collect", camera.toString(), "--server", server.url(), "--device", device,
                "--notebook", server.folder().demo().resolve("notebook").toString());
        var child = new ProcessBuilder(command).inheritIO();
        child.environment().put("LIUHEN_TOKEN", station.path("token").stringValue());
        var process = child.start();
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }

    private void signIns(JsonNode credentials) {
        var roles = Map.of("officer", "执法人员", "custodian", "保管人", "legalSection", "法制机构", "personInCharge", "机关负责人");
        out.println();
        out.println("登录 / sign-ins (" + server.folder().demo().resolve("credentials.json") + "):");
        credentials.path("users").forEach(user -> user.path("roles").forEach(role -> {
            var title = roles.get(role.stringValue());
            if (title != null) {
                out.printf("  %-3s %-16s %-20s %s%n", user.path("agency").stringValue(), user.path("username").stringValue(),
                        user.path("password").stringValue(), title);
            }
        }));
        out.println();
    }
}
