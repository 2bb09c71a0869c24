package org.liuhen.cli.collect;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.Bilingual;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code liuhen clear}: removes from a camera what is proven to be in the store, and nothing else. */
@Command(
        name = "clear",
        description = {
            "清除：只删除回执已核对、且此刻重新计算摘要与入库内容一致的文件；先在服务器登记，再删除。其余一概不动。",
            "Clear: removes only files whose receipt holds and whose bytes, hashed again now, are the ones in the "
                    + "store; noted by the store first.",
        },
        footer = {
            "",
            "退出码 / exit codes: 0 全部清除 everything cleared；1 有文件保留 something was kept；2 参数、令牌或服务器问题 arguments, token or server.",
        })
public final class ClearCommand implements Callable<Integer> {

    private static final int NOT_POSSIBLE = 2;

    @Parameters(paramLabel = "DIR", description = "设备的文件夹 / the camera's folder")
    private Path folder = Path.of("");

    @Option(names = "--confirm", required = true, paramLabel = "NAME", description = "确认清除的人 / who confirms")
    private String confirmedBy = "";

    @Option(names = "--device", paramLabel = "NUMBER",
            description = "设备编号：只清除记事本记为这台设备的文件 / only what the notebook has under this device")
    private @Nullable String device;

    @Option(names = "--dry-run", description = "只说明会删除什么 / only say what would go")
    private boolean dryRun;

    @Option(names = "--json", description = "每个文件一行 JSON / one JSON object a file")
    private boolean json;

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    private final PrintStream out;
    private final PrintStream err;

    /** The command, writing to these. */
    public ClearCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (confirmedBy.isBlank()) return say(new Bilingual(
                "--confirm 后请写确认人姓名", "give the name of the person who confirms after --confirm").toString());
        try (var notebook = Notebook.open(notebookFolder())) {
            var camera = FolderCamera.at(folder);
            var stores = new HashMap<URI, Store>();
            var logs = new HashMap<URI, String>();
            var clearing = new Clearing(camera, notebook, origin -> {
                var address = storeOptions.server().orElseGet(() -> URI.create(notebook.known().address(origin).orElseThrow()));
                if (!stores.containsKey(address)) {
                    var store = storeOptions.store(address, err);
                    store.reach(false);
                    logs.put(address, store.log().origin());
                    stores.put(address, store);
                }
                return Optional.ofNullable(stores.get(address)).filter(_ -> origin.equals(logs.get(address)));
            }, Optional.ofNullable(device), confirmedBy.strip(), dryRun, Faults.ofProperty(), text -> err.println(text));
            var cleared = 0;
            var kept = 0;
            for (var file : camera.list()) {
                var result = clearing.clear(file);
                if (result instanceof Clearing.Result.Cleared) cleared++;
                else kept++;
                print(result);
            }
            if (cleared > 0 && !dryRun) clearing.tellMemory();
            summary(cleared, kept);
            return kept == 0 ? 0 : 1;
        } catch (StoreRefused e) {
            return say(e.text().toString());
        } catch (IllegalArgumentException e) {
            return say(String.valueOf(e.getMessage()));
        } catch (Unreached e) {
            return say(e.text().toString());
        } catch (IOException e) {
            return say(new Bilingual("没有完成（" + e.getMessage() + "）：解决后重新运行，未删除的文件仍在设备上",
                    "not finished (" + e + "): run again, what was not deleted is still there").toString());
        }
    }

    private Path notebookFolder() throws IOException {
        if (storeOptions.notebook().isPresent()) return storeOptions.notebook().get();
        var all = NotebookFolders.usual();
        if (device == null) return all.knowing(folder);
        return Files.isDirectory(all.of(device)) ? all.of(device) : all.base(); // where a watching station keeps all devices together
    }

    private int say(String text) {
        err.println(text);
        return NOT_POSSIBLE;
    }

    private void print(Clearing.Result result) {
        if (json) {
            var line = new JsonMapper().createObjectNode();
            switch (result) {
                case Clearing.Result.Cleared(var file) ->
                        line.put("path", file.path().display()).put("state", dryRun ? "would-clear" : "cleared");
                case Clearing.Result.Kept(var file, var reason, var text) ->
                    line.put("path", file.path().display()).put("state", "kept").put("reason", reason)
                            .put("text", text.toString());
            }
            out.println(line);
            return;
        }
        switch (result) {
            case Clearing.Result.Cleared(var file) ->
                    out.println((dryRun ? "将清除 would clear  " : "已清除 cleared  ") + file.path().display());
            case Clearing.Result.Kept(var file, _, var text) -> out.println("保留 kept  " + file.path().display() + "  " + text);
        }
    }

    private void summary(int cleared, int kept) {
        if (json) {
            var line = new JsonMapper().createObjectNode();
            line.putObject("cleared").put("cleared", cleared).put("kept", kept).put("dryRun", dryRun);
            out.println(line);
        } else {
            out.println((dryRun ? "（演练，没有删除任何文件） " : "") + "清除 " + cleared + "，保留 " + kept + " / cleared " + cleared + ", kept "
                    + kept);
        }
    }
}
