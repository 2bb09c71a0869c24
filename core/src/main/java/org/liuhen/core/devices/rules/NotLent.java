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
 * 禁止擅自外借: whoever brings a device back is who had it, or got it by leave (WD-14.2, WD/J). The device is taken in all the same. The law of
 * the day of the return counts.
 */
@Duty("device.lending.forbidden")
public final class NotLent implements Rule<Registered> {

    private static final Key KEY = new Key("device.lending.forbidden");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return of.life().keeping().outings().stream()
                .filter(outing -> outing.back().filter(back -> !back.by().equals(outing.user().id())).isPresent())
                .flatMap(outing -> of.rules(outing.back().orElseThrow().at()).word(KEY).stream()
                        .map(cited -> Assessment.of(of.alert(KEY, outing.out().at().toString(), cited.authority(),
                                new Bilingual("由" + outing.user().name() + "领用，由他人归还，没有转交登记。",
                                        "It was out with " + outing.user().name() + ", somebody else brought it back, and no reassignment is entered."),
                                new Bilingual("请说明情况；经同意转交的，写明由谁同意。",
                                        "Explain it; if there was leave, say whose.")))))
                .collect(Assessment.all());
    }
}
