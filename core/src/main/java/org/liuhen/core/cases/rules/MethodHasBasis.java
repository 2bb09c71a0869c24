package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.util.stream.Stream;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.ServiceFacts;
import org.liuhen.core.cases.ServiceId;
import org.liuhen.core.cases.ServiceMethod;
import org.liuhen.core.cases.ServiceOutcome;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 制度未列明的送达方式: a method of service that the agency's text does not name was used on a stated legal basis (CL/H). It counts, and
 * somebody looks at it. The law of the day of the service counts.
 */
@Duty("service.methods")
public final class MethodHasBasis implements Rule<Begun> {

    private static final Key KEY = new Key("service.methods");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return begun.services().entrySet().stream()
                .filter(service -> service.getValue().facts().method() != ServiceMethod.ELECTRONIC) // it has its own switch
                .flatMap(service -> service.getValue().outcome() instanceof ServiceOutcome.Served served
                        ? check(service.getKey(), service.getValue().facts(), served, law) : Stream.empty())
                .collect(Assessment.all());
    }

    private static Stream<Assessment> check(ServiceId id, ServiceFacts facts, ServiceOutcome.Served served, Law law) {
        return law.on(served.on()).words(KEY).stream()
                .filter(methods -> !methods.value().contains(facts.method().word()))
                .map(methods -> Assessment.of(Alerts.of(KEY, id.toString(), "", methods.authority(),
                        new Bilingual("本机关的制度没有列明这种送达方式，依据：" + facts.basis().orElse("未写明") + "。",
                                "The agency's regulation does not name this method of service; basis: " + facts.basis()
                                        .orElse("none given") + "."),
                        new Bilingual("请核对法律依据是否成立。", "Check whether the legal basis holds."))));
    }
}
