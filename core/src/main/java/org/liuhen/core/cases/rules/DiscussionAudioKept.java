package org.liuhen.core.cases.rules;

import java.time.Instant;
import org.liuhen.core.cases.ApprovalEvent;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.RecordedContent;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 集体讨论录音: a collective discussion without an audio recording, the case being decided already (CL-12); before the decision the
 * recording is a requirement. The law of the day of the discussion counts.
 */
@Duty("avRecord.collectiveDiscussion.audioRequired")
public final class DiscussionAudioKept implements Rule<Begun> {

    private static final Key KEY = new Key("avRecord.collectiveDiscussion.audioRequired");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        if (begun.documents().values().stream().noneMatch(Moments::decidesCase)) return Assessment.quiet();
        return begun.discussions().stream()
                .filter(discussion -> !recorded(begun, discussion, law))
                .flatMap(discussion -> law.on(discussion.on()).flagCited(KEY).filter(cited -> cited.value()).stream()
                        .map(cited -> Assessment.of(Alerts.of(KEY, begun.id().toString(), discussion.on().toString(),
                                cited.authority(),
                                new Bilingual(discussion.on() + " 的集体讨论没有录音，案件已经作出决定。",
                                        "The collective discussion of " + discussion.on()
                                                + " has no audio recording, and the case is decided."),
                                new Bilingual("请归入录音；无法补录的，作出情况说明。",
                                        "File the recording; if there is none, make a defect statement.")))))
                .collect(Assessment.all());
    }

    /** The discussion's own recording, or one of that day; the uncertainty of a recorder's clock counts for the officer. */
    private static boolean recorded(Begun begun, ApprovalEvent.CollectivelyDiscussed discussion, Law law) {
        var recordings = begun.process().recordings();
        if (discussion.recording().map(recordings::get).filter(DiscussionRecorded::withSound).isPresent()) return true;
        return recordings.values().stream()
                .filter(recording -> DiscussionRecorded.withSound(recording)
                        && recording.content().filter(RecordedContent.COLLECTIVE_DISCUSSION::equals).isPresent())
                .anyMatch(recording -> !Moments.day(recording.beganAt().minus(recording.uncertainty()), law)
                        .isAfter(discussion.on())
                        && !Moments.day(recording.endedAt().plus(recording.uncertainty()), law).isBefore(discussion.on()));
    }
}
