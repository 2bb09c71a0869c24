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

/** 委托送达: why it is entrusted, to whom, and the recipient's signature (SQ-M-15.p2). */
@Duty("service.entrusted.required")
public final class EntrustedServiceComplete implements Requirement<ServiceStep> {

    private static final Key KEY = new Key("service.entrusted.required");

    @Override
    public List<Missing> missing(ServiceStep step, Rules rules) {
        var facts = step.facts();
        if (facts.method() != ServiceMethod.ENTRUSTED) return List.of();
        return rules.words(KEY).map(words -> {
            var found = new ArrayList<Missing>();
            words.value().stream().filter(word -> !ServiceParts.has(facts, word))
                    .forEach(word -> found.add(ServiceParts.missing(KEY.value(), words.authority(), ServiceParts.name(word))));
            if (!ServiceParts.filled(facts.body())) {
                found.add(ServiceParts.missing(KEY.value(), words.authority(), new Bilingual("受委托机关名称", "the body that is entrusted")));
            }
            return List.copyOf(found);
        }).orElse(List.of());
    }
}
