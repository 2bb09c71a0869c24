package org.liuhen.core.devices.rules;

import java.time.Instant;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.devices.WearPosition;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 佩戴设备: who takes a recorder wears it, wherever (AJ-13); by what he says when he takes it. Who says nothing is asked, and nothing is found. The law of
 * the day of the check-out counts.
 */
@Duty("device.wear.required")
public final class WornAtAll implements Rule<Registered> {

    private static final Key KEY = new Key("device.wear.required");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return of.life().keeping().outings().stream()
                .filter(outing -> outing.worn().filter(worn -> worn.position() == WearPosition.HANDHELD).isPresent())
                .flatMap(outing -> of.rules(outing.out().at()).flagCited(KEY).filter(cited -> cited.value()).stream()
                        .map(cited -> Assessment.of(of.alert(KEY, outing.out().at().toString(), cited.authority(),
                                new Bilingual("登记为手持，没有佩戴。", "It is held in the hand and not worn."),
                                new Bilingual("请佩戴；确有原因的，说明情况。", "Wear it, or explain why not.")))))
                .collect(Assessment.all());
    }
}
