package org.liuhen.server.operator;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.liuhen.core.values.PersonId;
import org.liuhen.formats.Malformed;
import org.liuhen.formats.agencies.Registry;
import org.liuhen.postgres.PostgresFault;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.folder.OperatorFault;
import org.liuhen.server.identity.Accounts;
import org.liuhen.server.identity.StationTokenFiles;
import org.liuhen.server.journal.Rebuild;
import org.liuhen.server.journal.WritingStopped;
import org.liuhen.server.ledger.Ledger;
import org.liuhen.server.ledger.LedgerState;
import org.liuhen.server.ledger.NewOrigin;

/** The command line of the server's part: serve, demo, init, rebuild, backup, restore. */
public final class Commands {

    private static final int DEFAULT_PORT = 8420;
    private static final int FAULT = 2;
    private static final Duration CHECKPOINT_WAIT = Duration.ofSeconds(30);

    private final Class<?> application;
    private final PrintStream out;
    private final PrintStream err;
    private volatile int status;

    /** @param application the class whose package Spring scans */
    public Commands(Class<?> application, PrintStream out, PrintStream err) {
        this.application = application;
        this.out = out;
        this.err = err;
    }

    /** Runs a command; the answer is the exit status: 0 done, 2 something for the operator to put right. */
    public int run(List<String> words) {
        try {
            requireUtf8();
            var usage = usage(words.isEmpty() ? "" : words.getFirst());
            var rest = words.subList(1, words.size());
            if (rest.contains("--help") || rest.contains("-h")) {
                out.println(usage.text());
                return 0;
            }
            var arguments = Arguments.parse(rest, usage);
            switch (usage) {
                case SERVE -> serve(arguments);
                case DEMO -> demo(arguments);
                case INIT -> init(arguments);
                case REBUILD -> rebuild(arguments);
                case BACKUP -> backup(arguments);
                case RESTORE -> restore(arguments);
            }
            return 0;
        } catch (OperatorFault | PostgresFault | Malformed | WritingStopped e) {
            err.println(e.getMessage());
        } catch (NoSuchFileException e) {
            err.println("没有这个文件，请核对路径 / no such file, check its path: " + e.getFile());
        } catch (IOException | SQLException e) {
            err.println("磁盘或数据库出错 / the disk or the database failed: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        status = FAULT;
        return FAULT;
    }

    private static Usage usage(String command) {
        return Arrays.stream(Usage.values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(command)).findFirst()
                .orElseThrow(() -> new OperatorFault("请给出命令：serve、demo、init、rebuild、backup 或 restore。",
                        "Name a command: serve, demo, init, rebuild, backup or restore."));
    }

    /** File names are bytes; a JVM that reads them in another encoding loses names. */
    private static void requireUtf8() {
        var encoding = System.getProperty("sun.jnu.encoding", "");
        if (!encoding.equalsIgnoreCase("UTF-8")) {
            throw new OperatorFault(
                    "系统编码为 " + encoding + "，需要 UTF-8。请设置 LC_ALL=C.UTF-8，或用 ./liuhen 启动。",
                    "The system's encoding is " + encoding + ", UTF-8 is needed. Set LC_ALL=C.UTF-8, or start with ./liuhen.");
        }
    }

    private void serve(Arguments arguments) throws IOException, SQLException, InterruptedException {
        serving(new Server.Settings(
                application, new DataFolder(arguments.path("--data")), arguments.number("--port", DEFAULT_PORT), arguments.has("--demo"),
                arguments.find("--db"), arguments.has("--tls")));
        new CountDownLatch(1).await(); // until a signal ends the process
    }

    private void demo(Arguments arguments) throws IOException, SQLException, InterruptedException {
        var folder = arguments.find("--data").map(Path::of).orElse(Path.of("data", "demo"));
        var server = serving(new Server.Settings(
                application, new DataFolder(folder.toAbsolutePath()), arguments.number("--port", DEFAULT_PORT), true, Optional.empty(), false));
        new Demo(server, out).run();
        new CountDownLatch(1).await(); // until a signal ends the process
    }

    private Server serving(Server.Settings settings) throws IOException, SQLException {
        var server = Server.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "shutdown"));
        out.println("ready: " + server.url());
        out.flush();
        return server;
    }

    /** Ends everything in order, and the process with it: the JVM would answer a signal with 143 even when all went well. */
    private void stop(Server server) {
        var exit = status; // not 0 if a command failed and the process is ending by itself
        try {
            server.close();
        } catch (IOException | RuntimeException e) {
            err.println("停止时出错 / stopping failed: " + e);
            exit = FAULT;
        }
        out.flush();
        err.flush();
        Runtime.getRuntime().halt(exit);
    }

    private void init(Arguments arguments) throws IOException, SQLException, InterruptedException {
        var registry = arguments.find("--registry").map(Path::of);
        var parsed = registry.isPresent() ? Optional.of(Registry.parse(Files.readAllBytes(registry.get()))) : Optional.<Registry>empty();
        if (arguments.find("--new-origin").isPresent()) openOrigin(arguments);
        try (var server = Server.start(quiet(arguments))) {
            if (parsed.isPresent()) server.enter(parsed.get(), false).forEach(out::println);
            var agency = arguments.find("--rotate-keys");
            if (agency.isPresent()) rotate(server, agency.get());
            if (arguments.find("--new-origin").isPresent()) announceOrigin(server, arguments.needed("--new-origin"));
            signIns(server, arguments);
            out.println("数据目录已就绪 / the data folder is ready: " + server.folder().root());
        }
    }

    /** Closes the ledger; the start that follows opens the new one and signs it. */
    private void openOrigin(Arguments arguments) throws IOException, SQLException {
        var agency = arguments.needed("--new-origin");
        var confirmed = arguments.needed("--confirm");
        var reason = arguments.needed("--reason");
        var by = arguments.needed("--by");
        try (var server = Server.start(quiet(arguments))) {
            server.bean(Registrar.class).openOrigin(agency, server.bean(NewOrigin.class).prepare(agency, confirmed), reason, by);
        }
    }

    private void announceOrigin(Server server, String agency) throws InterruptedException {
        var ledger = server.bean(Ledger.class);
        var until = System.nanoTime() + CHECKPOINT_WAIT.toNanos();
        while (state(ledger, agency).signedAt().isEmpty() && System.nanoTime() < until) {
            Thread.sleep(100);
        }
        var state = state(ledger, agency);
        if (state.signedAt().isEmpty()) throw new OperatorFault(
                "新账本 " + state.origin() + " 已开，尚未签发。请启动服务并查看日志。",
                "The new ledger " + state.origin() + " is open and not yet signed. Start the server and look at its log.");
        out.println("旧账本已关闭，新账本 / the old ledger is closed, the new one: " + state.origin());
        ledger.verifierKeys(agency).forEach(out::println);
    }

    private static LedgerState state(Ledger ledger, String agency) {
        return ledger.state(agency).orElseThrow(() -> new IllegalStateException("opened a moment ago: " + agency));
    }

    private void signIns(Server server, Arguments arguments) throws IOException {
        var files = server.bean(StationTokenFiles.class);
        var revoked = arguments.find("--revoke-token");
        if (revoked.isPresent()) {
            files.revoke(revoked.get());
            out.println("已吊销采集站的令牌 / the station's tokens are revoked: " + revoked.get());
        }
        var renewed = arguments.find("--renew-token");
        if (renewed.isPresent()) out.println("采集站的新令牌 / the station's new token: " + files.renew(renewed.get()));
        var username = arguments.find("--one-time-code");
        if (username.isPresent()) out.println("  " + username.get() + "  " + oneTimeCode(server, username.get()));
    }

    private static String oneTimeCode(Server server, String username) {
        var person = server.bean(Register.class).personByUsername(username).orElseThrow(() -> new OperatorFault(
                "没有登记用户 " + username + "。请核对机构登记文件。", "User " + username + " is not in the register. Check the registry file."));
        return server.bean(Accounts.class).issueOneTimeCode(person.agency(), new PersonId(person.id()), username, Instant.now());
    }

    private void rotate(Server server, String agency) throws InterruptedException {
        var before = server.bean(Ledger.class).verifierKeys(agency).size();
        server.bean(Registrar.class).rotateKeys(agency);
        var until = System.nanoTime() + CHECKPOINT_WAIT.toNanos();
        while (server.bean(Ledger.class).verifierKeys(agency).size() == before && System.nanoTime() < until) {
            Thread.sleep(100);
        }
        server.bean(Ledger.class).verifierKeys(agency).forEach(out::println);
    }

    private void rebuild(Arguments arguments) throws IOException, SQLException {
        try (var server = Server.start(quiet(arguments))) {
            var replayed = server.bean(Rebuild.class).run(done -> err.print("\r" + done));
            out.println("已重建，事件数 / rebuilt, events: " + replayed);
        }
    }

    /** On a free port that nobody is told of. */
    private Server.Settings quiet(Arguments arguments) {
        return new Server.Settings(application, new DataFolder(arguments.path("--data")), 0, false, arguments.find("--db"), false);
    }

    private void backup(Arguments arguments) throws IOException, SQLException {
        var written = Backup.write(new DataFolder(arguments.path("--data")), arguments.path("--to"), arguments.find("--db"));
        out.println("已备份 / backed up: " + new String(written, StandardCharsets.UTF_8));
    }

    private void restore(Arguments arguments) throws IOException, SQLException {
        var to = new Server.Settings(application, new DataFolder(arguments.path("--data")), 0, false, arguments.find("--db"), false);
        Restore.run(arguments.path("--from"), to, out::println);
    }
}
