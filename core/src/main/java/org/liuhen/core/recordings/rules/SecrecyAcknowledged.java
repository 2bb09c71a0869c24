package org.liuhen.core.recordings.rules;

import java.time.Instant;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.Exemption;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 重大情形因秘密不记录的确认: an act that would be recorded from beginning to end, and was not recorded for a secret, is confirmed by the
 * leader who has the work record (SQ-I-5.2 with SQ-M-17.p2, whose order the text leaves open). Without a work record
 * {@link ExemptionReported} speaks. Found after the day of the act. The law of the day of the act counts.
 */
@Duty("reading.SQ.15")
public final class SecrecyAcknowledged implements Rule<Known> {

    private static final Key KEY = new Key("reading.SQ.15");
    private static final String SECRET = "secretOrPrivacy";

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        if (activity.opened().weights().isEmpty() || !open(activity)) return Assessment.quiet();
        return OnSite.of(activity, law).stream()
                .filter(act -> !act.answered(KEY) && act.rules().knows(KEY.value()))
                .flatMap(act -> act.rules().word(KEY).stream().map(cited -> now.isAfter(act.endOfDay())
                        ? Assessment.of(act.alert(KEY, "", cited.authority(),
                                new Bilingual("应当全程音像记录的活动因秘密没有记录，主管领导还没有确认。",
                                        "The whole act was to be recorded and was not, for a secret; the leader in charge has not confirmed it."),
                                new Bilingual("请主管领导签收工作记录；不认可的，作出情况说明。",
                                        "Let the leader take note of the work record; if he does not agree, make a defect statement.")))
                        : Assessment.quietUntil(act.endOfDay())))
                .collect(Assessment.all());
    }

    private static boolean open(Known activity) {
        return activity.course().exemption()
                .filter(exemption -> exemption.ground().equals(SECRET))
                .flatMap(Exemption::workRecord)
                .filter(record -> record.acknowledgedAt().isEmpty())
                .isPresent();
    }
}
