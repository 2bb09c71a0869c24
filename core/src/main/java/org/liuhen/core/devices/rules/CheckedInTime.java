package org.liuhen.core.devices.rules;

import java.time.Instant;
import java.util.List;
import org.liuhen.core.devices.DeviceLife.Outing;
import org.liuhen.core.devices.DeviceLifeEvent.FirstUse;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 检查时间点: what is to be looked at before use was looked at before the first recording of that time out (SQ-I-7, WD-4.p2), or before it left, where the text
 * knows nothing later. What was never looked at is {@link CheckedBeforeUse}'s. The law of the day of the check-out counts.
 */
@Duty("device.preUseCheck.when")
public final class CheckedInTime implements Rule<Registered> {

    private static final Key KEY = new Key("device.preUseCheck.when");
    private static final Key ITEMS = new Key("device.preUseCheck.items");
    private static final String BEFORE_USE = "beforeUse";

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return of.life().keeping().outings().stream()
                .flatMap(outing -> of.life().remarks().uses().first().stream().filter(first -> first.out().equals(outing.out().at()))
                        .flatMap(first -> of.rules(outing.out().at()).words(KEY).stream().map(cited -> check(of, outing, first, cited))))
                .collect(Assessment.all());
    }

    private static Assessment check(OfDevice of, Outing outing, FirstUse first, Cited<List<String>> when) {
        var until = when.value().contains(BEFORE_USE) ? first.at() : outing.out().at();
        var items = of.rules(outing.out().at()).words(ITEMS).map(Cited::value).orElse(List.of());
        var late = items.stream().anyMatch(item -> outing.checks().stream().anyMatch(check -> check.looked().contains(item))
                && outing.checks().stream().noneMatch(check -> check.looked().contains(item) && !check.at().isAfter(until)));
        if (!late) return Assessment.quiet();
        return Assessment.of(of.alert(KEY, outing.out().at().toString(), when.authority(),
                new Bilingual("使用前检查晚于第一次录制（" + of.zh(first.at()) + "）。", "The check before use came after the first recording (" + of.en(first.at()) + ")."),
                new Bilingual("请说明原因；出发前或者使用前先检查。", "Explain why; look at it before setting out or before use.")));
    }
}
