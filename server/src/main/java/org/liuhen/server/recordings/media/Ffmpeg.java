package org.liuhen.server.recordings.media;

import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.liuhen.core.values.Bilingual;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The media tools.
 *
 * @param ffmpeg the program that converts
 * @param ffprobe the program that looks
 * @param environment what both need to start
 * @param tool name and version, as it is written into events: {@code ffmpeg 8.0.1}
 */
public record Ffmpeg(Path ffmpeg, Path ffprobe, Map<String, String> environment, String tool) {

    /** The first version that reads an already opened file ({@code fd:}), so that it needs no right to open any other. */
    private static final int OLDEST = 6;

    private static final String BUNDLE = "org/bytedeco/ffmpeg/linux-x86_64/";
    private static final Pattern VERSION = Pattern.compile("(?m)^ffmpeg version n?((\\d+)\\S*)");

    /** The libraries of devices which the bundled programs are linked to, with the version names they ask for. */
    private static final Map<String, List<String>> DEVICES = Map.of(
        "libxcb.so.1", List.of(),
        "libxcb-shm.so.0", List.of(),
        "libasound.so.2", List.of("ALSA_0.9", "ALSA_0.9.0rc4"),
        "libpulse.so.0", List.of("PULSE_0"));

    /**
     * What is read: containers and pictures of cameras, telephones, recorders and surveillance. No playlist and nothing else that
     * names another file; ffmpeg has hundreds of formats, and each is a way in. No format without any mark, such as raw AMR:
     * every text is some of it.
     */
    private static final String FORMATS = "mov,matroska,webm,avi,mpegts,mpeg,mpegvideo,m4v,h264,hevc,mjpeg,asf,flv,dv,dhav,"
        + "wav,w64,mp3,aac,ac3,amr,ogg,flac,caf,aiff,au,"
        + "jpeg_pipe,jpegxl_pipe,png_pipe,webp_pipe,bmp_pipe,tiff_pipe,gif,gif_pipe";

    /** Pictures of 128 million points are read; a hostile file claims more to make the tool ask for memory. */
    private static final String PIXELS_MAX = "134217728";

    /** What the tools say then, and beyond what they can count themselves; ffprobe does not take it for an error. */
    private static final Pattern TOO_MANY_PIXELS = Pattern.compile("Picture size [1-9]\\d*x[1-9]\\d* (exceeds|is invalid)");

    /** Standard input, already opened, and nothing else. */
    private static final List<String> INPUT =
        List.of("-protocol_whitelist", "fd", "-format_whitelist", FORMATS, "-max_pixels", PIXELS_MAX, "-i", "fd:");

    public Ffmpeg {
        environment = Map.copyOf(environment);
    }

    /** There is no ffmpeg that can be used; the message says what to do. */
    public static final class Unusable extends IOException {
        private final Bilingual sentence;

        Unusable(String zh, String en) {
            super(zh + " / " + en);
            this.sentence = new Bilingual(zh, en);
        }

        /** What is wrong and what to do next. */
        public Bilingual sentence() {
            return sentence;
        }
    }

    /**
     * The tools that a setting names, else the bundled ones, unpacked once into the cache folder.
     *
     * @param setting the program ffmpeg; ffprobe must lie beside it
     * @param cache may be deleted at any time; made if it is missing
     * @throws Unusable if there are none or they do not run here
     * @throws IOException if the cache folder cannot be written
     */
    public static Ffmpeg find(Optional<Path> setting, Path cache) throws IOException, InterruptedException {
        if (setting.isPresent()) {
            var ffmpeg = setting.get().toAbsolutePath();
            return tried(ffmpeg, ffmpeg.resolveSibling("ffprobe"), Map.of());
        }
        var folder = unpacked(cache.toAbsolutePath());
        return tried(folder.resolve("ffmpeg"), folder.resolve("ffprobe"), Map.of("LD_LIBRARY_PATH", folder.toString()));
    }

    /** Whether the tools refused a picture for its size. */
    static boolean tooManyPixels(String errors) {
        return TOO_MANY_PIXELS.matcher(errors).find();
    }

    /** Arguments of ffprobe that looks at standard input. */
    List<String> looking(List<String> options) {
        return Stream.of(List.of("-hide_banner", "-v", "error"), options, INPUT).flatMap(List::stream).toList();
    }

    /**
     * Arguments of ffmpeg that reads standard input; two threads, no question asked, the same bytes each time as far as the
     * encoders allow.
     */
    List<String> converting(List<String> inputOptions, List<String> outputOptions) {
        var start = List.of("-hide_banner", "-v", "error", "-nostdin", "-y", "-threads", "2", "-filter_threads", "1");
        var exact = List.of("-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact", "-flags", "+bitexact",
            "-threads", "2");
        return Stream.of(start, inputOptions, INPUT, exact, outputOptions).flatMap(List::stream).toList();
    }

    private static Ffmpeg tried(Path ffmpeg, Path ffprobe, Map<String, String> environment)
            throws IOException, InterruptedException {
        for (var program : List.of(ffmpeg, ffprobe)) {
            if (!Files.isExecutable(program)) {
                throw new Unusable(
                    "找不到可执行的 " + program + "。请安装 FFmpeg " + OLDEST + " 或更新版本，或删去该设置以使用自带的版本。",
                    program + " is not an executable file. Install FFmpeg " + OLDEST
                        + " or newer, or drop the setting to use the bundled one.");
            }
        }
        var builder = new ProcessBuilder(ffmpeg.toString(), "-version").redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        String said;
        try (var output = process.getInputStream()) {
            said = new String(output.readNBytes(64 * 1024), UTF_8);
        }
        var exit = process.waitFor();
        var version = VERSION.matcher(said);
        if (exit != 0 || !version.find()) {
            var first = said.lines().findFirst().orElse("exit " + exit);
            throw new Unusable(
                "FFmpeg 无法在本机运行：" + first + "。请安装 FFmpeg " + OLDEST + " 或更新版本，并在设置中指明其路径。",
                "FFmpeg does not run here: " + first + ". Install FFmpeg " + OLDEST
                    + " or newer and name its path in the settings.");
        }
        if (Integer.parseInt(version.group(2)) < OLDEST) {
            throw new Unusable(
                "FFmpeg " + version.group(1) + " 版本过旧，需要 " + OLDEST + " 或更新版本。请更新，或删去该设置以使用自带的版本。",
                "FFmpeg " + version.group(1) + " is too old; " + OLDEST
                    + " or newer is needed. Update it, or drop the setting to use the bundled one.");
        }
        return new Ffmpeg(ffmpeg, ffprobe, environment, "ffmpeg " + version.group(1));
    }

    /** Unpacks beside and renames, so that a half-unpacked folder is never used and two processes may do it at once. */
    private static Path unpacked(Path cache) throws IOException {
        var resource = Ffmpeg.class.getClassLoader().getResource(BUNDLE + "ffmpeg");
        if (resource == null || !(resource.openConnection() instanceof JarURLConnection connection)) {
            throw new Unusable(
                "本平台没有自带的 FFmpeg。请安装 FFmpeg " + OLDEST + " 或更新版本，并在设置中指明其路径。",
                "No FFmpeg is bundled for this platform. Install FFmpeg " + OLDEST
                    + " or newer and name its path in the settings.");
        }
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            var entries = jar.stream().filter(Ffmpeg::wanted).toList();
            var folder = cache.resolve("ffmpeg-" + fingerprint(entries));
            if (complete(folder, entries)) return folder;
            Files.createDirectories(cache);
            var fresh = Files.createTempDirectory(cache, "unpacking-");
            unpack(jar, entries, fresh);
            if (Files.exists(folder)) delete(folder); // incomplete: somebody cleaned up inside
            try {
                Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException | AtomicMoveNotSupportedException e) {
                delete(fresh);
                if (!complete(folder, entries)) throw e; // else another process was faster with the same bytes
            }
            return folder;
        }
    }

    private static boolean wanted(JarEntry entry) {
        return entry.getName().startsWith(BUNDLE) && !entry.isDirectory() && !file(entry).startsWith("libjni");
    }

    private static String file(JarEntry entry) {
        return entry.getName().substring(BUNDLE.length());
    }

    private static void unpack(JarFile jar, List<JarEntry> entries, Path folder) throws IOException {
        for (var entry : entries) {
            var file = folder.resolve(file(entry));
            if (!folder.equals(file.getParent())) {
                throw new FileSystemException(entry.getName(), null, "not directly in the bundle");
            }
            try (var bytes = jar.getInputStream(entry)) {
                Files.copy(bytes, file);
            }
            if (!file.toFile().setExecutable(true, true)) {
                throw new FileSystemException(file.toString(), null, "cannot be made executable");
            }
        }
        for (var device : DEVICES.entrySet()) {
            Files.write(folder.resolve(device.getKey()), EmptyLibrary.named(device.getKey(), device.getValue()));
        }
    }

    private static boolean complete(Path folder, List<JarEntry> entries) throws IOException {
        for (var entry : entries) {
            var file = folder.resolve(file(entry));
            if (!Files.isRegularFile(file) || Files.size(file) != entry.getSize()) return false;
        }
        return DEVICES.keySet().stream().allMatch(device -> Files.isRegularFile(folder.resolve(device)));
    }

    private static String fingerprint(List<JarEntry> entries) {
        var all = new CRC32();
        entries.stream().map(entry -> entry.getName() + ' ' + entry.getCrc() + '\n').sorted()
            .forEach(line -> all.update(line.getBytes(UTF_8)));
        return "%08x".formatted(all.getValue());
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) Files.delete(file);
        }
        Files.delete(folder);
    }
}
