package org.liuhen.core.devices.equipment;

import java.time.Instant;
import java.time.LocalDate;
import org.liuhen.core.devices.equipment.EquipmentState.Known;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 专人负责设备: a unit that has devices has named somebody for them (SQ-M-22, WD-4, LX-24). The law of the present day counts: it is a standing duty.
 */
@Duty("roles.deviceCustodian")
public final class CustodianOfDevicesNamed implements Rule<Known> {

    private static final Key KEY = new Key("roles.deviceCustodian");

    @Override
    public Assessment check(Known unit, Law law, Instant now) {
        if (unit.counted().devices().isEmpty() || !unit.counted().custodians().isEmpty()) return Assessment.quiet();
        return law.on(LocalDate.ofInstant(now, law.zone())).word(KEY).stream()
                .map(cited -> Assessment.of(EquipmentRules.alert(unit, KEY, "", cited.authority(),
                        new Bilingual("机构有设备，没有指定专人维护保养。", "The unit has devices, and nobody is named who maintains them."),
                        new Bilingual("请管理员在机构登记中指定设备责任人。", "Have the administrator name a custodian of devices in the register."))))
                .collect(Assessment.all());
    }
}
