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
 * 校准时间: before each use the clock is set to the present date and time (SQ-I-7); one that is accurate needs no setting. Whether it was looked
 * at is {@link CheckedBeforeUse}'s. The law of the day of the check-out counts.
 */
@Duty("device.clock.setBeforeUse")
public final class ClockSet implements Rule<Registered> {

    private static final Key KEY = new Key("device.clock.setBeforeUse");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return of.life().keeping().outings().stream()
                .filter(outing -> ClockChecked.last(outing).filter(clock -> !clock.right()).isPresent())
                .flatMap(outing -> of.rules(outing.out().at()).flagCited(KEY).filter(cited -> cited.value()).stream()
                        .map(cited -> Assessment.of(of.alert(KEY, outing.out().at().toString(), cited.authority(),
                                new Bilingual("设备时间不准，没有校准。", "The clock was wrong and was not set."),
                                new Bilingual("请校准后再检查一次，并登记偏差。", "Set it, look again, and enter how far it was off.")))))
                .collect(Assessment.all());
    }
}
