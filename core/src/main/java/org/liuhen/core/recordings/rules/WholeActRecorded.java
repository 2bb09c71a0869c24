package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.recordings.activities.Weight;
import org.liuhen.core.recordings.coverage.Hole;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 全程音像记录: an act that touches liberty, life and health or major property, or in a case-handling place, is recorded from its
 * start point to its end point (SQ-M-17.p2, LX-19.p2, WD-5.p2). A hole that nobody explained is found once the time to hand in is
 * over, or at once where something is recorded. The law of the day of the act counts.
 */
@Duty("avRecord.fullCourse.events")
public final class WholeActRecorded implements Rule<Known> {

    private static final Key KEY = new Key("avRecord.fullCourse.events");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> !act.answered(KEY))
                .map(act -> demanded(act).map(authority -> check(act, authority, now)).orElseGet(Assessment::quiet))
                .collect(Assessment.all());
    }

    private static Assessment check(OnSite act, Authority authority, Instant now) {
        var holes = act.unexplained(Hole.Edge.values());
        if (holes.isEmpty()) return Assessment.quiet();
        if (!act.recorded() && !now.isAfter(act.handedInBy())) return Assessment.quietUntil(act.handedInBy());
        return holes.stream().map(hole -> Assessment.of(finding(act, hole, authority))).collect(Assessment.all());
    }

    static Optional<Authority> demanded(OnSite act) {
        var weights = act.activity().weights().stream().map(Weight::word).toList();
        return act.rules().elements(KEY).stream()
                .filter(element -> !RecordedWherePossible.conditional(element))
                .filter(element -> weights.contains(element.word()) || act.events().contains(element.word()))
                .findFirst()
                .map(element -> new Authority.Article(element.article()));
    }

    private static Finding finding(OnSite act, Hole hole, Authority authority) {
        var span = act.span(hole.time());
        return act.alert(KEY, hole.time().from().toString(), authority,
                new Bilingual("应当全程音像记录，" + span.zh() + " 没有录音录像。", "The whole act must be recorded; nothing was from " + span.en() + "."),
                new Bilingual("请归入这一段的录音录像，或者登记中断、无法继续记录的情况。",
                        "File a recording of that time, or record the break or why recording could not go on."));
    }
}
