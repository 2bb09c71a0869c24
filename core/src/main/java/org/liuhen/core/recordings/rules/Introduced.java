package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.stream.Collectors;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.Mark;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 语音说明: at the beginning the officer says time, place, officers, act and focus (WD-7). The officer's declaration suffices. The
 * law of the day of the act counts.
 */
@Duty("avRecord.voiceIntro.required")
public final class Introduced implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.voiceIntro.required");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        var said = activity.course().marks(Mark.Kind.INTRODUCED).flatMap(mark -> mark.words().stream()).collect(Collectors.toSet());
        return OnSite.of(activity, law).stream()
                .filter(act -> act.recorded() && !act.answered(KEY))
                .flatMap(act -> act.rules().words(KEY).stream()
                        .filter(cited -> !said.containsAll(cited.value()))
                        .map(cited -> act.alert(KEY, "", cited.authority(),
                                new Bilingual("没有声明已语音说明时间、地点、执法人员、执法行为和录音录像重点。",
                                        "Nobody declares that time, place, officers, act and focus were spoken."),
                                new Bilingual("请逐项声明；没有说明的，写明原因。", "Declare each of them; if one was not spoken, give the reason."))))
                .map(Assessment::of)
                .collect(Assessment.all());
    }
}
