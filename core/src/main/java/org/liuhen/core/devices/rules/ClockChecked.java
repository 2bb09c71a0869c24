package org.liuhen.core.devices.rules;

import java.time.Instant;
import java.util.Optional;
import org.liuhen.core.devices.DeviceLife.Outing;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.devices.PreUseCheck;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 检查时间显示: the clock shows the right time before use (WD-4.p2); setting it is not demanded, but a wrong one is told. Where no text asks for
 * it, the answer is kept and nothing is found. The law of the day of the check-out counts.
 */
@Duty("device.clock.checkedBeforeUse")
public final class ClockChecked implements Rule<Registered> {

    private static final Key KEY = new Key("device.clock.checkedBeforeUse");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return of.life().keeping().outings().stream()
                .filter(outing -> last(outing).filter(clock -> !clock.right()).isPresent())
                .flatMap(outing -> of.rules(outing.out().at()).flagCited(KEY)
                        .filter(cited -> cited.value() && cited.authority() instanceof Authority.Article).stream()
                        .map(cited -> Assessment.of(of.alert(KEY, outing.out().at().toString(), cited.authority(),
                                new Bilingual("设备的时间显示不准确。", "The device shows the wrong time."),
                                new Bilingual("请登记偏差，必要时校准。", "Enter how far it is off; set it where needed.")))))
                .collect(Assessment.all());
    }

    /** The last look at the clock of an outing. */
    static Optional<PreUseCheck.Clock> last(Outing outing) {
        return outing.checks().stream().flatMap(check -> check.clock().stream()).reduce((_, later) -> later);
    }
}
