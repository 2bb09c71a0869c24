package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.Exemption;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 不记录的工作记录: an act that was left out on a ground of the text has a work record with reason and basis, handed to the leader in
 * charge promptly after it (SQ-I-5.p2). The text gives no number: found after the day of the act. The law of the day of the act
 * counts.
 */
@Duty("avRecord.exemption.workRecord")
public final class ExemptionReported implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.exemption.workRecord");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> lacking(activity) && !act.answered(KEY))
                .flatMap(act -> act.rules().words(KEY).stream().map(cited -> now.isAfter(act.endOfDay())
                        ? Assessment.of(act.alert(KEY, "", cited.authority(),
                                new Bilingual("没有录音录像，也没有向主管领导报送写明理由和依据的工作记录。",
                                        "The act was not recorded, and no work record with reason and basis went to the leader in charge."),
                                new Bilingual("请填写工作记录并报送主管领导。", "Write the work record and hand it to the leader in charge.")))
                        : Assessment.quietUntil(act.endOfDay())))
                .collect(Assessment.all());
    }

    static boolean lacking(Known activity) {
        return activity.course().exemption().filter(exemption -> exemption.workRecord().isEmpty()).isPresent();
    }
}
