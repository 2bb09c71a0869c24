package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.Correction;
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
 * 按期复查: an ordered correction is followed up until the end of its due day (CL-13.p3); a later follow-up stays late. The law of
 * the due day counts.
 */
@Duty("correction.followUp.required")
public final class CorrectionCheckedInTime implements Rule<Begun> {

    private static final Key KEY = new Key("correction.followUp.required");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return begun.corrections().values().stream()
                .flatMap(correction -> law.on(correction.ordered().due()).flagCited(KEY).filter(cited -> cited.value()).stream()
                        .map(cited -> check(correction, cited.authority(), law, now)))
                .collect(Assessment.all());
    }

    private static Assessment check(Correction correction, Authority authority, Law law, Instant now) {
        var due = correction.ordered().due();
        var checked = correction.followUps().stream().map(followUp -> followUp.on()).min(LocalDate::compareTo);
        if (checked.filter(on -> !on.isAfter(due)).isPresent()) return Assessment.quiet();
        var last = new DueDay(due, false).last(law.zone());
        if (!now.isAfter(last)) return Assessment.quietUntil(last);
        var what = checked.map(on -> new Bilingual("责令改正 " + due + " 到期，" + on + " 才复查。", "The correction was due on " + due
                + " and followed up on " + on + " only."))
                .orElse(new Bilingual("责令改正 " + due + " 到期，没有复查记录。", "The correction was due on " + due
                        + " and is not followed up."));
        return Assessment.of(new Finding(new FindingKey(KEY.value(), correction.ordered().order().toString(), ""),
                Severity.ALERT, authority,
                what, new Bilingual("请复查并登记结果，或者说明原因。", "Follow it up and take down the result, or explain."),
                        Optional.of(last)));
    }
}
