package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.ServiceMethod;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;

/** 留置送达: service by leaving the document holds what the article names (SQ-M-15.p4, CL-14.p3). */
@Duty("service.lien.required")
public final class LeftBehindComplete implements Requirement<ServiceStep> {

    private static final Key KEY = new Key("service.lien.required");

    @Override
    public List<Missing> missing(ServiceStep step, Rules rules) {
        if (step.facts().method() != ServiceMethod.LEAVE_BEHIND) return List.of();
        return rules.words(KEY)
                .map(words -> words.value().stream()
                        .filter(word -> !ServiceParts.has(step.facts(), word))
                        .map(word -> ServiceParts.missing(KEY.value(), words.authority(), ServiceParts.name(word)))
                        .toList())
                .orElse(List.of());
    }
}
