package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Limit;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Bilingual;

/**
 * 应音像记录的事项: an act that the agency's list of events names has neither a recording linked to it nor a reason (SQ-M-7.2, 7.3,
 * 7.5, 15.p4; CL-7, 11b, 13, 14, 18; LX-8.2, 8.3, 17.p4). Asked for when the time to store a recording of that act is over; the
 * uncertainty of a recorder's clock counts for the officer. The law of the day of the act counts.
 */
@Duty("avRecord.required.events")
public final class ActsRecorded implements Rule<Begun> {

    private static final Key EVENTS = new Key("avRecord.required.events");
    private static final Key STORE = new Key("recording.storeWithin");

    /** What an agency leaves to need or to other means is not asked for. */
    private static final String AS_NEEDED = "asNeeded";
    private static final String OTHER_MEANS = "orOtherMeansWithNote";

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return OnSiteActs.of(begun, law).flatMap(act -> check(begun, act, law, now)).collect(Assessment.all());
    }

    private static Stream<Assessment> check(Begun begun, OnSiteAct act, Law law, Instant now) {
        var rules = law.on(Moments.day(act.beganAt(), law));
        var element = act.words().stream()
                .flatMap(word -> rules.elements(EVENTS).stream().filter(candidate -> candidate.word().equals(word)))
                .findFirst();
        if (element.isEmpty() || element.get().contents().contains(AS_NEEDED)) return Stream.empty();
        if (element.get().contents().contains(OTHER_MEANS) && act.otherMeans()) return Stream.empty();
        if (act.recorded(begun) || act.excused(begun)) return Stream.empty();
        var due = rules.limit(STORE)
                .flatMap(cited -> cited.value() instanceof Limit.Within within
                        ? Optional.of(within.last(act.endedAt(), law.workDays(), law.zone())) : Optional.empty())
                .orElse(act.endedAt());
        if (!now.isAfter(due)) return Stream.of(Assessment.quietUntil(due));
        return Stream.of(Assessment.of(new Finding(new FindingKey(EVENTS.value(), act.subject(), act.words().getFirst()),
                Severity.ALERT,
                new Authority.Article(element.get().article()),
                new Bilingual(act.name().zh() + "没有关联音像记录，也没有说明原因。", act.name().en()
                        + " has no recording linked to it, and no reason is given."),
                new Bilingual("请关联音像记录；没有记录或者不宜记录的，制作不能记录情况说明或者免予记录的工作记录。",
                        "Link the recording; if there is none, state why it could not be or was not to be recorded."),
                Optional.of(due))));
    }
}
