package org.liuhen.core.devices.rules;

import java.time.Instant;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;

/**
 * 当日移交: what was recorded with a device that went out is with the custodian by the end of the day; told when the day ends and nothing came, and not
 * only when it comes (SQ-D-9). The law of the day of the check-out counts.
 */
@Duty("recording.handOver.due")
public final class HandedInByDay implements Rule<Registered> {

    static final Key KEY = new Key("recording.handOver.due");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return NothingCame.of(device).flatMap(one -> of.rules(one.out()).word(KEY).stream()
                .map(cited -> one.check(of, KEY, new Cited<>(of.endOfDay(one.out()), cited.authority()), now))).collect(Assessment.all());
    }
}
