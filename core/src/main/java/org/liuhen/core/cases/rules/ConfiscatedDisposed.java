package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 没收财物处理: a case does not end with confiscated property whose disposal is not recorded (SQ-M-9.4). */
@Duty("record.service.required")
public final class ConfiscatedDisposed implements Requirement<CaseStep> {

    private static final Key TABLE = new Key("record.service.required");

    @Override
    public List<Missing> missing(CaseStep step, Rules rules) {
        var open = step.begun().execution().confiscated().values().stream()
                .filter(property -> property.disposed().isEmpty())
                .filter(property -> !step.begun().process().defectStated(property.list().list().toString(), TABLE.value()))
                .toList();
        return rules.elements(TABLE).stream()
                .filter(element -> element.word().equals("confiscatedProperty"))
                .flatMap(element -> open.stream().map(property -> new Missing(TABLE.value(), new Authority.Article(element.article()),
                        new Bilingual("没收的财物（" + property.list().things().size() + " 项）没有处理记录。",
                                "Confiscated property (" + property.list().things().size() + " items) has no record of its disposal."),
                        new Bilingual("请登记处理方式、日期、参加人员和凭证。", "Take down manner, day, participants and voucher of its disposal."))
                        .about(property.list().list().toString())))
                .toList();
    }
}
