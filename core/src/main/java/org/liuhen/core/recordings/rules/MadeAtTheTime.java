package org.liuhen.core.recordings.rules;

import java.time.Instant;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.FiledSegment;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 同步拍摄: a file says that it was made outside the act, whatever its clock's error,
 * and what it shows is claimed to be of the act (SQ-I-2.p2,
 * SQ-M-16, LX-18). A file whose own time lies outside is told by {@link NotBackfilled},
 * where the agency forbids that. The law of the
 * day of the act counts.
 */
@Duty("avRecord.synchronous")
public final class MadeAtTheTime implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.synchronous");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> !act.answered(KEY))
                .flatMap(act -> act.rules().flagCited(KEY).filter(cited -> cited.value()).stream()
                        .flatMap(cited -> activity.evidence().filed().stream()
                                .filter(filed -> madeOutside(filed, act))
                                .map(filed -> act.alert(KEY, filed.segment().recording().toString(), cited.authority(),
                                        new Bilingual("有一份音像记录的文件生成时间（" + act.clock(filed.fileCreatedAt().orElseThrow())
                                                + "）不在活动时间内。",
                                                "The file of a recording says that it was made outside the activity ("
                                                        + act.clock(filed.fileCreatedAt().orElseThrow()) + ")."),
                                        new Bilingual("请核对是否事后制作；确属当时录制的，写明原因。",
                                                "Check whether it was made afterwards; if it was taken at the time, give the reason.")))))
                .map(Assessment::of)
                .collect(Assessment.all());
    }

    private static boolean madeOutside(FiledSegment filed, OnSite act) {
        var slack = filed.segment().uncertainty().plus(act.gap());
        return filed.segment().time().widened(slack).meets(act.time())
                && filed.fileCreatedAt().filter(at -> !new Interval(at, at).widened(slack).meets(span(filed, act))).isPresent();
    }

    /** A camera that went on takes a file that began before the act, or ended after it. */
    private static Interval span(FiledSegment filed, OnSite act) {
        var own = filed.segment().time();
        return new Interval(own.from().isBefore(act.time().from()) ? own.from() : act.time().from(),
                own.to().isAfter(act.time().to()) ? own.to() : act.time().to());
    }
}
