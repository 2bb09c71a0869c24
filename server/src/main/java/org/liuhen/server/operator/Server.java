package org.liuhen.server.operator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.formats.agencies.Registry;
import org.liuhen.formats.json.CanonicalJson;
import org.liuhen.formats.json.Json;
import org.liuhen.postgres.Access;
import org.liuhen.server.agencies.AfterRegistry;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.folder.DurableFiles;
import org.liuhen.server.folder.OperatorFault;
import org.liuhen.server.ledger.Ledger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** A running server: its data folder, its database, its web server. Tests start it just like the command line. */
public final class Server implements AutoCloseable {

    /**
     * How to run.
     *
     * @param application the class whose package Spring scans
     * @param port on the loopback address; 0 takes a free one
     * @param demo registers the five agencies of the demo and opens entry bundles to everyone
     * @param db URL of another PostgreSQL; absent for our own in the data folder
     * @param tls whether to listen beyond loopback, with TLS
     */
    public record Settings(Class<?> application, DataFolder folder, int port, boolean demo, Optional<String> db, boolean tls) {

        /** For tests: a free port, everything in the folder. */
        public static Settings in(Class<?> application, Path folder) {
            return new Settings(application, new DataFolder(folder), 0, false, Optional.empty(), false);
        }

        /** With the agencies of the demo. */
        public Settings withDemo() {
            return new Settings(application, folder, port, true, db, tls);
        }
    }

    private final OpenInstallation open;
    private final ConfigurableApplicationContext context;
    private final boolean tls;

    private Server(OpenInstallation open, ConfigurableApplicationContext context, boolean tls) {
        this.open = open;
        this.context = context;
        this.tls = tls;
    }

    /**
     * Starts everything and returns when requests are answered.
     *
     * @throws OperatorFault if the operator must do something first; nothing is left running
     */
    public static Server start(Settings settings) throws IOException, SQLException {
        var open = OpenInstallation.open(settings.folder(), settings.db(), Optional.empty());
        try {
            var server = new Server(open, context(open, settings), settings.tls());
            if (settings.demo()) server.enterDemo();
            server.publish();
            return server;
        } catch (PortInUseException e) {
            open.close();
            throw new OperatorFault(
                    "端口 " + e.getPort() + " 已被占用。请停止占用它的程序，或用 --port 换一个。",
                    "Port " + e.getPort() + " is taken. Stop the program that has it, or name another with --port.");
        } catch (IOException | RuntimeException e) {
            open.close();
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof OperatorFault fault) throw fault; // Spring wraps what a part of the server says
            }
            throw e;
        }
    }

    private static ConfigurableApplicationContext context(OpenInstallation open, Settings settings) {
        var application = new SpringApplication(settings.application());
        application.setRegisterShutdownHook(false); // the context goes before the database, in close()
        application.setDefaultProperties(Map.of(
                "server.port", settings.port(),
                "liuhen.demo", settings.demo(),
                "liuhen.tls", settings.tls(),
                "liuhen.ledger.entries-open", settings.demo()));
        application.addInitializers(context -> {
            var beans = context.getBeanFactory();
            beans.registerSingleton("dataFolder", open.folder());
            beans.registerSingleton("installation", open.installation());
            beans.registerSingleton("database", open.database());
        });
        return application.run();
    }

    private void enterDemo() throws IOException {
        try (var yaml = Server.class.getResourceAsStream("/demo/registry.yaml")) {
            if (yaml == null) throw new IllegalStateException("demo/registry.yaml is part of the program");
            enter(Registry.parse(yaml.readAllBytes()), true);
        }
        var trust = new StringBuilder("# 演示用：各机关台账的验证密钥 / demo: verifier keys of the agencies' ledgers\n");
        bean(org.liuhen.server.agencies.Register.class).agencies().forEach(agency ->
                bean(Ledger.class).verifierKeys(agency.code()).forEach(vkey -> trust.append(vkey).append('\n')));
        DurableFiles.write(open.folder().demo().resolve("trust.txt"), trust.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Enters a registry file; the answer is to be shown to the operator once. */
    List<String> enter(Registry registry, boolean demo) {
        bean(Registrar.class).enter(registry);
        var codes = registry.agencies().stream().map(agency -> agency.code().value()).toList();
        return context.getBeansOfType(AfterRegistry.class).values().stream()
                .flatMap(after -> after.registered(codes, demo).stream())
                .toList();
    }

    private void publish() throws IOException {
        DurableFiles.write(open.folder().serving(), CanonicalJson.write(new Json.Fields(Map.of(
                "management", new Json.Text("http://127.0.0.1:" + port("local.management.port")),
                "pid", new Json.Whole(ProcessHandle.current().pid()),
                "url", new Json.Text(url())))));
    }

    private int port(String property) {
        return context.getEnvironment().getRequiredProperty(property, Integer.class);
    }

    /** Where it answers, as seen from this machine. */
    public String url() {
        return (tls ? "https" : "http") + "://127.0.0.1:" + port("local.server.port");
    }

    /** Where health and metrics are. */
    public String managementUrl() {
        return "http://127.0.0.1:" + port("local.management.port");
    }

    /** A part of the running server. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The data folder. */
    public DataFolder folder() {
        return open.folder();
    }

    Access administrator() {
        return open.administrator();
    }

    /** Ends requests, then jobs, then the database; nothing stays running. */
    @Override
    public void close() throws IOException {
        try (open) {
            Files.deleteIfExists(open.folder().serving());
            context.close();
        }
    }
}
