package org.liuhen.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Four cameras with 200 files each, docked at once at a station as {@code ./liuhen station} runs it: from when it begins to read until
 * each file is with the server and its receipt was checked at the station. Against {@code cp} of the same files on the same disk.
 */
final class StationBench implements Bench {

    private static final String NAME = "station";
    private static final String RATE = "4 cameras × 200 files, receipts checked";
    private static final String PEAK = "station's resident set, at most";
    private static final String COPY = "cp, then sync";
    private static final List<String> CAMERAS = List.of("SQ-0001", "SQ-0002", "SQ-0003", "SQ-0004");
    private static final int PHOTOS = 160;
    private static final int CLIPS = 40;
    private static final int MIB = 1024 * 1024;
    private static final int CLIP_BYTES = 12 * MIB;
    private static final long CAMERA_BYTES = (long) PHOTOS * MIB + (long) CLIPS * CLIP_BYTES;
    private static final int ROUNDS = 3;
    /** Cameras, the vault (which gives nothing back), one copy, and room for the journal. */
    private static final long DISK_BYTES = (1L + ROUNDS + 1) * CAMERAS.size() * CAMERA_BYTES + (2L << 30);
    private static final int LOOK_MILLIS = 50;
    private static final int PATIENCE_MILLIS = 300_000;

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Bar> bars() {
        return List.of(Bar.times(RATE, 0.5), Bar.atMost(PEAK, 256, "MB"));
    }

    @Override
    public List<Row> run(Workplace workplace) throws Exception {
        workplace.require(DISK_BYTES);
        var server = RunningServer.start(workplace, workplace.folder().resolve("data"), "--demo");
        var docks = workplace.newFolder("docks");
        var station = start(workplace, server, docks);
        var kiosk = address(station);
        var cameras = workplace.newFolder("cameras");
        for (var camera : CAMERAS) fill(Files.createDirectory(cameras.resolve(camera)), camera.hashCode());
        var ours = new Samples();
        var cached = new Samples();
        var synced = new Samples();
        for (var round = 0; round < ROUNDS; round++) {
            freshen(cameras, round);
            if (round % 2 == 0) ours.add(handedIn(workplace, cameras, docks, kiosk));
            copied(workplace, cameras, cached, synced);
            if (round % 2 == 1) ours.add(handedIn(workplace, cameras, docks, kiosk));
        }
        var peak = peakBytes(station.toHandle()) / 1e6;
        Workplace.stop(station);
        return List.of(
                Row.of(NAME, RATE, ours.median(), "MB/s").against(COPY, ours.median() / synced.median()),
                Row.of(NAME, PEAK, peak, "MB"),
                Row.of(NAME, "the same, and cp that leaves its files in memory", ours.median(), "MB/s")
                        .against("cp", ours.median() / cached.median()),
                Row.of(NAME, COPY, synced.median(), "MB/s"),
                Row.of(NAME, "cp", cached.median(), "MB/s"));
    }

    private static Process start(Workplace workplace, RunningServer server, Path docks) throws IOException {
        var command = List.of(workplace.home().resolve("liuhen").toString(), "station", docks.toString(), "--server", server.url(), "--token-file",
                server.station().tokenFile().toString(), "--store", workplace.newFolder("own").toString(), "--notebook",
                workplace.newFolder("notebook").toString(), "--kiosk", "0");
        return workplace.start(workplace.folder(), Map.of(), command);
    }

    private static URI address(Process station) throws IOException {
        var reader = station.inputReader();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.startsWith("kiosk: ")) continue;
            Thread.ofVirtual().start(() -> reader.lines().forEach(_ -> { }));
            return URI.create(line.substring("kiosk: ".length()).strip()).resolve("state");
        }
        throw new IOException("the station ended before it was ready");
    }

    private static void fill(Path camera, long seed) throws IOException {
        var dice = new SplittableRandom(seed);
        for (var i = 0; i < PHOTOS + CLIPS; i++) {
            var bytes = new byte[i < PHOTOS ? MIB : CLIP_BYTES];
            dice.nextBytes(bytes);
            Files.write(camera.resolve(i < PHOTOS ? "IMG_%04d.JPG".formatted(i + 1) : "MOVI%04d.MP4".formatted(i + 1 - PHOTOS)), bytes);
        }
    }

    /** The same bytes twice would be one object, and a file that is known is not sent: each round has its own. */
    private static void freshen(Path cameras, int round) throws IOException {
        try (var files = Files.walk(cameras)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.allocate(Long.BYTES).putLong(0, round), 0);
                }
            }
        }
    }

    private double handedIn(Workplace workplace, Path cameras, Path docks, URI kiosk) throws Exception {
        workplace.run("sync"); // what the other side left to be written does not count for us
        for (var camera : CAMERAS) Files.move(cameras.resolve(camera), docks.resolve(camera));
        var begun = 0L;
        var asked = System.currentTimeMillis();
        while (true) {
            var answer = http.send(HttpRequest.newBuilder(kiosk).build(), BodyHandlers.ofString()).body();
            var tiles = RunningServer.json(answer).path("docks");
            var now = System.currentTimeMillis();
            var phases = Stream.iterate(0, i -> i + 1).limit(tiles.size()).map(i -> tiles.path(i).path("phase").asString("")).toList();
            if (begun == 0 && phases.stream().anyMatch(phase -> List.of("reading", "sending", "stored").contains(phase))) begun = now;
            if (phases.size() == CAMERAS.size() && phases.stream().allMatch("stored"::equals)) {
                for (var camera : CAMERAS) Files.move(docks.resolve(camera), cameras.resolve(camera));
                awaitEmpty(kiosk);
                return CAMERAS.size() * CAMERA_BYTES / 1e3 / Math.max(1, now - begun);
            }
            if (phases.contains("failed") || phases.contains("kept") || now - asked > PATIENCE_MILLIS) throw new IOException("not handed in: " + answer);
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private void awaitEmpty(URI kiosk) throws Exception {
        for (var waited = 0; waited < PATIENCE_MILLIS; waited += LOOK_MILLIS) {
            var answer = http.send(HttpRequest.newBuilder(kiosk).build(), BodyHandlers.ofString()).body();
            if (RunningServer.json(answer).path("docks").isEmpty()) return;
            Thread.sleep(LOOK_MILLIS);
        }
        throw new IOException("the docks are not free again");
    }

    private static void copied(Workplace workplace, Path cameras, Samples cached, Samples synced) throws Exception {
        workplace.run("sync");
        var to = workplace.folder().resolve("copy");
        var begun = System.nanoTime();
        workplace.run("cp", "-r", cameras.toString(), to.toString());
        var copied = System.nanoTime();
        workplace.run("sync");
        var written = System.nanoTime();
        cached.add(CAMERAS.size() * CAMERA_BYTES * 1e3 / (copied - begun));
        synced.add(CAMERAS.size() * CAMERA_BYTES * 1e3 / (written - begun));
        Workplace.delete(to);
    }

    /** The most that the process ever had in memory, as Linux counts it. */
    private static long peakBytes(ProcessHandle process) throws IOException {
        var status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
        var line = status.lines().filter(words -> words.startsWith("VmHWM:")).findFirst().orElseThrow(() -> new IOException("no VmHWM"));
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
    }
}
