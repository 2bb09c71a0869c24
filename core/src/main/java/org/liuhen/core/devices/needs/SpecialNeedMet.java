package org.liuhen.core.devices.needs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liuhen.core.devices.Capability;
import org.liuhen.core.devices.needs.NeedState.Stated;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Bilingual;

/**
 * 特殊执法需要: a unit whose work needs explosion-proof, night-vision or positioning devices has one that can do it (SQ-M-28, LX-28). Only what
 * the agency's text names is found. It is a standing duty: the law of the present day counts.
 */
@Duty("device.special.capabilities")
public final class SpecialNeedMet implements Rule<Stated> {

    private static final Key KEY = new Key("device.special.capabilities");
    private static final Map<Capability, Bilingual> NAMES = Map.of(
            Capability.EXPLOSION_PROOF, new Bilingual("防爆", "explosion-proof"),
            Capability.NIGHT_VISION, new Bilingual("夜视", "night vision"),
            Capability.POSITIONING, new Bilingual("定位", "positioning"),
            Capability.LIVE_UPLOAD, new Bilingual("实时上传", "live upload"),
            Capability.MOBILE_NETWORK, new Bilingual("移动网络", "mobile network"));

    @Override
    public Assessment check(Stated unit, Law law, Instant now) {
        var named = law.on(LocalDate.ofInstant(now, law.zone())).words(KEY);
        return named.stream()
                .flatMap(cited -> unit.lacking().stream().filter(capability -> cited.value().contains(capability.word()))
                        .map(capability -> Assessment.of(finding(unit, capability, cited.authority()))))
                .collect(Assessment.all());
    }

    private static Finding finding(Stated unit, Capability capability, Authority authority) {
        var name = NAMES.getOrDefault(capability, new Bilingual(capability.word(), capability.word()));
        return new Finding(new FindingKey(KEY.value(), unit.need().unit().value(), capability.word()), Severity.ALERT, authority,
                new Bilingual("本机构的执法工作需要" + name.zh() + "设备，在用的设备都没有这种性能。",
                        "The unit's work needs a device with " + name.en() + "; none that is there and works has it."),
                new Bilingual("请配备或者调配；已有的，在设备档案登记性能。", "Buy or move one; if it is there, describe it so in the register."), Optional.empty());
    }

    /** What is to be raised at this moment, and when that can next change by itself. */
    public static Assessment assess(Stated unit, Law law, Instant now) {
        return FindingBook.assess(List.of(new SpecialNeedMet()), unit, law, now);
    }
}
