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
 * 专人维护: devices are serviced by whom the unit has named for it (WD-4). What somebody else did counts as a servicing all the same, and is told. The
 * law of the day of the servicing counts.
 */
@Duty("device.maintenance.by")
public final class MaintainedByNamed implements Rule<Registered> {

    private static final Key KEY = new Key("device.maintenance.by");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return of.life().remarks().servicedByOthers().stream()
                .flatMap(one -> law.on(one.on()).word(KEY).stream().map(cited -> Assessment.of(of.alert(KEY, one.on() + " " + one.by(), cited.authority(),
                        one.named().isEmpty()
                                ? new Bilingual(one.on() + " 的保养登记时，本机构没有指定设备维护专人。",
                                        "When the servicing of " + one.on() + " was entered, nobody was named for the maintenance of the unit's devices.")
                                : new Bilingual(one.on() + " 的保养不是由本机构指定的专人登记的。",
                                        "The servicing of " + one.on() + " was not entered by whom the unit has named for it."),
                        new Bilingual("请指定专人，或者说明由他人维护的原因。", "Name somebody, or explain why somebody else did it.")))))
                .collect(Assessment.all());
    }
}
