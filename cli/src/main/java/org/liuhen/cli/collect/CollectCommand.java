package org.liuhen.cli.collect;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.devices.HandInSource;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.DeviceClock;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.notes.TrustFile;
import org.liuhen.formats.notes.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code liuhen collect}: hands a camera in. */
@Command(
        name = "collect",
        description = {
            "采集：把设备上的每个文件移交入库，核对签名回执，三方对账。从不删除设备上的文件。",
            "Hand in every file of a camera, check the signed receipts, balance the books. Never deletes.",
        },
        footer = {
            "",
            "空文件也入库。链接、特殊文件、打不开的文件、读取时变化的文件列为未成功。",
            "Empty files are stored. Links, special files, files that cannot be read or that change while they are "
                    + "read count as failed.",
            "--vendor-log: CSV path,device,officer,time；未知的列是错误 / an unknown column is an error.",
            "--watch DIR: 每个子文件夹是一台设备，文件夹名即设备编号 / each subfolder is a camera, its name is the device number.",
            "退出码 / exit codes: 0 三方相平 balanced；1 未相平 not balanced；2 参数、令牌或服务器问题 arguments, token or server.",
        })
public final class CollectCommand implements Callable<Integer> {

    private static final int BALANCED = 0;
    private static final int NOT_BALANCED = 1;
    private static final int NOT_POSSIBLE = 2;
    private static final int PARALLEL_MAX = 16;

    @Parameters(paramLabel = "SRC", arity = "0..*", description = "设备的文件夹（可多个） / folders of the camera")
    private List<Path> sources = List.of();

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Option(names = "--device", paramLabel = "NUMBER", description = "设备编号 / number on the device")
    private @Nullable String device;

    @Option(names = "--unregistered",
            description = "设备没有登记，仍要入库，并提示查明 / store the files even if the device is in no register, and tell of it")
    private boolean unregistered;

    @Option(names = "--parallel", paramLabel = "N", defaultValue = "2",
            description = "同时上传的文件数（${DEFAULT-VALUE}） / files sent at once")
    private int parallel;

    @Option(names = "--trust", paramLabel = "FILE",
            description = "受信任的公钥，代替首次连接时记下的 / keys to believe instead of those noted at first contact")
    private @Nullable Path trust;

    @Option(names = "--camera-clock", paramLabel = "TIME",
            description = "设备屏幕上此刻的时间，如 2026-03-02T15:04:05+08:00 / what the camera's display shows now")
    private @Nullable OffsetDateTime cameraClock;

    @Option(names = "--clock-command", paramLabel = "CMD",
            description = "打印设备当前时间的厂商程序 / the vendor's program that prints the camera's time now")
    private @Nullable String clockCommand;

    @Option(names = "--vendor-log", paramLabel = "FILE", description = "厂商采集站的日志（CSV） / the log of a vendor's station (CSV)")
    private @Nullable Path vendorLog;

    @Option(names = "--watch", paramLabel = "DIR", description = "等待设备接入 / wait for cameras to be mounted")
    private @Nullable Path watch;

    @Option(names = "--json", description = "每个文件一行 JSON / one JSON object a file")
    private boolean json;

    private final PrintStream out;
    private final PrintStream err;

    /** The command, writing to these. */
    public CollectCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        var folder = storeOptions.notebook().orElseGet(this::usualNotebook);
        try (var notebook = Notebook.open(folder)) {
            if (watch == null) NotebookFolders.remember(folder, sources);
            if (parallel < 1 || parallel > PARALLEL_MAX) throw wrong(
                    "--parallel 应为 1 到 " + PARALLEL_MAX, "--parallel is 1 to " + PARALLEL_MAX);
            if (watch != null && unregistered) throw wrong(
                    "--unregistered 不能与 --watch 同用：逐台给出 --device", "--unregistered does not go with --watch: give each --device");
            if (watch != null && !Files.isDirectory(watch)) throw wrong(
                    "--watch " + watch + " 不是文件夹：给出设备挂载点所在的文件夹", "--watch " + watch
                            + " is no folder: give the one that cameras are mounted below");
            var progress = json ? new Progress() {} : new ProgressLines(out, isTerminal());
            var store = storeOptions.store(storeOptions.requiredServer(), err);
            var station = new Station(store, notebook, trusted(), parallel, Faults.ofProperty(), progress);
            store.reach(watch != null);
            var ownClock = store.ownClock();
            progress.say(new Bilingual(
                    "本机时钟与服务器相差 " + ownClock.offset().toMillis() + " 毫秒（±" + ownClock.uncertainty().toMillis() + "）",
                    "this machine's clock is " + ownClock.offset().toMillis() + " ms off the server's (±"
                            + ownClock.uncertainty().toMillis() + ")"));
            if (watch != null) return new Watch(
                    watch, mounted -> CompletableFuture.completedFuture(collectMounted(station, folder, mounted, ownClock, progress)),
                    text -> err.println(text)).run();
            if (sources.isEmpty()) throw wrong("请给出设备的文件夹", "give the camera's folder");
            return collect(station, sources, Optional.ofNullable(device), ownClock, progress);
        } catch (StoreRefused e) {
            return say(e.text().toString());
        } catch (KeysChanged | IllegalArgumentException | Malformed e) {
            return say(String.valueOf(e.getMessage()));
        } catch (Notebook.Unusable e) {
            return say(e.text().toString());
        } catch (Unreached e) {
            return say(e.text().toString());
        } catch (FileSystemException e) {
            return say(e.toString());
        } catch (IOException e) {
            return say(new Bilingual("没有完成（" + e.getMessage() + "）：检查服务器地址和网络后重新运行，从中断处继续",
                    "not finished (" + e
                            + "): check the server's address and the network and run again, it goes on where it stopped")
                            .toString());
        }
    }

    /** A notebook a device; one for all where the devices are known only when they come. */
    private Path usualNotebook() {
        var all = NotebookFolders.usual();
        return device != null && watch == null ? all.of(device) : all.base();
    }

    /** One camera of many: what hinders this one must not keep the others waiting. */
    private int collectMounted(Station station, Path notebook, Watch.Mounted mounted, DeviceClock ownClock, Progress progress)
            throws KeysChanged, InterruptedException {
        try {
            NotebookFolders.remember(notebook, List.of(mounted.folder()));
            return collect(station, List.of(mounted.folder()), Optional.of(mounted.device()), ownClock, progress);
        } catch (StoreRefused e) {
            return say(mounted.device() + ": " + e.text());
        } catch (IOException e) {
            return say(mounted.device() + ": " + e);
        }
    }

    private int say(String text) {
        err.println(text);
        return NOT_POSSIBLE;
    }

    private static IllegalArgumentException wrong(String zh, String en) {
        return new IllegalArgumentException(new Bilingual(zh, en).toString());
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    private Optional<List<VerifierKey>> trusted() throws IOException {
        if (trust == null) return Optional.empty();
        var keys = TrustFile.read(trust);
        if (keys.isEmpty()) throw wrong(
                "--trust " + trust + " 里没有公钥：每行一个 vkey", "--trust " + trust + " has no key: one vkey a line");
        return Optional.of(keys);
    }

    /** Collects the sources one after the other, a hand-in for each device, and writes what became of them. */
    private int collect(Station station, List<Path> folders, Optional<String> number, DeviceClock ownClock, Progress progress)
            throws IOException, StoreRefused, KeysChanged, InterruptedException {
        var outcomes = new ArrayList<Outcome>();
        var balanced = true;
        var clock = clock(ownClock);
        if (clock.isEmpty()) progress.say(new Bilingual("设备时钟：未测量", "the camera's clock: not measured"));
        for (var folder : folders) {
            for (var docked : docked(FolderCamera.at(folder), number, clock, outcomes)) {
                var collected = station.collect(unregistered ? docked.evenUnregistered() : docked);
                outcomes.addAll(collected.outcomes());
                balanced &= collected.balanced();
            }
        }
        balanced &= outcomes.stream().allMatch(Outcome.Stored.class::isInstance);
        write(outcomes, balanced);
        return balanced ? BALANCED : NOT_BALANCED;
    }

    private Optional<DeviceClock> clock(DeviceClock ownClock) throws IOException, InterruptedException {
        if (clockCommand != null) return Optional.of(CameraClock.ask(List.of(clockCommand.strip().split("\\s+")), ownClock));
        return Optional.ofNullable(cameraClock).map(display -> CameraClock.read(display, Instant.now(), ownClock));
    }

    /** The source as hand-ins: one, or with a vendor's log one for each device in it. Files of no device are failures. */
    private List<Docked> docked(FolderCamera camera, Optional<String> number, Optional<DeviceClock> clock, List<Outcome> outcomes)
            throws IOException {
        if (vendorLog == null) {
            var device = number.orElseThrow(() -> wrong("请用 --device 给出设备编号", "give the device's number with --device"));
            return List.of(new Docked(camera, device, HandInSource.CAMERA, camera.list(), clock));
        }
        var parted = VendorFolder.read(camera, vendorLog, number, clock);
        outcomes.addAll(parted.nobodys());
        return parted.devices();
    }

    private void write(List<Outcome> outcomes, boolean balanced) {
        var stored = outcomes.stream().filter(Outcome.Stored.class::isInstance).count();
        var failed = outcomes.size() - stored;
        if (json) {
            for (var outcome : outcomes) out.println(line(outcome));
            var balance = new JsonMapper().createObjectNode();
            balance.putObject("balance").put("camera", outcomes.size()).put("stored", stored).put("failed", failed);
            out.println(balance);
        } else {
            out.println("设备 " + outcomes.size() + "，已入库 " + stored + "，未成功 " + failed + (balanced ? "：三方相平" : "：未相平，请勿清除设备"));
            out.println("camera " + outcomes.size() + ", stored " + stored + ", failed " + failed
                    + (balanced ? ": balanced" : ": not balanced, do not clear"));
        }
    }

    private static String line(Outcome outcome) {
        var line = new JsonMapper().createObjectNode().put("path", outcome.path().display()).put("size", outcome.sizeBytes());
        switch (outcome) {
            case Outcome.Stored stored -> line.put("sha256", stored.sha256().hex())
                    .put("recording", stored.recording().toString()).put("leafIndex", stored.leafIndex()).put("state", "stored");
            case Outcome.Failed failure -> line.putNull("sha256").putNull("recording").putNull("leafIndex").put("state", "failed")
                    .put("reason", failure.reason()).put("text", failure.text().toString());
        }
        return line.toString();
    }
}
