package org.liuhen.cli.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** A bundle as a tar, read where it lies. The folder that everything is in, named after the recording, is taken off. */
final class TarFiles implements BundleFiles {

    private final FileChannel channel;
    private final Map<String, TarReader.Entry> entries = new HashMap<>();

    private TarFiles(FileChannel channel) {
        this.channel = channel;
    }

    static TarFiles of(Path tar) throws IOException {
        var files = new TarFiles(FileChannel.open(tar));
        try {
            var reader = new TarReader(Channels.newInputStream(files.channel));
            for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
                if (files.entries.put(inside(entry.get().path()), entry.get()) != null) {
                    throw new TarReader.NotABundleTar("two files of one name: " + entry.get().path());
                }
            }
            return files;
        } catch (IOException e) {
            files.close();
            throw e;
        }
    }

    /** The path below the bundle's folder. */
    static String inside(String path) {
        var clean = path.startsWith("./") ? path.substring(2) : path;
        var slash = clean.indexOf('/');
        return slash < 0 ? clean : clean.substring(slash + 1);
    }

    @Override
    public SortedSet<String> paths() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(entries.keySet()));
    }

    private TarReader.Entry entry(String path) throws IOException {
        var entry = entries.get(path);
        if (entry == null) throw new NoSuchFileException(path);
        return entry;
    }

    @Override
    public long sizeBytes(String path) throws IOException {
        return entry(path).sizeBytes();
    }

    @Override
    public InputStream open(String path) throws IOException {
        var entry = entry(path);
        channel.position(entry.dataOffset());
        return new Bounded(Channels.newInputStream(channel), entry.sizeBytes());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Ends with the file; closing it leaves the tar open. */
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private long left;

        Bounded(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            if (left == 0) return -1;
            left--;
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length > 0 && left == 0) return -1;
            var read = in.read(bytes, offset, (int) Math.min(length, left));
            if (read > 0) left -= read;
            return read;
        }
    }
}
