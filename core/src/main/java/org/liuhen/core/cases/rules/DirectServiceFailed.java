package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.ServiceMethod;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 邮寄送达的前提: mail only after direct service failed, with the reason (CL-14.p2). */
@Duty("service.mail.precondition")
public final class DirectServiceFailed implements Requirement<ServiceStep> {

    private static final Key KEY = new Key("service.mail.precondition");

    @Override
    public List<Missing> missing(ServiceStep step, Rules rules) {
        if (step.facts().method() != ServiceMethod.MAIL || ServiceParts.filled(step.facts().directFailed())) return List.of();
        return rules.word(KEY)
                .map(word -> List.of(ServiceParts.missing(KEY.value(), word.authority(),
                        new Bilingual("直接送达有困难的说明", "why direct service failed"))))
                .orElse(List.of());
    }
}
