package org.liuhen.core.devices.rules;

import java.time.Instant;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Bilingual;

/**
 * 自行维修不予报销: what somebody paid for a repair of his own is not paid back (AJ-16.p2); shown in the report of costs, and to nobody's blame. The law of
 * the day of the repair counts.
 */
@Duty("device.fault.selfRepairReimbursed")
public final class OwnRepairUnpaid implements Rule<Registered> {

    private static final Key KEY = new Key("device.fault.selfRepairReimbursed");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return RepairedByProfessionals.selfMade(device)
                .filter(repair -> repair.costYuan().isPresent())
                .flatMap(repair -> law.on(repair.on()).flagCited(KEY).filter(cited -> !cited.value()).stream()
                        .map(cited -> Assessment.of(of.finding(Severity.REPORT, KEY, repair.on() + " " + repair.what(), cited.authority(),
                                new Bilingual("自行维修费用 " + repair.costYuan().orElseThrow() + " 元，不予报销。",
                                        "The cost of an own repair is not paid back: " + repair.costYuan().orElseThrow() + " yuan."),
                                new Bilingual("费用自理。", "Whoever did it bears it.")))))
                .collect(Assessment.all());
    }
}
