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

/** 邮寄送达: tracking number and the postal receipt that the article names are kept. */
@Duty("service.mail.keep")
public final class MailServiceKept implements Requirement<ServiceStep> {

    private static final Key KEY = new Key("service.mail.keep");

    @Override
    public List<Missing> missing(ServiceStep step, Rules rules) {
        var facts = step.facts();
        if (facts.method() != ServiceMethod.MAIL) return List.of();
        return rules.words(KEY).map(kinds -> {
            var found = new ArrayList<Missing>();
            if (facts.receipts().stream().noneMatch(receipt -> kinds.value().contains(receipt.kind()))) {
                found.add(ServiceParts.missing(KEY.value(), kinds.authority(), new Bilingual("邮寄回执单", "the postal receipt")));
            }
            if (!ServiceParts.filled(facts.trackingNumber())) {
                found.add(ServiceParts.missing(KEY.value(), kinds.authority(), new Bilingual("邮件编号", "the tracking number")));
            }
            return List.copyOf(found);
        }).orElse(List.of());
    }
}
