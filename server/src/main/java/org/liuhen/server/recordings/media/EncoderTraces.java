package org.liuhen.server.recordings.media;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.liuhen.core.recordings.continuity.Sighting;
import org.liuhen.core.recordings.continuity.Sign;

/**
 * Names of encoders, muxers and editing programs of computers, in the tags of a file and at the beginning of its pictures and sound.
 * Some cameras are built with the same libraries: that a name is there is all that is said.
 */
final class EncoderTraces {

    private static final int AROUND = 80;

    /** A name with its version, as the programs write it; a name alone could be a word of the contents. */
    private static final Pattern ENCODERS = Pattern.compile("Lav[fc]\\d{2}\\.\\d+[.\\d]*(?: [a-z0-9_]{2,20})?|Lav[fc](?=$)"
        + "|x26[45] (?:- core|\\(build) \\d+|x265-\\d\\.\\d|HandBrake[ /]\\d[\\w.]*|GPAC[- ]?[\\w./-]*|mkvmerge v[\\d.]+|libebml v[\\d.]+"
        + "|VirtualDub(?:Mod|2)?\\b|MEncoder\\b|LAME ?\\d\\.\\d+|Nero AAC|Windows Media (?:Video )?Encoder[\\w .]*|ISO Media file produced by Google");

    private static final Pattern EDITORS = Pattern.compile("Adobe (?:Premiere|After Effects|Media Encoder|Photoshop|Lightroom)[\\w .()]*"
        + "|Final Cut[\\w .]*|iMovie[\\w .]*|DaVinci Resolve[\\w .]*|Blackmagic Design|VEGAS[\\w .]*|Filmora[\\w .]*|Wondershare[\\w .]*"
        + "|CapCut[\\w .]*|JianYing[\\w .]*|\u526a\u6620|Kdenlive[\\w .]*|Shotcut[\\w .]*|OpenShot[\\w .]*|Avidemux[\\w .]*|Movie Maker[\\w .]*"
        + "|VideoStudio[\\w .]*|EDIUS[\\w .]*|Camtasia[\\w .]*|InShot[\\w .]*|Kinemaster[\\w .]*|VivaVideo[\\w .]*|FormatFactory[\\w .]*"
        + "|\u683c\u5f0f\u5de5\u5382|\u7f8e\u56fe\u79c0\u79c0|Meitu[\\w .]*|Snapseed[\\w .]*|\\bGIMP[\\w .]*|Paint\\.NET[\\w .]*|ACDSee[\\w .]*|Photos? Editor[\\w .]*");

    private EncoderTraces() {}

    /**
     * What is found, each name once.
     *
     * @param texts where (a tag's name) → what stands there
     */
    static List<Sighting> in(Map<String, String> texts) {
        var found = new LinkedHashMap<String, Sighting>();
        texts.forEach((where, text) -> {
            look(ENCODERS, Sign.ENCODER, where, text, found);
            look(EDITORS, Sign.EDITOR, where, text, found);
        });
        return List.copyOf(found.values());
    }

    private static void look(Pattern names, Sign sign, String where, String text, Map<String, Sighting> found) {
        var matcher = names.matcher(text);
        while (matcher.find() && found.size() < 100) {
            var name = matcher.group().strip();
            found.putIfAbsent(name, Sighting.of(sign, where + ": " + name.substring(0, Math.min(AROUND, name.length()))));
        }
    }
}
