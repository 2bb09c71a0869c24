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
 * 佩戴位置: a recorder is worn where the text says, and may be held in the hand where it says that too (SQ-D-5); by what the officer says when he takes
 * it. Who says nothing is asked, and nothing is found. The law of the day of the check-out counts.
 */
@Duty("device.wear.positions")
public final class WornWhereTold implements Rule<Registered> {

    private static final Key KEY = new Key("device.wear.positions");
    private static final Key HANDHELD = new Key("device.wear.handheld");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return of.life().keeping().outings().stream()
                .flatMap(outing -> outing.worn().stream().flatMap(worn -> of.rules(outing.out().at()).words(KEY)
                        .filter(cited -> !cited.value().contains(worn.position().word()))
                        .filter(_ -> worn.position() != WearPosition.HANDHELD || of.rules(outing.out().at()).word(HANDHELD).isEmpty()).stream()
                        .map(cited -> Assessment.of(of.alert(KEY, outing.out().at().toString(), cited.authority(),
                                new Bilingual("登记的佩戴位置不是规定的位置。", "The recorder is worn elsewhere than the text says."),
                                new Bilingual("请按规定位置佩戴；确有原因的，说明情况。", "Wear it where the text says, or explain why not."))))))
                .collect(Assessment.all());
    }
}
