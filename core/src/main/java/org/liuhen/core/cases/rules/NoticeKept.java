package org.liuhen.core.cases.rules;

import java.util.ArrayList;
import java.util.List;
import org.liuhen.core.cases.ServiceMethod;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 公告送达: the text of the notice, its medium and its dates are kept. */
@Duty("service.publicNotice.keep")
public final class NoticeKept implements Requirement<ServiceStep> {

    private static final Key KEY = new Key("service.publicNotice.keep");

    @Override
    public List<Missing> missing(ServiceStep step, Rules rules) {
        var facts = step.facts();
        if (facts.method() != ServiceMethod.PUBLIC_NOTICE) return List.of();
        return rules.words(KEY).map(kept -> {
            var found = new ArrayList<Missing>();
            if (facts.receipts().isEmpty()) {
                found.add(ServiceParts.missing(KEY.value(), kept.authority(), new Bilingual("公告文书", "the text of the notice")));
            }
            if (!ServiceParts.filled(facts.medium()) || facts.noticeFrom().isEmpty() || facts.noticeTo().isEmpty()) {
                found.add(ServiceParts.missing(KEY.value(), kept.authority(), new Bilingual("公告的媒介和起止日期", "medium and dates of the notice")));
            }
            return List.copyOf(found);
        }).orElse(List.of());
    }
}
