package org.liuhen.core.cases.rules;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.FiledRecording;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/** 集体讨论的录音: a collective discussion is recorded in sound, and the recording is filed to the case (CL-12). */
@Duty("avRecord.collectiveDiscussion.audioRequired")
public final class DiscussionRecorded implements Requirement<DocumentStep> {

    private static final Key AUDIO = new Key("avRecord.collectiveDiscussion.audioRequired");

    /** A video has sound too. */
    private static final Set<String> WITH_SOUND = Set.of("audio", "video");

    @Override
    public List<Missing> missing(DocumentStep step, Rules rules) {
        if (!DiscussionMinuted.neededFor(step) || recorded(step.begun())) return List.of();
        return rules.flagCited(AUDIO)
                .filter(audio -> audio.value())
                .map(audio -> Demand.missing(AUDIO, audio.authority(), "集体讨论没有归入本案的录音。",
                        "No sound recording of the collective discussion is filed to the case."))
                .stream()
                .toList();
    }

    private static boolean recorded(Begun begun) {
        var recordings = begun.process().recordings();
        return begun.discussions().stream()
                .flatMap(discussion -> discussion.recording().stream())
                .map(recordings::get)
                .anyMatch(DiscussionRecorded::withSound)
                || recordings.values().stream().anyMatch(recording -> withSound(recording)
                        && recording.content().filter(RecordedContent.COLLECTIVE_DISCUSSION::equals).isPresent());
    }

    static boolean withSound(@Nullable FiledRecording recording) {
        return recording != null && WITH_SOUND.contains(recording.mediaKind());
    }
}
