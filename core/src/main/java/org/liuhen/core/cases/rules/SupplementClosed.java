package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.AcceptanceOutcome;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 补正未了: no decision while a supplement is open, the application being still alive (SQ-M-6.2). */
@Duty("record.initiation.required")
public final class SupplementClosed implements Requirement<CaseStep> {

    private static final Key TABLE = new Key("record.initiation.required");

    @Override
    public List<Missing> missing(CaseStep step, Rules rules) {
        var licensing = step.begun().licensing();
        var outcomes = licensing.outcomes();
        var open = !outcomes.isEmpty() && outcomes.getLast().outcome() == AcceptanceOutcome.SUPPLEMENT && licensing.withdrawn().isEmpty()
                && step.end().isEmpty();
        if (!open || step.begun().process().defectStated("application", TABLE.value())) return List.of();
        return rules.elements(TABLE).stream()
                .filter(element -> element.word().equals("onApplication"))
                .map(element -> new Missing(TABLE.value(), new Authority.Article(element.article()),
                        new Bilingual("申请材料尚待补正，还没有受理决定。", "The application is still to be supplemented; it is not accepted."),
                        new Bilingual("请登记补正情况并作出受理决定；申请人撤回的，登记撤回。",
                                "Take down the supplement and decide on acceptance, or take down the withdrawal."))
                        .about("application"))
                .toList();
    }
}
