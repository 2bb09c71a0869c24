package org.liuhen.cli.verify;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.SortedSet;

/** The files of a bundle, wherever they lie: a folder, or a tar that is read in place. */
interface BundleFiles extends Closeable {

    /** Every file's path inside the bundle, elements parted by {@code /}. */
    SortedSet<String> paths();

    /** Bytes in the file. */
    long sizeBytes(String path) throws IOException;

    /** The file's bytes, from its beginning. */
    InputStream open(String path) throws IOException;

    /**
     * All bytes of a small file.
     *
     * @throws TooLarge if it has more than the limit: no part of Liuhen wrote it
     */
    default byte[] read(String path, int limitBytes) throws IOException {
        if (sizeBytes(path) > limitBytes) throw new TooLarge(path, limitBytes);
        try (var in = open(path)) {
            return in.readNBytes(limitBytes);
        }
    }

    /** A file that should be small is not. */
    final class TooLarge extends IOException {
        TooLarge(String path, long limitBytes) {
            super(path + ": more than " + limitBytes + " bytes");
        }
    }
}
