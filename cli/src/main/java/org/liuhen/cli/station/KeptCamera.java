package org.liuhen.cli.station;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.liuhen.cli.collect.Camera;
import org.liuhen.cli.collect.CameraFile;
import org.liuhen.cli.collect.FileStamp;
import org.liuhen.cli.collect.RawPath;

/** What a camera had at one docking, read from the station's own store as if the camera were docked still. Nothing is deleted through it. */
final class KeptCamera implements Camera {

    private final LocalStore store;
    private final String name; // of the camera itself: what was begun from it goes on from here
    private final List<KeptFile> files;

    KeptCamera(LocalStore store, String name, List<KeptFile> files) {
        this.store = store;
        this.name = name;
        this.files = files.stream().sorted(Comparator.comparing(KeptFile::path)).toList();
    }

    @Override
    public List<CameraFile> list() {
        return files.stream().map(KeptFile::file).toList();
    }

    @Override
    public SeekableByteChannel open(RawPath path) throws IOException {
        return store.open(kept(path));
    }

    @Override
    public FileStamp stamp(RawPath path) throws IOException {
        return kept(path).stamp();
    }

    private KeptFile kept(RawPath path) throws IOException {
        return Optional.of(path).flatMap(wanted -> files.stream().filter(file -> file.path().equals(wanted)).findFirst())
                .orElseThrow(() -> new NoSuchFileException(path.display()));
    }

    @Override
    public void delete(RawPath path) throws IOException {
        throw new IOException("the station's own store is cleared by its receipts only");
    }

    @Override
    public boolean writable(RawPath path) {
        return false;
    }

    @Override
    public boolean present() {
        return true;
    }

    @Override
    public String name() {
        return name;
    }
}
