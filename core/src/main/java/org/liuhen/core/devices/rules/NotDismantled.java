package org.liuhen.core.devices.rules;

import java.time.Instant;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 禁止私自拆修: nobody opens a device himself or swaps its parts (AJ-16.p2). The law of the day of the repair counts.
 */
@Duty("device.fault.privateDismantling.forbidden")
public final class NotDismantled implements Rule<Registered> {

    private static final Key KEY = new Key("device.fault.privateDismantling.forbidden");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return RepairedByProfessionals.selfMade(device)
                .flatMap(repair -> law.on(repair.on()).flagCited(KEY).filter(cited -> cited.value()).stream()
                        .map(cited -> Assessment.of(of.alert(KEY, repair.on() + " " + repair.what(), cited.authority(),
                                new Bilingual("设备被自行拆修：" + repair.what() + "。", "Somebody opened the device himself: " + repair.what() + "."),
                                new Bilingual("请说明情况。", "Explain it.")))))
                .collect(Assessment.all());
    }
}
