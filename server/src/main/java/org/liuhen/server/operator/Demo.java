package org.liuhen.server.operator;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.liuhen.core.values.Bilingual;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.demo.DemoCases;
import org.liuhen.server.demo.DemoDays;
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
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("officer", "执法人员"), Map.entry("custodian", "保管人"), Map.entry("unitHead", "承办机构负责人"),
            Map.entry("legalSection", "法制机构"), Map.entry("supervision", "监督"), Map.entry("personInCharge", "机关负责人"),
            Map.entry("office", "办公室"), Map.entry("finance", "财务"), Map.entry("systemAdministrator", "系统管理员"),
            Map.entry("securityAdministrator", "安全管理员"), Map.entry("auditAdministrator", "审计管理员"));
    private static final Set<String> CASE_ROLES = Set.of("officer", "custodian", "unitHead", "legalSection", "personInCharge");

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

    /**
     * Who can sign in; then one camera an agency is handed in after the other, and as soon as that is done the agency's cases and its day
     * on site are played beside the next. Returns when all is there.
     */
    void run() throws IOException, InterruptedException {
        var credentials = new JsonMapper().readTree(Files.readAllBytes(server.folder().demo().resolve("credentials.json")));
        signIns(credentials);
        var stations = new LinkedHashMap<String, JsonNode>();
        credentials.path("stations").forEach(station -> stations.putIfAbsent(station.path("agency").stringValue(), station));
        var began = began();
        var played = new AtomicInteger();
        try (var cases = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var agencies = new ArrayList<Future<?>>();
            for (var station : stations.entrySet()) {
                handIn(station.getKey(), station.getValue(), began);
                agencies.add(cases.submit(() -> {
                    playCases(station.getKey(), credentials, began, played);
                    playDay(station.getKey(), credentials, began);
                    return null;
                }));
            }
            for (var agency : agencies) agency.get();
        } catch (ExecutionException e) {
            throw new IOException("演示案件未能办理 / the cases of the demo could not be played: " + e.getMessage(), e);
        }
        out.println();
        out.println("演示就绪，按 Ctrl+C 结束 / the demo is ready, Ctrl+C ends it: " + server.url());
    }

    /** When the stories are told, at every start the same. */
    private Instant began() throws IOException {
        var began = storiesFolder().resolve("began");
        if (!Files.exists(began)) DurableFiles.write(began, Instant.now().toString().getBytes(StandardCharsets.UTF_8));
        return Instant.parse(Files.readString(began));
    }

    private Path storiesFolder() throws IOException {
        var folder = server.folder().demo().resolve("cases");
        DurableFiles.createFolders(folder);
        return folder;
    }

    /** Each case once, however often the demo is started; a case that stopped half-way goes on where it was. */
    private void playCases(String agency, JsonNode credentials, Instant began, AtomicInteger played) throws IOException, InterruptedException {
        var folder = storiesFolder();
        try (var cases = new DemoCases(server.url(), credentials, began)) {
            for (var story : DemoCases.of(agency)) {
                var done = folder.resolve(story);
                try {
                    var title = DemoCases.title(story);
                    if (!Files.exists(done)) {
                        cases.play(story);
                        Files.createFile(done);
                    }
                    out.printf("演示案件 / case %d/%d: %s %s%n", played.incrementAndGet(), DemoCases.ALL.size(), agency, title);
                } catch (IOException e) { // the demo is of use without it
                    out.println("未办完，下次启动再试 / not finished, tried again at the next start: " + story + ": " + e.getMessage());
                }
            }
        }
    }

    /** The day on site of an agency once, in the same way. */
    private void playDay(String agency, JsonNode credentials, Instant began) throws IOException, InterruptedException {
        var done = storiesFolder().resolve(agency + "-day");
        if (Files.exists(done)) return;
        try (var days = new DemoDays(server.url(), credentials, began)) {
            days.play(agency);
            Files.createFile(done);
            out.println("演示执法日 / a day on site: " + agency);
        } catch (IOException e) { // the demo is of use without it
            out.println("未办完，下次启动再试 / not finished, tried again at the next start: " + agency + ": " + e.getMessage());
        }
    }

    private void handIn(String agency, JsonNode station, Instant began) throws IOException, InterruptedException {
        var device = station.path("device").stringValue();
        var camera = server.folder().demo().resolve("cameras").resolve(device);
        var done = camera.resolveSibling(device + ".handed-in");
        if (Files.exists(done)) return;
        if (!Files.isDirectory(camera)) make(agency, device, camera, began);
        out.println("入库 / handing in: " + agency + " " + device);
        if (collect(station, device, camera) == 0) Files.createFile(done);
        else out.println("未平，下次启动再试 / not balanced, tried again at the next start: " + device);
    }

    private void make(String agency, String device, Path camera, Instant began) throws IOException, InterruptedException {
        out.println("拍摄示例录像 / making sample recordings: " + agency + " " + device);
        var draft = camera.resolveSibling(device + ".draft");
        DurableFiles.createFolders(draft);
        var name = server.bean(Register.class).agencies().stream().filter(a -> a.code().equals(agency)).findFirst().orElseThrow().name();
        SampleRecordings.in(server.folder().work().resolve("demo"), this::tellOnce)
                .make(draft, device, "000000", name, began.truncatedTo(ChronoUnit.MINUTES).minus(BEGAN_BEFORE));
        Files.move(draft, camera); // a camera that is there is a camera that is complete
    }

    /** Every camera meets the same tools. */
    private void tellOnce(Bilingual notice) {
        if (told.add(notice)) out.println(notice.zh() + " / " + notice.en());
    }

    private int collect(JsonNode station, String device, Path camera) throws IOException, InterruptedException {
        var command = List.of(
                home.resolve("liuhen").toString(), "collect", camera.toString(), "--server", server.url(), "--device", device,
                "--notebook", server.folder().demo().resolve("notebook").toString(),
                "--camera-clock", Instant.now().toString()); // its recordings are dated by this machine's clock
        var child = new ProcessBuilder(command).inheritIO();
        child.environment().put("LIUHEN_TOKEN", station.path("token").stringValue());
        var process = child.start();
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }

    /** Of the first agency everybody, of the others those whom a case needs. */
    private void signIns(JsonNode credentials) {
        var first = credentials.path("users").path(0).path("agency").stringValue("");
        out.println();
        out.println("登录 / sign-ins (" + server.folder().demo().resolve("credentials.json") + "):");
        credentials.path("users").forEach(user -> {
            var agency = user.path("agency").stringValue();
            var titles = user.path("roles").valueStream().map(JsonNode::stringValue)
                    .filter(role -> agency.equals(first) || CASE_ROLES.contains(role))
                    .map(role -> TITLES.getOrDefault(role, role)).collect(Collectors.joining("、"));
            if (titles.isEmpty()) return;
            out.printf("  %-3s %-16s %-20s %s%n", agency, user.path("username").stringValue(), user.path("password").stringValue(), titles);
        });
        out.println();
        out.println("现在就可以登录；录像和案件正在准备 / sign in now if you like, recordings and cases are on their way: " + server.url());
        out.println();
    }
}
