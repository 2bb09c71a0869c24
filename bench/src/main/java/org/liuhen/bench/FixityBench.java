package org.liuhen.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.liuhen.core.values.Digest.Algorithm;
import org.liuhen.vault.DiskVault;
import org.liuhen.vault.FixityRun;
import org.liuhen.vault.Pace;
import org.liuhen.vault.Vault;

/**
 * The check of a whole store, against {@code sha256sum} over the same files. All bytes are in the page cache for both. The bar is on
 * SHA-256 alone, which is the peer's work; what the SM3 tree costs on top is shown beside it.
 */
final class FixityBench implements Bench {

    private static final String NAME = "fixity";
    private static final String SHA256 = "whole store, SHA-256";
    private static final String BOTH = "whole store, SHA-256 and SM3 tree";
    private static final String PEER = "sha256sum";
    private static final String PARALLEL_PEER = "sha256sum, one process a core";

    private static final int OBJECTS = 64;
    private static final int MIB = 1024 * 1024;
    private static final int LEAST_MIB = 8;
    private static final int MOST_MIB = 32;
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Bar> bars() {
        return List.of(Bar.times(SHA256, 5));
    }

    @Override
    public List<Row> run(Workplace workplace) throws Exception {
        workplace.require(2L * OBJECTS * MOST_MIB * MIB);
        var root = workplace.folder().resolve("store");
        var vault = DiskVault.open(root);
        workplace.atEnd(vault::close);
        var bytes = fill(vault);
        var files = files(root);
        workplace.run("sync"); // nothing is still being written while the clocks run

        check(vault, EnumSet.of(Algorithm.SHA256, Algorithm.SM3_TREE), bytes); // warm: code and cache
        sums(workplace, files);
        var one = new Samples();
        var both = new Samples();
        var peer = new Samples();
        var parallelPeer = new Samples();
        for (var round = 0; round < ROUNDS; round++) {
            one.add(rate(bytes, () -> check(vault, EnumSet.of(Algorithm.SHA256), bytes)));
            peer.add(rate(bytes, () -> sums(workplace, files)));
            both.add(rate(bytes, () -> check(vault, EnumSet.of(Algorithm.SHA256, Algorithm.SM3_TREE), bytes)));
            parallelPeer.add(rate(bytes, () -> sumsInParallel(workplace, root)));
        }
        return List.of(
                Row.of(NAME, SHA256, one.median(), "MB/s").against(PEER, one.median() / peer.median()),
                Row.of(NAME, BOTH, both.median(), "MB/s").against(PEER, both.median() / peer.median()),
                Row.of(NAME, SHA256 + ", against all cores", one.median(), "MB/s")
                        .against(PARALLEL_PEER, one.median() / parallelPeer.median()),
                Row.of(NAME, PEER, peer.median(), "MB/s"),
                Row.of(NAME, PARALLEL_PEER, parallelPeer.median(), "MB/s"));
    }

    /** Objects of sizes that follow no grid, of bytes that no file system can pack. */
    private static long fill(Vault vault) throws Exception {
        var random = new SplittableRandom(2);
        var block = ByteBuffer.allocate(MIB);
        var total = 0L;
        for (var object = 0; object < OBJECTS; object++) {
            long size = random.nextInt(LEAST_MIB * MIB, MOST_MIB * MIB);
            try (var intake = vault.begin(new UUID(random.nextLong(), random.nextLong()), size)) {
                for (var left = size; left > 0; left -= block.limit()) {
                    random.nextBytes(block.array());
                    intake.write(block.clear().limit((int) Math.min(MIB, left)));
                }
                intake.seal();
            }
            total += size;
        }
        return total;
    }

    private static List<Path> files(Path root) throws IOException {
        try (var all = Files.walk(root.resolve("objects"))) {
            return all.filter(file -> file.getFileName().toString().matches("[0-9a-f]{64}")).toList();
        }
    }

    private static void check(Vault vault, Set<Algorithm> algorithms, long bytes) throws IOException {
        var summary = FixityRun.over(vault, algorithms, Runtime.getRuntime().availableProcessors(), Pace.unlimited(), (_, _, _) -> { });
        if (summary.passed() != OBJECTS || summary.bytes() != bytes) throw new IllegalStateException("the store is not whole: " + summary);
    }

    private static void sums(Workplace workplace, List<Path> files) throws Exception {
        var command = new ArrayList<>(List.of("sha256sum"));
        files.forEach(file -> command.add(file.toString()));
        requireNames(workplace.run(command.toArray(String[]::new)));
    }

    private static void sumsInParallel(Workplace workplace, Path root) throws Exception {
        requireNames(workplace.run("sh", "-c", "find \"$1\" -type f -name '*[0-9a-f]' -print0 | xargs -0 -n 4 -P \"$2\" sha256sum", "sh",
                root.resolve("objects").toString(), Integer.toString(Runtime.getRuntime().availableProcessors())));
    }

    /** Each file is named by its sum: the peer, too, did the whole work. */
    private static void requireNames(String sums) {
        var right = sums.lines().filter(line -> line.endsWith('/' + line.substring(0, line.indexOf(' ')))).count();
        if (right != OBJECTS) throw new IllegalStateException(right + " of " + OBJECTS + " sums are right:\n" + sums);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double rate(long bytes, Work work) throws Exception {
        var begun = System.nanoTime();
        work.run();
        return bytes * (double) TimeUnit.SECONDS.toNanos(1) / 1e6 / (System.nanoTime() - begun);
    }
}
