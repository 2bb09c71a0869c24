package org.liuhen.cli.collect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.liuhen.cli.verify.FileDigests;

/** Sends one file, from wherever the store says it stopped, and hashes it in the same reading. */
final class Sender {

    private final Camera camera;
    private final Store store;
    private final Faults faults;
    private final Progress progress;

    Sender(Camera camera, Store store, Faults faults, Progress progress) {
        this.camera = camera;
        this.store = store;
        this.faults = faults;
        this.progress = progress;
    }

    /** What was sent and what the store made of it; the two digests are equal. */
    record Sent(Tus.Sealed sealed, FileDigests.Digests digests) {}

    /**
     * Sends the file. Nothing is sealed that is not the file as it was listed.
     *
     * @param begun whether an earlier run may have begun it
     * @throws SourceFailed if the file is not what it was, or cannot be read
     * @throws StoreRefused if the store does not take it
     * @throws IOException if the store was away longer than patience lasts
     */
    Sent send(CameraFile file, Map<String, byte[]> metadata, boolean begun)
            throws SourceFailed, StoreRefused, IOException, InterruptedException {
        unchanged(camera, file);
        var size = file.stamp().sizeBytes();
        var digests = new FileDigests();
        try (var source = new Source(camera, file, store.buffers())) {
            var created = store.patience().with(() -> store.tus().create(size, metadata));
            faults.reach(FaultPoint.UPLOAD_CREATED);
            var location = created.location();
            var standing = begun && created.standing().sealed().isEmpty()
                    ? store.patience().with(() -> store.tus().head(location)) : created.standing();
            var stalls = 0;
            while (standing.sealed().isEmpty()) {
                var before = standing.offset();
                if (before > size) throw new IOException("the store has " + before + " bytes of " + size);
                standing = before == size ? sealing(location) : sendFrom(source, location, before, digests);
                source.release(); // another camera's turn
                faults.reach(FaultPoint.CHUNK_SENT);
                progress.sent(file.path(), standing.offset(), size);
                stalls = standing.offset() > before ? 0 : stalls + 1;
                if (stalls > store.patience().attempts()) throw new IOException("the upload does not go on at byte " + before);
            }
            faults.reach(FaultPoint.UPLOAD_ENDED);
            source.digest(digests, size);
            var read = digests.finish();
            var sealed = standing.sealed().get();
            if (!sealed.sha256().equals(read.sha256())) {
                unchanged(camera, file);
                throw SourceFailed.differs(sealed.sha256().hex(), read.sha256().hex());
            }
            return new Sent(sealed, read);
        }
    }

    /** The digests of a file that the store already has; the file must still be what was listed. */
    static FileDigests.Digests read(Camera camera, CameraFile file, Buffers buffers) throws SourceFailed, InterruptedException {
        unchanged(camera, file);
        var digests = new FileDigests();
        try (var source = new Source(camera, file, buffers)) {
            source.digest(digests, file.stamp().sizeBytes());
        } catch (IOException e) {
            throw SourceFailed.reading(camera, e);
        }
        unchanged(camera, file);
        return digests.finish();
    }

    private Tus.Standing sealing(String location) throws StoreRefused, IOException, InterruptedException {
        return store.patience().with(() -> {
            var standing = store.tus().head(location);
            if (standing.sealed().isEmpty()) throw new IOException("the store has every byte and has not sealed them");
            return standing;
        });
    }

    private Tus.Standing sendFrom(Source source, String location, long offset, FileDigests digests)
            throws SourceFailed, StoreRefused, IOException, InterruptedException {
        source.digest(digests, offset);
        var chunk = source.chunk(offset);
        digests.take(offset, chunk);
        if (offset + chunk.remaining() == source.file.stamp().sizeBytes()) {
            try {
                unchanged(camera, source.file); // the last chunk seals: after it there is no way back
            } catch (SourceFailed e) {
                store.patience().with(() -> {
                    store.tus().terminate(location);
                    return true;
                });
                throw e;
            }
        }
        var first = new AtomicBoolean(true);
        return store.patience().with(() -> first.getAndSet(false)
                ? store.inTurn(() -> store.tus().patch(location, offset, chunk))
                        .orElseThrow(() -> new IOException("not taken at byte " + offset))
                : store.tus().head(location)); // an answer was lost: ask what arrived, do not guess
    }

    private static void unchanged(Camera camera, CameraFile file) throws SourceFailed {
        FileStamp now;
        try {
            now = camera.stamp(file.path());
        } catch (IOException e) {
            throw SourceFailed.reading(camera, e);
        }
        if (!now.equals(file.stamp())) throw SourceFailed.changing();
    }

    /** The file on the camera, read in chunks into one buffer. */
    private static final class Source implements AutoCloseable {
        private static final int READ_BYTES = 256 * 1024;

        private final Camera camera;
        private final CameraFile file;
        private final SeekableByteChannel channel;
        private final Buffers buffers;
        private Optional<ByteBuffer> held = Optional.empty();

        Source(Camera camera, CameraFile file, Buffers buffers) throws SourceFailed {
            this.camera = camera;
            this.file = file;
            this.buffers = buffers;
            try {
                channel = camera.open(file.path());
            } catch (IOException e) {
                throw SourceFailed.reading(camera, e);
            }
        }

        /** The next bytes from the offset: a full chunk, or what is left of the file as listed. */
        ByteBuffer chunk(long offset) throws SourceFailed, InterruptedException {
            if (held.isEmpty()) held = Optional.of(buffers.take(file.stamp().sizeBytes()));
            var buffer = held.get();
            var length = (int) Math.min(Math.min(buffer.capacity(), buffers.bytes()), file.stamp().sizeBytes() - offset);
            buffer.clear().limit(length);
            try {
                channel.position(offset);
                while (buffer.position() < length) {
                    // Java keeps memory outside the heap for each thread that reads, as much as it was ever given at once
                    buffer.limit(Math.min(length, buffer.position() + READ_BYTES));
                    if (channel.read(buffer) < 0) throw SourceFailed.changing(); // shorter than it was
                }
            } catch (IOException e) {
                throw SourceFailed.reading(camera, e);
            }
            return buffer.flip();
        }

        /** Hashes up to the offset what has not been hashed. */
        void digest(FileDigests digests, long upTo) throws SourceFailed, InterruptedException {
            while (digests.sizeBytes() < upTo) {
                var from = digests.sizeBytes();
                var chunk = chunk(from);
                chunk.limit((int) Math.min(chunk.limit(), upTo - from));
                digests.take(from, chunk);
            }
        }

        /** Gives the buffer to whoever waits for one. */
        void release() {
            held.ifPresent(buffers::give);
            held = Optional.empty();
        }

        @Override
        public void close() throws IOException {
            release();
            channel.close();
        }
    }
}
