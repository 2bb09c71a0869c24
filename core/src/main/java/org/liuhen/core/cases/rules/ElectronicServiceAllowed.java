package org.liuhen.core.cases.rules;

import java.util.ArrayList;
import java.util.List;
import org.liuhen.core.cases.ServiceMethod;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 电子送达: only where the agency has switched it on, with the party's confirmation of its address and the record of arrival. */
@Duty("service.electronic.allowed")
public final class ElectronicServiceAllowed implements Requirement<ServiceStep> {

    private static final Key KEY = new Key("service.electronic.allowed");

    private static final Key NEEDED = new Key("service.electronic.required");

    @Override
    public List<Missing> missing(ServiceStep step, Rules rules) {
        var facts = step.facts();
        if (facts.method() != ServiceMethod.ELECTRONIC) return List.of();
        var authority = rules.authority(NEEDED).orElse(new Authority.ProductDefault());
        if (!rules.flag(KEY)) {
            return List.of(new Missing(KEY.value(), authority, new Bilingual("本机关没有启用电子送达。", "This agency has not switched electronic service on."),
                    new Bilingual("请改用其他送达方式。", "Use another method of service.")));
        }
        var found = new ArrayList<Missing>();
        rules.words(NEEDED).ifPresent(words -> words.value().stream()
                .filter(word -> !ServiceParts.has(facts, word))
                .forEach(word -> found.add(ServiceParts.missing(KEY.value(), authority, ServiceParts.name(word)))));
        if (facts.arrivedAt().isEmpty()) {
            found.add(ServiceParts.missing(KEY.value(), authority, new Bilingual("系统的到达记录", "the record of arrival")));
        }
        return found;
    }
}
