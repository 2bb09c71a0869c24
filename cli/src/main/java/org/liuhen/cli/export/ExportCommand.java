package org.liuhen.cli.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liuhen.cli.collect.StoreHttp;
import org.liuhen.cli.collect.StoreRefused;
import org.liuhen.cli.verify.Report;
import org.liuhen.cli.verify.Verdict;
import org.liuhen.cli.verify.Verifier;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.Json;
import org.liuhen.formats.notes.TrustFile;
import org.liuhen.formats.notes.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code liuhen export}: fetches a recording's bundle and verifies it at once. */
@Command(
        name = "export",
        description = {
            "导出：取得一段记录的证据包（原始文件、保管链、回执、格式说明），并当场验证。导出本身会登记在保管链中。",
            "Export a recording's bundle (original, chain of custody, receipts, format text) and verify it at once. "
                    + "The export is itself on record.",
        },
        footer = {
            "",
            "退出码 / exit codes: 0 已导出且验证无误 exported, and it holds；1 验证有问题 it has faults；2 没有导出 not exported.",
        })
public final class ExportCommand implements Callable<Integer> {

    private static final int FAULTY = 1;
    private static final int NOT_EXPORTED = 2;
    private static final int OK = 200;

    @Parameters(paramLabel = "RECORDING", description = "记录的编号 / the recording's id")
    private UUID recording = new UUID(0, 0);

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "放到哪个文件夹 / the folder to put it in")
    private Path to = Path.of("");

    @Option(names = "--server", paramLabel = "URL", description = "服务器地址 / the server's address")
    private @Nullable URI server;

    @Option(names = "--token-file", paramLabel = "FILE", description = "令牌的文件 / file with a token")
    private @Nullable Path tokenFile;

    @Option(names = "--user", paramLabel = "NAME", description = "用户名 / user name")
    private @Nullable String user;

    @Option(names = "--password-file", paramLabel = "FILE", description = "口令的文件 / file with the password")
    private @Nullable Path passwordFile;

    @Option(names = "--data", paramLabel = "DIR",
            description = "本机的数据文件夹：取其服务地址、操作令牌和公钥 / this machine's data folder: its address, operator's token and keys")
    private @Nullable Path data;

    @Option(names = "--purpose", paramLabel = "TEXT", description = "用途，记入保管链 / what for; goes on record")
    private @Nullable String purpose;

    @Option(names = "--trust", paramLabel = "KEYS", description = "受信任的公钥文件 / file with trusted keys")
    private @Nullable Path trust;

    @Option(names = "--ca", paramLabel = "FILE", description = "服务器证书的签发者（PEM） / who signs for the server (PEM)")
    private @Nullable Path ca;

    private final PrintStream out;
    private final PrintStream err;

    /** The command, writing to these. */
    public ExportCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            var bundle = to.resolve(recording.toString());
            var partial = to.resolve(recording + ".partial");
            if (Files.exists(bundle) || Files.exists(partial)) {
                return say(new Bilingual("已经存在，请换一个文件夹：" + bundle, "it is there already, choose another folder: " + bundle)
                        .toString());
            }
            var http = connection();
            var files = fetch(http, partial);
            var report = new Report(line -> {
                if (line instanceof Report.Failed failed) err.println(
                        failed.fault().code() + " " + failed.fault().meaning() + "  " + failed.subject());
            });
            Verifier.verify(partial, Optional.empty(), trusted(), report, _ -> {});
            if (report.verdict() == Verdict.FAULTY) {
                say(new Bilingual("导出的证据包验证有问题，留在 " + partial, "the bundle has faults, and is left in " + partial).toString());
                return FAULTY;
            }
            Files.move(partial, bundle);
            out.println(new Bilingual(
                    "已导出 " + files + " 个文件到 " + bundle + "；" + report.verdict().meaning().zh(),
                    files + " files exported to " + bundle + "; " + report.verdict().meaning().en()));
            return 0;
        } catch (StoreRefused e) {
            return say(e.text().toString());
        } catch (IllegalArgumentException | Malformed e) {
            return say(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return say(new Bilingual("没有导出（" + e + "）：检查服务器地址和网络后重试",
                    "not exported (" + e + "): check the server's address and the network").toString());
        }
    }

    private int say(String text) {
        err.println(text);
        return NOT_EXPORTED;
    }

    private int fetch(StoreHttp http, Path partial) throws IOException, StoreRefused, InterruptedException {
        var fields = new TreeMap<String, Json>(Map.of("to", new Json.Text("bundle")));
        if (purpose != null) fields.put("purpose", new Json.Text(purpose));
        var path = "/api/recordings/" + recording + "/exports";
        var answer = http.expect(http.post(path, CanonicalJson.write(new Json.Fields(fields))), 201, OK);
        UUID export;
        try {
            export = UUID.fromString(new JsonMapper().readTree(answer.body()).path("export").asString(""));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException("the server's answer is not understood", e);
        }
        var response = http.stream(http.request(path + "/" + export + "/bundle.tar").GET().build());
        try (var body = response.body()) {
            if (response.statusCode() != OK) StoreHttp.throwFor(response.statusCode(), body.readNBytes(64 * 1024));
            return Unpacking.unpack(body, recording.toString(), partial);
        }
    }

    private StoreHttp connection() throws IOException, StoreRefused, InterruptedException {
        var ca = Optional.ofNullable(this.ca);
        if (data != null) {
            var ours = data.resolve("tls").resolve("ca.crt"); // who signs for the server of this folder, if it ever spoke TLS
            return StoreHttp.to(server != null ? server : served(data), secret(data.resolve("keys").resolve("operator.token")),
                    ca.or(() -> Optional.of(ours).filter(Files::isReadable)));
        }
        if (server == null) throw wrong("请用 --server 给出服务器地址，或用 --data 指定数据文件夹",
                "give the server's address with --server, or the data folder with --data");
        if (user != null && passwordFile != null) return StoreHttp.as(server, user, secret(passwordFile), ca);
        if (tokenFile != null) return StoreHttp.to(server, secret(tokenFile), ca);
        throw wrong("请用 --user 和 --password-file，或 --token-file", "give --user and --password-file, or --token-file");
    }

    private static IllegalArgumentException wrong(String zh, String en) {
        return new IllegalArgumentException(new Bilingual(zh, en).toString());
    }

    /** The address that the server wrote down when it began to serve. */
    private static URI served(Path data) throws IOException {
        try {
            return URI.create(new JsonMapper().readTree(Files.readAllBytes(data.resolve("serve.json"))).path("url").asString(""));
        } catch (NoSuchFileException e) {
            throw wrong("服务没有运行（没有 " + e.getFile() + "）：先 liuhen serve",
                    "the server does not run (no " + e.getFile() + "): liuhen serve first");
        } catch (JacksonException e) {
            throw new IOException(data.resolve("serve.json") + " is damaged", e);
        }
    }

    private static String secret(Path file) throws IOException {
        return Files.readString(file, UTF_8).strip();
    }

    private List<VerifierKey> trusted() throws IOException {
        if (trust != null) return TrustFile.read(trust);
        return data != null ? Verifier.keysOf(data) : List.of();
    }
}
