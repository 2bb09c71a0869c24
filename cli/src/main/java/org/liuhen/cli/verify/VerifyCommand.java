package org.liuhen.cli.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.values.Bilingual;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.Json;
import org.liuhen.formats.notes.TrustFile;
import org.liuhen.formats.notes.VerifierKey;
import org.liuhen.postgres.Access;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liuhen verify}: offline, and without trust in whoever made what is verified. */
@Command(
        name = "verify",
        description = {
            "验证：离线核对证据包（文件夹或 .tar）、带回执的文件、账本镜像，或整个数据文件夹（--data）。",
            "Verify offline: a bundle (folder or .tar), a file with its receipt, a mirrored ledger, or a whole data "
                    + "folder (--data).",
        },
        footer = {
            "",
            "退出码 / exit codes: 0 有效 valid；1 有问题 faults；2 无法读取 not readable；3 前后一致但没有给出受信任的密钥 consistent, no trusted key given.",
            "没有做的检查会逐项说明，从不算作通过 / what was not performed is said, and never counts as passed.",
        })
public final class VerifyCommand implements Callable<Integer> {

    private static final long MIB = 1024 * 1024;
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(5);

    /** What people read. */
    public enum Language {
        zh, en;

        private String of(Bilingual text) {
            return this == zh ? text.zh() : text.en();
        }
    }

    @Parameters(paramLabel = "PATH", arity = "0..1", description = "要验证的文件或文件夹 / what to verify")
    private @Nullable Path path;

    @Option(names = "--trust", paramLabel = "KEYS", description = "受信任的公钥文件，每行一个 / file with trusted keys, one a line")
    private @Nullable Path trust;

    @Option(names = "--receipt", paramLabel = "FILE", description = "文件的回执（默认在旁边） / the file's receipt (else beside it)")
    private @Nullable Path receipt;

    @Option(names = "--scene", paramLabel = "CODE", description = "现场回执的回执码或二维码地址；PATH 是服务器的答复，或回执写明的文件、证据包（答复用 --receipt 指定）"
            + " / code or QR address of a scene receipt; PATH is a server's answer, or a file or bundle that it names (the answer with --receipt)")
    private @Nullable String scene;

    @Option(names = "--data", paramLabel = "DIR", description = "整个数据文件夹，信任其自己的密钥 / a whole data folder, trusting its own keys")
    private @Nullable Path data;

    @Option(names = "--journal", paramLabel = "FILE", description = "导出的日志（每行一个事件） / a journal written to a file")
    private @Nullable Path journal;

    @Option(names = "--db", paramLabel = "URL",
            description = "数据文件夹所用的另一台 PostgreSQL，如 jdbc:postgresql://主机/库?user=liuhen_reader；"
                    + "口令取自 LIUHEN_DB_PASSWORD 或 PGPASSWORD"
                    + " / the PostgreSQL that the folder uses, if it is not its own; password from these variables")
    private @Nullable String db;

    @Option(names = "--db-password-file", paramLabel = "FILE", description = "口令的文件 / file with its password")
    private @Nullable Path dbPasswordFile;

    @Option(names = "--json", description = "每项检查一行 JSON / one JSON object a check")
    private boolean json;

    @Option(names = "--lang", paramLabel = "zh|en", defaultValue = "zh", description = "语言 / language")
    private Language language = Language.zh;

    private final PrintStream out;
    private final PrintStream err;

    /** The command, writing to these. */
    public VerifyCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        var report = new Report(this::print);
        try {
            if ((path == null) == (data == null)) return unreadable(
                    new Bilingual("请给出 PATH 或 --data 之一", "give either PATH or --data").toString());
            if (data != null) {
                Verifier.verifyData(data, journal(data), Instant.now(), report, progress());
            } else if (path != null && scene != null) {
                Verifier.verifyScene(path, scene, Optional.ofNullable(receipt), trusted(), report, progress());
            } else if (path != null) {
                Verifier.verify(path, Optional.ofNullable(receipt), trusted(), report, progress());
            }
        } catch (FileSystemException e) {
            return unreadable(e.toString()); // its message is the path alone
        } catch (Malformed | IOException e) {
            return unreadable(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            return unreadable(String.valueOf(e.getCause()));
        }
        var verdict = report.verdict();
        if (json) {
            printJson(Map.of("verdict", new Json.Fields(Map.of(
                    "exit", new Json.Whole(verdict.exitCode()), "result",
                            text(verdict.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                    "faults", new Json.Items(report.faults().stream().<Json>map(fault -> text(fault.code())).toList())))));
        } else {
            out.println(language.of(verdict.meaning()));
        }
        return verdict.exitCode();
    }

    private int unreadable(String reason) {
        err.println(Verdict.UNREADABLE.meaning() + ": " + reason);
        return Verdict.UNREADABLE.exitCode();
    }

    private Optional<JournalSource> journal(Path folder) throws IOException {
        if (journal != null) return Optional.of(JournalSource.file(journal));
        return db != null ? Optional.of(DatabaseJournal.at(new Access(db, "", dbPassword()))) : DatabaseJournal.of(folder);
    }

    /** Never as an argument: every user of the machine sees those. */
    private String dbPassword() throws IOException {
        if (dbPasswordFile != null) return Files.readString(dbPasswordFile, UTF_8).strip();
        return Stream.of("LIUHEN_DB_PASSWORD", "PGPASSWORD").map(System::getenv).filter(Objects::nonNull).findFirst().orElse("");
    }

    private List<VerifierKey> trusted() throws IOException {
        return trust == null ? List.of() : TrustFile.read(trust);
    }

    private LongConsumer progress() {
        if (json || Optional.ofNullable(System.console()).filter(Console::isTerminal).isEmpty()) return _ -> {};
        var read = new LongAdder();
        var said = new AtomicLong(System.nanoTime());
        return bytes -> {
            read.add(bytes);
            if (System.nanoTime() - said.get() < PROGRESS_EVERY.toNanos()) return;
            said.set(System.nanoTime());
            err.println("… " + read.sum() / MIB + " MiB");
        };
    }

    private void print(Report.Line line) {
        if (json) {
            printJson(fields(line));
            return;
        }
        out.println(switch (line) {
            case Report.Passed(var check, var subject) -> "✓ " + language.of(check.title()) + "  " + subject;
            case Report.Failed(var fault, var subject, var expected, var found) ->
                "✗ " + fault.code() + " " + fault.title() + " " + language.of(fault.meaning()) + "  " + subject + "\n    "
                        + language.of(new Bilingual("应为：", "expected: ")) + expected + "\n    "
                                + language.of(new Bilingual("实为：", "found: ")) + found;
            case Report.NotPerformed(var check, var subject, var reason) ->
                "– " + language.of(new Bilingual("未执行", "not performed")) + " " + language.of(check.title()) + "  " + subject
                        + "：" + language.of(reason);
        });
    }

    private static Map<String, Json> fields(Report.Line line) {
        var fields = new TreeMap<String, Json>();
        fields.put("subject", text(line.subject()));
        switch (line) {
            case Report.Passed passed -> {
                fields.put("check", text(passed.check().word()));
                fields.put("result", text("passed"));
            }
            case Report.Failed failed -> {
                fields.put("check", text(failed.fault().title()));
                fields.put("code", text(failed.fault().code()));
                fields.put("result", text("failed"));
                fields.put("expected", text(failed.expected()));
                fields.put("found", text(failed.found()));
            }
            case Report.NotPerformed skipped -> {
                fields.put("check", text(skipped.check().word()));
                fields.put("result", text("not-performed"));
                fields.put("reason", text(skipped.reason().toString()));
            }
        }
        return fields;
    }

    private void printJson(Map<String, Json> fields) {
        out.println(new String(CanonicalJson.write(new Json.Fields(fields)), UTF_8));
    }

    private static Json text(String value) {
        return new Json.Text(value);
    }
}
