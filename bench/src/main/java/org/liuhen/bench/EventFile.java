package org.liuhen.bench;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.liuhen.bench.MadeUpCase.Stored;
import org.liuhen.core.values.AgencyCode;

/** The events of many cases in a file, for they do not all fit into the heap; written case by case, read in the order of their times. */
final class EventFile {

    /** Bits of an event's place in the file, below those of its time. */
    private static final int PLACE_BITS = 24;
    private static final Instant BASE = Instant.parse("2025-01-01T00:00:00Z");

    private final Path file;
    private long[] keys = new long[1 << 16];
    /** Where each event begins, and where the last one ends. */
    private long[] offsets = new long[keys.length + 1];
    private int count;

    /** Opens it for writing. */
    EventFile(Path file) {
        this.file = file;
    }

    /** An event with its place in its stream. */
    record Placed(AgencyCode agency, UUID stream, long version, Stored stored) {}

    /** Where events are added. */
    final class Writer implements AutoCloseable {

        private final DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20));
        private long offset;

        Writer() throws IOException {}

        void add(MadeUpCase one) throws IOException {
            var version = 0L;
            for (var event : one.events()) {
                var type = event.type();
                offset += 2 + one.agency().value().length() + 16 + 8 + 2 + type.length() + 4 + 8 + event.bytes().length; // words are ASCII
                out.writeUTF(one.agency().value());
                out.writeLong(one.id().value().getMostSignificantBits());
                out.writeLong(one.id().value().getLeastSignificantBits());
                out.writeLong(++version);
                out.writeUTF(type);
                out.writeInt(event.typeVersion());
                out.writeLong(event.recordedAt().toEpochMilli());
                out.write(event.bytes());
                added(event.recordedAt(), offset);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private void added(Instant at, long end) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
            offsets = Arrays.copyOf(offsets, keys.length + 1);
        }
        keys[count] = ((at.toEpochMilli() - BASE.toEpochMilli()) << PLACE_BITS) | count;
        offsets[++count] = end;
    }

    int count() {
        return count;
    }

    /** All of them, so many at once, the earliest first. */
    void read(int atOnce, Consumer<List<Placed>> reader) throws IOException {
        var order = Arrays.copyOf(keys, count);
        Arrays.sort(order);
        try (var arena = Arena.ofConfined(); var channel = FileChannel.open(file)) {
            var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            for (var first = 0; first < count; first += atOnce) {
                var batch = new ArrayList<Placed>();
                for (var i = first; i < Math.min(count, first + atOnce); i++) {
                    var place = (int) (order[i] & ((1L << PLACE_BITS) - 1));
                    batch.add(placed(bytes.asSlice(offsets[place], offsets[place + 1] - offsets[place]).toArray(ValueLayout.JAVA_BYTE)));
                }
                reader.accept(batch);
            }
        }
    }

    private static Placed placed(byte[] bytes) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        var agency = new AgencyCode(in.readUTF());
        var stream = new UUID(in.readLong(), in.readLong());
        var version = in.readLong();
        var type = in.readUTF();
        return new Placed(agency, stream, version, new Stored(type, in.readInt(), Instant.ofEpochMilli(in.readLong()), in.readAllBytes()));
    }
}
