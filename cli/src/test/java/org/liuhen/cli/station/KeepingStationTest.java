package org.liuhen.cli.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.cli.collect.Docked;
import org.liuhen.cli.collect.Faults;
import org.liuhen.cli.collect.Notebook;
import org.liuhen.cli.collect.Patience;
import org.liuhen.cli.collect.Station;
import org.liuhen.cli.collect.Store;
import org.liuhen.cli.collect.StoreHttp;
import org.liuhen.cli.collect.TestStore;
import org.liuhen.cli.collect.Watch;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Digest;
import org.liuhen.core.values.StationId;
import org.liuhen.formats.devices.StationReceipt;

/** A station whose server is away, comes back, goes again; whose process ends anywhere. Nothing is lost, nothing is there twice. */
class KeepingStationTest {

    private static final StationId STATION = new StationId(new UUID(5, 5));
    private static final Patience HASTY = new Patience(2, Duration.ofMillis(1), Duration.ofMillis(2));
    private static final int[] SIZES = {0, 1, 9_999, 10_000, 35_000};
    private static final long MUCH = 1L << 30;

    @TempDir
    private Path temporary = Path.of("");

    private Path docks = Path.of("");

    @BeforeEach
    void two_cameras() throws IOException {
        docks = Files.createDirectories(temporary.resolve("docks"));
        for (var camera : List.of("SQ-0001", "SQ-0002")) {
            var folder = Files.createDirectories(docks.resolve(camera + "/DCIM"));
            var dice = new SplittableRandom(camera.hashCode());
            for (var size : SIZES) {
                var bytes = new byte[size];
                dice.nextBytes(bytes);
                Files.write(folder.resolve("现场" + size + ".mp4"), bytes);
            }
        }
    }

    private static void registered(TestStore server, String... numbersAndSerials) {
        var cameras = new ArrayList<String>();
        for (var i = 0; i < numbersAndSerials.length; i += 2) {
            cameras.add("{\"number\":\"" + numbersAndSerials[i] + "\",\"serial\":\"" + numbersAndSerials[i + 1]
                    + "\",\"unit\":\"zf1\",\"unitName\":\"执法一股\",\"state\":\"out\"}");
        }
        server.station = "{\"id\":\"" + STATION + "\",\"station\":\"SQ-ST-01\",\"agency\":\"SQ\",\"agencyName\":\"双桥区局\",\"unit\":\"zf1\",\"cameras\":["
                + String.join(",", cameras) + "]}";
    }

    /** The parts of a station, as the command puts them together. */
    private final class Scene implements AutoCloseable {
        final Notebook notebook;
        final LocalStore kept;
        final ServerLink link;
        final Docks docked;
        final Reconciler reconciler;
        final List<String> said = new ArrayList<>();

        Scene(TestStore server, StationFile rules, long limitBytes, Faults faults) throws Exception {
            var http = StoreHttp.to(server.address(), TestStore.TOKEN, Optional.empty());
            var store = new Store(http, HASTY, 10_000, 4);
            var own = Files.createDirectories(temporary.resolve("own"));
            var keys = StationKeys.at(own.resolve("station.key"), STATION);
            notebook = Notebook.open(temporary.resolve("notebook"));
            try {
                kept = LocalStore.open(own.resolve("store"), keys, STATION, limitBytes, faults);
            } catch (IOException e) {
                notebook.close();
                throw e;
            }
            link = new ServerLink(http, store, own);
            Reconciler.Stations stations = progress -> new Station(store, notebook, Optional.empty(), 2, faults, progress);
            docked = new Docks(link, rules, new Volumes(temporary.resolve("no")), kept, new Docks.HandsIn() {
                @Override
                public Docks.Tally collect(Docked source, org.liuhen.cli.collect.Progress progress) throws IOException,
                        org.liuhen.cli.collect.StoreRefused, org.liuhen.cli.collect.KeysChanged, InterruptedException {
                    var collected = stations.with(progress).collect(source);
                    return new Docks.Tally(collected.stored(), collected.failed(), collected.balanced(), collected.stopped());
                }

                @Override
                public boolean has(String device, org.liuhen.cli.collect.CameraFile file) {
                    return notebook.isStored(device, file);
                }

                @Override
                public void remember(Path source) {}
            }, new ClockSetter(rules.clocks()));
            reconciler = new Reconciler(link, kept, docked, stations, keys.signer().verifierKey().vkey(), faults,
                    (Bilingual text) -> said.add(text.en()));
        }

        void dock(String... mounts) throws Exception {
            var running = new ArrayList<java.util.concurrent.Future<Integer>>();
            for (var mount : mounts) running.add(docked.collect(new Watch.Mounted(docks.resolve(mount), mount)));
            for (var one : running) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof PowerCut cut) throw cut;
                    throw e;
                }
            }
        }

        void reconcile() throws Exception {
            if (link.look().reachable()) reconciler.round();
        }

        List<Dock.Phase> phases() {
            return docked.sights().stream().map(Dock.Sight::phase).toList();
        }

        @Override
        public void close() throws IOException {
            docked.close();
            kept.close();
            notebook.close();
        }
    }

    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1;
    }

    private Scene scene(TestStore server, long limitBytes) throws Exception {
        return new Scene(server, StationFile.none(), limitBytes, _ -> {});
    }

    private static void assertEachOnce(TestStore server, int files) {
        var seen = new HashSet<String>();
        for (var upload : server.recordings) assertTrue(seen.add(upload.text("device") + " " + upload.text("path")), "twice: " + upload.text("path"));
        assertEquals(files, seen.size());
    }

    private long objects() throws IOException {
        try (var all = Files.list(temporary.resolve("own/store/objects"))) {
            return all.count();
        }
    }

    @Test
    void with_the_server_there_everything_goes_to_it() throws Exception {
        try (var server = new TestStore(1, 0)) {
            registered(server, "SQ-0001", "A1", "SQ-0002", "A2");
            try (var station = scene(server, MUCH)) {
                station.dock("SQ-0001", "SQ-0002");
                assertEquals(List.of(Dock.Phase.STORED, Dock.Phase.STORED), station.phases());
                assertEquals(0, station.kept.space().files());
            }
            assertEachOnce(server, 10);
        }
    }

    @Test
    void a_card_with_many_files_does_not_starve_one_with_three() throws Exception {
        var many = Files.createDirectories(docks.resolve("SQ-0001/DCIM"));
        for (var i = 0; i < 400; i++) Files.write(many.resolve("IMG_%04d.JPG".formatted(i)), new byte[] {(byte) i, (byte) (i >> 8), 7});
        for (var size : SIZES) Files.delete(docks.resolve("SQ-0002/DCIM/现场" + size + ".mp4"));
        for (var i = 0; i < 3; i++) Files.write(docks.resolve("SQ-0002/DCIM/long" + i + ".mp4"), new byte[40_000 + i]);
        try (var server = new TestStore(8, 0)) {
            registered(server, "SQ-0001", "A1", "SQ-0002", "A2");
            try (var station = scene(server, MUCH)) {
                station.dock("SQ-0001", "SQ-0002");
                assertEquals(List.of(Dock.Phase.STORED, Dock.Phase.STORED), station.phases());
            }
            var order = server.recordings.stream().map(upload -> upload.text("device")).toList();
            assertTrue(order.lastIndexOf("SQ-0002") < 200, "the three were done after " + order.lastIndexOf("SQ-0002") + " of 408");
            assertEachOnce(server, 408);
        }
    }

    @Test
    void while_the_server_is_away_files_are_kept_with_a_chain_of_receipts_and_handed_over_later() throws Exception {
        try (var server = new TestStore(2, 0)) {
            registered(server, "SQ-0001", "A1", "SQ-0002", "A2");
            try (var station = scene(server, MUCH)) {
                station.link.look();
                server.away = true;
                station.dock("SQ-0001", "SQ-0002");
                assertEquals(List.of(Dock.Phase.KEPT, Dock.Phase.KEPT), station.phases());
                assertFalse(station.link.standing().reachable());
                assertChain(station.kept);
                station.dock("SQ-0001"); // docked again: nothing is kept twice
                assertEquals(10, station.kept.space().files());
            }
            try (var station = scene(server, MUCH)) { // after a restart it is all there
                assertEquals(10, station.kept.space().files());
                station.reconcile();
                assertEquals(10, station.kept.space().files(), "still away");
                server.away = false;
                station.dock("SQ-0001");
                station.reconcile();
                assertEquals(0, station.kept.space().files(), station.said::toString);
                assertEquals(0, objects());
                assertEachOnce(server, 10);
                assertEquals(10, server.stationReceipts.size());
                station.dock("SQ-0001", "SQ-0002");
                assertEquals(List.of(Dock.Phase.STORED, Dock.Phase.STORED), station.phases(), "now they may be cleared");
                assertEachOnce(server, 10);
            }
            for (var upload : server.recordings) {
                var receipt = StationReceipt.read(java.util.Objects.requireNonNull(server.stationReceipts.get(upload.recording()))).receipt();
                assertEquals(upload.sha256(), receipt.sha256().hex());
            }
        }
    }

    private static void assertChain(LocalStore kept) throws Exception {
        var files = kept.waiting().values().stream().flatMap(List::stream)
                .sorted(java.util.Comparator.comparingLong(KeptFile::sequence)).toList();
        var before = Optional.<Digest>empty();
        for (var i = 0; i < files.size(); i++) {
            var receipt = files.get(i).note().receipt();
            assertEquals(i + 1, receipt.sequence());
            assertEquals(before, receipt.previous());
            before = Optional.of(Digest.sha256(MessageDigest.getInstance("SHA-256").digest(files.get(i).note().bytes())));
        }
    }

    @Test
    void a_full_store_says_so_leaves_the_camera_alone_and_goes_on_when_there_is_room() throws Exception {
        try (var server = new TestStore(3, 0)) {
            registered(server, "SQ-0001", "A1", "SQ-0002", "A2");
            try (var station = scene(server, 21_000)) {
                station.link.look();
                server.away = true;
                station.dock("SQ-0001");
                assertEquals(List.of(Dock.Phase.FAILED), station.phases());
                assertTrue(station.kept.space().nearlyFull());
                var troubles = station.docked.sights().getFirst().troubles().toString();
                assertTrue(troubles.contains("暂存已满") && troubles.contains("untouched"), troubles);
                server.away = false;
                station.reconcile();
                station.dock("SQ-0001");
                assertEquals(List.of(Dock.Phase.STORED), station.phases());
                assertEachOnce(server, 5);
            }
        }
    }

    @Test
    void a_camera_that_is_not_registered_is_kept_until_it_is() throws Exception {
        try (var server = new TestStore(4, 0)) {
            registered(server, "SQ-0001", "A1");
            try (var station = scene(server, MUCH)) {
                station.dock("SQ-0002");
                assertEquals(List.of(Dock.Phase.KEPT), station.phases());
                station.reconcile();
                assertEquals(0, server.recordings.size());
                registered(server, "SQ-0001", "A1", "SQ-0002", "A2");
                station.link.ask();
                station.reconcile();
                assertEachOnce(server, 5);
                assertEquals(0, station.kept.space().files());
            }
        }
    }

    @Test
    void a_strict_station_does_not_read_foreign_storage() throws Exception {
        try (var server = new TestStore(5, 0)) {
            registered(server, "SQ-0001", "A1");
            var strict = StationFile.parse("format: liuhen-station-v1\nforeign: refuse\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            try (var station = new Scene(server, strict, MUCH, _ -> {})) {
                station.dock("SQ-0001", "SQ-0002");
                assertEquals(List.of(Dock.Phase.STORED, Dock.Phase.REFUSED), station.phases());
                assertEquals(0, station.kept.space().files());
                assertEachOnce(server, 5);
            }
        }
    }

    @Test
    void a_receipt_that_the_server_refuses_is_told_and_costs_no_file() throws Exception {
        try (var server = new TestStore(6, 0)) {
            registered(server, "SQ-0001", "A1");
            try (var station = scene(server, MUCH)) {
                station.link.look();
                server.away = true;
                station.dock("SQ-0001");
                server.away = false;
                server.refusal = "station-receipt-out-of-time";
                station.reconcile();
                assertEachOnce(server, 5);
                assertEquals(5, station.kept.refusals().size());
                assertEquals(0, station.kept.space().files());
            }
            try (var again = scene(server, MUCH)) {
                assertEquals("station-receipt-out-of-time", again.kept.refusals().getFirst().code(), "it is not forgotten");
            }
        }
    }

    @Test
    void a_card_pulled_out_while_it_is_read_keeps_what_came_and_goes_on_later() throws Exception {
        try (var server = new TestStore(7, 0)) {
            registered(server, "SQ-0001", "A1");
            var pulled = new AtomicInteger();
            Faults pull = point -> {
                if (point == org.liuhen.cli.collect.FaultPoint.KEPT_NOTED && pulled.incrementAndGet() == 2) {
                    rename(docks.resolve("SQ-0001"), temporary.resolve("pocket"));
                }
            };
            try (var station = new Scene(server, StationFile.none(), MUCH, pull)) {
                station.link.look();
                server.away = true;
                station.dock("SQ-0001");
                assertEquals(List.of(Dock.Phase.FAILED), station.phases());
                assertEquals(2, station.kept.space().files());
                rename(temporary.resolve("pocket"), docks.resolve("SQ-0001"));
                station.dock("SQ-0001");
                assertEquals(List.of(Dock.Phase.KEPT), station.phases());
                assertEquals(5, station.kept.space().files());
                server.away = false;
                station.reconcile();
                assertEachOnce(server, 5);
            }
        }
    }

    private static void rename(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void wherever_it_ends_and_whenever_the_server_goes_nothing_is_lost_and_nothing_is_there_twice(long seed) throws Exception {
        var dice = new SplittableRandom(seed);
        try (var server = new TestStore(seed, 9)) {
            registered(server, "SQ-0001", "A1", "SQ-0002", "A2");
            var rounds = 0;
            while (true) {
                assertTrue(rounds++ < 200, "seed " + seed + ": " + server.recordings.size());
                var left = new AtomicInteger(dice.nextInt(1, 20 + rounds * 3));
                Faults cut = _ -> {
                    if (left.decrementAndGet() <= 0) throw new PowerCut();
                };
                server.away = dice.nextInt(3) == 0;
                try (var station = new Scene(server, StationFile.none(), MUCH, cut)) {
                    station.dock("SQ-0001", "SQ-0002");
                    server.away = dice.nextBoolean() && rounds < 30;
                    station.reconcile();
                    if (station.kept.space().files() == 0 && server.recordings.size() == 10) break;
                } catch (PowerCut ended) {
                    server.away = false; // the next run may find it
                }
            }
            assertEachOnce(server, 10);
            assertEquals(0, objects());
        }
    }
}
