package org.liuhen.vault;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.liuhen.core.values.Digest.Algorithm;

/** Prints how fast files are taken in, sealed and checked. Not a test: run by hand, with a folder and a size in MiB. */
final class VaultSpeed {

    private static final int CHUNK_BYTES = 256 * 1024;

    private VaultSpeed() {}

    public static void main(String[] arguments) throws Exception {
        var mibs = Long.parseLong(arguments[1]);
        try (var vault = DiskVault.open(Path.of(arguments[0]))) {
            for (var turn = 0; turn < 4; turn++) {
                var chunk = ByteBuffer.wrap(Bytes.random(System.nanoTime(), CHUNK_BYTES));
                var id = UUID.randomUUID();
                var start = System.nanoTime();
                try (var intake = vault.begin(id, Long.MAX_VALUE)) {
                    for (var at = 0L; at < mibs << 20; at += CHUNK_BYTES) {
                        chunk.array()[0]++;
                        intake.write(chunk.rewind());
                    }
                    var written = System.nanoTime();
                    intake.seal();
                    print("intake without seal", mibs, written - start);
                }
                print("intake, first byte to sealed", mibs, System.nanoTime() - start);
                vault.abandon(id);
            }
            for (var algorithms : List.of(Set.of(Algorithm.SHA256), Set.of(Algorithm.SHA256, Algorithm.SM3_TREE))) {
                for (var atOnce = 1; atOnce <= 2; atOnce++) {
                    var start = System.nanoTime();
                    var summary = FixityRun.over(vault, algorithms, atOnce, Pace.unlimited(), (_, _, _) -> {});
                    var what = "check " + algorithms + ", " + atOnce + " at once, " + summary;
                    print(what, summary.bytes() >> 20, System.nanoTime() - start);
                }
            }
        }
    }

    private static void print(String what, long mibs, long nanos) {
        System.out.printf("%s: %d MiB in %.2f s, %.0f MB/s%n", what, mibs, nanos / 1e9, mibs * 1048576.0 / 1e6 / (nanos / 1e9));
    }
}
