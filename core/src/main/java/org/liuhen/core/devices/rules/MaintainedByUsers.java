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

/** 使用维护: servicing is entered by the units and officers who use the devices (SQ-M-29, CL-5.p2). The law of the day of the entry counts. */
@Duty("roles.useAndMaintenance")
public final class MaintainedByUsers implements Requirement<Role> {

    private static final Key KEY = new Key("roles.useAndMaintenance");

    @Override
    public List<Missing> missing(Role asking, Rules rules) {
        return DutyHolders.missing(KEY, asking, rules, new Bilingual("设备由执法机构和执法人员使用、维护。", "The units and officers who use the devices maintain them."),
                new Bilingual("请由使用机构的人员登记保养。", "Let somebody of the unit that uses it enter the servicing."));
    }
}
