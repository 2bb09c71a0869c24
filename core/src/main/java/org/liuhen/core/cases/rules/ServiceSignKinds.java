package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 送达签名方式: signatures on a proof of service are of the kinds that the article accepts. */
@Duty("service.signKinds")
public final class ServiceSignKinds implements Requirement<ServiceStep> {

    private static final Key KEY = new Key("service.signKinds");

    @Override
    public List<Missing> missing(ServiceStep step, Rules rules) {
        return rules.words(KEY)
                .map(kinds -> step.facts().signatures().stream()
                        .filter(signature -> !kinds.value().contains(signature.kind().word()))
                        .map(signature -> ServiceParts.missing(KEY.value(), kinds.authority(),
                                new Bilingual(signature.name() + "的签名或者盖章（现为其他方式）", "a signature or seal of " + signature.name())))
                        .toList())
                .orElse(List.of());
    }
}
