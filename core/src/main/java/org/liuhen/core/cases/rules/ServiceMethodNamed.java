package org.liuhen.core.cases.rules;

import java.util.List;
import org.liuhen.core.cases.ServiceMethod;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 送达方式: a method that the agency's text does not name needs a legal basis; with one it only alerts (CL/H). */
@Duty("service.methods")
public final class ServiceMethodNamed implements Requirement<ServiceStep> {

    private static final Key KEY = new Key("service.methods");

    @Override
    public List<Missing> missing(ServiceStep step, Rules rules) {
        var facts = step.facts();
        var methods = rules.words(KEY);
        var named = methods.isEmpty() || methods.get().value().contains(facts.method().word());
        // electronic service has its own switch
        if (named || facts.method() == ServiceMethod.ELECTRONIC || ServiceParts.filled(facts.basis())) return List.of();
        return List.of(new Missing(KEY.value(), methods.get().authority(),
                new Bilingual("本机关的制度没有列明这种送达方式，也没有写明法律依据。",
                        "The agency's regulation does not name this method of service, and no legal basis is given."),
                new Bilingual("请改用列明的方式，或者写明法律依据。", "Use a named method, or give the legal basis.")));
    }
}
