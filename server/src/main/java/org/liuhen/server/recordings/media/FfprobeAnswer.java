package org.liuhen.server.recordings.media;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.MediaStream;
import org.liuhen.core.recordings.Position;
import org.liuhen.core.recordings.StreamKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what ffprobe writes as JSON. A field that is missing or odd is left out; what comes from a hostile file fails nothing
 * here.
 */
final class FfprobeAnswer {

    /** What is asked of the file as a whole. */
    static final String ENTRIES = "format=format_name,duration,probe_score"
        + ":format_tags=creation_time,major_brand,location,com.apple.quicktime.location.ISO6709,com.apple.quicktime.creationdate"
        + ":stream=index,codec_type,codec_name,codec_tag_string,profile,width,height,avg_frame_rate,sample_rate,channels"
        + ",nb_frames,duration"
        + ":stream_tags=creation_time:stream_side_data=rotation:stream_disposition=attached_pic";

    /** What is asked of a photo's picture. */
    static final String PICTURE_ENTRIES =
        "frame_tags=DateTimeOriginal,OffsetTimeOriginal,GPSLatitudeRef,GPSLatitude,GPSLongitudeRef,GPSLongitude"
        + ":frame_side_data=rotation:frame=width";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> PICTURE_BRANDS = Set.of("heic", "heix", "heim", "heis", "mif1", "msf1", "avif", "avis");
    private static final DateTimeFormatter EXIF = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");
    private static final DateTimeFormatter QUICKTIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXX");
    private static final Instant YEAR_ZERO = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant YEAR_TEN_THOUSAND = Instant.parse("9999-12-31T00:00:00Z");

    private final JsonNode root;

    private FfprobeAnswer(JsonNode root) {
        this.root = root;
    }

    static FfprobeAnswer read(byte[] json) throws IOException {
        try {
            return new FfprobeAnswer(JSON.readTree(json));
        } catch (JacksonException e) {
            throw new IOException("ffprobe wrote no JSON", e);
        }
    }

    String container() {
        return root.path("format").path("format_name").asString("");
    }

    /** How sure the format was recognised, of 100. */
    int score() {
        return root.path("format").path("probe_score").asInt(0);
    }

    MediaKind kind() {
        var pictureFormat = container().endsWith("_pipe") || container().equals("gif") || container().equals("image2");
        var brand = formatTag("major_brand").map(String::strip);
        if (pictureFormat || brand.filter(PICTURE_BRANDS::contains).isPresent()) {
            return streams().isEmpty() ? MediaKind.OTHER : MediaKind.PHOTO;
        }
        if (first("video").isPresent()) return MediaKind.VIDEO;
        return first("audio").isPresent() ? MediaKind.AUDIO : MediaKind.OTHER;
    }

    List<MediaStream> streams() {
        var streams = new ArrayList<MediaStream>();
        for (var stream : root.path("streams")) streams.add(stream(stream));
        return streams;
    }

    /** The stream that counts for time, gaps and pictures: the first moving picture, else the first sound. */
    Optional<Integer> mainStream() {
        return first("video").or(() -> first("audio")).map(stream -> stream.path("index").asInt(0));
    }

    /** Of the main stream, else of the file: a longer track of telemetry does not make the recording longer. */
    Optional<Duration> duration() {
        return first("video").or(() -> first("audio")).flatMap(stream -> seconds(stream.path("duration")))
            .or(() -> seconds(root.path("format").path("duration")));
    }

    int rotation() {
        return first("video").map(stream -> rotation(stream.path("side_data_list"))).orElse(0);
    }

    Optional<Instant> created() {
        var inStreams = first("video").or(() -> first("audio"))
            .map(stream -> stream.path("tags").path("creation_time").asString(""));
        return Stream.concat(formatTag("creation_time").stream(), inStreams.stream()).flatMap(text -> instant(text).stream())
            .findFirst();
    }

    /** A creation time that tells its offset from UTC, as telephones write it into QuickTime. */
    Optional<Instant> zoned() {
        return formatTag("com.apple.quicktime.creationdate")
            .flatMap(text -> parsed(() -> OffsetDateTime.parse(text, QUICKTIME).toInstant()));
    }

    Optional<Position> position() {
        return formatTag("location").or(() -> formatTag("com.apple.quicktime.location.ISO6709")).flatMap(Positions::iso6709);
    }

    /** The track of telemetry in GoPro's format. */
    Optional<Integer> gpmfStream() {
        return streamNodes().filter(stream -> stream.path("codec_tag_string").asString("").equals("gpmd"))
            .map(stream -> stream.path("index").asInt(0)).findFirst();
    }

    /** Of a photo: whether its picture could be read at all. */
    boolean hasPicture() {
        return root.path("frames").path(0).path("width").asInt(0) > 0;
    }

    int pictureRotation() {
        return rotation(root.path("frames").path(0).path("side_data_list"));
    }

    Optional<Position> picturePosition() {
        return Positions.exif(pictureTag("GPSLatitudeRef"), pictureTag("GPSLatitude"), pictureTag("GPSLongitudeRef"),
            pictureTag("GPSLongitude"));
    }

    Optional<LocalDateTime> pictureTakenAt() {
        return parsed(() -> LocalDateTime.parse(pictureTag("DateTimeOriginal").strip(), EXIF));
    }

    Optional<ZoneOffset> pictureOffset() {
        return parsed(() -> ZoneOffset.of(pictureTag("OffsetTimeOriginal").strip()));
    }

    private String pictureTag(String name) {
        return root.path("frames").path(0).path("tags").path(name).asString("");
    }

    private Optional<String> formatTag(String name) {
        return Optional.of(root.path("format").path("tags").path(name).asString("")).filter(text -> !text.isEmpty());
    }

    private Stream<JsonNode> streamNodes() {
        return root.path("streams").valueStream();
    }

    private Optional<JsonNode> first(String type) {
        return streamNodes()
            .filter(stream -> stream.path("codec_type").asString("").equals(type))
            .filter(stream -> stream.path("disposition").path("attached_pic").asInt(0) == 0) // the cover of a sound file
            .findFirst();
    }

    private static MediaStream stream(JsonNode stream) {
        var kind = switch (stream.path("codec_type").asString("")) {
            case "video" -> StreamKind.VIDEO;
            case "audio" -> StreamKind.AUDIO;
            case "subtitle" -> StreamKind.SUBTITLE;
            case "data" -> StreamKind.DATA;
            default -> StreamKind.OTHER;
        };
        var codec = stream.path("codec_name").asString(stream.path("codec_tag_string").asString("unknown"));
        return new MediaStream(
            stream.path("index").asInt(0), kind, codec,
            Optional.of(stream.path("profile").asString("")).filter(text -> !text.isEmpty()),
            positive(stream.path("width")).map(Long::intValue), positive(stream.path("height")).map(Long::intValue),
            kind == StreamKind.VIDEO ? rateMilli(stream.path("avg_frame_rate").asString("")) : Optional.empty(),
            positive(stream.path("sample_rate")).map(Long::intValue), positive(stream.path("channels")).map(Long::intValue),
            positive(stream.path("nb_frames")));
    }

    private static Optional<Long> positive(JsonNode number) {
        return Optional.of(number.asLong(0)).filter(n -> n > 0 && n <= Integer.MAX_VALUE);
    }

    private static Optional<Long> rateMilli(String fraction) {
        var slash = fraction.indexOf('/');
        if (slash < 0) return Optional.empty();
        try {
            var numerator = Long.parseLong(fraction.substring(0, slash));
            var denominator = Long.parseLong(fraction.substring(slash + 1));
            if (numerator <= 0 || denominator <= 0 || numerator > Integer.MAX_VALUE) return Optional.empty();
            return Optional.of((numerator * 1000 + denominator / 2) / denominator);
        } catch (NumberFormatException e) {
            return Optional.empty(); // not a fraction
        }
    }

    private static Optional<Duration> seconds(JsonNode text) {
        var seconds = text.asDouble(0);
        return seconds > 0 && seconds < Duration.ofDays(3650).toSeconds()
            ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000))) : Optional.empty();
    }

    /** ffprobe counts against the clock, and some matrices turn by a little more than a quarter. */
    private static int rotation(JsonNode sideData) {
        return sideData.valueStream().filter(data -> data.has("rotation")).findFirst()
            .map(data -> Math.floorMod(-Math.round(data.path("rotation").asFloat(0) / 90) * 90, 360)).orElse(0);
    }

    private static Optional<Instant> instant(String text) {
        return parsed(() -> Instant.parse(text)).filter(at -> at.isAfter(YEAR_ZERO) && at.isBefore(YEAR_TEN_THOUSAND));
    }

    private static <T> Optional<T> parsed(Supplier<T> parser) {
        try {
            return Optional.of(parser.get());
        } catch (DateTimeException e) {
            return Optional.empty(); // the file says something else there
        }
    }
}
