package org.liuhen.core.devices.rules;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.devices.UsePurpose;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 设备专用: devices are used for enforcement and nothing else (SQ-I-3, SQ-I-12, WD-14.6, AJ-22.4). The law of the day of the use counts.
 */
@Duty("device.useOnlyForEnforcement")
public final class UsedForEnforcement implements Rule<Registered> {

    private static final Key KEY = new Key("device.useOnlyForEnforcement");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        var taken = of.life().keeping().outings().stream().map(outing -> outing.out()).filter(out -> out.purpose() == UsePurpose.OTHER)
                .map(out -> Map.entry(out.at(), out.what().orElse("")));
        var noted = of.life().keeping().outsideUses().stream().map(use -> Map.entry(use.at(), use.what()));
        return Stream.concat(taken, noted)
                .flatMap(use -> of.rules(use.getKey()).flagCited(KEY).filter(cited -> cited.value()).stream()
                        .map(cited -> Assessment.of(of.alert(KEY, use.getKey() + " " + use.getValue(), cited.authority(),
                                new Bilingual("设备用于执法以外的事项：" + use.getValue() + "。",
                                        "The device was used for something that is no enforcement: " + use.getValue() + "."),
                                new Bilingual("请说明情况。", "Explain it.")))))
                .collect(Assessment.all());
    }
}
