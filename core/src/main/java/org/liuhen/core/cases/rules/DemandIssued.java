package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.time.LocalDate;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.PerformanceStatus;
import org.liuhen.core.law.DueDay;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 逾期未催告: the time to perform has passed, not everything is performed, and no demand notice is made (CL-15). The law of the last
 * day of performance counts.
 */
@Duty("coercion.demandNotice.required")
public final class DemandIssued implements Rule<Begun> {

    private static final Key KEY = new Key("coercion.demandNotice.required");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        var dues = begun.execution().dues();
        var settled = dues.isEmpty() || Moments.endedOn(begun).isPresent()
                || begun.execution().performances().stream().anyMatch(performed -> performed.status() == PerformanceStatus.FULL)
                || Moments.finals(begun, DemandServed.DEMAND_NOTICE).findAny().isPresent();
        if (settled) return Assessment.quiet();
        var due = dues.stream().map(set -> set.due()).max(LocalDate::compareTo).orElseThrow();
        var stated = law.on(due).flagCited(KEY).filter(cited -> cited.value());
        if (stated.isEmpty()) return Assessment.quiet();
        var last = new DueDay(due, false).last(law.zone());
        if (!now.isAfter(last)) return Assessment.quietUntil(last);
        return Assessment.of(Alerts.of(KEY, begun.id().toString(), "", stated.get().authority(),
                new Bilingual("履行期限 " + due + " 已过，当事人没有全部履行，也没有制作催告书。",
                        "The time to perform ended on " + due + ", not everything is performed, and there is no demand notice."),
                new Bilingual("请登记履行情况，或者制作并送达催告书。", "Enter the performance, or issue and serve a demand notice.")));
    }
}
