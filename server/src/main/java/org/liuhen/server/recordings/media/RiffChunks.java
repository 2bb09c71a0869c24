package org.liuhen.server.recordings.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.liuhen.core.recordings.continuity.Sighting;
import org.liuhen.core.recordings.continuity.Sign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** The end of an AVI file: whether a chunk goes on beyond the end of the file, and whether the index of its pictures is there. */
final class RiffChunks {

    private static final int CHUNKS_MAX = 10_000;
    private static final int HEADER = 8;
    private static final int LIST_HEADER = 12;

    private final FileChannel file;
    private final long size;
    private final List<Sighting> seen = new ArrayList<>();
    private boolean index;
    private int chunks;

    private RiffChunks(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    static List<Sighting> tail(Path path) throws IOException {
        try (var file = FileChannel.open(path)) {
            var reader = new RiffChunks(file);
            reader.walk(0, reader.size);
            if (!reader.index) reader.seen.add(Sighting.of(Sign.NO_INDEX, "idx1"));
            return reader.seen;
        }
    }

    private void walk(long from, long to) throws IOException {
        for (var at = from; at + HEADER <= to && chunks < CHUNKS_MAX; chunks++) {
            var header = ByteBuffer.allocate(LIST_HEADER).order(ByteOrder.LITTLE_ENDIAN);
            while (header.hasRemaining() && file.read(header, at + header.position()) > 0) { }
            var type = new String(header.array(), 0, 4, ISO_8859_1);
            var list = new String(header.array(), 8, 4, ISO_8859_1);
            var length = header.getInt(4) & 0xffffffffL;
            if (!type.chars().allMatch(c -> c >= ' ' && c < 127)) return; // bytes of the camera's own
            index |= type.equals("idx1") || type.equals("indx");
            if (at + HEADER + length > size && seen.isEmpty()) seen.add(Sighting.of(Sign.CUT_OFF, type.strip()));
            var opens = type.equals("RIFF") || (type.equals("LIST") && !list.equals("movi") && !list.equals("INFO"));
            if (opens) walk(at + LIST_HEADER, Math.min(to, at + HEADER + length));
            at += HEADER + length + (length & 1);
        }
    }
}
