package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.ExecutionEvent;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Limit;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 催告先于申请: the court is applied to when ten working days have passed since the demand notice was served (Compulsion Law, article
 * 54). The law of the day of the application counts.
 */
@Duty("national.compulsion.demandBefore")
public final class DemandBeforeCourt implements Rule<Begun> {

    private static final Key KEY = new Key("national.compulsion.demandBefore");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return begun.execution().court().stream()
                .flatMap(court -> law.on(court.on()).limit(KEY).stream().flatMap(cited -> check(begun, court, cited, law)
                        .stream()))
                .collect(Assessment.all());
    }

    private static Optional<Assessment> check(Begun begun, ExecutionEvent.CourtApplied court, Cited<Limit> cited, Law law) {
        if (!(cited.value() instanceof Limit.Within within)) return Optional.empty();
        var served = Moments.finals(begun, DemandServed.DEMAND_NOTICE)
                .flatMap(demand -> Moments.servedOn(begun, demand.id()).stream())
                .filter(on -> !on.isAfter(court.on()))
                .min(LocalDate::compareTo);
        var due = served.map(on -> within.dueDay(on, law.workDays()));
        if (due.filter(last -> court.on().isAfter(last.day())).isPresent()) return Optional.empty();
        var zh = due.map(last -> "催告书 " + served.orElseThrow() + " 送达，" + last.day() + " 期满之后才可以申请法院强制执行；" + court.on() + " 申请过早"
                        + (last.provisional() ? "（节假日安排尚未公布，日期为暂定）" : "") + "。")
                .orElse(court.on() + " 申请法院强制执行，此前没有催告书送达的记录。");
        var en = due.map(last -> "The demand notice was served on " + served.orElseThrow()
                + "; the court may be applied to after " + last.day()
                        + ", the application of " + court.on() + " was too early"
                        + (last.provisional() ? " (provisional, the holidays are not announced yet)" : "") + ".")
                .orElse("The court was applied to on " + court.on() + ", and no demand notice was served before.");
        return Optional.of(Assessment.of(Alerts.of(KEY, court.document().toString(), "", cited.authority(), new Bilingual(zh, en),
                new Bilingual("请核对催告书的送达；过早申请的，等待期满后重新申请。",
                        "Check the service of the demand; if too early, apply again when the time is over."))));
    }
}
