package org.liuhen.server.recordings.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.recordings.MediaFault;
import org.liuhen.core.recordings.continuity.Hindrance;
import org.liuhen.core.recordings.continuity.Outcome.NotPerformed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** The runs of the media tools that one examination needs, all together within one time. */
final class Examination {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long ADDRESS_SPACE_BYTES = 4L << 30;
    private static final long OUTPUT_MAX_BYTES = 1L << 30;
    private static final int TOLD_MAX_BYTES = 16 << 20;
    private static final int PHOTO_HEAD_BYTES = 256 * 1024;
    private static final int PACKET_HEAD_BYTES = 4096;

    /** What is asked of the file: its tags, and where the first packets lie. */
    private static final String ENTRIES = "format_tags:stream=index,codec_type,codec_tag_string:stream_tags:packet=stream_index,pos,size";

    private final Ffmpeg tools;
    private final ConfinedProcess confined;
    private final Path original;
    private final long endsAtNanos;

    Examination(Ffmpeg tools, ConfinedProcess confined, Path original, Duration most) {
        this.tools = tools;
        this.confined = confined;
        this.original = original;
        this.endsAtNanos = System.nanoTime() + most.toNanos();
    }

    /** A check that cannot be performed; travels as an exception inside an examination only. */
    static final class Hindered extends Exception {
        private final NotPerformed outcome;

        Hindered(Hindrance hindrance, String detail) {
            super(detail);
            this.outcome = new NotPerformed(hindrance, Probe.printable(detail));
        }

        NotPerformed outcome() {
            return outcome;
        }
    }

    /** Times of the packets of a stream. */
    Timestamps timestamps(int stream) throws IOException, InterruptedException, Hindered {
        return looked(List.of("-select_streams", String.valueOf(stream), "-show_entries", "packet=pts_time,dts_time,size,flags",
            "-of", "csv=p=0"), Timestamps::read);
    }

    /** Where the packets of a stream stand. */
    List<EmbeddedTimes.Packet> packets(int stream) throws IOException, InterruptedException, Hindered {
        return looked(List.of("-select_streams", String.valueOf(stream), "-show_entries", "packet=pts_time,dts_time,size", "-of",
            "csv=p=0"), EmbeddedTimes::packets);
    }

    /** The file's tags and first packets, as ffprobe tells them. */
    JsonNode told() throws IOException, InterruptedException, Hindered {
        var answer = looked(List.of("-show_entries", ENTRIES, "-read_intervals", "%+#20", "-of", "json=compact=1"),
            output -> output.readNBytes(TOLD_MAX_BYTES));
        try {
            return JSON.readTree(answer);
        } catch (JacksonException e) {
            throw new Hindered(Hindrance.MEMORY, "more than " + TOLD_MAX_BYTES + " bytes of tags");
        }
    }

    /** Where names of programs may stand: each tag, and the beginning of the first packet of each stream. */
    Map<String, String> texts(JsonNode told) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        tags("", told.path("format"), texts);
        for (var stream : told.path("streams")) tags("stream " + stream.path("index").asInt(0) + " ", stream, texts);
        try (var file = FileChannel.open(original)) {
            for (var packet : told.path("packets")) {
                var where = "first packet of stream " + packet.path("stream_index").asInt(0);
                var at = packet.path("pos").asLong(-1);
                if (at >= 0 && !texts.containsKey(where)) texts.put(where, text(file, at, PACKET_HEAD_BYTES));
            }
        }
        return texts;
    }

    /** The same of a photo: what its camera or a program wrote stands at its beginning. */
    Map<String, String> photoTexts() throws IOException {
        try (var file = FileChannel.open(original)) {
            return Map.of("head of the file", text(file, 0, PHOTO_HEAD_BYTES));
        }
    }

    private static void tags(String where, JsonNode node, Map<String, String> texts) {
        node.path("tags").properties().forEach(tag -> texts.put(where + tag.getKey(), tag.getValue().asString("")));
    }

    private static String text(FileChannel file, long at, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) > 0) { }
        return new String(bytes.array(), 0, bytes.position(), ISO_8859_1);
    }

    /** Runs ffprobe. */
    private <T> T looked(List<String> arguments, ConfinedProcess.Reading<T> reading) throws IOException, InterruptedException, Hindered {
        return run(tools.ffprobe(), tools.looking(arguments), reading);
    }

    /** Runs ffmpeg. */
    <T> T converted(List<String> input, List<String> output, ConfinedProcess.Reading<T> reading)
            throws IOException, InterruptedException, Hindered {
        return run(tools.ffmpeg(), tools.converting(input, output), reading);
    }

    private <T> T run(Path program, List<String> arguments, ConfinedProcess.Reading<T> reading)
            throws IOException, InterruptedException, Hindered {
        var rest = Duration.ofNanos(endsAtNanos - System.nanoTime());
        if (rest.compareTo(Duration.ofSeconds(1)) < 0) throw new Hindered(Hindrance.TIME, "nothing left of the time for this recording");
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        var limits = new Limits(rest, rest.multipliedBy(2), ADDRESS_SPACE_BYTES, OUTPUT_MAX_BYTES, 0);
        var task = new ConfinedProcess.Task(command, tools.environment(), Optional.of(original), limits);
        return switch (confined.run(task, reading)) {
            case Outcome.Ended<T>(_, _, var errors) when Ffmpeg.tooManyPixels(errors) -> throw new Hindered(Hindrance.MEMORY, errors);
            case Outcome.Ended<T>(var exit, var output, _) when exit == 0 -> output;
            case Outcome.Ended<T>(_, _, var errors) -> throw new Hindered(Hindrance.DECODER, errors);
            case Outcome.Stopped<T>(var fault, var detail) -> throw new Hindered(hindrance(fault), detail);
        };
    }

    private static Hindrance hindrance(MediaFault fault) {
        return switch (fault) {
            case TIME -> Hindrance.TIME;
            case MEMORY, OUTPUT -> Hindrance.MEMORY;
            case NOT_MEDIA, DAMAGED, EMPTY -> Hindrance.DECODER;
        };
    }
}
