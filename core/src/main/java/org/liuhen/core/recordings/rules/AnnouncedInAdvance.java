package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.Mark;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 事先告知: whoever is recorded is told before the act, at the latest with the first words of the recording (SQ-D-6, SQ-I-8,
 * LX-6.p2, AJ-14): before any focus item that has a time. Told and not timed is in advance: the officer's declaration suffices.
 * The law of the day of the act counts.
 */
@Duty("avRecord.announcement.timing")
public final class AnnouncedInAdvance implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.announcement.timing");
    private static final String IN_ADVANCE = "inAdvance";

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> Announced.due(act) && !act.answered(KEY) && late(activity))
                .flatMap(act -> act.rules().word(KEY).filter(cited -> cited.value().equals(IN_ADVANCE)).stream()
                        .map(cited -> act.alert(KEY, "", cited.authority(),
                                new Bilingual("告知录音录像晚于录下的内容，不是事先告知。",
                                        "The recording was announced after something was recorded, not in advance."),
                                new Bilingual("请核对时间；确实在后的，写明原因。", "Check the times; if it came later, give the reason."))))
                .map(Assessment::of)
                .collect(Assessment.all());
    }

    private static boolean late(Known activity) {
        if (activity.course().marks(Mark.Kind.ANNOUNCED).anyMatch(mark -> mark.at().isEmpty())) return false;
        var told = first(activity.course().marks(Mark.Kind.ANNOUNCED));
        var focus = first(activity.course().marks(Mark.Kind.FOCUS));
        return told.isPresent() && focus.isPresent() && told.get().isAfter(focus.get());
    }

    private static Optional<Instant> first(Stream<Mark> marks) {
        return marks.flatMap(mark -> mark.at().stream()).min(Instant::compareTo);
    }
}
