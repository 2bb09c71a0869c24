package org.liuhen.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Files of one GiB from the first request until each is sealed and its receipt, from a signed checkpoint, can be fetched; against a tus
 * server that only stores (a), and the same followed by the two digests that a user would otherwise compute (b). Client, chunks, disk and
 * files are the same; the sides take turns.
 */
final class IngestBench implements Bench {

    private static final String NAME = "ingest";
    private static final String STORING = "@tus/server, file-store";
    private static final String DIGESTING = STORING + ", then sha256sum, openssl dgst -sm3";
    private static final String READ_BACK = "bytes read back per byte sealed";
    private static final String HEAP = "server's heap, at most";

    private static final String SEALED = "liuhen_vault_sealed_bytes_total";
    private static final String READ = "liuhen_vault_read_back_bytes_total";

    private static final int ROUNDS = 3;
    private static final int STREAMS = 4;
    private static final long FILE_BYTES = 1L << 30;
    private static final long WARM_UP_BYTES = 1L << 28;
    private static final int MIB = 1024 * 1024;
    /** Sent files, the vault (which gives nothing back), one round of the peer, and room for the journal. */
    private static final long DISK_BYTES = (STREAMS + ROUNDS * (1 + STREAMS) + STREAMS + 2) * FILE_BYTES;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Bar> bars() {
        return List.of(
                Bar.times(metric(1, STORING), 0.8),
                Bar.times(metric(1, DIGESTING), 4),
                Bar.atMost(READ_BACK, 0, "bytes"),
                Bar.atMost(HEAP, 256, "MB"));
    }

    private static String metric(int streams, String peer) {
        return streams + (streams == 1 ? " stream" : " streams") + (peer.equals(STORING) ? ", sealed and signed (a)" : ", sealed and signed (b)");
    }

    /** Both sides, ready. */
    private record Sides(Workplace workplace, Uploads uploads, RunningServer server, RunningServer.Station station, String peer, Path peerFolder) {}

    /** Bytes a second, in MB, of each way. */
    private record Rates(Samples ours, Samples storing, Samples digesting) {
        Rates() {
            this(new Samples(), new Samples(), new Samples());
        }
    }

    @Override
    public List<Row> run(Workplace workplace) throws Exception {
        workplace.require(DISK_BYTES);
        var uploads = Uploads.prepare(workplace);
        var peerFolder = workplace.newFolder("peer");
        var server = RunningServer.start(workplace, workplace.folder().resolve("data"), "--demo");
        counted(server, SEALED); // before, not after all the work, is when to learn that it is not counted
        counted(server, READ);
        var sides = new Sides(workplace, uploads, server, server.station(), uploads.startPeer(peerFolder), peerFolder);
        var files = files(workplace.newFolder("camera"), STREAMS, FILE_BYTES);

        warmUp(sides);
        var rows = new ArrayList<Row>();
        for (var streams : List.of(1, STREAMS)) {
            var rates = measure(sides, files.subList(0, streams));
            rows.addAll(rows(streams, rates));
        }
        var sealed = counted(server, SEALED);
        if (sealed < ROUNDS * (1 + STREAMS) * FILE_BYTES) throw new IOException("the server has sealed " + sealed + " bytes only");
        rows.add(Row.of(NAME, READ_BACK, counted(server, READ) / sealed, "bytes"));
        var metrics = server.metrics();
        rows.add(Row.of(NAME, HEAP, metrics.sum("jvm_memory_max_bytes", "area=\"heap\"") / MIB, "MB"));
        rows.add(Row.of(NAME, "server's heap, used now", metrics.sum("jvm_memory_used_bytes", "area=\"heap\"") / MIB, "MB"));
        rows.add(Row.of(NAME, "server's resident set", Memory.of(server.process()).residentBytes() / 1e6, "MB"));
        return rows;
    }

    private static double counted(RunningServer server, String counter) throws IOException, InterruptedException {
        return server.metrics().sum(counter, "");
    }

    private static List<Row> rows(int streams, Rates rates) {
        var ours = rates.ours().median();
        var storing = rates.storing().median();
        var digesting = rates.digesting().median();
        var ends = streams == 1 ? ", 1 stream" : ", " + streams + " streams";
        return List.of(
                Row.of(NAME, metric(streams, STORING), ours, "MB/s").against(STORING, ours / storing),
                Row.of(NAME, metric(streams, DIGESTING), ours, "MB/s").against(DIGESTING, ours / digesting),
                Row.of(NAME, "peer (a)" + ends, storing, "MB/s"),
                Row.of(NAME, "peer (b)" + ends, digesting, "MB/s"));
    }

    private static void warmUp(Sides sides) throws Exception {
        var file = files(sides.workplace().newFolder("warm-up"), 1, WARM_UP_BYTES);
        for (var turn = 0; turn < 2; turn++) {
            freshen(file, turn);
            ours(sides, file);
            theirs(sides, file, new Samples(), new Samples());
        }
    }

    private static Rates measure(Sides sides, List<Path> files) throws Exception {
        var rates = new Rates();
        for (var round = 0; round < ROUNDS; round++) {
            freshen(files, 100 * files.size() + round);
            var oursFirst = round % 2 == 0;
            if (oursFirst) rates.ours().add(ours(sides, files));
            theirs(sides, files, rates.storing(), rates.digesting());
            if (!oursFirst) rates.ours().add(ours(sides, files));
        }
        return rates;
    }

    /** The same bytes twice would be one object: each round has its own. */
    private static void freshen(List<Path> files, int round) throws IOException {
        for (var file : files) {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.allocate(Long.BYTES).putLong(0, round), 0);
            }
        }
    }

    private static double ours(Sides sides, List<Path> files) throws Exception {
        sides.workplace().run("sync"); // what the other side left to be written does not count for us
        var metadata = Map.of("device", sides.station().device());
        var work = files.stream().<Callable<double[]>>map(file -> () -> {
            var named = new java.util.TreeMap<>(metadata);
            named.put("filename", file.getFileName() + ".mp4");
            named.put("key", UUID.randomUUID().toString());
            var done = sides.uploads().send(file, sides.server().url() + "/api/uploads", named, Optional.of(sides.station().tokenFile()));
            sides.server().awaitReceipt(sides.station(), done.recording().orElseThrow(() -> new IOException("not sealed: " + file)));
            return new double[] {done.begunAt(), System.currentTimeMillis()};
        }).toList();
        return rate(files, Uploads.together(work));
    }

    private static void theirs(Sides sides, List<Path> files, Samples storing, Samples digesting) throws Exception {
        sides.workplace().run("sync");
        var work = files.stream().<Callable<double[]>>map(file -> () -> {
            var done = sides.uploads().send(file, sides.peer(), Map.of("filename", file.getFileName() + ".mp4"), Optional.empty());
            var stored = sides.peerFolder().resolve(done.url().substring(done.url().lastIndexOf('/') + 1)).toString();
            sides.workplace().run("sha256sum", stored);
            sides.workplace().run("openssl", "dgst", "-sm3", stored);
            return new double[] {done.begunAt(), done.endedAt(), System.currentTimeMillis()};
        }).toList();
        var times = Uploads.together(work);
        storing.add(rate(files, times.stream().map(time -> new double[] {time[0], time[1]}).toList()));
        digesting.add(rate(files, times.stream().map(time -> new double[] {time[0], time[2]}).toList()));
        Workplace.delete(sides.peerFolder());
        Files.createDirectory(sides.peerFolder());
    }

    /** All bytes over the time from the first beginning to the last end. */
    private static double rate(List<Path> files, List<double[]> times) throws IOException {
        var bytes = files.size() * Files.size(files.getFirst());
        var begun = times.stream().mapToDouble(time -> time[0]).min().orElseThrow();
        var ended = times.stream().mapToDouble(time -> time[1]).max().orElseThrow();
        return bytes / 1e3 / (ended - begun);
    }

    private static List<Path> files(Path folder, int count, long bytes) throws IOException {
        var random = new SplittableRandom(3);
        var block = ByteBuffer.allocate(MIB);
        var files = new ArrayList<Path>();
        for (var number = 0; number < count; number++) {
            var file = folder.resolve("file-" + number);
            try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                for (var at = 0L; at < bytes; at += MIB) {
                    random.nextBytes(block.array());
                    channel.write(block.clear(), at);
                }
            }
            files.add(file);
        }
        return files;
    }
}
