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

/** 设备采购: purchases are entered by whom the text has buy (SQ-M-29, CL-5.p2, WD-15). The law of the day of the entry counts. */
@Duty("roles.procurement")
public final class BoughtByOffice implements Requirement<Role> {

    private static final Key KEY = new Key("roles.procurement");

    @Override
    public List<Missing> missing(Role asking, Rules rules) {
        return DutyHolders.missing(KEY, asking, rules, new Bilingual("购置由制度规定的采购机构登记。", "Purchases are entered by the body that the text has buy."),
                new Bilingual("请由办公室登记；制度规定由财务参与的，财务也可以登记。", "Let the office enter it, or finance where the text names it too."));
    }
}
