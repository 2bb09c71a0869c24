package org.liuhen.cli.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.liuhen.cli.Main;
import org.liuhen.cli.TestLog;
import org.liuhen.core.values.DeviceClock;
import tools.jackson.databind.json.JsonMapper;

/** {@code collect} and {@code clear} as scripts use them; the vendor's log, the clock, the watch. */
class CollectCommandTest {

    @TempDir
    private Path temporary = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(TestStore server, String... arguments) throws IOException {
        out.reset();
        var token = Files.writeString(temporary.resolve("token"), TestStore.TOKEN + "\n");
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server", server.address().toString(), "--token-file", token.toString(),
                "--notebook", temporary.resolve("notebook").toString(), "--patience", "3"));
        return Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), all.toArray(String[]::new));
    }

    private Path card() throws IOException {
        var card = Files.createDirectories(temporary.resolve("cards/SQ-0001"));
        Files.writeString(card.resolve("a.mp4"), "one");
        Files.writeString(card.resolve("b.mp4"), "");
        return card;
    }

    @Test
    void json_is_one_object_a_file_and_then_the_balance() throws IOException {
        try (var server = new TestStore(1, 0)) {
            var card = card();
            assertEquals(0, run(server, "collect", card.toString(), "--device", "SQ-0001", "--json"), () -> err.toString(UTF_8));
            var lines = out.toString(UTF_8).lines().toList();
            var first = new JsonMapper().readTree(lines.getFirst());
            assertEquals("[path, size, sha256, recording, leafIndex, state]", first.propertyNames().toString());
            assertEquals("stored", first.path("state").asString());
            assertEquals("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed", first.path("sha256").asString());
            assertEquals("{\"balance\":{\"camera\":2,\"stored\":2,\"failed\":0}}", lines.getLast());

            assertEquals(1, run(server, "clear", card.toString(), "--confirm", "张三", "--device", "SQ-0002", "--json"));
            assertTrue(out.toString(UTF_8).contains("\"reason\":\"other-device\""), () -> out.toString(UTF_8));
            assertEquals(2, FolderCamera.at(card).list().size(), "another device's files stay");
            assertEquals(0, run(server, "clear", card.toString(), "--confirm", "张三", "--device", "SQ-0001"),
                    () -> out.toString(UTF_8) + err.toString(UTF_8));
            assertEquals(List.of(), FolderCamera.at(card).list());
        }
    }

    @Test
    void a_device_that_is_in_no_register_is_handed_in_only_when_that_is_said() throws IOException {
        try (var server = new TestStore(1, 0)) {
            var card = card();
            assertEquals(2, run(server, "collect", card.toString(), "--device", "没有登记1", "--json"));
            assertTrue(err.toString(UTF_8).contains("--unregistered"), () -> err.toString(UTF_8));
            assertEquals(List.of(), server.recordings);
            assertEquals(0, run(server, "collect", card.toString(), "--device", "没有登记1", "--unregistered", "--json"),
                    () -> err.toString(UTF_8));
            assertEquals(2, server.recordings.size());
            assertEquals(2, run(server, "collect", "--watch", temporary.toString(), "--unregistered"), "names of folders are no statement");
        }
    }

    @Test
    void a_server_that_is_away_is_told_at_once_and_not_each_time() throws IOException {
        TestStore gone;
        try (var server = new TestStore(1, 0)) {
            gone = server;
        }
        assertEquals(2, run(gone, "collect", card().toString(), "--device", "SQ-0001", "--json"));
        var said = err.toString(UTF_8).lines().filter(line -> line.contains("正在等待并重试") && line.contains("trying again")).count();
        assertEquals(1, said, () -> err.toString(UTF_8));
        assertEquals("", out.toString(UTF_8));
    }

    @Test
    void the_camera_s_clock_is_told_with_its_uncertainty() throws IOException, InterruptedException {
        var station = new DeviceClock(Instant.EPOCH, Duration.ofSeconds(5), Duration.ofMillis(20)); // this machine is 5 s fast
        var now = Instant.parse("2026-03-02T07:04:10Z");
        var read = CameraClock.read(OffsetDateTime.parse("2026-03-02T15:04:00+08:00"), now, station);
        assertEquals(Duration.ofSeconds(-5), read.offset());
        assertEquals(Duration.ofMillis(30_020), read.uncertainty());
        var asked = CameraClock.ask(List.of("date", "-u", "+%Y-%m-%dT%H:%M:%SZ"),
                new DeviceClock(now, Duration.ZERO, Duration.ZERO));
        assertTrue(asked.offset().abs().compareTo(asked.uncertainty().plusSeconds(1)) <= 0, asked::toString);
        assertThrows(IOException.class, () -> CameraClock.ask(List.of("echo", "noon"), station));
        assertThrows(IOException.class, () -> CameraClock.ask(List.of("false"), station));
    }

    @Test
    void a_vendor_s_log_gives_device_and_time_and_no_column_is_guessed() throws IOException {
        var folder = Files.createDirectories(temporary.resolve("vendor"));
        Files.writeString(folder.resolve("x.mp4"), "x");
        Files.writeString(folder.resolve("y.mp4"), "y");
        Files.writeString(folder.resolve("z.mp4"), "z");
        var rows = "device,path,time,officer\nSQ-0001,x.mp4,2026-03-02 15:04:00,\"张三, 李四\"\nSQ-0002,y.mp4,,\n";
        var log = Files.write(folder.resolve("log.csv"), rows.getBytes(Charset.forName("GBK")));
        try (var server = new TestStore(2, 0)) {
            assertEquals(1, run(server, "collect", folder.toString(), "--vendor-log", log.toString(), "--json"),
                    () -> err.toString(UTF_8));
            assertEquals(List.of("SQ-0001", "SQ-0002"),
                    server.recordings.stream().map(upload -> upload.text("device")).sorted().toList());
            assertTrue(server.recordings.stream().anyMatch(
                    upload -> upload.text("modified-at").equals("2026-03-02T07:04:00.000Z")));
            assertTrue(out.toString(UTF_8).contains("\"reason\":\"not-in-log\""), "z.mp4 is nobody's");
            assertTrue(out.toString(UTF_8).endsWith("{\"balance\":{\"camera\":3,\"stored\":2,\"failed\":1}}\n"),
                    () -> out.toString(UTF_8));
        }
        Files.writeString(log, "path,device,mood\nx.mp4,1,good\n");
        var wrong = assertThrows(IOException.class, () -> VendorLog.read(log));
        assertTrue(String.valueOf(wrong.getMessage()).contains("mood"));
    }

    @Test
    void the_watch_collects_a_card_once_it_stands_still_and_again_only_when_it_changed() throws Exception {
        var card = card();
        var seen = new ArrayList<String>();
        var watch = new Watch(temporary.resolve("cards"), mounted -> {
            seen.add(mounted.device());
            return CompletableFuture.completedFuture(0);
        }, _ -> {});
        watch.look();
        assertEquals(List.of(), seen, "files may still be coming");
        watch.look();
        watch.look();
        assertEquals(List.of("SQ-0001"), seen);
        Files.writeString(card.resolve("c.mp4"), "three");
        watch.look();
        watch.look();
        assertEquals(List.of("SQ-0001", "SQ-0001"), seen);
    }

    @Test
    @Timeout(15)
    void a_server_that_was_never_reached_is_not_waited_for() throws IOException {
        TestStore gone;
        try (var server = new TestStore(1, 0)) {
            gone = server;
        }
        var token = Files.writeString(temporary.resolve("token"), TestStore.TOKEN);
        assertEquals(2, Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8),
                "collect", card().toString(), "--device", "SQ-0001", "--server", gone.address().toString(), "--token-file", token.toString(),
                "--notebook", temporary.resolve("notebook").toString()));
        assertTrue(err.toString(UTF_8).lines().toList().getLast().contains("was not reached"), () -> err.toString(UTF_8));
    }

    @Test
    void a_server_that_was_reached_is_waited_for() throws Exception {
        var waited = new AtomicInteger();
        var patience = new Patience(50, Duration.ofMillis(10), Duration.ofMillis(10), _ -> waited.incrementAndGet());
        Store store;
        try (var server = new TestStore(1, 0)) {
            store = new Store(StoreHttp.to(server.address(), TestStore.TOKEN, Optional.empty()), patience, 1000);
            store.reach(false);
        }
        assertThrows(IOException.class, store::ownClock);
        assertEquals(49, waited.get(), "with all its patience");
    }

    @Test
    void a_server_that_is_away_is_said_and_nothing_is_lost() throws IOException {
        TestStore gone;
        try (var server = new TestStore(3, 0)) {
            gone = server;
        }
        assertEquals(2, run(gone, "collect", card().toString(), "--device", "SQ-0001"));
        assertTrue(err.toString(UTF_8).contains("重新运行"), () -> err.toString(UTF_8));
        assertEquals(List.of(), Notebook.open(temporary.resolve("notebook")).known()
                .open(TestLog.ORIGIN, gone.address().toString(), "SQ-0001", ""));
    }
}
