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
 * 禁止配备无关设备: what is bought is bought for enforcement, and says for what (SQ-E-5.p2). The law of the day of the purchase counts.
 */
@Duty("device.unrelatedForbidden")
public final class BoughtForEnforcement implements Rule<Registered> {

    private static final Key KEY = new Key("device.unrelatedForbidden");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return of.life().papers().purchase().stream()
                .filter(purchase -> purchase.purpose().filter(text -> !text.isBlank()).isEmpty())
                .flatMap(purchase -> law.on(purchase.on()).flagCited(KEY).filter(cited -> cited.value()).stream())
                .map(cited -> Assessment.of(of.alert(KEY, "", cited.authority(),
                        new Bilingual("购置登记没有写明执法用途。", "The purchase does not say what enforcement it is for."),
                        new Bilingual("请补充用途；与执法无关的，报告办公室处理。",
                                "Add what it is for; if it is for no enforcement, tell the office."))))
                .collect(Assessment.all());
    }
}
