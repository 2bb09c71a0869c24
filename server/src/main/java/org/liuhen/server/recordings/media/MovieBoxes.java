package org.liuhen.server.recordings.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * The boxes of an MP4 or QuickTime file (ISO/IEC 14496-12): which there are, whether one goes on beyond the end of the file, and the
 * edit list of each track. Only headers and the few fields that are needed are read, so that the size of the file and of its tables
 * does not matter.
 */
final class MovieBoxes {

    /**
     * What the boxes say.
     *
     * @param index whether there is one ({@code moov})
     * @param cutOff the first box of the top level that says that it ends beyond the end of the file
     * @param words of editing programs' own boxes, for looking for their names
     */
    record Movie(boolean index, Optional<String> cutOff, List<Track> tracks, String words) {
        Movie {
            tracks = List.copyOf(tracks);
        }
    }

    /**
     * A track.
     *
     * @param handler {@code vide}, {@code soun} or another
     * @param length of its media, before any edit; zero where the header does not tell
     */
    record Track(String handler, Duration length, List<Edit> edits) {
        Track {
            edits = List.copyOf(edits);
        }
    }

    /**
     * An entry of an edit list.
     *
     * @param length for which it is shown; zero for all the rest
     * @param from where in the media; empty for showing nothing
     * @param usualRate whether it is shown as fast as it was recorded
     */
    record Edit(Duration length, Optional<Duration> from, boolean usualRate) {}

    private static final int BOXES_MAX = 1_000_000;
    private static final int EDITS_MAX = 10_000;
    private static final int WORDS_MAX_BYTES = 64 * 1024;
    private static final int HEADER = 8;
    private static final int LARGE_HEADER = 16;
    private static final long LONGEST_MILLIS = Duration.ofDays(3650).toMillis();
    private static final Set<String> FOLDERS = Set.of("moov", "trak", "mdia", "edts", "udta");
    private static final Set<String> WITH_WORDS = Set.of("uuid", "XMP_");

    private final FileChannel file;
    private final long size;
    private int boxes;
    private boolean index;
    private Optional<String> cutOff = Optional.empty();
    private long movieScale = 1;
    private final List<Track> tracks = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private TrackBeingRead track = new TrackBeingRead();

    private static final class TrackBeingRead {
        private String handler = "";
        private Duration length = Duration.ZERO;
        private long scale = 1;
        private final List<long[]> edits = new ArrayList<>(); // length, from, rate
    }

    private MovieBoxes(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    /** Reads the boxes; whatever the file holds, there is an answer. */
    static Movie read(Path path) throws IOException {
        try (var file = FileChannel.open(path)) {
            var reader = new MovieBoxes(file);
            reader.walk(0, reader.size, true);
            return new Movie(reader.index, reader.cutOff, reader.tracks, reader.words.toString());
        }
    }

    /** Walks over the boxes between two places of the file. */
    private void walk(long from, long to, boolean top) throws IOException {
        for (var at = from; at + HEADER <= to && boxes < BOXES_MAX; boxes++) {
            var header = bytes(at, LARGE_HEADER);
            if (header.remaining() < HEADER) return;
            var length = header.getInt(0) & 0xffffffffL;
            var type = text(header, 4, 4);
            var begin = HEADER;
            if (length == 1 && header.remaining() == LARGE_HEADER) {
                length = header.getLong(8);
                begin = LARGE_HEADER;
            } else if (length == 0) {
                length = to - at; // as the last one may say
            }
            if (length < begin || !type.chars().allMatch(c -> c >= ' ')) return; // bytes of the camera's own, behind the last box
            if (length > to - at) {
                if (top) cutOff = Optional.of(type);
                return;
            }
            box(type, at + begin, at + length);
            at += length;
        }
    }

    private void box(String type, long from, long to) throws IOException {
        if (type.equals("trak")) track = new TrackBeingRead();
        if (type.equals("moov")) index = true;
        if (FOLDERS.contains(type)) walk(from, to, false);
        if (WITH_WORDS.contains(type)) words(from, to);
        switch (type) {
            case "trak" -> tracks.add(new Track(track.handler, track.length, edits()));
            case "mvhd" -> movieScale = scale(from);
            case "mdhd" -> mediaHeader(from);
            case "hdlr" -> {
                var fields = bytes(from, 12);
                if (track.handler.isEmpty() && fields.remaining() == 12) track.handler = text(fields, 8, 4);
            }
            case "elst" -> editList(from, to);
            default -> { /* not needed */ }
        }
    }

    private long scale(long from) throws IOException {
        var fields = bytes(from, 32);
        var at = fields.remaining() == 32 && fields.get(0) == 1 ? 20 : 12;
        var scale = fields.remaining() >= at + 4 ? fields.getInt(at) & 0xffffffffL : 0;
        return Math.max(1, scale);
    }

    private void mediaHeader(long from) throws IOException {
        track.scale = scale(from);
        var fields = bytes(from, 32);
        if (fields.remaining() < 32) return;
        var length = fields.get(0) == 1 ? fields.getLong(24) : fields.getInt(16) & 0xffffffffL;
        if (length > 0 && length != 0xffffffffL) track.length = time(length, track.scale);
    }

    private void editList(long from, long to) throws IOException {
        var head = bytes(from, 8);
        if (head.remaining() < 8) return;
        var entry = head.get(0) == 1 ? 20 : 12;
        var count = Math.min(Math.min(EDITS_MAX, head.getInt(4) & 0xffffffffL), (to - from - 8) / entry);
        var fields = bytes(from + 8, (int) count * entry);
        while (fields.remaining() >= entry) {
            var length = entry == 20 ? fields.getLong() : fields.getInt() & 0xffffffffL;
            var begin = entry == 20 ? fields.getLong() : fields.getInt();
            track.edits.add(new long[] {length, begin, fields.getInt()});
        }
    }

    /** The header of the movie may stand behind the track: the times are made when the track is complete. */
    private List<Edit> edits() {
        var usual = 1L << 16; // 16.16
        return track.edits.stream().map(edit -> new Edit(time(edit[0], movieScale),
            edit[1] < 0 ? Optional.empty() : Optional.of(time(edit[1], track.scale)), edit[2] == usual)).toList();
    }

    private void words(long from, long to) throws IOException {
        var bytes = bytes(from, (int) Math.min(to - from, WORDS_MAX_BYTES));
        if (words.length() < WORDS_MAX_BYTES) words.append(text(bytes, 0, bytes.remaining())).append('\n');
    }

    /** Hostile numbers give some time, which is not negative. */
    private static Duration time(long units, long scale) {
        return Duration.ofMillis(Math.clamp(Math.round(units * 1000.0 / scale), 0, LONGEST_MILLIS));
    }

    private static String text(ByteBuffer bytes, int at, int length) {
        return new String(bytes.array(), bytes.arrayOffset() + at, length, ISO_8859_1);
    }

    /** As many bytes as there are. */
    private ByteBuffer bytes(long at, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) > 0) { }
        return bytes.flip();
    }
}
