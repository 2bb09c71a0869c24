package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Rules;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 立即报告: whoever cannot go on recording reports at once to the head of the unit, or to the leader in charge (SQ-I-11.p3, SQ-D-8).
 * One form serves both; the time taken is shown, for the text gives no number. The law of the day of the act counts.
 */
@Duty("avRecord.cannotContinue.reportTo")
public final class FailureReported implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.cannotContinue.reportTo");
    private static final Key UNUSABLE = new Key("avRecord.deviceUnavailable.reportTo");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> !act.answered(KEY))
                .flatMap(act -> activity.course().givenUp().stream()
                        .flatMap(given -> lacking(act.rules(), given.reports().stream().map(report -> report.to()).toList())
                                .map(key -> act.alert(KEY, key.value(), act.rules().authority(key).orElseThrow(),
                                        key.equals(KEY)
                                                ? new Bilingual("无法继续记录，没有登记向执法机构负责人报告。",
                                                        "Recording could not go on, and no report to the head of the unit is recorded.")
                                                : new Bilingual("设备不能使用，没有登记向主管领导报告。",
                                                        "The device could not be used, and no report to the leader in charge is recorded."),
                                        new Bilingual("请登记报告的时间、对象和方式；没有报告的，写明原因。",
                                                "Record when, to whom and how it was reported; if it was not, give the reason.")))))
                .map(Assessment::of)
                .collect(Assessment.all());
    }

    private static Stream<Key> lacking(Rules rules, List<String> reportedTo) {
        return Stream.of(KEY, UNUSABLE)
                .filter(key -> rules.word(key).filter(cited -> !reportedTo.contains(cited.value())).isPresent());
    }
}
