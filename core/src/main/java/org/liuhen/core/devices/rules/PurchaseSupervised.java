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

/** 采购监督: what is thought of a purchase is said by whom the text has supervise it (SQ-E-8.p2). The law of the day of the entry counts. */
@Duty("roles.procurementSupervision")
public final class PurchaseSupervised implements Requirement<Role> {

    private static final Key KEY = new Key("roles.procurementSupervision");

    @Override
    public List<Missing> missing(Role asking, Rules rules) {
        return DutyHolders.missing(KEY, asking, rules, new Bilingual("采购由财务机构监督。", "Finance supervises purchases."),
                new Bilingual("请由财务机构登记意见。", "Let finance enter its opinion."));
    }
}
