package org.liuhen.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.liuhen.formats.agencies.Registry;
import org.liuhen.postgres.Access;
import org.liuhen.server.agencies.AfterRegistry;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.database.Database;
import org.liuhen.server.database.TestDatabase;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.folder.Installation;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real application on a random port, with a real database and two agencies, as its clients see it. */
public final class RunningServer implements AutoCloseable {

    /** Two agencies with somebody in every role. */
    static final String REGISTRY = """
        format: liuhen-registry-v1
        agencies:
        %s%s""".formatted(agency("SQ", "双桥区市场监督管理局"), agency("CL", "承德县市场监督管理局"));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Access access;
    private final Path secrets;
    private final Path folder;
    private ConfigurableApplicationContext context;

    private RunningServer(Access access, Path secrets, Path folder) {
        this.access = access;
        this.secrets = secrets;
        this.folder = folder;
        this.context = start();
    }

    /** Starts one in a new folder under {@code target}. */
    public static RunningServer fresh() {
        try {
            var target = Files.createDirectories(Path.of("target", "test-data").toAbsolutePath());
            return new RunningServer(TestDatabase.migrated(), TestDatabase.secrets(), Files.createTempDirectory(target, "server-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String agency(String code, String name) {
        var people = new StringBuilder();
        for (var role : List.of("officer", "custodian", "unitHead", "legalSection", "office", "personInCharge", "finance", "supervision",
                "systemAdministrator", "securityAdministrator", "auditAdministrator")) {
            var certificate = role.equals("officer") ? "certificate: {number: \"0801\", from: 2024-07-01, to: 2039-06-30}, " : "";
            people.append("    - {username: %s.%s, name: 张%s, %sunit: zf1, roles: [%s]}%n"
                .formatted(code.toLowerCase(java.util.Locale.ROOT), role.toLowerCase(java.util.Locale.ROOT), role, certificate, role));
        }
        people.append("    - {username: %s.officer2, name: 李officer2, certificate: {number: \"0802\", from: 2024-07-01, to: 2039-06-30}, unit: zf1, roles: [officer]}%n"
            .formatted(code.toLowerCase(java.util.Locale.ROOT)));
        return """
            - code: %1$s
              name: %2$s
              units:
                - {code: zf1, name: 执法一股, kind: section}
              people:
            %3$s  stations:
                - {number: %1$s-ST-01, name: 一楼采集站, unit: zf1}
              devices:
                - {number: %1$s-0001, kind: bodyCamera, unit: zf1, officer: %4$s.officer}
                - {number: %1$s-0002, kind: bodyCamera, unit: zf1}
              phraseGuide: {by: %4$s.legalsection, from: 2024-01-01}
            """.formatted(code, name, people, code.toLowerCase(java.util.Locale.ROOT)).indent(2);
    }

    private ConfigurableApplicationContext start() {
        try {
            var data = new DataFolder(folder);
            var database = Database.prepare(access, secrets, java.util.Optional.empty());
            var installation = Installation.of(data);
            var application = new SpringApplication(Application.class);
            application.setRegisterShutdownHook(false);
            application.addInitializers((ApplicationContextInitializer<GenericApplicationContext>) starting -> {
                starting.registerBean(Database.class, () -> database);
                starting.registerBean(DataFolder.class, () -> data);
                starting.registerBean(Installation.class, () -> installation);
            });
            var started = application.run("--server.port=0", "--management.server.port=-1", "--liuhen.ledger.entries-open=true", "--logging.level.root=WARN");
            var registry = Registry.parse(REGISTRY.getBytes(StandardCharsets.UTF_8));
            started.getBean(Registrar.class).enter(registry);
            started.getBean(AfterRegistry.class).registered(List.of("SQ", "CL"), true);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Enters one more agency, with somebody in every role. */
    public void enter(String code, String name) {
        bean(Registrar.class).enter(Registry.parse(("format: liuhen-registry-v1\nagencies:\n" + agency(code, name)).getBytes(StandardCharsets.UTF_8)));
        bean(AfterRegistry.class).registered(List.of("SQ", "CL", code), true);
    }

    /** Stops it and starts it again on the same data, on another port. */
    public void restart() {
        context.close();
        context = start();
    }

    /** A bean, where a test looks behind the HTTP interface. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All beans of a type. */
    public <T> List<T> beans(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    /** The database's superuser, for what no user of the server may do. */
    public Access administrator() {
        return access;
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + java.util.Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
    }

    /** The data folder. */
    public Path folder() {
        return folder;
    }

    /** What the demo wrote. */
    public JsonNode credentials() throws IOException {
        return JSON.readTree(Files.readAllBytes(folder.resolve("demo/credentials.json")));
    }

    /** The token of an agency's station. */
    public String token(String agency) throws IOException {
        for (var station : credentials().get("stations")) {
            if (station.get("agency").asString().equals(agency)) return station.get("token").asString();
        }
        throw new IllegalStateException("no station of " + agency);
    }

    /** Somebody's password. */
    public String password(String username) throws IOException {
        for (var user : credentials().get("users")) {
            if (user.get("username").asString().equals(username)) return user.get("password").asString();
        }
        throw new IllegalStateException("no user " + username);
    }

    /** A client that has not signed in. */
    public Client anonymous() {
        return new Client(List.of());
    }

    /** A browser in which nobody has signed in. */
    public Client visitor() throws IOException, InterruptedException {
        var xsrf = xsrf();
        return new Client(List.of("Cookie", "XSRF-TOKEN=" + xsrf, "X-XSRF-TOKEN", xsrf));
    }

    /** A client with a station's token. */
    public Client station(String agency) throws IOException {
        return new Client(List.of("Authorization", "Bearer " + token(agency)));
    }

    /** A client with the operator's token. */
    public Client operator() throws IOException {
        return bearer(Files.readString(folder.resolve("keys/operator.token")).strip());
    }

    /** A client with any token. */
    public Client bearer(String token) {
        return new Client(List.of("Authorization", "Bearer " + token));
    }

    /** A client that signed in as that user, as a browser would. */
    public Client person(String username) throws IOException, InterruptedException {
        var xsrf = xsrf();
        var body = JSON.writeValueAsString(java.util.Map.of("username", username, "password", password(username)));
        var answer = new Client(List.of("Cookie", "XSRF-TOKEN=" + xsrf, "X-XSRF-TOKEN", xsrf)).post("/api/session", body);
        if (answer.statusCode() != 200) throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        return new Client(List.of("Cookie", "XSRF-TOKEN=" + xsrf + "; LIUHEN_SESSION=" + cookie(answer, "LIUHEN_SESSION"), "X-XSRF-TOKEN", xsrf));
    }

    /** A token against forgery, as the pages get it. */
    public String xsrf() throws IOException, InterruptedException {
        return cookie(anonymous().get("/api/session"), "XSRF-TOKEN");
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream().filter(value -> value.startsWith(name + "=")).findFirst().orElseThrow().split("[=;]", 3)[1];
    }

    /** Sends requests with the same headers each time. */
    public final class Client {
        private final List<String> headers;
        private final HttpClient http = HttpClient.newHttpClient();

        private Client(List<String> headers) {
            this.headers = headers;
        }

        public HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return send("GET", path, HttpRequest.BodyPublishers.noBody());
        }

        public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
            return send("POST", path, HttpRequest.BodyPublishers.ofString(json), "Content-Type", "application/json");
        }

        public HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... more) throws IOException, InterruptedException {
            return http.send(request(method, path, body, more), HttpResponse.BodyHandlers.ofString());
        }

        public HttpResponse<byte[]> bytes(String path, String... more) throws IOException, InterruptedException {
            return http.send(request("GET", path, HttpRequest.BodyPublishers.noBody(), more), HttpResponse.BodyHandlers.ofByteArray());
        }

        public JsonNode json(String path) throws IOException, InterruptedException {
            var answer = get(path);
            if (answer.statusCode() != 200) throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            return JSON.readTree(answer.body());
        }

        private HttpRequest request(String method, String path, HttpRequest.BodyPublisher body, String... more) {
            var all = new ArrayList<>(headers);
            all.addAll(Arrays.asList(more));
            var request = HttpRequest.newBuilder(URI.create(url() + path)).method(method, body);
            for (var i = 0; i < all.size(); i += 2) request.header(all.get(i), all.get(i + 1));
            return request.build();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
