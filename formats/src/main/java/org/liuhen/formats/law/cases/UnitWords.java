package org.liuhen.formats.law.cases;

import java.util.List;
import java.util.Map;

/** The table of what a worked case can say of a unit. docs/formats.md, section 16.10. */
public final class UnitWords {

    private static final List<FactWord> ALL = List.of(
            new FactWord("登记人员和设备", "how many officers and which devices the unit has", UnitFact.Equipment.class,
                    Map.of("custodian", "冯十二")));

    private UnitWords() {}

    /** All words in the order of the table. */
    public static List<FactWord> all() {
        return ALL;
    }
}
