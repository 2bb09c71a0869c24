package org.liuhen.cli.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liuhen.cli.TestLog;
import org.liuhen.core.devices.HandInSource;
import org.liuhen.formats.notes.TrustFile;
import tools.jackson.databind.json.JsonMapper;

/** The station against a store that loses answers, with a camera that can be pulled out and a process that can end anywhere. */
class StationTest {

    private static final Patience HASTY = new Patience(20, Duration.ofMillis(1), Duration.ofMillis(4));
    private static final int CHUNK_BYTES = 10_000;

    @TempDir
    private Path temporary = Path.of("");

    private Path card = Path.of("");

    @BeforeEach
    void a_card_with_files() throws IOException {
        card = Files.createDirectories(temporary.resolve("card"));
        Files.createDirectories(card.resolve("DCIM/100"));
        var dice = new SplittableRandom(4);
        for (var size : new int[] {0, 1, 9_999, 10_000, 10_001, 35_000}) {
            var bytes = new byte[size];
            dice.nextBytes(bytes);
            Files.write(card.resolve("DCIM/100/现场" + size + ".mp4"), bytes);
        }
        Files.writeString(card.resolve(".hidden"), "x");
    }

    private static Store store(TestStore server) throws IOException {
        return new Store(StoreHttp.to(server.address(), TestStore.TOKEN, Optional.empty()), HASTY, CHUNK_BYTES);
    }

    private Station.Collected collect(TestStore server, Camera camera, Faults faults) throws Exception {
        try (var notebook = Notebook.open(temporary.resolve("notebook"))) {
            return new Station(store(server), notebook, Optional.empty(), 2, faults, new Progress() {})
                    .collect(new Docked(camera, "SQ-0001", HandInSource.CAMERA, camera.list(), Optional.empty()));
        }
    }

    private static Faults cutAt(FaultPoint point, int time) {
        var left = new AtomicInteger(time);
        return reached -> {
            if (reached == point && left.decrementAndGet() == 0) throw new PowerCut();
        };
    }

    private static List<String> reasons(Station.Collected collected) {
        return collected.outcomes().stream().filter(Outcome.Failed.class::isInstance)
                .map(outcome -> ((Outcome.Failed) outcome).reason()).toList();
    }

    @Test
    void every_file_is_stored_once_and_the_books_balance() throws Exception {
        try (var server = new TestStore(1, 0)) {
            var collected = collect(server, FolderCamera.at(card), _ -> {});
            assertEquals(List.of(), reasons(collected));
            assertTrue(collected.balanced());
            assertEquals(7, server.recordings.size());
            assertTrue(collect(server, FolderCamera.at(card), _ -> {}).balanced(), "again");
            assertEquals(7, server.recordings.size(), "nothing is sent twice");
            assertEquals(1, server.openings.size());
        }
    }

    @Test
    void a_file_that_comes_later_goes_into_a_hand_in_of_its_own() throws Exception {
        try (var server = new TestStore(2, 0)) {
            assertTrue(collect(server, FolderCamera.at(card), _ -> {}).balanced());
            Files.writeString(card.resolve("new.mp4"), "new");
            var collected = collect(server, FolderCamera.at(card), _ -> {});
            assertTrue(collected.balanced());
            assertEquals(8, collected.stored());
            assertEquals(8, server.recordings.size());
            assertEquals(2, server.openings.size());
        }
    }

    @Test
    void a_file_sealed_without_a_word_and_away_at_the_next_docking_is_stored_once() throws Exception {
        var other = Files.createDirectories(temporary.resolve("other"));
        var away = temporary.resolve("away.mp4");
        var first = Files.write(other.resolve("first.mp4"), new byte[12_000]);
        try (var server = new TestStore(7, 0)) {
            assertThrows(PowerCut.class, () -> collect(server, FolderCamera.at(other), cutAt(FaultPoint.UPLOAD_ENDED, 1)));
            assertEquals(1, server.recordings.size(), "the store has it, the notebook does not say so");
            Files.move(first, away);
            Files.writeString(other.resolve("second.mp4"), "second");
            assertThrows(PowerCut.class, () -> collect(server, FolderCamera.at(other), cutAt(FaultPoint.HAND_IN_OPENED, 2)));
            Files.move(away, first);
            assertEquals(2, collect(server, FolderCamera.at(other), _ -> {}).stored());
            assertEquals(2, server.recordings.size());
        }
    }

    @Test
    void a_link_is_listed_and_fails_and_the_books_do_not_balance() throws Exception {
        Files.createSymbolicLink(card.resolve("link.mp4"), card.resolve(".hidden"));
        try (var server = new TestStore(3, 0)) {
            for (var i = 0; i < 2; i++) {
                var collected = collect(server, FolderCamera.at(card), _ -> {});
                assertEquals(List.of("special"), reasons(collected));
                assertFalse(collected.balanced());
                assertEquals(7, server.recordings.size());
            }
            assertEquals(1, server.openings.size(), "the same hand-in goes on");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void whatever_ends_it_wherever_it_goes_on(long seed) throws Exception {
        var dice = new SplittableRandom(seed);
        try (var server = new TestStore(seed, 6)) {
            var runs = 0;
            while (true) {
                assertTrue(runs++ < 200, "seed " + seed);
                var left = new AtomicInteger(dice.nextInt(1, 25 + runs * 3));
                try {
                    if (collect(server, FolderCamera.at(card), _ -> {
                        if (left.decrementAndGet() <= 0) throw new PowerCut();
                    }).balanced()) break;
                } catch (PowerCut cut) {
                    if (dice.nextInt(3) == 0) tearLastLine(dice);
                    if (runs == 5) Files.writeString(card.resolve("in-between.mp4"), "recorded between two dockings");
                }
            }
            var paths = new HashSet<String>();
            for (var upload : server.recordings) assertTrue(
                    paths.add(upload.text("path")), "twice: " + upload.text("path") + ", seed " + seed);
            try (var files = Files.walk(card)) {
                assertEquals(files.filter(Files::isRegularFile).count(), paths.size(), "seed " + seed);
            }
        }
    }

    /** What a power cut leaves of a line that was being written. */
    private void tearLastLine(SplittableRandom dice) throws IOException {
        var half = "0123456789abcdef {\"note\":\"sealed\",\"fi".getBytes(UTF_8);
        Files.write(temporary.resolve("notebook/notebook.jsonl"), Arrays.copyOf(half, dice.nextInt(1, half.length)),
                StandardOpenOption.APPEND);
    }

    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1;
    }

    /** The card, with something done to it in the middle of reading. */
    private static class Touched implements Camera {
        final Camera inner;

        Touched(Camera inner) {
            this.inner = inner;
        }

        @Override
        public List<CameraFile> list() throws IOException {
            return inner.list();
        }

        @Override
        public SeekableByteChannel open(RawPath path) throws IOException {
            return inner.open(path);
        }

        @Override
        public FileStamp stamp(RawPath path) throws IOException {
            return inner.stamp(path);
        }

        @Override
        public void delete(RawPath path) throws IOException {
            inner.delete(path);
        }

        @Override
        public boolean writable(RawPath path) {
            return inner.writable(path);
        }

        @Override
        public boolean present() {
            return inner.present();
        }

        @Override
        public String name() {
            return inner.name();
        }
    }

    @Test
    void a_file_that_changes_while_it_is_read_is_not_sealed() throws Exception {
        var growing = card.resolve("DCIM/100/现场35000.mp4");
        try (var server = new TestStore(5, 0)) {
            var camera = new Touched(FolderCamera.at(card)) {
                @Override
                public SeekableByteChannel open(RawPath path) throws IOException {
                    var channel = super.open(path);
                    if (path.display().endsWith("35000.mp4")) Files.write(
                            growing, new byte[5], StandardOpenOption.APPEND);
                    return channel;
                }
            };
            var collected = collect(server, camera, _ -> {});
            assertEquals(List.of("changing"), reasons(collected));
            assertEquals(6, server.recordings.size());
            assertTrue(collect(server, FolderCamera.at(card), _ -> {}).balanced(), "once it stands still it goes in");
            assertEquals(7, server.recordings.size());
        }
    }

    @Test
    void a_camera_pulled_out_is_said_and_goes_on_where_it_stopped() throws Exception {
        try (var server = new TestStore(6, 0)) {
            var opened = new AtomicInteger();
            var camera = new Touched(FolderCamera.at(card)) {
                @Override
                public SeekableByteChannel open(RawPath path) throws IOException {
                    if (opened.incrementAndGet() > 3) throw new IOException("Input/output error");
                    return super.open(path);
                }

                @Override
                public boolean present() {
                    return opened.get() <= 3;
                }
            };
            var collected = collect(server, camera, _ -> {});
            assertEquals(List.of("camera-gone"), reasons(collected).stream().distinct().toList());
            assertEquals(3, collected.stored());
            assertTrue(collect(server, FolderCamera.at(card), _ -> {}).balanced());
            assertEquals(7, server.recordings.size());
        }
    }

    @Test
    void a_card_unmounted_midway_is_a_camera_gone_though_its_mount_point_stays() throws Exception {
        var point = Files.createDirectories(temporary.resolve("point"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", point.toString()) == 0, "may not mount a card here");
        for (var i = 0; i < 5; i++) Files.writeString(point.resolve(i + ".mp4"), "file " + i);
        try (var server = new TestStore(15, 0)) {
            var opened = new AtomicInteger();
            var camera = new Touched(FolderCamera.at(point)) {
                @Override
                public SeekableByteChannel open(RawPath path) throws IOException {
                    if (opened.incrementAndGet() == 3) unmount(point);
                    return super.open(path);
                }
            };
            var collected = collect(server, camera, _ -> {});
            assertEquals(List.of("camera-gone"), reasons(collected).stream().distinct().toList());
            assertFalse(collected.balanced());
        } finally {
            assertEquals(0, filesIn(point), "the mount point stays, empty");
        }
    }

    private static void unmount(Path point) throws IOException {
        try {
            assertEquals(0, run("umount", "--lazy", point.toString()));
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static long filesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor();
        } catch (IOException noSuchProgram) {
            return -1;
        }
    }

    @Test
    void the_same_store_at_another_address_gets_nothing_again() throws Exception {
        var log = new TestLog(12);
        try (var before = new TestStore(log, 12, 0); var after = new TestStore(log, 13, 0)) {
            assertTrue(collect(before, FolderCamera.at(card), _ -> {}).balanced());
            assertTrue(collect(after, FolderCamera.at(card), _ -> {}).balanced());
            assertEquals(0, after.openings.size(), "the store is known by its log");
            Files.writeString(card.resolve("new.mp4"), "new");
            assertTrue(collect(after, FolderCamera.at(card), _ -> {}).balanced());
            assertEquals(1, after.recordings.size());
        }
    }

    @Test
    void another_store_at_the_old_address_is_said_and_gets_everything_only_when_it_is_trusted() throws Exception {
        try (var other = new TestStore(new TestLog("liuhen-other/SQ", 14), 14, 0);
                var notebook = Notebook.open(temporary.resolve("notebook"))) {
            notebook.write(new Note.Pinned(other.address().toString(), TestLog.ORIGIN, new TestLog(1).vkeys()));
            var camera = FolderCamera.at(card);
            var docked = new Docked(camera, "SQ-0001", HandInSource.CAMERA, camera.list(), Optional.empty());
            var said = assertThrows(KeysChanged.class, () -> new Station(
                    store(other), notebook, Optional.empty(), 1, _ -> {}, new Progress() {}).collect(docked));
            assertTrue(String.valueOf(said.getMessage()).contains("另一个存储"), said::getMessage);
            assertEquals(0, other.openings.size());
            var trust = Optional.of(TrustFile.parse(other.log.trust()));
            assertTrue(new Station(store(other), notebook, trust, 1, _ -> {}, new Progress() {}).collect(docked).balanced());
            assertEquals(7, other.recordings.size(), "another store has nothing of this card yet");
            var again = new Station(store(other), notebook, Optional.empty(), 1, _ -> {}, new Progress() {});
            assertTrue(again.collect(docked).balanced(), "once told, it is known");
        }
    }

    @Test
    void another_log_at_the_same_address_is_refused() throws Exception {
        try (var first = new TestStore(7, 0); var other = new TestStore(8, 0)) {
            assertTrue(collect(first, FolderCamera.at(card), _ -> {}).balanced());
            try (var notebook = Notebook.open(temporary.resolve("other"))) {
                notebook.write(new Note.Pinned(other.address().toString(), TestLog.ORIGIN, first.log.vkeys()));
                var station = new Station(store(other), notebook, Optional.empty(), 1, _ -> {}, new Progress() {});
                var docked = new Docked(FolderCamera.at(card), "SQ-0001", HandInSource.CAMERA, FolderCamera.at(card).list(),
                        Optional.empty());
                var refused = assertThrows(KeysChanged.class, () -> station.collect(docked));
                assertTrue(String.valueOf(refused.getMessage()).contains("--trust"));
                assertEquals(0, other.recordings.size());
            }
        }
    }

    @Test
    void a_wrong_token_says_what_to_do() throws Exception {
        try (var server = new TestStore(9, 0); var notebook = Notebook.open(temporary.resolve("notebook"))) {
            var store = new Store(StoreHttp.to(server.address(), "wrong", Optional.empty()), HASTY, CHUNK_BYTES);
            var station = new Station(store, notebook, Optional.empty(), 1, _ -> {}, new Progress() {});
            var camera = FolderCamera.at(card);
            var docked = new Docked(camera, "SQ-0001", HandInSource.CAMERA, camera.list(), Optional.empty());
            var refused = assertThrows(StoreRefused.class, () -> station.collect(docked));
            assertEquals(401, refused.status());
            assertTrue(refused.text().zh().contains("--token-file"));
        }
    }

    private static long files(String memory) {
        var told = new JsonMapper().readTree(memory);
        assertEquals("SQ-0001", told.path("device").asString());
        assertEquals(told.path("files").asLong() > 0, told.has("oldest"), memory);
        return told.path("files").asLong();
    }

    @Test
    void the_store_hears_what_a_card_still_shows_of_earlier_hand_ins() throws Exception {
        try (var server = new TestStore(11, 0)) {
            collect(server, FolderCamera.at(card), _ -> {});
            Files.writeString(card.resolve("later.mp4"), "later");
            collect(server, FolderCamera.at(card), _ -> {});
            assertEquals(List.of(0L, 7L), server.memories.stream().map(StationTest::files).toList(), "what has just come is not meant");
            assertTrue(server.memories.getLast().contains(server.recordings.getFirst().recording()), "the one that was stored first");
            for (var file : FolderCamera.at(card).list()) Files.delete(card.resolve(file.path().display()));
            collect(server, FolderCamera.at(card), _ -> {});
            assertEquals(0L, files(server.memories.getLast()));
        }
    }

    @Test
    void clearing_takes_only_what_is_stored_and_unchanged() throws Exception {
        try (var server = new TestStore(10, 0)) {
            assertTrue(collect(server, FolderCamera.at(card), _ -> {}).balanced());
            Files.writeString(card.resolve("later.mp4"), "not handed in");
            var touched = card.resolve("DCIM/100/现场10001.mp4");
            var time = Files.getLastModifiedTime(touched);
            var bytes = Files.readAllBytes(touched);
            bytes[7] ^= 1;
            Files.write(touched, bytes);
            Files.setLastModifiedTime(touched, time); // looks the same, is not
            try (var notebook = Notebook.open(temporary.resolve("notebook"))) {
                var camera = FolderCamera.at(card);
                var store = store(server);
                var rehearsal = new Clearing(camera, notebook, _ -> Optional.of(store), Optional.empty(), "张三", true, _ -> {}, _ -> {});
                for (var file : camera.list()) assertFalse(rehearsal.clear(file).toString().isEmpty());
                assertEquals(8, camera.list().size(), "a dry run deletes nothing");
                var elsewhere = new Clearing(camera, notebook, _ -> Optional.empty(), Optional.empty(), "张三", false, _ -> {}, _ -> {});
                assertTrue(elsewhere.clear(camera.list().getFirst()).toString().contains("other-store"));
                assertEquals(8, camera.list().size(), "nothing goes that the answering store does not have");
                var clearing = new Clearing(camera, notebook, _ -> Optional.of(store), Optional.empty(), "张三", false, _ -> {}, _ -> {});
                for (var file : camera.list()) assertFalse(clearing.clear(file).toString().isEmpty());
                assertEquals(List.of("DCIM/100/现场10001.mp4", "later.mp4"),
                        camera.list().stream().map(file -> file.path().display()).toList());
                assertEquals(6, server.clearings.size(), "the store knows of each, and of no other");
                clearing.tellMemory();
                assertEquals(List.of(0L, 1L), server.memories.stream().map(StationTest::files).toList(), "the touched one is still there");
            }
        }
    }
}
