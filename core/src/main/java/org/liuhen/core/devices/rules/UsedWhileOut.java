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
 * 领用之外的录制: a device records while somebody has it out for enforcement, and not at other times (SQ-I-3, SQ-I-12, WD-14.6, AJ-22.4). What a
 * recording outside every check-out was for is a question to people. The law of the day of the recording counts.
 */
@Duty("device.useOnlyForEnforcement")
public final class UsedWhileOut implements Rule<Registered> {

    private static final Key KEY = new Key("device.useOnlyForEnforcement");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return of.life().remarks().uses().outside().stream()
                .flatMap(one -> of.rules(one.from()).flagCited(KEY).filter(cited -> cited.value()).stream()
                        .map(cited -> Assessment.of(of.alert(KEY, "recording " + one.recording(), cited.authority(),
                                new Bilingual("录像 " + one.name() + "（" + of.zh(one.from()) + "）录制时，设备没有领用登记。",
                                        "When " + one.name() + " was recorded (" + of.en(one.from()) + "), nobody had the device out."),
                                new Bilingual("请说明用于什么；没有登记领用的，补充说明由谁使用；误录的，按误录认定。",
                                        "Say what it was used for and by whom; if it was recorded by accident, have that confirmed.")))))
                .collect(Assessment.all());
    }
}
