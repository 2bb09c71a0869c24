package org.liuhen.core.devices.rules;

import java.util.List;
import org.liuhen.core.devices.rules.CheckOutBlocks.CheckOut;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;

/** 设备专用: a device goes out for what the text lists only (SQ-I-3). The law of the day of the check-out counts. */
@Duty("device.allowedUses")
public final class AllowedUse implements Requirement<CheckOut> {

    private static final Key KEY = new Key("device.allowedUses");

    @Override
    public List<Missing> missing(CheckOut wanted, Rules rules) {
        return rules.words(KEY).filter(cited -> !cited.value().contains(wanted.purpose().word())).stream()
                .map(cited -> new Missing(KEY.value(), cited.authority(),
                        new Bilingual("领用须用于办案、日常检查或者重大执法活动。", "Devices go out for cases, daily inspections and major actions only."),
                        new Bilingual("请选择执法用途；用于其他事项的，不能领用。", "Choose the enforcement purpose; for anything else it stays.")))
                .toList();
    }
}
