package org.liuhen.core.cases.rules;

import java.time.Instant;
import java.util.stream.Stream;
import org.liuhen.core.cases.CaseState.Begun;
import org.liuhen.core.cases.ServiceId;
import org.liuhen.core.cases.ServiceOutcome;
import org.liuhen.core.cases.ServiceRecord;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;

/**
 * 未启用的电子送达: where the agency's text says nothing of electronic service, {@link ElectronicServiceAllowed} stops nothing, and the
 * product asks about one that counts. The law of the day of the service counts.
 */
@Duty("service.electronic.allowed")
public final class ElectronicServiceSwitchedOn implements Rule<Begun> {

    private static final Key KEY = new Key("service.electronic.allowed");

    @Override
    public Assessment check(Begun begun, Law law, Instant now) {
        return begun.services().entrySet().stream()
                .flatMap(service -> check(begun, service.getKey(), service.getValue(), law))
                .collect(Assessment.all());
    }

    private static Stream<Assessment> check(Begun begun, ServiceId id, ServiceRecord service, Law law) {
        if (!(service.outcome() instanceof ServiceOutcome.Served served)) return Stream.empty();
        return new ElectronicServiceAllowed().missing(new ServiceStep(begun, id, service.facts()), law.on(served.on())).stream()
                .filter(missing -> !missing.blocks())
                .map(missing -> Assessment.of(Alerts.of(KEY, id.toString(), "", missing.authority(), missing.what(),
                        missing.wayOut())));
    }
}
