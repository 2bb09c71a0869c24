package org.liuhen.server.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.liuhen.core.values.Role;
import org.liuhen.formats.agencies.Registry;
import org.liuhen.formats.notes.SignedNote;
import org.liuhen.formats.notes.TrustFile;
import org.liuhen.server.Application;
import org.liuhen.server.agencies.AgencyViews;
import org.liuhen.server.agencies.Register;
import org.liuhen.server.agencies.Registrar;
import org.liuhen.server.findings.FindingClock;
import org.liuhen.server.folder.DataFolder;
import org.liuhen.server.folder.OperatorFault;
import org.liuhen.server.journal.Journal;
import org.liuhen.server.journal.Rebuild;
import org.liuhen.server.journal.TestEvents;
import org.liuhen.server.ledger.Ledger;

/** One installation through its life: first start, rebuild, backup while it serves, restore, tampering. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServerTest {

    @TempDir
    private static Path folder;

    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        server = Server.start(Server.Settings.in(Application.class, folder.resolve("data")).withDemo());
        for (var agency : server.bean(Register.class).agencies()) {
            assertTrue(server.bean(Ledger.class).await(agency.stream(), 1, Duration.ofSeconds(30)).isPresent());
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static HttpResponse<byte[]> get(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    @Order(1)
    void the_demo_has_five_agencies_with_everything_a_day_needs() {
        var register = server.bean(Register.class);
        assertEquals(List.of("AJ", "CL", "LX", "SQ", "WD"), register.agencies().stream().map(Register.Agency::code).toList());
        for (var agency : register.agencies()) {
            var roles = new HashSet<String>();
            register.people(agency.code())
                    .forEach(person -> roles.addAll(register.roles(person.id(), LocalDate.now(Registrar.ZONE))));
            for (var role : Role.values()) {
                assertEquals(role.grantable(), roles.contains(role.word()), agency.code() + " " + role);
            }
            assertTrue(register.units(agency.code()).size() >= 2 && register.devices(agency.code()).size() >= 3);
            assertFalse(register.stations(agency.code()).isEmpty());
            var view = server.bean(AgencyViews.class).view(agency.code()).orElseThrow();
            assertFalse(view.officers().isEmpty() || view.classificationKeys().isEmpty());
        }
    }

    @Test
    @Order(2)
    void the_same_registry_again_appends_nothing() throws IOException {
        try (var yaml = Server.class.getResourceAsStream("/demo/registry.yaml")) {
            assertEquals(0, server.bean(Registrar.class)
                    .enter(Registry.parse(java.util.Objects.requireNonNull(yaml).readAllBytes())));
        }
    }

    @Test
    @Order(3)
    void the_ledger_is_served_as_c2sp_names_it() throws Exception {
        var checkpoint = get("/ledger/SQ/checkpoint");
        assertEquals(Optional.of("text/plain;charset=UTF-8"), checkpoint.headers().firstValue("content-type"));
        assertEquals(Optional.of("no-cache"), checkpoint.headers().firstValue("cache-control"));
        var trusted = TrustFile.parse(Files.readString(folder.resolve("data/demo/trust.txt")));
        assertEquals(2, SignedNote.parse(checkpoint.body()).open(trusted).verified().size());
        var size = server.bean(Ledger.class).state("SQ").orElseThrow().size();
        for (var path : List.of("/ledger/SQ/tile/0/000.p/" + size, "/ledger/SQ/tile/entries/000.p/" + size)) {
            var tile = get(path);
            assertEquals(200, tile.statusCode(), path);
            assertTrue(tile.headers().firstValue("cache-control").orElse("").contains("immutable"));
        }
        assertTrue(new String(get("/ledger/SQ/vkey").body(), java.nio.charset.StandardCharsets.UTF_8).startsWith("# from 2"));
        for (var path : List.of("/ledger/XX/checkpoint", "/ledger/SQ/tile/0/001", "/ledger/SQ/tile/0/1", "/ledger/XX/vkey",
                "/ledger/SQ/tile/entries/../../../keys/SQ/sm2.key")) {
            assertEquals(4, get(path).statusCode() / 100, path);
        }
    }

    @Test
    @Order(4)
    void rebuild_gives_the_same_rows() throws Exception {
        server.bean(FindingClock.class).rest();
        server.bean(FindingClock.class).judgeDue();
        var before = Restore.digests(server);
        assertEquals(21, new HashSet<>(before.values()).size(), "twenty tables have rows that are their own; nothing was handed in yet");
        server.bean(Rebuild.class).run(_ -> {});
        assertEquals(before, Restore.digests(server));
    }

    @Test
    @Order(5)
    void the_folder_and_the_port_are_for_one_server() {
        var same = assertThrows(OperatorFault.class,
                () -> Server.start(Server.Settings.in(Application.class, folder.resolve("data"))));
        assertTrue(java.util.Objects.requireNonNull(same.getMessage()).contains("in use by another Liuhen"));
    }

    @Test
    @Order(6)
    void a_backup_taken_while_serving_restores_to_the_same_installation() throws Exception {
        var stream = UUID.randomUUID();
        var journal = server.bean(Journal.class);
        var writing = Thread.ofVirtual().start(() -> {
            for (var i = 0; i < 200; i++) {
                journal.append(TestEvents.one("SQ", stream, i, TestEvents.unit("r" + i)));
            }
        });
        Files.createDirectories(folder.resolve("data/vault/SQ/objects/ab/cd"));
        Files.writeString(folder.resolve("data/vault/SQ/objects/ab/cd/object"), "媒体");
        var backup = folder.resolve("backup");
        Backup.write(server.folder(), backup, Optional.empty());
        writing.join();
        assertThrows(OperatorFault.class, () -> Backup.write(server.folder(), backup, Optional.empty()));

        var said = new ArrayList<String>();
        var restored = new DataFolder(folder.resolve("restored"));
        var settings = Server.Settings.in(Application.class, restored.root());
        Restore.run(backup, settings, said::add);
        assertEquals(4, said.size(), said.toString());
        assertEquals("媒体", Files.readString(restored.root().resolve("vault/SQ/objects/ab/cd/object")));
        assertThrows(OperatorFault.class, () -> Restore.run(backup, settings, said::add));
        try (var again = Server.start(Server.Settings.in(Application.class, restored.root()))) {
            var recorded = again.bean(Journal.class).read(stream);
            var next = TestEvents.one("SQ", stream, recorded.size(), TestEvents.unit("later"));
            var version = again.bean(Journal.class).append(next).version(stream);
            assertTrue(again.bean(Ledger.class).await(stream, version, Duration.ofSeconds(30)).isPresent());
        }

        var altered = backup.resolve("tables/event");
        Files.writeString(altered, Files.readString(altered).replace("RecordingHandedIn", "x") + "\n");
        var fault = assertThrows(OperatorFault.class,
                () -> Restore.run(backup, Server.Settings.in(Application.class, folder.resolve("restored2")), said::add));
        assertTrue(java.util.Objects.requireNonNull(fault.getMessage()).contains("tables/event"));
    }

    private static String managed(HttpClient http, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(server.managementUrl() + path)).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    @Test
    @Order(7)
    void health_and_metrics_are_on_the_management_port_alone() throws Exception {
        assertEquals(4, get("/actuator/health").statusCode() / 100);
        try (var http = HttpClient.newHttpClient()) {
            for (var path : List.of("/actuator/health", "/actuator/prometheus")) {
                var answer = http.send(HttpRequest.newBuilder(URI.create(server.managementUrl() + path)).build(),
                        HttpResponse.BodyHandlers.discarding());
                assertEquals(200, answer.statusCode(), path);
            }
            var health = managed(http, "/actuator/health");
            assertTrue(health.contains("\"ledger\":{") && health.contains("\"db\":{"), health);
            var metrics = managed(http, "/actuator/prometheus");
            for (var name : List.of("liuhen_vault_read_back_bytes_total", "liuhen_vault_sealed_bytes_total", "liuhen_ledger_pending_entries",
                    "liuhen_ledger_stopped", "liuhen_jobs_waiting")) {
                assertTrue(metrics.lines().anyMatch(line -> line.startsWith(name) && line.endsWith(" 0.0")), name);
            }
        }
    }
}
