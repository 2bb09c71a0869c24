package org.liuhen.core.devices.rules;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liuhen.core.devices.DeviceLife.Outing;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.law.Cited;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 使用前检查: for each time out, battery, room, fault and clock are looked at as the text lists them (SQ-D-4.p2, SQ-I-7, WD-4.p2, AJ-15), and are
 * enough. What is missing may still be looked at until the device is back, or the day is over. The law of the day of the check-out counts.
 */
@Duty("device.preUseCheck.items")
public final class CheckedBeforeUse implements Rule<Registered> {

    private static final Key KEY = new Key("device.preUseCheck.items");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return of.life().keeping().outings().stream()
                .flatMap(outing -> of.rules(outing.out().at()).words(KEY).stream().map(cited -> check(of, outing, cited, now)))
                .collect(Assessment.all());
    }

    private static Assessment check(OfDevice of, Outing outing, Cited<List<String>> items, Instant now) {
        var looked = outing.checks().stream().flatMap(check -> check.looked().stream()).distinct().toList();
        var missing = items.value().stream().filter(item -> !looked.contains(item)).toList();
        // what was wanting and was looked at again is judged by the last look
        var wanting = items.value().stream()
                .filter(item -> outing.checks().stream().filter(check -> check.looked().contains(item)).reduce((_, later) -> later)
                        .filter(check -> check.wanting().contains(item)).isPresent())
                .toList();
        var day = of.endOfDay(outing.out().at());
        if (!missing.isEmpty() && outing.back().isEmpty() && !now.isAfter(day)) {
            return Stream.concat(wanting(of, outing, wanting, items), Stream.of(Assessment.quietUntil(day))).collect(Assessment.all());
        }
        return Stream.concat(wanting(of, outing, wanting, items), missing.isEmpty() ? Stream.empty() : Stream.of(Assessment.of(of.alert(KEY,
                        outing.out().at() + " missing", items.authority(),
                        new Bilingual("领用后没有检查：" + zh(missing) + "。", "Not looked at before use: " + String.join(", ", missing) + "."),
                        new Bilingual("请说明原因；使用前须逐项检查。", "Explain why; each is looked at before use."))))).collect(Assessment.all());
    }

    private static Stream<Assessment> wanting(OfDevice of, Outing outing, List<String> wanting, Cited<List<String>> items) {
        if (wanting.isEmpty()) return Stream.empty();
        return Stream.of(Assessment.of(of.alert(KEY, outing.out().at() + " wanting", items.authority(),
                new Bilingual("使用前检查不合格：" + zh(wanting) + "。", "Not good enough before use: " + String.join(", ", wanting) + "."),
                new Bilingual("请充电、腾出空间或者换用另一台后再检查一次。", "Charge it, make room or take another one, and look again."))));
    }

    private static String zh(List<String> items) {
        return items.stream().map(item -> switch (item) {
            case "battery" -> "电量";
            case "storage" -> "存储空间";
            case "noFault" -> "有无故障";
            case "clock" -> "时间";
            default -> item; // a word that law/keys.yaml has and nobody translated here
        }).collect(Collectors.joining("、"));
    }
}
