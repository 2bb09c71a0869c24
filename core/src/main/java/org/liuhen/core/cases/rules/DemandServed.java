package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.CaseDocument;
import org.liuhen.core.cases.ServiceOutcome.Served;
import org.liuhen.core.cases.documents.TemplateId;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 催告: before a decision on execution or an application to the court a demand notice was served, earlier than that day (CL-15). */
@Duty("coercion.demandNotice.served")
public final class DemandServed implements Requirement<ExecutionStep> {

    private static final Key KEY = new Key("coercion.demandNotice.served");

    /** 催告书. */
    public static final TemplateId DEMAND_NOTICE = new TemplateId("demand-notice");

    @Override
    public List<Missing> missing(ExecutionStep step, Rules rules) {
        var authority = rules.authority(KEY);
        if (authority.isEmpty() || !rules.flag(KEY) || served(step)) return List.of();
        return List.of(new Missing(KEY.value(), authority.get(),
                new Bilingual("没有在此前送达催告书的记录。", "No demand notice was served before."),
                new Bilingual("请先制作并送达催告书；送达证明无法取得的，作出情况说明。",
                        "Issue and serve a demand notice first; if its proof can no longer be had, make a defect statement.")));
    }

    private static boolean served(ExecutionStep step) {
        var begun = step.begun();
        return begun.services().values().stream()
                .map(service -> service.outcome())
                .anyMatch(outcome -> outcome instanceof Served(var documents, var on, _) && on.isBefore(step.on())
                        && documents.stream().flatMap(id -> begun.document(id).stream()).anyMatch(DemandServed::isDemand));
    }

    private static boolean isDemand(CaseDocument document) {
        return document.form().template().equals(DEMAND_NOTICE);
    }
}
