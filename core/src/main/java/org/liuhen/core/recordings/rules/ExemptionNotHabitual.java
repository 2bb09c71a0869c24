package org.liuhen.core.recordings.rules;

import java.time.Instant;
import java.util.List;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Limit;
import org.liuhen.core.recordings.activities.ActivityState.Known;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 反复以客观原因不记录: one officer leaves out recordings on the ground of an objective cause as often as the agency calls repeated, within
 * the time that it looks back (SQ-I-5.4; number and time are ours where the text has none). Said as often as counted; a question for a
 * person. The law of the day of the act counts.
 */
@Duty("reading.SQ.repeat.count")
public final class ExemptionNotHabitual implements Rule<Known> {

    private static final Key KEY = new Key("reading.SQ.repeat.count");
    private static final Key WITHIN = new Key("reading.SQ.repeat.within");

    @Override
    public Assessment check(Known activity, Law law, Instant now) {
        return OnSite.of(activity, law).stream()
                .filter(act -> activity.course().exemption().isPresent() && !act.answered(KEY))
                .flatMap(act -> activity.details().cause().stream().flatMap(cause -> act.rules().count(KEY).stream()
                        .filter(cited -> 1 + recent(cause.earlier(), act) >= cited.value())
                        .map(cited -> act.alert(KEY, "", cited.authority(),
                                new Bilingual("同一执法人员在规定时间内第 " + (1 + recent(cause.earlier(), act)) + " 次以客观原因不记录。",
                                        "The same officer leaves out a recording for an objective cause for the "
                                                + (1 + recent(cause.earlier(), act)) + "th time in the period."),
                                new Bilingual("请核实原因；属实的，写明理由。", "Look into it; where it is true, give the reason.")))))
                .map(Assessment::of)
                .collect(Assessment.all());
    }

    private static long recent(List<Instant> earlier, OnSite act) {
        return earlier.stream().filter(at -> act.rules().limit(WITHIN).map(cited -> switch (cited.value()) {
            case Limit.Within within -> !within.last(at, act.law().workDays(), act.law().zone()).isBefore(act.time().to());
            case Limit.Promptly _ -> true; // no time: all count
        }).orElse(true)).count();
    }
}
