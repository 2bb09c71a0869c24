package org.liuhen.core.devices.rules;

import java.time.Instant;
import org.liuhen.core.devices.DeviceState.Registered;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.values.Bilingual;

/**
 * 技术性能: each demand of SQ-E-7.1 to 7.4 was looked at and met. A device that was never accepted is {@link TechnicallyAccepted}'s. The law of
 * the day of the acceptance counts.
 */
@Duty("device.tech.required")
public final class TechnicalPointsMet implements Rule<Registered> {

    private static final Key KEY = new Key("device.tech.required");

    @Override
    public Assessment check(Registered device, Law law, Instant now) {
        var of = new OfDevice(device, law);
        return of.life().papers().acceptance().stream()
                .filter(_ -> TechnicallyAccepted.concerns(device) && of.inServiceSince().isPresent())
                .flatMap(accepted -> law.on(accepted.on()).elements(KEY).stream()
                        .filter(element -> accepted.points().stream().noneMatch(point -> point.met() && point.point().equals(element.word()))))
                .map(element -> Assessment.of(of.alert(KEY, element.word(), new Authority.Article(element.article()),
                        new Bilingual("技术验收没有达到这一项：" + zh(element.word()) + "。", "This demand is not met: " + element.word() + "."),
                        new Bilingual("请换用达标的设备；补验合格的，登记新的验收结果。",
                                "Use a device that meets it; if it does after all, enter a new acceptance."))))
                .collect(Assessment.all());
    }

    private static String zh(String word) {
        return switch (word) {
            case "highDefinition" -> "高清";
            case "batteryAndMemory" -> "电池和存储";
            case "smooth" -> "流畅";
            case "fileIntegrity" -> "防删改";
            default -> word; // a word that law/keys.yaml has and nobody translated here
        };
    }
}
