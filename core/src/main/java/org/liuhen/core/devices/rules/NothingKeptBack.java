package org.liuhen.core.devices.rules;

import java.time.Instant;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;

/**
 * 禁止私自保存: a number between two files that arrived belongs to a file that did not (SQ-M-21.p2, SQ-D-9.p3, LX-23.p2, CL-19.p2, AJ-22.3). That it is
 * so is told, and never why. The law of the day on which it was first missing counts.
 */
@Duty("recording.privateKeeping.forbidden")
public final class NothingKeptBack implements Rule<Registered> {

    static final Key KEY = new Key("recording.privateKeeping.forbidden");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return NumbersMissing.of(device).flatMap(one -> of.rules(one.since()).flagCited(KEY).filter(cited -> cited.value()).stream()
                .map(cited -> Assessment.of(one.finding(of, KEY, cited.authority())))).collect(Assessment.all());
    }
}
