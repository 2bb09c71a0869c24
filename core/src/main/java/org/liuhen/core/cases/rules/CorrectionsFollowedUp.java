package org.liuhen.core.cases.rules;

import java.time.LocalDate;
import java.util.List;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 责令改正复查: a case does not end with an ordered correction that nobody followed up (CL-13.p3). */
@Duty("correction.followUp.required")
public final class CorrectionsFollowedUp implements Requirement<CaseStep> {

    private static final Key FOLLOW_UP = new Key("correction.followUp.required");

    @Override
    public List<Missing> missing(CaseStep step, Rules rules) {
        var authority = rules.authority(FOLLOW_UP);
        if (authority.isEmpty() || !rules.flag(FOLLOW_UP)) return List.of();
        return step.begun().corrections().values().stream()
                .filter(correction -> correction.followUps().isEmpty())
                .filter(correction -> !step.begun().process().defectStated(correction.ordered().order().toString(), FOLLOW_UP.value()))
                .map(correction -> missing(authority.get(), correction.ordered().order().toString(), correction.ordered().due()))
                .toList();
    }

    private static Missing missing(Authority authority, String order, LocalDate due) {
        return new Missing(FOLLOW_UP.value(), authority,
                new Bilingual("责令改正（" + due + " 到期）没有复查记录。", "The correction ordered by " + due + " was not followed up."),
                new Bilingual("请登记复查情况。", "Take down the follow-up.")).about(order);
    }
}
