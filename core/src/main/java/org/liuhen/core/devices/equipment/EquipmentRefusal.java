package org.liuhen.core.devices.equipment;

import org.liuhen.core.values.Bilingual;
import org.liuhen.core.values.Refusal;

/** Why a command on a unit's equipment is not carried out. */
public record EquipmentRefusal(String code, Bilingual what, Bilingual next) implements Refusal {

    private static EquipmentRefusal of(String code, String zh, String en, String nextZh, String nextEn) {
        return new EquipmentRefusal(code, new Bilingual(zh, en), new Bilingual(nextZh, nextEn));
    }

    static EquipmentRefusal programOnly() {
        return of("program-only", "设备数量由系统统计。", "Only the program counts devices.", "请登记设备、人员或者工作量，系统会重新统计。",
                "Enter devices, people or the workload; it is counted anew.");
    }

    static EquipmentRefusal notCounted() {
        return of("not-counted", "这个机构还没有统计。", "This unit is not counted yet.", "请稍候再试；非执法机构不统计。",
                "Try again soon; units that enforce nothing are not counted.");
    }

    static EquipmentRefusal destroyed() {
        return of("equipment-destroyed", "统计的内容已依法销毁。", "The count was destroyed by law.", "只能查看销毁记录。",
                "Only the record of the destruction can be seen.");
    }
}
