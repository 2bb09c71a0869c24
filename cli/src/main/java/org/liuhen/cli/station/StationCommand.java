package org.liuhen.cli.station;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.liuhen.cli.collect.CameraFile;
import org.liuhen.cli.collect.Docked;
import org.liuhen.cli.collect.Faults;
import org.liuhen.cli.collect.KeysChanged;
import org.liuhen.cli.collect.Notebook;
import org.liuhen.cli.collect.NotebookFolders;
import org.liuhen.cli.collect.Patience;
import org.liuhen.cli.collect.Progress;
import org.liuhen.cli.collect.Station;
import org.liuhen.cli.collect.StoreOptions;
import org.liuhen.cli.collect.StoreRefused;
import org.liuhen.cli.collect.Watch;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.StationId;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.notes.TrustFile;
import org.liuhen.formats.notes.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liuhen station}: the collection station with all its docks, until it is stopped. */
@Command(
        name = "station",
        description = {
            "采集站：认出插上的每台设备，几台同时入库；服务器不在时加密暂存本站并签发回执，恢复后自动补交；屏幕页面在本机。从不删除设备上的文件。",
            "Collection station: knows each docked camera, hands several in at once; keeps files here, encrypted and receipted, while the server is "
                    + "away, and hands them over when it is back; has a page for its own screen. Never deletes from a camera.",
        },
        footer = {
            "",
            "DIR 下每个子文件夹是一个位置，设备挂载在那里。规则文件：docs/formats.md 第 21 节。",
            "Each subfolder of DIR is a dock where cameras are mounted. The file of rules: docs/formats.md, section 21.",
        })
public final class StationCommand implements Callable<Integer> {

    private static final int NOT_POSSIBLE = 2;
    private static final int CHUNK_BYTES = 4 * 1024 * 1024;
    private static final int CHUNKS_AT_ONCE = 4;
    private static final int PARALLEL_MAX = 8;
    private static final int SAID_MAX = 5;
    private static final double GB = 1e9;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(3);
    /** A station gives up within seconds and keeps the files itself. */
    private static final Patience SOON = new Patience(3, Duration.ofMillis(300), Duration.ofSeconds(2));

    @Parameters(paramLabel = "DIR", description = "各位置所在的文件夹 / the folder of the docks")
    private Path folder = Path.of("");

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Option(names = "--rules", paramLabel = "FILE", description = "本站规则文件（YAML） / this station's rules (YAML)")
    private @Nullable Path rules;

    @Option(names = "--store", paramLabel = "DIR", description = "本站暂存和密钥的文件夹（默认 ~/.liuhen/station） / folder of this station's own store and keys")
    private @Nullable Path store;

    @Option(names = "--store-limit", paramLabel = "GB", defaultValue = "50", description = "暂存上限，GB（${DEFAULT-VALUE}） / the most it keeps, GB")
    private double limitGb;

    @Option(names = "--kiosk", paramLabel = "PORT", defaultValue = "8377", description = "屏幕页面的端口，仅本机（${DEFAULT-VALUE}；0 任选） / port of "
            + "the page, this machine only; 0: any")
    private int kioskPort;

    @Option(names = "--parallel", paramLabel = "N", defaultValue = "2", description = "每台设备同时上传的文件数（${DEFAULT-VALUE}） / files at once of each camera")
    private int parallel;

    @Option(names = "--trust", paramLabel = "FILE", description = "受信任的公钥，代替首次连接时记下的 / keys to believe instead of those noted at first contact")
    private @Nullable Path trust;

    private final PrintStream out;
    private final PrintStream err;
    private final ConcurrentLinkedDeque<Bilingual> said = new ConcurrentLinkedDeque<>();

    /** The command, writing to these. */
    public StationCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            return run();
        } catch (IllegalArgumentException | Malformed e) {
            err.println(e.getMessage());
        } catch (StoreRefused e) {
            err.println(e.text());
        } catch (IOException | KeysChanged e) {
            err.println(e.getMessage());
        }
        return NOT_POSSIBLE;
    }

    private int run() throws IOException, StoreRefused, KeysChanged, InterruptedException {
        if (!Files.isDirectory(folder)) throw wrong(folder + " 不是文件夹：给出各位置所在的文件夹", folder + " is no folder: give the one of the docks");
        if (parallel < 1 || parallel > PARALLEL_MAX) throw wrong("--parallel 应为 1 到 " + PARALLEL_MAX, "--parallel is 1 to " + PARALLEL_MAX);
        if (kioskPort < 0 || kioskPort > 65_535) throw wrong("--kiosk 应为 0 到 65535", "--kiosk is 0 to 65535");
        if (limitGb < 0) throw wrong("--store-limit 不能为负", "--store-limit is not negative");
        var own = store != null ? store : Path.of(System.getProperty("user.home"), ".liuhen", "station");
        Files.createDirectories(own);
        var ruleFile = rules == null ? StationFile.none() : StationFile.read(rules);
        var trusted = trust == null ? Optional.<List<VerifierKey>>empty() : Optional.of(TrustFile.read(trust));
        var server = storeOptions.forStation(SOON, CHUNK_BYTES, CHUNKS_AT_ONCE);
        var link = new ServerLink(server.http(), server, own);
        var id = introduced(link);
        var keys = StationKeys.at(own.resolve("station.key"), id);
        var faults = Faults.ofProperty();
        var notebookFolder = storeOptions.notebook().orElseGet(() -> NotebookFolders.usual().base());
        try (var notebook = Notebook.open(notebookFolder);
                var kept = LocalStore.open(own.resolve("store"), keys, id, (long) (limitGb * GB), faults)) {
            Reconciler.Stations stations = progress -> new Station(server, notebook, trusted, parallel, faults, progress);
            try (var docks = new Docks(link, ruleFile, new Volumes(Path.of("/")), kept, handsIn(stations, notebook, notebookFolder),
                    new ClockSetter(ruleFile.clocks()));
                    var kiosk = Kiosk.serve(kioskPort, () -> Board.json(link.standing(), kept.space(), kept.refusals(), docks.sights(),
                            List.copyOf(said)))) {
                out.println("kiosk: " + kiosk.address());
                out.flush();
                var reconciler = new Reconciler(link, kept, docks, stations, keys.signer().verifierKey().vkey(), faults, this::say);
                var looking = Thread.ofVirtual().start(() -> lookAfter(link, reconciler, docks));
                try {
                    return new Watch(folder, docks, this::say).run();
                } finally {
                    looking.interrupt();
                }
            }
        }
    }

    private static Docks.HandsIn handsIn(Reconciler.Stations stations, Notebook notebook, Path notebookFolder) {
        return new Docks.HandsIn() {
            @Override
            public Docks.Tally collect(Docked docked, Progress progress) throws IOException, StoreRefused, KeysChanged, InterruptedException {
                var collected = stations.with(progress).collect(docked);
                return new Docks.Tally(collected.stored(), collected.failed(), collected.balanced(), collected.stopped());
            }

            @Override
            public boolean has(String device, CameraFile file) {
                return notebook.isStored(device, file);
            }

            @Override
            public void remember(Path source) throws IOException {
                NotebookFolders.remember(notebookFolder, List.of(source));
            }
        };
    }

    /** A new station must have met its server once: it learns there which station it is, and its key is made known. */
    private StationId introduced(ServerLink link) throws InterruptedException {
        while (true) {
            var standing = link.look();
            if (standing.register().id().isPresent()) return standing.register().id().get();
            say(standing.trouble().orElse(new Bilingual("服务器没有说出本站是谁", "the server does not say which station this is")));
            Thread.sleep(LOOK_EVERY);
        }
    }

    private void lookAfter(ServerLink link, Reconciler reconciler, Docks docks) {
        try {
            while (true) {
                if (link.look().reachable()) {
                    reconciler.round();
                    docks.lookAtVendors();
                }
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Said once, on the screen and to whoever reads the log. */
    private void say(Bilingual text) {
        if (said.contains(text)) return;
        err.println(text);
        said.addFirst(text);
        while (said.size() > SAID_MAX) said.pollLast();
    }

    private static IllegalArgumentException wrong(String zh, String en) {
        return new IllegalArgumentException(new Bilingual(zh, en).toString());
    }
}
