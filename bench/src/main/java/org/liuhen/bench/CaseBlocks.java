package org.liuhen.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.liuhen.bench.MadeUpCase.Stored;
import org.liuhen.core.values.AgencyCode;
import org.liuhen.core.values.CaseId;

/** Made-up cases in a file, for they do not all fit into the heap; read in blocks by several threads at once. */
final class CaseBlocks {

    private static final int CASES_A_BLOCK = 200;

    private final Path file;
    private final List<Long> offsets;

    private CaseBlocks(Path file, List<Long> offsets) {
        this.file = file;
        this.offsets = List.copyOf(offsets);
    }

    /** Writes the cases 1 to {@code cases}. */
    static CaseBlocks write(Path file, int cases) throws IOException {
        var offsets = new ArrayList<Long>();
        offsets.add(0L);
        try (var out = Files.newOutputStream(file)) {
            for (var first = 1; first <= cases; first += CASES_A_BLOCK) {
                var block = new ByteArrayOutputStream();
                for (var number = first; number < first + CASES_A_BLOCK && number <= cases; number++) {
                    write(MadeUpCase.of(number), new DataOutputStream(block));
                }
                block.writeTo(out);
                offsets.add(offsets.getLast() + block.size());
            }
        }
        return new CaseBlocks(file, offsets);
    }

    private static void write(MadeUpCase one, DataOutputStream out) throws IOException {
        out.writeUTF(one.agency().value());
        out.writeLong(one.id().value().getMostSignificantBits());
        out.writeLong(one.id().value().getLeastSignificantBits());
        out.writeInt(one.events().size());
        for (var event : one.events()) {
            out.writeUTF(event.type());
            out.writeInt(event.typeVersion());
            out.writeLong(event.recordedAt().toEpochMilli());
            out.writeInt(event.bytes().length);
            out.write(event.bytes());
        }
    }

    int count() {
        return offsets.size() - 1;
    }

    long sizeBytes() {
        return offsets.getLast();
    }

    /** The cases of a block, from 0 on. Safe for threads. */
    List<MadeUpCase> read(int block) throws IOException {
        var bytes = ByteBuffer.allocate(Math.toIntExact(offsets.get(block + 1) - offsets.get(block)));
        try (var channel = FileChannel.open(file)) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, offsets.get(block) + bytes.position()) < 0) throw new IOException("shorter than it was written: " + file);
            }
        }
        var cases = new ArrayList<MadeUpCase>();
        var in = new DataInputStream(new ByteArrayInputStream(bytes.array()));
        while (in.available() > 0) cases.add(one(in));
        return cases;
    }

    private static MadeUpCase one(DataInputStream in) throws IOException {
        var agency = new AgencyCode(in.readUTF());
        var id = new CaseId(new UUID(in.readLong(), in.readLong()));
        var events = new ArrayList<Stored>();
        for (var left = in.readInt(); left > 0; left--) {
            var type = in.readUTF();
            var version = in.readInt();
            var at = Instant.ofEpochMilli(in.readLong());
            events.add(new Stored(type, version, at, in.readNBytes(in.readInt())));
        }
        return new MadeUpCase(id, agency, events);
    }
}
