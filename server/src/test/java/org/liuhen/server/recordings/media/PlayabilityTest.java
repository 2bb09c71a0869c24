package org.liuhen.server.recordings.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.recordings.MediaKind;
import org.liuhen.core.recordings.MediaStream;
import org.liuhen.core.recordings.RecordingEvent.RecordingProbed;
import org.liuhen.core.recordings.StreamKind;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PlayabilityTest {

    @ParameterizedTest(name = "{1} {2} {3} {4}: {5} {6}")
    @CsvSource(textBlock = """
        VIDEO, mov,         h264, High,                 aac,        original, video/mp4
        VIDEO, mov,         h264, Constrained Baseline, ,           original, video/mp4
        VIDEO, mov,         h264, High 4:2:2,           aac,        web,      video/mp4
        VIDEO, mov,         h264, High 10,              aac,        web,      video/mp4
        VIDEO, mov,         h264, High,                 pcm_s16le,  web,      video/mp4
        VIDEO, mov,         h264, High,                 amr_nb,     web,      video/mp4
        VIDEO, mov,         hevc, Main,                 aac,        web,      video/mp4
        VIDEO, mov,         av1,  Main,                 opus,       original, video/mp4
        VIDEO, mov,         mpeg4,,                     aac,        web,      video/mp4
        VIDEO, matroska,    vp9,  Profile 0,            opus,       original, video/webm
        VIDEO, matroska,    vp8,  ,                     vorbis,     original, video/webm
        VIDEO, matroska,    h264, High,                 aac,        web,      video/mp4
        VIDEO, mpegts,      h264, High,                 aac,        web,      video/mp4
        VIDEO, avi,         mjpeg,,                     pcm_u8,     web,      video/mp4
        VIDEO, asf,         wmv3, ,                     wmav2,      web,      video/mp4
        AUDIO, mov,         ,     ,                     aac,        original, audio/mp4
        AUDIO, mov,         ,     ,                     alac,       web,      audio/mp4
        AUDIO, mp3,         ,     ,                     mp3,        original, audio/mpeg
        AUDIO, wav,         ,     ,                     pcm_s16le,  original, audio/wav
        AUDIO, wav,         ,     ,                     adpcm_ms,   web,      audio/mp4
        AUDIO, ogg,         ,     ,                     opus,       original, audio/ogg
        AUDIO, amr,         ,     ,                     amr_nb,     web,      audio/mp4
        PHOTO, jpeg_pipe,   mjpeg,,                     ,           original, image/jpeg
        PHOTO, png_pipe,    png,  ,                     ,           original, image/png
        PHOTO, mov,         hevc, ,                     ,           web,      image/jpeg
        PHOTO, tiff_pipe,   tiff, ,                     ,           web,      image/jpeg
        OTHER, mov,         ,     ,                     ,           none,     application/octet-stream
        """)
    void what_a_browser_shows(MediaKind kind, String container, @Nullable String picture, @Nullable String profile,
        @Nullable String sound,
            String way, String mediaType) {
        var names = switch (container) {
            case "mov" -> "mov,mp4,m4a,3gp,3g2,mj2";
            case "matroska" -> "matroska,webm";
            default -> container;
        };
        var streams = new ArrayList<MediaStream>();
        if (picture != null) streams.add(stream(0, StreamKind.VIDEO, picture, profile));
        if (sound != null) streams.add(stream(1, StreamKind.AUDIO, sound, null));
        var probed = new RecordingProbed(kind, names, streams, Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(),
            Optional.empty(), Optional.empty(), List.of(), 0, 0, 0, "test");
        var playability = Playability.of(probed);
        assertEquals(way, playability.way().word());
        assertEquals(mediaType, playability.mediaType());
    }

    private static MediaStream stream(int index, StreamKind kind, String codec, @Nullable String profile) {
        return new MediaStream(index, kind, codec, Optional.ofNullable(profile), Optional.empty(), Optional.empty(),
            Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty());
    }
}
