package org.liuhen.cli.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are small when they are what they should be. Whoever made them may be hostile, and memory is not theirs to fill. */
final class SmallFiles {

    private SmallFiles() {}

    /** All bytes of the file; of one that is longer than the limit, one byte more than that, for the reader to refuse. */
    static byte[] read(Path file, int limitBytes) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(limitBytes + 1);
        }
    }
}
