package org.liuhen.core.recordings.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.liuhen.core.law.DueDay;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.recordings.handover.HandOverState.Open;
import org.liuhen.core.recordings.handover.HandOverState.Received;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Bilingual;

/**
 * 每月定期移交: each specialist hands over to the office once a month, also that there is nothing (AJ-9.p2). The text names no day, so the
 * month's last one counts. The law of the first day of the month counts.
 */
@Duty("recording.monthlyHandOver.period")
public final class MonthlyHandedOver implements Rule<Open> {

    private static final Key KEY = new Key("recording.monthlyHandOver.period");

    /** The last moment that is in time. */
    public static Instant due(Open open, Law law) {
        return new DueDay(open.opened().month().plusMonths(1).minusDays(1), false).last(law.zone());
    }

    @Override
    public Assessment check(Open open, Law law, Instant now) {
        var due = due(open, law);
        var received = open.received().map(Received::at);
        if (received.filter(at -> !at.isAfter(due)).isPresent()) return Assessment.quiet();
        if (received.isEmpty() && !now.isAfter(due)) return Assessment.quietUntil(due);
        return law.on(open.opened().month()).authority(KEY)
                .map(authority -> Assessment.of(new Finding(
                        new FindingKey(KEY.value(), open.opened().specialist().toString(), open.opened().month().toString()), Severity.ALERT, authority,
                        received.isPresent()
                                ? new Bilingual("当月的音像记录在月底以后才移交办公室。", "The month's recordings went to the office after its end.")
                                : new Bilingual("当月的音像记录没有移交办公室，也没有确认无移交。",
                                        "The month's recordings did not go to the office, and nobody confirmed that there were none."),
                        new Bilingual("请移交并由办公室接收；没有可移交的，也请双方确认。", "Hand them over and have the office receive them; confirm it also where there are none."),
                        Optional.of(due))))
                .orElseGet(Assessment::quiet);
    }

    /** What is to be raised at this moment, and when that can next change by itself. */
    public static Assessment assess(Open open, Law law, Instant now) {
        return new MonthlyHandedOver().check(open, law, now);
    }

    /** Whether the agency hands over regularly at all. */
    public static boolean applies(Law law, LocalDate month) {
        return law.on(month).limit(KEY).isPresent();
    }
}
