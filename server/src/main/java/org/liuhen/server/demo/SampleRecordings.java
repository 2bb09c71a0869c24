package org.liuhen.server.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.liuhen.core.values.Bilingual;
import org.liuhen.server.recordings.media.ConfinedProcess;
import org.liuhen.server.recordings.media.Ffmpeg;
import org.liuhen.server.recordings.media.Limits;
import org.liuhen.server.recordings.media.Outcome;

/**
 * Makes a folder that looks like the card of a body camera: videos in several formats with a running clock and Chinese captions
 * in the picture and a tone, one with a hole, one filmed upright, sounds, and a photo that knows where it was taken. Nobody and
 * nothing real is in them.
 */
public final class SampleRecordings {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter IN_NAME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(2), Duration.ofMinutes(4), 4L << 30, 1 << 20, 64 << 20);
    private static final long LATITUDE = 40_976_300;
    private static final long LONGITUDE = 117_953_900;
    private static final String PLACE = "+40.9763+117.9539/";
    private static final String SCENE =
        "gradients=s=%s:r=25:n=3:c0=0x1d3a5f:c1=0x6f8fa8:c2=0xc9b48a:seed=7:speed=0.02:duration=%d";
    private static final List<String> H264 = List.of("-c:v", "libopenh264", "-b:v", "800k", "-g", "50", "-pix_fmt", "yuv420p");
    private static final List<String> AAC = List.of("-c:a", "aac", "-b:a", "64k");

    private final Ffmpeg tools;
    private final ConfinedProcess confined;
    private final Consumer<Bilingual> notices;

    /** Tells {@code notices} what could not be made on this machine. */
    public SampleRecordings(Ffmpeg tools, ConfinedProcess confined, Consumer<Bilingual> notices) {
        this.tools = tools;
        this.confined = confined;
        this.notices = notices;
    }

    /**
     * With the tools of the program itself.
     *
     * @param work where tools are unpacked and run; made if need be
     */
    public static SampleRecordings in(Path work, Consumer<Bilingual> notices) throws IOException, InterruptedException {
        Files.createDirectories(work);
        return new SampleRecordings(Ffmpeg.find(Optional.empty(), work.resolveSibling("tools")), new ConfinedProcess(work), notices);
    }

    /** One card being filled; {@code font} is empty where there is none. */
    private record Card(Path folder, Path notes, Optional<Path> font, String device, String officer, String agency) {}

    /**
     * Makes the recordings of about an hour; it takes some seconds.
     *
     * @param folder the card; its content is added to
     * @param officer stands in the picture and, where it is plain ASCII, in the file names
     * @param start of the first recording; the others follow minutes apart
     * @return the files in the order of their time
     * @throws IOException if one could not be made; what was made before is left
     */
    public List<Path> make(Path folder, String deviceNumber, String officer, String agencyName, Instant start)
            throws IOException, InterruptedException {
        var notes = Files.createTempDirectory("liuhen-captions-");
        try {
            var font = CaptionFont.find(notes);
            if (font.isEmpty()) {
                notices.accept(new Bilingual("未找到中文字体，示例录像不带字幕。可安装 fonts-noto-cjk 后重试。",
                    "No Chinese font was found; the sample recordings have no captions. Install fonts-noto-cjk and try again."));
            }
            return fill(new Card(folder, notes, font, deviceNumber, officer, agencyName), start);
        } finally {
            try (var all = Files.walk(notes)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
            }
        }
    }

    private List<Path> fill(Card card, Instant start) throws IOException, InterruptedException {
        var made = new ArrayList<Path>();
        made.add(video(card, start, 12, "mp4", "现场检查", join(H264, AAC, place(), List.of("-movflags", "+faststart"))));
        made.add(video(card, minutes(start, 9), 8, "avi", "询问当事人",
            List.of("-c:v", "mpeg4", "-q:v", "5", "-g", "25", "-c:a", "libmp3lame", "-b:a", "64k")));
        made.add(video(card, minutes(start, 17), 10, "MTS", "抽样取证", join(H264, AAC, List.of("-f", "mpegts"))));
        made.add(video(card, minutes(start, 24), 8, "webm", "送达文书",
            List.of("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-b:v", "600k", "-g", "50",
                "-c:a", "libopus", "-b:a", "48k")));
        made.add(withHole(card, minutes(start, 31)));
        made.add(upright(card, minutes(start, 40)));
        if (hasEncoder("libx265")) {
            made.add(video(card, minutes(start, 45), 8, "mp4", "夜间检查",
                join(List.of("-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none", "-tag:v", "hvc1"),
                    AAC, List.of())));
        } else {
            notices.accept(new Bilingual("本机的 FFmpeg 没有 H.265 编码器，示例中没有 H.265 录像。",
                "This FFmpeg has no H.265 encoder; no sample is in H.265."));
        }
        made.add(sound(card, minutes(start, 49), 8, "wav", List.of("-c:a", "pcm_s16le", "-ar", "16000")));
        made.add(sound(card, minutes(start, 53), 200, "m4a", List.of("-c:a", "aac", "-b:a", "32k", "-ar", "16000"))); // a whole inquiry
        made.add(photo(card, minutes(start, 58)));
        return made;
    }

    private Path video(Card card, Instant at, int seconds, String ending, String title, List<String> encoding)
            throws IOException, InterruptedException {
        return moving(card, at, seconds, ending, "640x360", captions(card, at, title), encoding);
    }

    /** Three seconds of pictures are lost, as when a card is too slow; the sound runs on. */
    private Path withHole(Card card, Instant at) throws IOException, InterruptedException {
        var filter = captions(card, at, "查封场所") + ",select='not(between(t,5,7.99))'";
        return moving(card, at, 14, "mp4", "640x360", filter, join(List.of("-fps_mode", "passthrough"), H264, AAC));
    }

    /** Filmed upright: the picture lies on its side in the file, and the file says how to turn it. */
    private Path upright(Card card, Instant at) throws IOException, InterruptedException {
        var lying = moving(card, at, 8, "lying.mp4", "360x640", captions(card, at, "张贴公告") + ",transpose=cclock",
            join(H264, AAC, List.of()));
        var file = lying.resolveSibling(name(card, at) + ".mp4");
        ffmpeg(List.of("-display_rotation:v:0", "-90", "-i", "file:" + lying, "-c", "copy", "-map_metadata", "0",
            "file:" + file));
        Files.delete(lying);
        return dated(file, at.plusSeconds(8));
    }

    private Path moving(Card card, Instant at, int seconds, String ending, String size, String filter, List<String> encoding)
            throws IOException, InterruptedException {
        var file = Files.createDirectories(card.folder().resolve("DCIM/100VIDEO")).resolve(name(card, at) + "." + ending);
        ffmpeg(join(
            List.of("-f", "lavfi", "-i", SCENE.formatted(size, seconds), "-f", "lavfi", "-i",
                "sine=frequency=330:beep_factor=4:duration=" + seconds, "-vf", filter),
            encoding,
            List.of("-metadata", "creation_time=" + at, "-shortest", "file:" + file)));
        return dated(file, at.plusSeconds(seconds));
    }

    private Path sound(Card card, Instant at, int seconds, String ending, List<String> encoding)
            throws IOException, InterruptedException {
        var file = Files.createDirectories(card.folder().resolve("DCIM/100AUDIO")).resolve(name(card, at) + "." + ending);
        ffmpeg(join(List.of("-f", "lavfi", "-i", "sine=frequency=220:beep_factor=3:duration=" + seconds), encoding,
            List.of("-metadata", "creation_time=" + at, "file:" + file)));
        return dated(file, at.plusSeconds(seconds));
    }

    private Path photo(Card card, Instant at) throws IOException, InterruptedException {
        var file = Files.createDirectories(card.folder().resolve("DCIM/100PHOTO")).resolve(name(card, at) + ".jpg");
        ffmpeg(List.of("-f", "lavfi", "-i", SCENE.formatted("1280x720", 1), "-vf", captions(card, at, "现场照片"), "-frames:v", "1",
            "-q:v", "4", "-update", "1", "file:" + file));
        Files.write(file, ExifSegment.into(Files.readAllBytes(file), LocalDateTime.ofInstant(at, ZONE), "Liuhen sample",
            LATITUDE, LONGITUDE));
        return dated(file, at);
    }

    /**
     * Agency and title, camera and officer, and the clock that runs with the picture. Texts go by files: they need no quoting
     * there.
     */
    private static String captions(Card card, Instant at, String title) throws IOException {
        if (card.font().isEmpty()) return "null";
        var epoch = at.getEpochSecond() + ZONE.getRules().getOffset(at).getTotalSeconds(); // the tool knows no zone but UTC
        var lines = List.of(
            note(card, card.agency()) + ":expansion=none" + line(20, "h/60"),
            note(card, title) + ":expansion=none" + line(20, "h/60+min(w,h)/15"),
            note(card, "执法记录仪 " + card.device() + "  执法人员 " + card.officer()) + ":expansion=none" + line(20, "h-min(w,h)/7"),
            note(card, "%{pts:gmtime:" + epoch + ":%Y-%m-%d %H\\:%M\\:%S}  示例录像") + line(18, "h-min(w,h)/13"));
        return String.join(",", lines);
    }

    /** Size by the shorter side, so that the lines fit into pictures that stand. */
    private static String line(int part, String top) {
        return ":fontsize='min(w,h)/" + part + "':x=w/50:y='" + top + "'";
    }

    private static String note(Card card, String text) throws IOException {
        var file = Files.createTempFile(card.notes(), "note", ".txt");
        Files.writeString(file, text);
        return "drawtext=fontfile=" + card.font().orElseThrow() + ":textfile=" + file
            + ":fontcolor=white:borderw=2:bordercolor=black@0.7";
    }

    private static String name(Card card, Instant at) {
        var officer = card.officer().matches("[\\x21-\\x7e&&[^/\\\\:*?\"<>|]]+") ? card.officer() : "000000";
        return card.device() + "_" + officer + "_" + IN_NAME.format(at.atZone(ZONE));
    }

    private static Path dated(Path file, Instant at) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(at));
    }

    private static List<String> place() {
        return List.of("-metadata", "location=" + PLACE);
    }

    private static Instant minutes(Instant start, int minutes) {
        return start.plus(Duration.ofMinutes(minutes));
    }

    @SafeVarargs
    private static List<String> join(List<String>... lists) {
        var all = new ArrayList<String>();
        for (var list : lists) all.addAll(list);
        return all;
    }

    private boolean hasEncoder(String name) throws IOException, InterruptedException {
        return run(List.of("-v", "quiet", "-h", "encoder=" + name)) instanceof Outcome.Ended<byte[]>(_, var said, _)
            && new String(said, UTF_8).startsWith("Encoder " + name);
    }

    private void ffmpeg(List<String> arguments) throws IOException, InterruptedException {
        var outcome = run(join(List.of("-v", "error", "-nostdin", "-y"), arguments));
        if (!(outcome instanceof Outcome.Ended<byte[]>(var exit, _, _)) || exit != 0) {
            throw new IOException("a sample recording could not be made: " + outcome);
        }
    }

    private Outcome<byte[]> run(List<String> arguments) throws IOException, InterruptedException {
        var command = join(List.of(tools.ffmpeg().toString(), "-hide_banner"), arguments);
        return confined.run(new ConfinedProcess.Task(command, tools.environment(), Optional.empty(), LIMITS),
            InputStream::readAllBytes);
    }
}
