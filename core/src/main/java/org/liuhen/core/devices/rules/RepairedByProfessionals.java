package org.liuhen.core.devices.rules;

import java.time.Instant;
import java.util.stream.Stream;
import org.liuhen.core.devices.DeviceLifeEvent.DeviceRepaired;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.devices.RepairKind;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 专业维修: a faulty device is repaired by professionals (AJ-16). The law of the day of the repair counts.
 */
@Duty("device.fault.repairBy")
public final class RepairedByProfessionals implements Rule<Registered> {

    private static final Key KEY = new Key("device.fault.repairBy");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return selfMade(device)
                .flatMap(repair -> law.on(repair.on()).word(KEY).stream()
                        .map(cited -> Assessment.of(of.alert(KEY, repair.on() + " " + repair.what(), cited.authority(),
                                new Bilingual("设备没有由专业人员维修：" + repair.by() + "。", "It was not repaired by professionals: " + repair.by() + "."),
                                new Bilingual("请说明情况，并送专业部门检查。", "Explain it, and have professionals look at it.")))))
                .collect(Assessment.all());
    }

    static Stream<DeviceRepaired> selfMade(Registered device) {
        return device.life().health().repairs().stream().filter(repair -> repair.kind() == RepairKind.SELF_MADE);
    }
}
