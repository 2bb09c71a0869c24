package org.liuhen.server.recordings.media;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liuhen.core.recordings.MediaStream;
import org.liuhen.core.recordings.RecordingEvent.RecordingProbed;
import org.liuhen.core.recordings.StreamKind;

/**
 * What a browser can show of a recording: decided by what is in the file, never by its name. What today's Chromium and Firefox
 * both play counts.
 *
 * @param way to show it
 * @param mediaType of what is served, the original or the copy; of the original for {@link Way#NONE}. Never a type that a browser
 * runs
 */
public record Playability(Way way, String mediaType) {

    /** How a recording is shown. */
    public enum Way {
        /** The file itself plays. */
        ORIGINAL("original"),
        /** A derived copy is needed. */
        WEB("web"),
        /** There is nothing to show. */
        NONE("none");

        private final String word;

        Way(String word) {
            this.word = word;
        }

        /** The word in answers. */
        public String word() {
            return word;
        }
    }

    static final String MP4 = "video/mp4";
    static final String M4A = "audio/mp4";
    static final String JPEG = "image/jpeg";

    private static final Set<String> IN_WEBM = Set.of("vp8", "vp9", "av1", "opus", "vorbis");
    private static final Set<String> SOUND_IN_MP4 = Set.of("aac", "mp3", "opus", "flac");
    private static final Set<String> PCM = Set.of("pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_f32le");
    private static final Set<String> PLAIN_H264 =
        Set.of("Baseline", "Constrained Baseline", "Main", "Extended", "High", "Constrained High");

    /** Of a recording that was probed; one that could not be is {@link #unknown()}. */
    public static Playability of(RecordingProbed probed) {
        var sound = codec(probed, StreamKind.AUDIO);
        var picture = codec(probed, StreamKind.VIDEO);
        return switch (probed.kind()) {
            case PHOTO -> photo(probed.container(), picture.orElse(""));
            case AUDIO -> audio(probed.container(), sound.orElse(""));
            case VIDEO -> video(probed, sound);
            case OTHER -> unknown();
        };
    }

    /** Of a file that the media tool does not know. */
    public static Playability unknown() {
        return new Playability(Way.NONE, "application/octet-stream");
    }

    private static Playability photo(String container, String codec) {
        return switch (codec) {
            case "mjpeg" -> original(JPEG);
            case "png" -> original("image/png");
            case "webp" -> original("image/webp");
            case "gif" -> original("image/gif");
            case "bmp" -> original("image/bmp");
            case "av1" -> isMp4(container) ? original("image/avif") : new Playability(Way.WEB, JPEG);
            default -> new Playability(Way.WEB, JPEG); // HEIC, TIFF
        };
    }

    private static Playability audio(String container, String codec) {
        if (isMp4(container) && SOUND_IN_MP4.contains(codec)) return original(M4A);
        if (isWebm(container) && IN_WEBM.contains(codec)) return original("audio/webm");
        return switch (container) {
            case "mp3" -> original("audio/mpeg");
            case "aac" -> original("audio/aac");
            case "flac" -> original("audio/flac");
            case "ogg" -> Set.of("opus", "vorbis", "flac").contains(codec) ? original("audio/ogg")
                : new Playability(Way.WEB, M4A);
            case "wav" -> PCM.contains(codec) ? original("audio/wav") : new Playability(Way.WEB, M4A);
            default -> new Playability(Way.WEB, M4A); // AMR, WMA, ADPCM
        };
    }

    private static Playability video(RecordingProbed probed, Optional<String> sound) {
        var pictures = probed.streams().stream().filter(stream -> stream.kind() == StreamKind.VIDEO).toList();
        if (isMp4(probed.container()) && pictures.stream().allMatch(Playability::playsInMp4) && sound.stream()
            .allMatch(SOUND_IN_MP4::contains)) {
            return original(MP4);
        }
        var all = pictures.stream().map(MediaStream::codec);
        if (isWebm(probed.container()) && all.allMatch(IN_WEBM::contains) && sound.stream().allMatch(IN_WEBM::contains)) {
            return original("video/webm");
        }
        return new Playability(Way.WEB, MP4);
    }

    static boolean isPlainH264(MediaStream stream) {
        return stream.codec().equals("h264") && stream.profile().filter(PLAIN_H264::contains).isPresent();
    }

    private static boolean playsInMp4(MediaStream stream) {
        return isPlainH264(stream) || List.of("vp9", "av1").contains(stream.codec());
    }

    private static boolean isMp4(String container) {
        return container.startsWith("mov,");
    }

    private static boolean isWebm(String container) {
        return container.startsWith("matroska,");
    }

    /** Of the first stream of the kind. */
    static Optional<String> codec(RecordingProbed probed, StreamKind kind) {
        return probed.streams().stream().filter(stream -> stream.kind() == kind).map(MediaStream::codec).findFirst();
    }

    private static Playability original(String mediaType) {
        return new Playability(Way.ORIGINAL, mediaType);
    }
}
