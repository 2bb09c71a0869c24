package org.liuhen.formats.law.cases;

import java.util.List;
import java.util.Map;
import org.liuhen.core.devices.equipment.EquipmentCommand;

/** The table of what a worked case can say of a unit. docs/formats.md, section 16.10. */
public final class UnitWords {

    private static final List<FactWord> ALL = List.of(
            new FactWord("登记人员和设备", "how many officers and which devices the unit has", UnitFact.Equipment.class,
                    Map.of("custodian", "冯十二")),
            new FactWord("采集站失去联系", "a station of the unit was not heard for more than a working day", UnitFact.Silence.class, Map.of("station", "采集站1")),
            new FactWord("登记设施故障", "a facility does not work", EquipmentCommand.ReportFacilityFault.class, Map.of("facility", "采集站1", "what", "无法联网")),
            new FactWord("登记设施修复", "it works again", EquipmentCommand.MendFacility.class, Map.of("facility", "采集站1", "what", "更换网线")));

    private UnitWords() {}

    /** All words in the order of the table. */
    public static List<FactWord> all() {
        return ALL;
    }
}
