package org.liuhen.core.devices.rules;

import java.util.List;
import org.liuhen.core.devices.DutyHolders;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Rules;
import org.liuhen.core.rules.Duty;
import org.liuhen.core.rules.Missing;
import org.liuhen.core.rules.Requirement;
import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Role;

/** 产品质量监督: remarks on the quality of devices are made by whom the text has supervise it (SQ-E-8.p3). The law of the day of the entry counts. */
@Duty("roles.deviceQuality")
public final class QualitySupervised implements Requirement<Role> {

    private static final Key KEY = new Key("roles.deviceQuality");

    @Override
    public List<Missing> missing(Role asking, Rules rules) {
        return DutyHolders.missing(KEY, asking, rules, new Bilingual("设备产品质量由制度规定的机构监督。", "The quality of devices is supervised by the body that the text names."),
                new Bilingual("请由办公室登记质量意见；使用人发现故障的，登记故障。", "Let the office enter the remark; users report faults."));
    }
}
