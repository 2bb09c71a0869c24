package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.law.DayKind;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Limit;
import org.liuhen.core.law.Span;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Bilingual;

/**
 * 补正告知期限: the applicant is told what to supplement within the agency's limit, counted from the day after receipt (CL-6.4).
 * Which days count is the agency's choice, and both last days are shown; alerts on the last day, and from when it is over. The
 * law of the day of the receipt counts.
 */
@Duty("licence.supplementNotice.within")
public final class SupplementNoticeInTime implements Rule<Begun> {

    private static final Key KEY = new Key("licence.supplementNotice.within");
    private static final Key DAYS = new Key("licence.supplementNotice.dayKind");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        var application = begun.licensing().application();
        if (application.isEmpty()) return Assessment.quiet();
        var received = Moments.day(application.get().receivedAt(), law);
        var rules = law.on(received);
        return Deadline.from(law, KEY, received)
                .filter(deadline -> deadline.limit().span() instanceof Span.Calendar)
                .map(deadline -> {
                    var natural = rules.word(DAYS).filter(days -> days.value().equals("naturalDays")).isPresent();
                    return judge(begun, counted(deadline, natural, law), counted(deadline, !natural, law), law, now);
                })
                .orElse(Assessment.quiet());
    }

    private static Deadline counted(Deadline deadline, boolean natural, Law law) {
        var limit = new Limit.Within(deadline.limit().span(), natural ? DayKind.NATURAL : DayKind.WORKING);
        return new Deadline(deadline.duty(), deadline.start(), limit, limit.dueDay(deadline.start(), law.workDays()),
                deadline.authority());
    }

    private static Assessment judge(Begun begun, Deadline deadline, Deadline other, Law law, Instant now) {
        var both = new Bilingual("按" + (other.limit().days() == DayKind.NATURAL ? "自然日" : "工作日") + "计为 " + other.due().day(),
                "counted in " + (other.limit().days() == DayKind.NATURAL ? "natural" : "working") + " days it is " + other.due()
                        .day());
        var told = Applications.firstSupplement(begun, law);
        if (told.isEmpty() && Applications.settled(begun)) return Assessment.quiet();
        var lastDay = deadline.due().day().atStartOfDay(law.zone()).toInstant();
        if (told.isEmpty() && now.isBefore(lastDay)) return Assessment.quietUntil(lastDay.minusNanos(1));
        var late = deadline.judge(told, Optional.empty(), law, now, () -> deadline.finding(Applications.SUBJECT, law,
                told.map(on -> new Bilingual(on + " 才告知补正；" + both.zh() + "。", "The supplement notice came on " + on
                        + " only; " + both.en() + "."))
                        .orElse(new Bilingual("收到申请后逾期没有受理决定或者补正告知；" + both.zh() + "。",
                                "Neither acceptance nor a supplement notice, and the limit has passed; " + both.en() + ".")),
                new Bilingual("请尽快作出受理环节的处理；有正当理由的，写明情况。",
                        "Decide on the application soon; explain where there was good cause.")));
        if (told.isPresent() || !late.findings().isEmpty()) return late;
        var today = new Finding(new FindingKey(KEY.value(), Applications.SUBJECT, "lastDay"), Severity.ALERT,
                deadline.authority(),
                new Bilingual("今天是补正告知期限的最后一天（" + deadline.zh() + "）；" + both.zh() + "。",
                        "Today is the last day for a supplement notice (" + deadline.en() + "); " + both.en() + "."),
                new Bilingual("请今天作出受理决定，或者一次告知需要补正的全部内容。", "Accept today, or tell everything that is to be supplemented."),
                Optional.of(deadline.last(law)));
        return new Assessment(List.of(today), late.nextChangeAt());
    }
}
