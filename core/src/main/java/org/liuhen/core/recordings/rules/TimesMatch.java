package org.liuhen.core.recordings.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Limit;
import org.liuhen.core.law.Span;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.LinkedDocument;
import org.liuhen.core.recordings.coverage.Coverage;
import org.liuhen.core.recordings.coverage.Interval;
import org.liuhen.core.recordings.coverage.Segment;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 起止时间一致: the recording begins and ends when the text record says that the act did (SQ-D-7.p2). Whole minutes are compared, after
 * the clocks' correction, with the agency's tolerance; the uncertainty counts for the officer. One reason serves all
 * differences of an act. The law of the day of the act counts.
 */
@Duty("avRecord.timeMatch.required")
public final class TimesMatch implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.timeMatch.required");
    private static final Key TOLERANCE = new Key("avRecord.timeMatch.tolerance");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> !act.answered(KEY))
                .flatMap(act -> act.rules().flagCited(KEY).filter(cited -> cited.value()).stream().flatMap(cited -> {
                    var coverage = act.coverage();
                    if (coverage.beganAt().isEmpty()) return Stream.empty();
                    return activity.evidence().documents().values().stream()
                            .flatMap(document -> document.time().stream()
                                    .flatMap(written -> differences(act, coverage, document, written, cited.authority())));
                }))
                .map(Assessment::of)
                .collect(Assessment.all());
    }

    private static Stream<Finding> differences(OnSite act, Coverage coverage, LinkedDocument document, Interval stated,
            Authority authority) {
        var uncertain = coverage.lanes().stream().flatMap(lane -> lane.stretches().stream()).flatMap(stretch -> stretch.segments().stream())
                .map(Segment::uncertainty).max(Duration::compareTo).orElse(Duration.ZERO);
        var allowed = tolerance(act).plus(uncertain);
        var begins = coverage.beganAt().orElseThrow();
        var ends = coverage.endedAt().orElseThrow();
        if (within(begins, stated.from(), allowed) && within(ends, stated.to(), allowed)) return Stream.empty();
        var filmed = new Bilingual(act.clock(begins) + " 至 " + act.clock(ends), act.clock(begins) + " to " + act.clock(ends));
        var written = act.span(stated);
        return Stream.of(act.alert(KEY, document.document().toString(), authority,
                new Bilingual("录音录像（" + filmed.zh() + "）与《" + document.title() + "》（" + written.zh() + "）的起止时间不一致，时钟误差 "
                        + uncertain.toSeconds() + " 秒已计入。",
                        "The recording (" + filmed.en() + ") and “" + document.title() + "” (" + written.en()
                                + ") begin or end at different times; " + uncertain.toSeconds() + " s of clock error are allowed for."),
                new Bilingual("请核对两者的时间；确有原因的，写明理由，一份说明可以用于同一活动的全部差异。",
                        "Check both; if there was a reason, give it: one serves all differences of the activity.")));
    }

    /** Beyond the same minute; {@code sameMinute} is none. */
    private static Duration tolerance(OnSite act) {
        return act.rules().limit(TOLERANCE)
                .map(cited -> cited.value() instanceof Limit.Within(Span.Exact(var exact), _) ? exact : Duration.ZERO)
                .orElse(Duration.ZERO);
    }

    private static boolean within(Instant recorded, Instant written, Duration allowed) {
        return !minute(recorded.minus(allowed)).isAfter(minute(written)) && !minute(recorded.plus(allowed)).isBefore(minute(written));
    }

    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }
}
