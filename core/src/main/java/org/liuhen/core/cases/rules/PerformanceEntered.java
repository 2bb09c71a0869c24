package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.PerformanceStatus;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.DueDay;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Bilingual;

/**
 * 当事人履行情况: the day of performance has passed and nothing is entered (SQ-M-9.2, LX-10.2). Of several days each wants an entry
 * after the one before; an entry of full performance answers all. The law of the day of performance counts.
 */
@Duty("record.service.required")
public final class PerformanceEntered implements Rule<Begun> {

    private static final Key TABLE = new Key("record.service.required");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        var performances = begun.execution().performances();
        if (performances.stream().anyMatch(performed -> performed.status() == PerformanceStatus.FULL)) return Assessment.quiet();
        var dues = begun.execution().dues().stream().map(set -> set.due()).distinct().sorted().toList();
        var found = new ArrayList<Assessment>();
        var after = LocalDate.MIN;
        for (var due : dues) {
            var since = after;
            after = due;
            if (performances.stream().anyMatch(performed -> performed.on().isAfter(since))) continue;
            Alerts.element(law.on(due), TABLE, "partyPerformance").ifPresent(authority ->
                    found.add(judge(begun, due, authority, law, now)));
        }
        return found.stream().collect(Assessment.all());
    }

    private static Assessment judge(Begun begun, LocalDate due, Authority authority, Law law, Instant now) {
        var ended = Moments.endedOn(begun);
        if (ended.filter(on -> !on.isAfter(due)).isPresent()) return Assessment.quiet();
        var last = new DueDay(due, false).last(law.zone());
        if (!now.isAfter(last)) return Assessment.quietUntil(last);
        return Assessment.of(new Finding(new FindingKey(TABLE.value(), begun.id().toString(), due.toString()), Severity.ALERT,
                authority,
                new Bilingual("履行期限 " + due + " 已过，没有登记当事人的履行情况。",
                        "The time to perform ended on " + due + ", and the party's performance is not entered."),
                new Bilingual("请登记履行情况（全部、部分或者没有履行）。", "Enter the performance: full, partial or none."), Optional.of(last)));
    }
}
