package org.liuhen.core.devices.rules;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.liuhen.core.devices.Condition;
import org.liuhen.core.devices.DeviceLife.Outing;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 立即停用: a device that was found faulty before use, or came back faulty, is stopped, and does not go out until it is mended (AJ-16). The law of the
 * day on which it was seen counts.
 */
@Duty("device.fault.stop")
public final class StoppedAtOnce implements Rule<Registered> {

    private static final Key KEY = new Key("device.fault.stop");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return of.life().keeping().outings().stream()
                .flatMap(outing -> seenFaulty(outing).stream()
                        .filter(seen -> of.life().health().faults().stream().noneMatch(fault -> !fault.found().stoppedAt().isBefore(outing.out().at())))
                        .flatMap(seen -> of.rules(seen).word(KEY).stream())
                        .map(cited -> Assessment.of(of.alert(KEY, outing.out().at().toString(), cited.authority(),
                                new Bilingual("发现故障，没有停用。", "A fault was seen and the device was not stopped."),
                                new Bilingual("请立即登记故障并停用。", "Report the fault and stop the device at once.")))))
                .collect(Assessment.all());
    }

    private static Optional<Instant> seenFaulty(Outing outing) {
        var checked = outing.checks().stream().filter(check -> check.faultFree().filter(free -> !free).isPresent()).map(check -> check.at());
        var returned = outing.back().stream().filter(back -> back.condition() != Condition.GOOD).map(back -> back.at());
        return Stream.concat(checked, returned).min(Instant::compareTo);
    }

    static Optional<Missing> missing(Rules rules) {
        return rules.word(KEY).map(cited -> new Missing(KEY.value(), cited.authority(),
                new Bilingual("设备有故障，已停用。", "The device has a fault and is not used."),
                new Bilingual("请领用另一台；修好的，先登记维修结果。", "Take another one; if it was repaired, enter that first.")));
    }
}
