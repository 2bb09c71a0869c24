package org.liuhen.core.devices.equipment;

import java.time.Instant;
import java.util.List;
import org.liuhen.core.devices.equipment.EquipmentState.Known;
import org.liuhen.core.findings.FindingBook;
import org.liuhen.core.law.Authority;
import org.liuhen.core.law.Key;
import org.liuhen.core.law.Law;
import org.liuhen.core.rules.Assessment;
import org.liuhen.core.rules.Finding;
import org.liuhen.core.rules.FindingKey;
import org.liuhen.core.rules.Rule;
import org.liuhen.core.rules.Severity;
import org.liuhen.core.values.Bilingual;

/** All rules over the equipment of one unit. Standing duties: the law of the present day counts. */
public final class EquipmentRules {

    /** In no order of importance. */
    public static final List<Rule<Known>> ALL = List.of(new EquippedEnough(), new CustodianOfDevicesNamed(), new FacilityKept());

    private EquipmentRules() {}

    /** What is to be raised at this moment, each key once, in the order of the keys, and when that can next change by itself. */
    public static Assessment assess(Known unit, Law law, Instant now) {
        return FindingBook.assess(ALL, unit, law, now);
    }

    static Finding alert(Known unit, Key duty, String occurrence, Authority authority, Bilingual what, Bilingual wayOut) {
        return new Finding(new FindingKey(duty.value(), unit.counted().unit().value(), occurrence), Severity.ALERT, authority, what, wayOut,
                java.util.Optional.empty());
    }
}
